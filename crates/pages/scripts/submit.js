// A form is sent once. Its token makes a second sending harmless anyway; this spares a person the doubt.

import { sentence } from "./said.js";

/** How long a page may take before the button says that it is being done. */
const PATIENCE = 600;

/** @param {EventTarget} page */
export function sendOnce(page) {
  page.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || !(form instanceof HTMLFormElement) || !form.matches("[data-once]")) return;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "yes";
    const pressed = event instanceof SubmitEvent ? event.submitter : null;
    // After the form's data were taken, so that the pressed button's value is among them.
    setTimeout(() => {
      for (const button of form.querySelectorAll("button")) button.setAttribute("aria-disabled", "true");
    });
    setTimeout(() => {
      if (!(pressed instanceof HTMLButtonElement) || !form.dataset.sent) return;
      const busy = sentence("busy");
      if (!busy) return;
      pressed.dataset.label = pressed.textContent ?? "";
      pressed.textContent = busy;
    }, PATIENCE);
  });
  // Coming back to a page that the browser kept: it can be sent again.
  addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    for (const form of /** @type {NodeListOf<HTMLFormElement>} */ (document.querySelectorAll("form[data-sent]"))) {
      delete form.dataset.sent;
      for (const button of form.querySelectorAll("button")) {
        button.removeAttribute("aria-disabled");
        if (button.dataset.label !== undefined) button.textContent = button.dataset.label;
        delete button.dataset.label;
      }
    }
  });
}
