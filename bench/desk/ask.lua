-- For wrk: asks for the addresses of a file (one a line) in turn, and says in one line what it took, in microseconds.
--     wrk -t1 -c1 -d10s -s bench/desk/ask.lua http://127.0.0.1:8100 -- addresses.txt
local paths, at = {}, 0

function init(args)
  for line in io.lines(args[1]) do paths[#paths + 1] = line end
end

function request()
  at = at % #paths + 1
  return wrk.format("GET", paths[at])
end

function done(summary, latency, requests)
  local wrong = summary.errors
  io.write(string.format("asked %d %d %d %d %d\n", summary.requests, wrong.status + wrong.connect + wrong.read + wrong.write + wrong.timeout,
    latency:percentile(50), latency:percentile(95), latency.max))
end
