// A conversation as it runs: minutes left for the item, the line on the bar, the item that is on.
// Times are seconds of the server's clock; `data-now` on each part is that clock when the page was made.

/** How often it looks, in milliseconds. */
const EVERY = 10_000;

/**
 * The server's clock now, in seconds.
 * @param {HTMLElement | SVGElement} part
 */
function clock(part) {
  return Number(part.dataset.now) + performance.now() / 1000;
}

/** @param {HTMLElement} line */
function left(line) {
  const minutes = Math.ceil((Number(line.dataset.ends) - clock(line)) / 60);
  const over = minutes < 0;
  const count = Math.abs(minutes);
  const one = over ? line.dataset.overOne : line.dataset.leftOne;
  const other = over ? line.dataset.overOther : line.dataset.leftOther;
  line.textContent = count === 1 ? one ?? "" : (other ?? "").replace("{minutes}", String(count));
}

/** @param {SVGElement} bar */
function bar(bar) {
  const line = bar.querySelector("[data-minutes-now]");
  const width = Number(bar.getAttribute("viewBox")?.split(" ")[2] ?? 0);
  const share = (clock(bar) - Number(bar.dataset.begins)) / (Number(bar.dataset.ends) - Number(bar.dataset.begins));
  line?.setAttribute("d", `M${Math.round(Math.min(1, Math.max(0, share)) * width)} 0V14`);
}

/** @param {HTMLElement} list */
function agenda(list) {
  const now = clock(list);
  for (const item of /** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll("[data-begins]"))) {
    const done = now >= Number(item.dataset.ends);
    const running = !done && now >= Number(item.dataset.begins);
    item.classList.toggle("done", done);
    if (running) item.setAttribute("aria-current", "step");
    else item.removeAttribute("aria-current");
    item.querySelector("[data-when=done]")?.toggleAttribute("hidden", !done);
    item.querySelector("[data-when=now]")?.toggleAttribute("hidden", !running);
  }
}

/** @param {ParentNode} page */
export function runTimers(page) {
  const lines = /** @type {NodeListOf<HTMLElement>} */ (page.querySelectorAll("[data-timer]"));
  const bars = /** @type {NodeListOf<SVGElement>} */ (page.querySelectorAll("svg.minutes[data-now]"));
  const lists = /** @type {NodeListOf<HTMLElement>} */ (page.querySelectorAll(".agenda[data-now]"));
  if (lines.length + bars.length + lists.length === 0) return;
  const run = () => {
    lines.forEach(left);
    bars.forEach(bar);
    lists.forEach(agenda);
  };
  run();
  setInterval(run, EVERY);
}
