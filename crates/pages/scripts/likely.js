// Likely answers appear beside a question while it is typed. `data-likely` is the address that gives them for the text of
// the control named in `data-of`; the page works without it, by its own button.

/** Milliseconds of rest before what was typed is looked for. */
const REST = 700;

/** @param {ParentNode} page */
export function findLikely(page) {
  for (const place of /** @type {NodeListOf<HTMLElement>} */ (page.querySelectorAll("[data-likely]"))) {
    const control = document.getElementById(place.dataset.of ?? "");
    if (!(control instanceof HTMLTextAreaElement)) continue;
    /** @type {number | undefined} */ let timer;
    /** @type {AbortController | undefined} */ let asking;
    let looked = control.value.trim();
    const look = async () => {
      const text = control.value.trim();
      if (text === looked) return;
      looked = text;
      asking?.abort();
      asking = new AbortController();
      try {
        const answer = await fetch(place.dataset.likely ?? "", {
          method: "POST",
          body: new URLSearchParams({ text }),
          signal: asking.signal,
        });
        if (!answer.ok) return;
        const found = new DOMParser().parseFromString(await answer.text(), "text/html");
        place.replaceChildren(...found.body.childNodes);
      } catch {
        // Nobody waits for it: what is typed next is looked for again.
      }
    };
    const soon = () => {
      clearTimeout(timer);
      timer = setTimeout(look, REST);
    };
    control.addEventListener("input", soon);
    control.addEventListener("forthright:put", soon);
  }
}
