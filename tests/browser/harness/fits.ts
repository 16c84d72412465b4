// Nothing scrolls sideways, with every disclosure open.
import { expect, type Page } from "@playwright/test";

/** The page is no wider than its window. Leaves every disclosure open. */
export async function fits(page: Page): Promise<void> {
  const { over, out } = await page.evaluate(() => {
    for (const disclosure of document.querySelectorAll("details")) disclosure.open = true;
    const { clientWidth, scrollWidth } = document.documentElement;
    const out = [...document.querySelectorAll("body *")]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
      .map((element) => [element.tagName.toLowerCase(), ...element.classList].join("."));
    return { over: scrollWidth - clientWidth, out };
  });
  expect(over > 0 ? out : [], `what sticks out by ${over} px on ${page.url()}`).toEqual([]);
  expect(over, "px that the page is wider than its window").toBeLessThanOrEqual(0);
}
