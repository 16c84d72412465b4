// How many actions a thing takes: what a person presses or opens; typing and choosing scores are not counted.
import { expect, type Locator } from "@playwright/test";

export class Actions {
  #count = 0;

  /** Presses a button, opens a link or a disclosure: one action. */
  async click(control: Locator): Promise<void> {
    this.#count += 1;
    await control.click();
  }

  /** The promise that the issue or the pattern gives for this way. */
  atMost(limit: number): void {
    expect(this.#count, "actions beyond typing and choosing").toBeLessThanOrEqual(limit);
  }
}
