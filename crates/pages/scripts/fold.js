// The line of a folded part says what is chosen in it.

/** @param {ParentNode} page */
export function keepLines(page) {
  for (const part of page.querySelectorAll(".fold")) {
    const line = part.querySelector(":scope > summary > .chosen");
    part.addEventListener("change", (event) => {
      const control = event.target;
      if (!(control instanceof HTMLInputElement && control.type === "radio" && line)) return;
      const label = control.labels?.[0];
      line.textContent = (label?.querySelector("span") ?? label)?.textContent ?? "";
    });
  }
}
