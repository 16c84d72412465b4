// Nothing scrolls sideways, with every disclosure open.
import { expect, type Page } from "@playwright/test";

/** The smallest phone that is still in use, in px. */
const NARROWEST = 320;

/** The page is no wider than its window, at its own width and at 320 px. Leaves every disclosure open. */
export async function fits(page: Page): Promise<void> {
  const own = page.viewportSize();
  await asItIs(page);
  if (!own || own.width <= NARROWEST) return;
  await page.setViewportSize({ width: NARROWEST, height: own.height });
  await asItIs(page);
  await page.setViewportSize(own);
}

async function asItIs(page: Page): Promise<void> {
  const { over, out, width } = await page.evaluate(() => {
    for (const disclosure of document.querySelectorAll("details")) disclosure.open = true;
    const { clientWidth, scrollWidth } = document.documentElement;
    const out = [...document.querySelectorAll("body *")]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
      .map((element) => [element.tagName.toLowerCase(), ...element.classList].join("."));
    return { over: scrollWidth - clientWidth, out, width: clientWidth };
  });
  expect(over > 0 ? out : [], `what sticks out by ${over} px on ${page.url()} at ${width} px`).toEqual([]);
  expect(over, "px that the page is wider than its window").toBeLessThanOrEqual(0);
}
