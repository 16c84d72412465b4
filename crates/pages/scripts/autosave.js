// Texts that save themselves. What stands in `data-autosave` is put to that address as it is typed:
//
//   PUT <url>, form-encoded: every named field of that address, and `version`, which is what the page shows of it
//   200 { version, saved }          `saved` is the sentence "Saved 3:01 pm" in the school's zone
//   409 { version, theirs, by }     `theirs` has the saved text by field, `by` says who saved it and when
//   401                             signed out: the text stays in the page and in this window's storage
//   422 { message }                 the text was not taken; it stays, and is sent again when it changes
//
// Anything else counts as a failure that passes: the text stays in the page and is sent again. Nothing
// a person typed is ever thrown away by this script, and leaving is held up only while something is unsaved.
//
// What the page shows stands in a hidden field of each root, so that the form itself sends it too, as it does where no
// script runs. It is kept as the answers say; a form that is sent meanwhile waits for the answer that is on its way.

import { sentence, stateOf } from "./said.js";

/** @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Control */
/** @typedef {{ version?: string, saved?: string, theirs?: Record<string, string>, by?: string, message?: string }} Answer */

/** Milliseconds of rest before a text is sent, and the longest that typing may put it off. */
const REST = 1_200;
const LONGEST = 8_000;
/** The first and the longest wait after a failure. */
const RETRY = 2_000;
const RETRY_LONGEST = 60_000;
/** The longest that a form waits for a text of its own that is on its way. */
const PATIENCE = 5_000;

/** Everything on the page that is saved at one address: one version, one request at a time. */
class Draft {
  /** @type {HTMLElement[]} */ roots = [];
  /** @type {Set<HTMLElement>} */ changed = new Set();
  /** What the page shows, in the server's words. */
  version = "0";
  /** @type {number | undefined} */ timer;
  /** When the oldest unsent change was made. */
  since = 0;
  failures = 0;
  /** @type {Promise<void> | undefined} */ sending;
  /** A conflict waits for a person. */
  held = false;

  /** @param {string} url */
  constructor(url) {
    this.url = url;
  }

  get key() {
    return `forthright:kept:${this.url}`;
  }

  get unsaved() {
    return this.changed.size > 0 || this.sending !== undefined;
  }

  /** @param {HTMLElement} root */
  add(root) {
    this.roots.push(root);
    this.version = this.shown()[0]?.value.split("=").at(-1) ?? "0";
    root.addEventListener("input", (event) => this.typed(root, event));
  }

  /**
   * @param {HTMLElement} root
   * @param {Event} event
   */
  typed(root, event) {
    if (event.target instanceof Element && event.target.closest(".conflict")) return;
    this.touch(root);
    const chosen = event.target instanceof HTMLSelectElement
      || (event.target instanceof HTMLInputElement && ["radio", "checkbox"].includes(event.target.type));
    this.soon(chosen ? 0 : REST);
  }

  /** @param {HTMLElement} root */
  touch(root) {
    if (this.changed.size === 0) this.since = Date.now();
    this.changed.add(root);
  }

  /** @param {number} wait */
  soon(wait) {
    if (this.held) return;
    clearTimeout(this.timer);
    const waited = Date.now() - this.since;
    this.timer = window.setTimeout(() => this.send(), Math.max(0, Math.min(wait, LONGEST - waited)));
  }

  /** @returns {HTMLInputElement[]} */
  shown() {
    return this.roots.flatMap((root) => [
      .../** @type {NodeListOf<HTMLInputElement>} */ (root.querySelectorAll("[data-shown]")),
    ]);
  }

  /** @param {string} version */
  shows(version) {
    this.version = version;
    for (const input of this.shown()) input.value = `${input.dataset.shown}=${version}`;
  }

  /** @returns {Control[]} */
  controls() {
    return this.roots.flatMap((root) => [
      .../** @type {NodeListOf<Control>} */ (
        root.querySelectorAll("input[name], textarea[name], select[name]")
      ),
    ]).filter((control) => control.type !== "hidden");
  }

  /** What the fields hold, by name; a box that is not ticked and a choice that is not made send nothing. */
  values() {
    const values = new URLSearchParams();
    for (const control of this.controls()) {
      if (control instanceof HTMLInputElement && ["radio", "checkbox"].includes(control.type) && !control.checked) continue;
      values.append(control.name, control.value);
    }
    return values;
  }

  /** @param {boolean} [leaving] the page may be gone before the answer comes */
  async send(leaving = false) {
    clearTimeout(this.timer);
    if (this.sending || this.held || this.changed.size === 0) return;
    this.sending = this.put(leaving);
    await this.sending;
  }

  /** @param {boolean} leaving */
  async put(leaving) {
    const sent = [...this.changed];
    this.changed.clear();
    this.show(sent, "saving");
    const body = this.values();
    body.set("version", this.version);
    /** @type {Response | undefined} */
    let response;
    try {
      response = await fetch(this.url, {
        method: "PUT",
        body,
        headers: { Accept: "application/json" },
        credentials: "same-origin",
        redirect: "manual",
        keepalive: leaving,
      });
    } catch {
      response = undefined;
    }
    const answer = await read(response);
    this.sending = undefined;
    if (response?.ok) this.saved(sent, answer);
    else this.notSaved(sent, response, answer);
  }

  /**
   * @param {HTMLElement[]} sent
   * @param {Answer} answer
   */
  saved(sent, answer) {
    this.failures = 0;
    this.shows(answer.version ?? this.version);
    this.show(sent.filter((root) => !this.changed.has(root)), "saved", answer.saved);
    if (this.changed.size > 0) this.soon(REST);
    else forget(this.key);
  }

  /**
   * @param {HTMLElement[]} sent
   * @param {Response | undefined} response
   * @param {Answer} answer
   */
  notSaved(sent, response, answer) {
    for (const root of sent) this.touch(root);
    remember(this.key, { version: this.version, values: [...this.values()] });
    if (response?.status === 409 && answer.theirs) return this.conflict(answer);
    if (response?.status === 401 || response?.type === "opaqueredirect") return this.signedOut();
    if (response?.status === 422) return this.show(this.changed, "unsaved", answer.message);
    this.show(this.changed, navigator.onLine ? "unsaved" : "offline");
    const wait = Math.min(RETRY_LONGEST, RETRY * 2 ** this.failures);
    this.failures += 1;
    this.timer = window.setTimeout(() => this.send(), wait);
  }

  signedOut() {
    this.show(this.changed, "signed-out");
    const here = encodeURIComponent(location.pathname + location.search);
    for (const root of this.changed) {
      const link = root.querySelector("[data-kept] a");
      if (link instanceof HTMLAnchorElement) link.href = `/sign-in?back=${here}`;
    }
  }

  /** @param {Answer} answer */
  conflict(answer) {
    this.held = true;
    const theirs = answer.theirs ?? {};
    this.show(this.changed, "unsaved", sentence("conflict"));
    const first = [...this.changed, ...this.roots][0];
    if (!first) return;
    const box = document.createElement("div");
    box.className = "conflict";
    box.setAttribute("role", "alert");
    if (answer.by) box.append(paragraph(answer.by, "by"));
    for (const control of this.controls()) {
      const text = theirs[control.name];
      if (text === undefined || text === control.value) continue;
      box.append(paragraph(sentence("conflictTheirs"), "by"), paragraph(text, "said"));
    }
    const acts = document.createElement("div");
    acts.className = "acts";
    const settle = (/** @type {boolean} */ take) => {
      box.remove();
      this.held = false;
      this.shows(answer.version ?? this.version);
      if (take) this.fill(Object.entries(theirs), false);
      this.touch(first);
      this.send();
    };
    acts.append(
      choice(sentence("conflictKeep"), () => settle(false)),
      choice(sentence("conflictTake"), () => settle(true)),
    );
    box.append(acts);
    first.append(box);
  }

  /**
   * Puts values into the fields.
   * @param {Iterable<[string, string]>} values
   * @param {boolean} whole names that are absent had nothing chosen; otherwise they are left alone
   * @returns {HTMLElement[]} what changed
   */
  fill(values, whole) {
    /** @type {Map<string, string[]>} */
    const byName = new Map();
    for (const [name, value] of values) byName.set(name, [...(byName.get(name) ?? []), value]);
    /** @type {Set<HTMLElement>} */
    const changed = new Set();
    for (const control of this.controls()) {
      const wanted = byName.get(control.name);
      const root = this.roots.find((candidate) => candidate.contains(control));
      if (control instanceof HTMLInputElement && ["radio", "checkbox"].includes(control.type)) {
        if (!wanted && !whole) continue;
        const checked = wanted?.includes(control.value) ?? false;
        if (checked !== control.checked && root) changed.add(root);
        control.checked = checked;
      } else if (wanted && wanted[0] !== control.value) {
        control.value = wanted[0] ?? "";
        control.dispatchEvent(new Event("forthright:put", { bubbles: true }));
        if (root) changed.add(root);
      }
    }
    return [...changed];
  }

  /** Puts back what could not be saved before the page was left. */
  restore() {
    const kept = recall(this.key);
    if (!kept) return;
    const changed = this.fill(kept.values, true);
    if (changed.length === 0) return forget(this.key);
    // The version of then: if somebody saved meanwhile, both texts are shown.
    this.shows(String(kept.version));
    for (const root of changed) this.touch(root);
    this.show(changed, "unsaved", sentence("restored"));
    this.soon(REST);
  }

  /**
   * @param {Iterable<HTMLElement>} roots
   * @param {import("./said.js").State} state
   * @param {string} [words]
   */
  show(roots, state, words) {
    for (const root of roots) {
      root.querySelector("[data-kept]")?.replaceChildren(stateOf(state, words));
    }
  }
}

/**
 * @param {string} text
 * @param {string} kind
 */
function paragraph(text, kind) {
  const element = document.createElement("p");
  element.className = kind;
  element.textContent = text;
  return element;
}

/**
 * @param {string} text
 * @param {() => void} act
 */
function choice(text, act) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "btn";
  button.textContent = text;
  button.addEventListener("click", act);
  return button;
}

/**
 * @param {Response | undefined} response
 * @returns {Promise<Answer>}
 */
async function read(response) {
  try {
    return response ? await response.json() : {};
  } catch {
    return {};
  }
}

/**
 * @param {string} key
 * @param {{ version: string, values: [string, string][] }} kept
 */
function remember(key, kept) {
  try {
    sessionStorage.setItem(key, JSON.stringify(kept));
  } catch {
    // A full or forbidden store: the text still stands in the page.
  }
}

/**
 * @param {string} key
 * @returns {{ version: string, values: [string, string][] } | undefined}
 */
function recall(key) {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? "null") ?? undefined;
  } catch {
    return undefined;
  }
}

/** @param {string} key */
function forget(key) {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}

/**
 * Lets every text of the page save itself.
 * @param {ParentNode} page
 */
export function keepTexts(page) {
  /** @type {Map<string, Draft>} */
  const drafts = new Map();
  for (const root of /** @type {NodeListOf<HTMLElement>} */ (page.querySelectorAll("[data-autosave]"))) {
    const url = root.dataset.autosave ?? "";
    const draft = drafts.get(url) ?? new Draft(url);
    draft.add(root);
    drafts.set(url, draft);
  }
  if (drafts.size === 0) return;
  for (const draft of drafts.values()) draft.restore();

  const flush = () => {
    for (const draft of drafts.values()) draft.send(true);
  };
  addEventListener("online", flush);
  addEventListener("pagehide", flush);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") flush();
  });
  // A form that is sent carries its own fields: they hold nothing up. A text of it that is on its way is waited for, so
  // that the form says what the page shows; otherwise the page would be in its own way.
  addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || !(form instanceof HTMLFormElement)) return;
    const own = [...drafts.values()].filter((draft) => draft.roots.every((root) => form.contains(root)));
    for (const draft of own) {
      clearTimeout(draft.timer);
      draft.changed.clear();
    }
    const onTheWay = own.flatMap((draft) => draft.sending ?? []);
    if (onTheWay.length === 0) return;
    event.preventDefault();
    event.stopPropagation();
    const pressed = event instanceof SubmitEvent ? event.submitter : null;
    const longest = new Promise((done) => setTimeout(done, PATIENCE));
    Promise.race([Promise.all(onTheWay), longest]).then(() => {
      for (const draft of own) draft.sending = undefined;
      form.requestSubmit(pressed);
    });
  }, { capture: true });
  addEventListener("beforeunload", (event) => {
    if ([...drafts.values()].some((draft) => draft.unsaved)) event.preventDefault();
  });
}
