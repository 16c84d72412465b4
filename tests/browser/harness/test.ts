// What every spec imports: `test` with its fixtures, and `expect`.
//
//   test("an evaluator shares an observation", async ({ as, axe, picture }) => {
//     const achterberg = await as("evaluator");
//     await day(achterberg, "October");
//     …
//     await axe(achterberg);
//     await picture(achterberg, "observation-shared");
//   });
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { test as base, type BrowserContextOptions, type Page } from "@playwright/test";

import { axe } from "./axe.ts";
import { database, day, type Morning } from "./day.ts";
import { another, type Demo, demo, type Person } from "./demo.ts";
import { type District, district, type Engine } from "./district.ts";
import { Quiet } from "./quiet.ts";
import { run } from "./program.ts";
import { fromRoot } from "./results.ts";
import { recordVisits } from "./routes.ts";

export { expect, type Page } from "@playwright/test";
export { Actions } from "./actions.ts";
export { bar, day, type Morning } from "./day.ts";
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
  /** Another server than the demo's: a district's address. */
  at?: string;
}

interface Fixtures {
  /** `test.use({ ownDemo: true })` where acts would be in the way of other specs: a demo for this test alone. */
  ownDemo: boolean;
  demo: Demo;
  /** `test.use({ engine: "postgres" })`: the engine of `district`. */
  engine: Engine;
  /** An empty record that is served as a district runs it, with a mailbox. */
  district: District;
  /** Console lines that the test expects: `quiet.but(404)`. */
  quiet: Quiet;
  /** A page of a person's own, signed in, by the role that the demo prints or by name. */
  as: (who: string, seat?: Seat) => Promise<Page>;
  /** A page of anybody by e-mail address, signed in on a day by a link of the command line, as a mail would bring it. */
  mailed: (who: string, morning: Morning, back?: string, seat?: Seat) => Promise<Page>;
  /** A page of somebody who has not signed in, at the demo's address unless the seat says another. */
  visitor: (seat?: Seat) => Promise<Page>;
  /** No violation here, in light and dark. */
  axe: (page: Page) => Promise<void>;
  /** A picture for docs/tour, when pictures are asked for and docs/tour.md shows one of this name. */
  picture: (page: Page, name: string) => Promise<void>;
}

const TOUR = fromRoot("docs/tour");
/** px of a picture's height. */
const TALLEST = 1_200;

/** The names of the pictures that docs/tour.md shows. */
export function shown(): Set<string> {
  const text = readFileSync(fromRoot("docs/tour.md"), "utf8");
  return new Set([...text.matchAll(/\btour\/([a-z0-9-]+)\.png/g)].map(([, name]) => name ?? ""));
}

export const test = base.extend<Fixtures>({
  ownDemo: [false, { option: true }],

  demo: async ({ ownDemo }, use, { testId }) => {
    if (!ownDemo) return use(demo());
    const own = await another(`demo-${testId}`);
    await use(own.demo);
    await own.stop();
  },

  engine: ["sqlite", { option: true }],

  district: async ({ engine }, use) => {
    const own = await district(engine);
    await use(own);
    await own.stop();
  },

  quiet: [
    async ({}, use) => {
      const quiet = new Quiet();
      await use(quiet);
      quiet.check();
    },
    { auto: true },
  ],

  baseURL: async ({ demo }, use) => use(demo.url),

  context: async ({ context, demo, quiet }, use) => {
    quiet.watch(context);
    recordVisits(context, demo.url);
    await use(context);
  },

  visitor: async ({ browser, demo, quiet }, use) => {
    const opened: Page[] = [];
    await use(async (seat = {}) => {
      const at = seat.at ?? demo.url;
      const context = await browser.newContext(options(seat, at));
      quiet.watch(context);
      recordVisits(context, at);
      const page = await context.newPage();
      opened.push(page);
      return page;
    });
    for (const page of opened) await page.context().close();
  },

  as: async ({ demo, visitor }, use) => {
    await use(async (who, seat) => {
      const page = await visitor(seat);
      await page.goto(person(demo, who).link);
      return page;
    });
  },

  mailed: async ({ demo, visitor }, use) => {
    await use(async (who, morning, back = "/", seat) => {
      const page = await visitor(seat);
      await page.goto("/sign-in");
      await day(page, morning);
      const link = run("link", "--database", database(demo, morning), "--public-url", demo.url, who).trim();
      await page.goto(`${link}?back=${encodeURIComponent(back)}`);
      await page.getByRole("main").getByRole("button").click();
      return page;
    });
  },

  axe: async ({}, use) => use(axe),

  picture: async ({}, use) => {
    await use(async (page, name) => {
      if (process.env.FORTHRIGHT_TOUR !== "1" || !shown().has(name)) return;
      // A tall page is shown as far as it is worth looking at in a document.
      const { width, height } = await page.evaluate(() => ({
        width: document.documentElement.clientWidth,
        height: document.documentElement.scrollHeight,
      }));
      await page.screenshot({
        path: join(TOUR, `${name}.png`),
        fullPage: true,
        clip: { x: 0, y: 0, width, height: Math.min(height, TALLEST) },
        animations: "disabled",
        caret: "hide",
      });
    });
  },
});

/** A person of the demo's printed list, by role ("evaluator") or by name. */
export function person({ people }: Demo, who: string): Person {
  const found = people.find((one) => one.role === who || one.name === who);
  if (found) return found;
  const known = people.map((one) => `"${one.role}" (${one.name})`).join(", ");
  throw new Error(`The demo knows nobody called "${who}"; it knows ${known}.`);
}

function options(seat: Seat, baseURL: string): BrowserContextOptions {
  return {
    baseURL,
    locale: seat.language === "es" ? "es-US" : "en-US",
    timezoneId: "America/Denver",
    // A transition between pages that the next step cuts short would be reported as an uncaught rejection.
    reducedMotion: "reduce",
    viewport: seat.phone ? { width: 390, height: 844 } : { width: 1280, height: 900 },
    hasTouch: seat.phone ?? false,
    javaScriptEnabled: seat.scripts ?? true,
  };
}
