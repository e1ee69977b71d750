-- For wrk: addresses of a file (a line: address, tab, tag), at random or each once, with the cookie of one browser. Of the
-- requests a share (the last argument) is asked with the tag, as a browser does that has the page. Counts what came, by status.
local threads = {}

function setup(thread)
  thread:set("seed", #threads + 1)
  table.insert(threads, thread)
end

function init(args)
  paths, tags, at = {}, {}, 0
  for line in io.lines(args[1]) do
    local path, tag = line:match("^(.-)\t(.*)$")
    paths[#paths + 1], tags[#paths + 1] = path, tag
  end
  cookie, once, share = args[2], args[3] == "once", tonumber(args[4])
  math.randomseed(seed)
  ok, unchanged, wrong, bytes = 0, 0, 0, 0
end

function request()
  at = once and at % #paths + 1 or math.random(#paths)
  local headers = { ["Accept-Encoding"] = "gzip", ["Cookie"] = cookie }
  if tags[at] ~= "" and math.random() < share then headers["If-None-Match"] = tags[at] end
  return wrk.format("GET", paths[at], headers)
end

function response(status, headers, body)
  if status == 200 then ok = ok + 1 elseif status == 304 then unchanged = unchanged + 1 else wrong = wrong + 1 end
  bytes = bytes + #body
end

function done(summary, latency, requests)
  local sum = { ok = 0, unchanged = 0, wrong = 0, bytes = 0 }
  for _, thread in ipairs(threads) do
    for name, value in pairs(sum) do sum[name] = value + thread:get(name) end
  end
  local broken = summary.errors
  io.write(string.format("mixed %d %d %d %d %d %d %d %d\n", summary.duration, sum.ok, sum.unchanged,
    sum.wrong + broken.connect + broken.read + broken.write + broken.timeout, sum.bytes,
    latency:percentile(50), latency:percentile(99), latency.max))
end
