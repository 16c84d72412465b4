// The page by keyboard alone.
import { expect, type Locator, type Page } from "@playwright/test";

/** More stops than this on the way to one control are a fault of the page. */
const STOPS = 150;

/** Presses Tab until the control has the focus; fails where it is never reached or the focus cannot be seen. */
export async function tabTo(page: Page, control: Locator): Promise<void> {
  for (let stop = 0; stop < STOPS; stop += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) {
      const seen = await control.evaluate((element) => {
        const style = getComputedStyle(element);
        return style.outlineStyle !== "none" || style.boxShadow !== "none";
      });
      expect(seen, `the focus is visible on ${control}`).toBe(true);
      return;
    }
    await page.keyboard.press("Tab");
  }
  throw new Error(`${control} is not reached by ${STOPS} presses of Tab.`);
}

/** Reaches a button or link by Tab and presses Enter on it. */
export async function press(page: Page, control: Locator): Promise<void> {
  await tabTo(page, control);
  await page.keyboard.press("Enter");
}
