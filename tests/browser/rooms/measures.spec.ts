// Student measures: entered by hand with their source, opened up to their points, corrected.
import { day, expect, fits, type Page, press, tabTo, test } from "../harness/test.ts";

const SOURCE = "The district’s file of 12 April, line 41.";

/** Opens a teacher's measures from the caseload. */
async function measuresOf(page: Page, name: string): Promise<void> {
  await page.goto("/caseload");
  await page.getByRole("link", { name, exact: true }).click();
  await page.getByRole("link", { name: "Enter student measures" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Student measures of ${name}`);
}

const field = (page: Page, name: string) => page.locator(`[id="${name}"]`);

test("an evaluator enters growth goals, adds one, takes one out, and sees what they give", async ({ as, axe, picture }) => {
  const page = await as("evaluator");
  await day(page, "April");
  await measuresOf(page, "Owen Lindqvist");
  await axe(page);
  await page.locator("#goals").locator("xpath=ancestor::section").getByRole("link").first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Growth goals of Owen Lindqvist");
  await field(page, "goals.title.1").fill("Reading for claims");
  for (const [points, pupils] of [3, 6, 12, 4].entries()) await field(page, `goals.pupils.1.${points}`).fill(String(pupils));
  await field(page, "goals.title.2").fill("Fractions");
  for (const [points, pupils] of [2, 6, 10, 6].entries()) await field(page, `goals.pupils.2.${points}`).fill(String(pupils));
  await page.getByRole("button", { name: "Add a goal" }).click();
  await expect(field(page, "goals.title.3")).toBeVisible();
  await expect(field(page, "goals.title.2")).toHaveValue("Fractions");
  await page.getByRole("button", { name: "Take out goal 3" }).click();
  await expect(field(page, "goals.title.3")).toHaveCount(0);
  await field(page, "goals.source").fill(SOURCE);
  await axe(page);
  await picture(page, "measures-goals");
  await page.getByRole("button", { name: "Enter it on the record" }).click();
  await expect(page.getByRole("status").filter({ hasText: "It is on the record." })).toBeVisible();
  await expect(page.getByText("20 points × 301/450", { exact: true })).toBeVisible();
  await axe(page);
  await fits(page);
  await picture(page, "measures");
});

test("a figure that makes no sense is named and kept, and another entry is not overwritten", async ({ as, quiet }) => {
  quiet.but(422, 409);
  const page = await as("evaluator");
  await day(page, "April");
  await measuresOf(page, "Luis Barragán");
  const address = page.url();
  await page.goto(`${address}?enter=collective`);
  const other = await page.context().newPage();
  await other.goto(`${address}?enter=survey`);
  await field(page, "collective.percent").fill("152 <b>%</b>");
  await field(page, "collective.source").fill(SOURCE);
  await page.getByRole("button", { name: "Enter it on the record" }).click();
  await expect(page.getByRole("alert")).toBeFocused();
  await expect(page.getByRole("alert").getByText("The percentage is missing or cannot be read.")).toBeVisible();
  await expect(field(page, "collective.percent")).toHaveValue("152 <b>%</b>");
  await field(page, "collective.percent").fill("52.5 %");
  await page.getByRole("button", { name: "Enter it on the record" }).click();
  await expect(page.getByText("52.5 %")).toBeVisible();
  await field(other, "survey.percent").fill("66");
  await field(other, "survey.answers").fill("22");
  await field(other, "survey.source").fill(SOURCE);
  await other.getByRole("button", { name: "Enter it on the record" }).click();
  await expect(other.getByText("Something was entered in the meantime")).toBeVisible();
  await expect(field(other, "survey.percent")).toHaveValue("66");
  await other.getByRole("button", { name: "Enter it on the record" }).click();
  await expect(other.getByRole("status").filter({ hasText: "It is on the record." })).toBeVisible();
});

test("en español, en un teléfono y con el teclado la directora registra la encuesta", async ({ as, axe }) => {
  const page = await as("school_leader", { phone: true, language: "es" });
  await day(page, "April");
  await page.goto("/school");
  const href = await page.getByRole("link", { name: "Hana Dvořák", exact: true }).getAttribute("href");
  await page.goto(`${href}/measures?enter=survey-applies`);
  await axe(page);
  await fits(page);
  const no = page.getByRole("radio", { name: "No, no se aplica." });
  await tabTo(page, page.locator('[name="survey-applies.applies"]').first());
  await no.focus();
  await page.keyboard.press("Space");
  await tabTo(page, field(page, "survey-applies.source"));
  await page.keyboard.type("Trabaja con grupos pequeños de varios grados.");
  await press(page, page.getByRole("button", { name: "Registrarlo en el expediente" }));
  await expect(page.getByText("No, no se aplica.")).toBeVisible();
  await fits(page);
});

test("a teacher reads what was entered and enters nothing", async ({ as, axe }) => {
  const page = await as("teacher_on_track");
  await day(page, "May");
  await page.goto("/my-year");
  await page.getByRole("link", { name: "Student measures" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your student measures");
  await expect(page.getByRole("link", { name: /^(Enter|Correct)/ })).toHaveCount(0);
  await expect(page.getByText("Points that it gives").first()).toBeVisible();
  await axe(page);
  await fits(page);
});
