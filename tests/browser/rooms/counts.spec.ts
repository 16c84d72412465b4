// Room counts: how far the schools are, suppressed where a count would name somebody.
import { day, expect, fits, press, test } from "../harness/test.ts";

test("an HR partner sees counts by school, and why no name is shown", async ({ as, axe }) => {
  const page = await as("hr_partner");
  await day(page, "January");
  await press(page, page.getByRole("main").getByRole("link", { name: "Counts" }));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("How far the schools are");
  await expect(page.getByRole("main")).toContainText("Why no name stands here");
  await expect(page.getByRole("main")).toContainText("C.R.S. 22-9-109");
  const row = (school: string) => page.getByRole("row", { name: school });
  await expect(row("Elm Street Elementary").getByText("too few to show")).toHaveCount(6);
  await expect(row("Larkspur Elementary")).toContainText("31");
  for (const name of ["Castellano", "Ferreira", "Vo"]) {
    await expect(page.getByRole("table").getByText(name, { exact: true })).toHaveCount(0);
  }
  await expect(page.getByRole("table").getByRole("link")).toHaveCount(0);
  await axe(page);
});

test("on a phone and in Spanish", async ({ as, axe }) => {
  const page = await as("hr_partner", { phone: true, language: "es" });
  await day(page, "May");
  await page.goto("/counts");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Cuánto han avanzado las escuelas");
  await fits(page);
  await axe(page);
});

test("no other office has the page", async ({ as, quiet }) => {
  quiet.but(404);
  for (const who of ["teacher_on_track", "evaluator", "school_leader", "administrator"]) {
    const page = await as(who);
    expect((await page.goto("/counts"))?.status(), who).toBe(404);
  }
});
