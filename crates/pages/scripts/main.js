// Loads what enhances a page. Every page works without it; no sentence is written here: all of them
// come with the page, in its language.

import { keepAlive } from "./activity.js";
import { keepTexts } from "./autosave.js";
import { countWords } from "./counts.js";
import { keepLines } from "./fold.js";
import { findLikely } from "./likely.js";
import { sendOnce } from "./submit.js";
import { runTimers } from "./timer.js";

// Buttons that save are needed only where texts do not save themselves.
for (const button of document.querySelectorAll("[data-without-script]")) {
  button.toggleAttribute("hidden", true);
}
// A refused form puts the focus on what went wrong, where the browser's own autofocus has not done so by then.
const problem = document.querySelector("[data-focus]");
requestAnimationFrame(() => {
  if (problem instanceof HTMLElement && document.activeElement === document.body) problem.focus();
});

keepTexts(document);
countWords(document);
keepLines(document);
findLikely(document);
sendOnce(document);
runTimers(document);
keepAlive(document);
