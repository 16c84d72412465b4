// The states and sentences that the page brought along for its scripts (`said_states` in the components).

/** @typedef {"saving" | "saved" | "unsaved" | "offline" | "signed-out"} State */

/** @returns {HTMLElement | null} */
function said() {
  return document.querySelector("[data-said]");
}

/** Whether somebody is signed in on this page. */
export function signedIn() {
  return said() !== null;
}

/**
 * A sentence of the page.
 * @param {string} name
 */
export function sentence(name) {
  return said()?.dataset[name] ?? "";
}

/**
 * A state with its shape, and with other words if they are given.
 * @param {State} state
 * @param {string} [words]
 * @returns {Node}
 */
export function stateOf(state, words) {
  const pattern = said()?.querySelector(`[data-state="${state}"] > *`);
  if (!pattern) return document.createTextNode(words ?? "");
  const copy = /** @type {Element} */ (pattern.cloneNode(true));
  const text = copy.querySelector(":scope > span");
  if (text && words !== undefined) text.textContent = words;
  return copy;
}
