// Typing is activity: a session does not end under a person who writes. At most one notice a minute.

import { signedIn } from "./said.js";

const EVERY = 60_000;

/** @param {EventTarget} page */
export function keepAlive(page) {
  if (!signedIn()) return;
  let last = Date.now();
  page.addEventListener("input", () => {
    if (Date.now() - last < EVERY) return;
    last = Date.now();
    // A failure says nothing here: saving says it where the text stands.
    fetch("/session/alive", { method: "POST", credentials: "same-origin", redirect: "manual" }).catch(() => undefined);
  });
}
