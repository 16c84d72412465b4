// Nothing scrolls sideways, with every disclosure open.
import { expect, type Page } from "@playwright/test";

/** The page is no wider than its window. Leaves every disclosure open. */
export async function fits(page: Page): Promise<void> {
  const wide = await page.evaluate(() => {
    for (const disclosure of document.querySelectorAll("details")) disclosure.open = true;
    const window = document.documentElement.clientWidth;
    return [...document.querySelectorAll("body *")]
      .filter((element) => document.documentElement.scrollWidth > window)
      .filter((element) => element.getBoundingClientRect().right > window + 1)
      .map((element) => `${element.tagName.toLowerCase()}.${[...element.classList].join(".")}`);
  });
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(over > 0 ? wide : [], `what sticks out ${over} px on ${page.url()}`).toEqual([]);
  expect(over, "px that the page is wider than its window").toBeLessThanOrEqual(0);
}
