// The pictures of docs/tour that show a day as it was lived, from a demo in which nobody has acted; the specs of the rooms
// make those that show what somebody does. FORTHRIGHT_TOUR=1 writes them.
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

import { fromRoot } from "../harness/results.ts";
import { day, expect, type Morning, type Page, type Seat, shown, test } from "../harness/test.ts";

/** As whom, on which day, where, and what the page is called there. */
interface View {
  who: string;
  morning: Morning;
  /** A path, or a way to it. */
  at: string | ((page: Page) => Promise<void>);
  heading: string | RegExp;
  seat?: Seat;
  dark?: boolean;
}

const phone: Seat = { phone: true };

/** From the page of the year to what a link there opens. */
const byLink = (from: string, selector: string) => async (page: Page) => {
  await page.goto(from);
  const address = await page.getByRole("main").locator(selector).first().getAttribute("href");
  await page.goto(address ?? "");
};

const risk = { who: "teacher_at_risk", morning: "January", at: "/my-year" } as const;
const stands = "Where you stand, and what comes next";

const views: Record<string, View> = {
  year: { who: "administrator", morning: "October", at: "/year", heading: "School year 2026-27" },
  today: { who: "evaluator", morning: "January", at: "/", heading: /things need you this week/ },
  caseload: { who: "evaluator", morning: "January", at: "/caseload", heading: "Your 14 teachers" },
  school: { who: "school_leader", morning: "January", at: "/school?contact=none", heading: /31 teachers/ },
  professionalism: {
    ...risk,
    at: byLink("/my-year", "a[href$='/professionalism/mid-year']"),
    heading: "Your professionalism at mid-year",
  },
  "my-year": { ...risk, heading: stands },
  "my-year-phone": { ...risk, seat: phone, heading: stands },
  "my-year-phone-es": { ...risk, seat: { phone: true, language: "es" }, heading: "Dónde está usted y qué sigue" },
  "my-year-phone-dark": { ...risk, seat: phone, dark: true, heading: stands },
  "rating-phone-dark": {
    who: "teacher_at_risk",
    morning: "May",
    at: byLink("/my-year", "a[href$='/rating']"),
    seat: phone,
    dark: true,
    heading: "Your rating is Approaching",
  },
  history: {
    who: "school_leader",
    morning: "May",
    at: async (page) => {
      await byLink("/school?q=ferreira", "tbody a[href^='/teachers/']")(page);
      await page.goto(`${new URL(page.url()).pathname}/history`);
    },
    heading: /history/i,
  },
  counts: { who: "hr_partner", morning: "January", at: "/counts", heading: "How far the schools are" },
  record: {
    who: "administrator",
    morning: "May",
    at: async (page) => {
      await page.goto("/record");
      await page.getByRole("button", { name: "Verify now" }).click();
      await expect(page.getByRole("main")).toContainText("Sound:");
    },
    heading: "Is the record sound?",
  },
};

test.describe("as it was lived", () => {
  test.use({ ownDemo: true });

  test("every view of the tour stands there", async ({ as, picture }) => {
    test.slow();
    for (const [name, view] of Object.entries(views)) {
      const page = await as(view.who, view.seat);
      if (view.dark) await page.emulateMedia({ colorScheme: "dark" });
      await day(page, view.morning);
      if (typeof view.at === "string") await page.goto(view.at);
      else await view.at(page);
      await expect(page.getByRole("heading", { level: 1 }), name).toHaveText(view.heading);
      await picture(page, name);
    }
  });
});

test("docs/tour.md shows each picture that is there, and none is heavy", () => {
  test.skip(process.env.FORTHRIGHT_TOUR === "1", "The pictures are being made.");
  const folder = fromRoot("docs/tour");
  const there = readdirSync(folder);
  expect(there.sort()).toEqual([...shown()].map((name) => `${name}.png`).sort());
  expect(Object.keys(views).filter((name) => !shown().has(name)), "views that the tour does not show").toEqual([]);
  const sizes = there.map((file) => statSync(join(folder, file)).size);
  expect(Math.max(...sizes), "bytes of the heaviest").toBeLessThan(320_000);
  expect(sizes.reduce((sum, size) => sum + size, 0), "bytes of all").toBeLessThan(6_000_000);
});
