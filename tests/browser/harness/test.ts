// What every spec imports: `test` with its fixtures, and `expect`.
//
//   test("an evaluator shares an observation", async ({ as, axe, picture }) => {
//     const achterberg = await as("evaluator");
//     await day(achterberg, "October");
//     …
//     await axe(achterberg);
//     await picture(achterberg, "observation-shared");
//   });
import { join } from "node:path";

import { test as base, type BrowserContextOptions, type Page } from "@playwright/test";

import { axe } from "./axe.ts";
import { type Demo, demo, type Person } from "./demo.ts";
import { Quiet } from "./quiet.ts";
import { fromRoot } from "./results.ts";
import { recordVisits } from "./routes.ts";

export { expect, type Page } from "@playwright/test";
export { Actions } from "./actions.ts";
export { bar, day } from "./day.ts";
export { fits } from "./fits.ts";
export { press, tabTo } from "./keyboard.ts";

/** How somebody sits before the page. */
export interface Seat {
  /** 390 px wide, with touch. */
  phone?: boolean;
  /** The language that the browser asks for. */
  language?: "en" | "es";
  /** Without scripts every page still works. */
  scripts?: boolean;
}

interface Fixtures {
  demo: Demo;
  /** Console lines that the test expects: `quiet.but(404)`. */
  quiet: Quiet;
  /** A page of a person's own, signed in, by the role that the demo prints or by name. */
  as: (who: string, seat?: Seat) => Promise<Page>;
  /** A page of somebody who has not signed in, at the demo's address. */
  visitor: (seat?: Seat) => Promise<Page>;
  /** No violation here, in light and dark. */
  axe: (page: Page) => Promise<void>;
  /** A picture for docs/tour, when pictures are asked for. */
  picture: (page: Page, name: string) => Promise<void>;
}

const TOUR = fromRoot("docs/tour");

export const test = base.extend<Fixtures>({
  demo: async ({}, use) => use(demo()),

  quiet: [
    async ({}, use) => {
      const quiet = new Quiet();
      await use(quiet);
      quiet.check();
    },
    { auto: true },
  ],

  baseURL: async ({}, use) => use(demo().url),

  context: async ({ context, quiet }, use) => {
    quiet.watch(context);
    recordVisits(context);
    await use(context);
  },

  visitor: async ({ browser, quiet }, use) => {
    const opened: Page[] = [];
    await use(async (seat = {}) => {
      const context = await browser.newContext(options(seat));
      quiet.watch(context);
      recordVisits(context);
      const page = await context.newPage();
      opened.push(page);
      return page;
    });
    for (const page of opened) await page.context().close();
  },

  as: async ({ visitor }, use) => {
    await use(async (who, seat) => {
      const page = await visitor(seat);
      await page.goto(person(who).link);
      return page;
    });
  },

  axe: async ({}, use) => use(axe),

  picture: async ({}, use) => {
    await use(async (page, name) => {
      if (process.env.FORTHRIGHT_TOUR !== "1") return;
      await page.screenshot({
        path: join(TOUR, `${name}.png`),
        fullPage: true,
        animations: "disabled",
        caret: "hide",
      });
    });
  },
});

/** A person of the demo's printed list, by role ("evaluator") or by name. */
export function person(who: string): Person {
  const { people } = demo();
  const found = people.find((one) => one.role === who || one.name === who);
  if (found) return found;
  const known = people.map((one) => `"${one.role}" (${one.name})`).join(", ");
  throw new Error(`The demo knows nobody called "${who}"; it knows ${known}.`);
}

function options(seat: Seat): BrowserContextOptions {
  return {
    baseURL: demo().url,
    locale: seat.language === "es" ? "es-US" : "en-US",
    timezoneId: "America/Denver",
    viewport: seat.phone ? { width: 390, height: 844 } : { width: 1280, height: 900 },
    hasTouch: seat.phone ?? false,
    javaScriptEnabled: seat.scripts ?? true,
  };
}
