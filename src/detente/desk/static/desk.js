// Nothing here is needed: every page can be read, filtered and judged without it.
"use strict";

// A period drawn across the curve becomes ?since=…&until=…; the date fields of the filters do the same by keyboard.
function brush(plot) {
  const svg = plot.querySelector("svg"), mark = document.getElementById("brush"), says = document.getElementById("brush-says");
  const left = +plot.dataset.left / 100, span = +plot.dataset.span / 100, day = 86400000;
  const first = Date.parse(plot.dataset.first), last = Date.parse(plot.dataset.last);
  let from = null, to = null;
  const part = (event) => {
    const box = svg.getBoundingClientRect();
    return Math.min(1, Math.max(0, ((event.clientX - box.left) / box.width - left) / span));
  };
  const iso = (p) => new Date(first + Math.round((p * (last - first)) / day) * day).toISOString().slice(0, 10);
  if (!says.textContent.trim()) says.textContent = says.dataset.help;
  svg.addEventListener("pointerdown", (event) => {
    if (event.button || event.target.closest("a")) return;
    from = to = part(event);
    svg.setPointerCapture(event.pointerId);
    plot.classList.add("brushing");
  });
  svg.addEventListener("pointermove", (event) => {
    if (from === null) return;
    to = part(event);
    const a = Math.min(from, to), b = Math.max(from, to);
    mark.setAttribute("x", (left + a * span) * 100 + "%");
    mark.setAttribute("width", (b - a) * span * 100 + "%");
    says.textContent = iso(a) + " – " + iso(b);
  });
  const drop = () => { from = null; plot.classList.remove("brushing"); };
  svg.addEventListener("pointercancel", drop);
  svg.addEventListener("pointerup", () => {
    if (from === null) return;
    const a = Math.min(from, to), b = Math.max(from, to);
    drop();
    if (b - a < 0.01) return;
    const here = new URL(location.href);
    here.searchParams.set("since", iso(a));
    here.searchParams.set("until", iso(b));
    here.searchParams.delete("n");
    here.hash = "curve";
    location.assign(here);
  });
}

// A mention and what was coded of it light each other up.
function light(on, ids) {
  for (const other of document.querySelectorAll("[data-id], [data-of]")) {
    const own = other.dataset.id ? [other.dataset.id] : other.dataset.of.split(" ");
    other.classList.toggle("lit", on && own.some((id) => ids.includes(id)));
  }
}
for (const one of document.querySelectorAll("[data-id], [data-of]")) {
  const ids = one.dataset.id ? [one.dataset.id] : one.dataset.of.split(" ");
  for (const [name, on] of [["mouseenter", true], ["focusin", true], ["mouseleave", false], ["focusout", false]]) {
    one.addEventListener(name, () => light(on, ids));
  }
}

// Whoever comes for one sentence finds what was coded of it lit.
const come = location.hash && document.getElementById(location.hash.slice(1));
if (come && come.dataset.of) light(true, come.dataset.of.split(" "));

// Review by keyboard: j and k move, the other keys press the button that shows them.
const items = [...document.querySelectorAll(".item")];
const undo = document.querySelector(".notice form.undo");
let at = -1;
function move(step) {
  if (!items.length) return;
  at = Math.min(items.length - 1, Math.max(0, at + step));
  items[at].focus();
  items[at].scrollIntoView({ block: "center" });
}
function press(key) {
  const where = key === "u" ? undo : items[at];
  const found = where && where.querySelector(`[data-key="${key}"]`);
  if (!found) return false;
  if (found.tagName === "DETAILS") {
    found.open = true;
    found.querySelector("select").focus();
  } else {
    found.click();
  }
  return true;
}
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) return;
  if (event.key === "/") {
    document.getElementById("q").focus();
  } else if (items.length && (event.key === "j" || event.key === "k")) {
    move(event.key === "j" ? 1 : -1);
  } else if (!items.length || !press(event.key)) {
    return;
  }
  event.preventDefault();
});
document.addEventListener("focusin", (event) => {
  const item = event.target.closest && event.target.closest(".item");
  if (item) at = items.indexOf(item);
});

// A name typed once stands in every form of the page.
document.addEventListener("change", (event) => {
  if (event.target.name === "by") for (const field of document.querySelectorAll('input[name="by"]')) field.value = event.target.value;
});

const plot = document.getElementById("plot");
if (plot) brush(plot);
