// The days of the demo's year: each is a district of its own, and the bar on every page walks between them.
import { join } from "node:path";

import { expect, type Page } from "@playwright/test";

import type { Demo } from "./demo.ts";

/** The five mornings, by the first of the names that the bar shows, in each language. */
const MORNINGS = {
  August: /Aug|ago/i,
  October: /Oct/i,
  January: /Jan|ene/i,
  April: /Apr|abr/i,
  May: /May/i,
} as const;

/** The database of that day in the demo's folder. */
export const database = (demo: Demo, morning: Morning): string =>
  `sqlite:${join(demo.folder, `${morning.toLowerCase()}.db`)}`;

export type Morning = keyof typeof MORNINGS;

/** The demo's bar. */
export const bar = (page: Page) => page.locator("section.demo");

/** Walks to another day of the demo by the bar, as the same person. */
export async function day(page: Page, morning: Morning): Promise<void> {
  const name = MORNINGS[morning];
  const choice = bar(page).getByRole("button", { name }).or(bar(page).getByRole("link", { name }));
  await choice.click();
  await expect(bar(page).locator("[aria-current]").filter({ hasText: name })).toBeVisible();
}
