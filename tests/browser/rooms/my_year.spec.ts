// Room my_year: a teacher's own year, and the same year as the evaluator and the leader see it.
import { day, expect, fits, type Page, press, test } from "../harness/test.ts";

const section = (page: Page, label: string) => page.getByRole("region", { name: label, exact: true });

test("a teacher at risk reads where she stands, why, and what still decides it", async ({ as, axe }) => {
  const page = await as("teacher_at_risk");
  await day(page, "January");
  await page.locator("[data-room=my-year]").click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Where you stand, and what comes next");
  await expect(page.locator(".next")).toHaveCount(1);
  await section(page, "Situation").getByText("Why the program says so").click();
  await expect(section(page, "Situation")).toContainText("of 100 points");
  await expect(section(page, "Rating so far")).toContainText("Approaching or Effective");
  await expect(section(page, "Rating so far").getByRole("row", { name: /Together/ })).toContainText(/\d to \d/);
  await section(page, "Where each indicator stands").getByText("The same as a table").click();
  await expect(section(page, "Where each indicator stands").getByRole("row", { name: /I\.3/ })).toBeVisible();
  await axe(page);
});

test("the year by keyboard alone: to the evidence, and to its answer", async ({ as }) => {
  const page = await as("teacher_at_risk");
  await day(page, "January");
  await page.goto("/my-year");
  const jumps = page.getByRole("navigation", { name: "On this page" });
  await press(page, jumps.getByRole("link", { name: "Shared evidence" }));
  await expect(section(page, "Shared evidence")).toBeInViewport();
  await press(page, section(page, "Shared evidence").getByRole("link", { name: "Answer" }).first());
  await expect(page).toHaveURL(/\/observations\/.+#answer$/);
});

test("on a phone, in English and in Spanish", async ({ as, axe }) => {
  test.slow();
  for (const [language, heading] of [["en", "Where you stand, and what comes next"], ["es", "Dónde está usted y qué sigue"]] as const) {
    const page = await as("teacher_at_risk", { phone: true, language });
    await day(page, "January");
    await page.goto("/my-year");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading);
    await fits(page);
    await axe(page);
  }
});

test("an evaluator and a leader read the same year, and she sees that the leader has", async ({ as, axe }) => {
  const evaluator = await as("evaluator");
  await day(evaluator, "April");
  await evaluator.goto("/caseload");
  await evaluator.getByRole("link", { name: "Beatriz Ferreira" }).click();
  await expect(evaluator.getByRole("heading", { level: 1 })).toHaveText("Beatriz Ferreira");
  await expect(section(evaluator, "Your work").getByRole("link", { name: "Begin an observation" })).toBeVisible();
  await axe(evaluator);
  const year = new URL(evaluator.url()).pathname;

  const leader = await as("school_leader", { phone: true });
  await day(leader, "April");
  await leader.goto(year);
  await expect(leader.getByRole("heading", { level: 1 })).toHaveText("Beatriz Ferreira");
  await fits(leader);
  await axe(leader);

  const teacher = await as("teacher_at_risk");
  await day(teacher, "April");
  await teacher.goto("/my-year");
  await expect(section(teacher, "Who has looked").getByRole("row", { name: /Ruth Okonkwo-Lane/ }).first()).toContainText("your year");
  await expect(section(teacher, "Who has looked")).not.toContainText("Desmond Achterberg");
});

test("nobody else reads it", async ({ as, quiet }) => {
  quiet.but(404);
  const teacher = await as("teacher_at_risk");
  await day(teacher, "October");
  await teacher.goto("/my-year");
  const history = await teacher.getByRole("link", { name: "The history of the whole year" }).getAttribute("href");
  const year = history?.replace("/history", "") ?? "";
  for (const who of ["teacher_on_track", "hr_partner", "administrator"]) {
    const page = await as(who);
    await day(page, "October");
    expect((await page.goto(year))?.status(), who).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is no such page for you");
  }
});
