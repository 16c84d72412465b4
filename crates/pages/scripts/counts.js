// Words are counted as they are typed. The sentences stand in the page: `data-one` for one word,
// `data-other` with {count} for any other number.

/** @param {ParentNode} page */
export function countWords(page) {
  for (const line of /** @type {NodeListOf<HTMLElement>} */ (page.querySelectorAll("[data-count]"))) {
    const control = document.getElementById(line.dataset.count ?? "");
    if (!(control instanceof HTMLTextAreaElement || control instanceof HTMLInputElement)) continue;
    const update = () => {
      const count = control.value.split(/\s+/u).filter(Boolean).length;
      const most = Number(line.dataset.most ?? 0);
      line.textContent = count === 1
        ? line.dataset.one ?? ""
        : (line.dataset.other ?? "").replace("{count}", String(count));
      line.classList.toggle("over", most > 0 && count > most);
    };
    control.addEventListener("input", update);
    control.addEventListener("forthright:put", update);
    update();
  }
}
