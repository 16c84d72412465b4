// Room people: everybody and every school; offices and evaluators given by hand.
import { day, expect, fits, press, tabTo, test } from "../harness/test.ts";

test("an administrator finds somebody, grants an office and ends it", async ({ as, axe, picture, quiet }) => {
  quiet.but(422);
  const page = await as("administrator");
  await day(page, "October");
  await page.locator("[data-room=people]").click();
  await expect(page.getByText(/\d+ people, by family name/)).toBeVisible();
  await axe(page);
  await picture(page, "people");
  await page.getByRole("link", { name: "Later" }).click();
  await expect(page.getByRole("link", { name: "Earlier" })).toBeVisible();
  await page.getByRole("link", { name: "Earlier" }).click();

  await page.getByLabel("Find by name, e-mail or number").fill("mazur");
  await page.getByRole("button", { name: "Find" }).click();
  await page.getByRole("link", { name: "Katarzyna Mazur" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Katarzyna Mazur");
  await axe(page);
  await picture(page, "person");

  await page.getByRole("link", { name: "Grant an office" }).click();
  await page.getByLabel("HR school partner").check();
  await page.getByLabel("Why").fill("Stands in for a colleague <on leave>");
  await axe(page);
  await page.getByRole("button", { name: "Grant an office" }).click();
  await expect(page.getByRole("alert")).toContainText("is named for one school");
  await expect(page.getByLabel("Why")).toHaveValue("Stands in for a colleague <on leave>");
  await page.getByRole("combobox", { name: "School" }).selectOption({ label: "Larkspur Elementary" });
  await page.getByRole("button", { name: "Grant an office" }).click();
  await expect(page.getByText("Stands in for a colleague <on leave>")).toBeVisible();

  await page.getByRole("link", { name: "End the office: HR school partner" }).click();
  await expect(page.getByText("no longer sees the counts of Larkspur Elementary")).toBeVisible();
  await axe(page);
  await page.getByLabel("Why").fill("The colleague is back");
  await page.getByRole("button", { name: "End the office" }).click();
  await expect(page.getByRole("link", { name: "End the office: HR school partner" })).toHaveCount(0);
});

test("an evaluator is assigned by keyboard alone, and the assignment ended", async ({ as, axe }) => {
  const page = await as("administrator");
  await day(page, "August");
  await page.goto("/people?q=barrag%C3%A1n");
  await press(page, page.getByRole("link", { name: "Luis Barragán" }));
  await press(page, page.getByRole("link", { name: "Assign an evaluator" }));
  await expect(page.getByText("ends the day before")).toBeVisible();
  await axe(page);
  const harrow = page.getByLabel(/Mei-Lin Harrow/);
  await tabTo(page, page.getByLabel("Find by name"));
  await page.keyboard.type("harrow");
  await page.keyboard.press("Enter");
  await tabTo(page, harrow);
  await page.keyboard.press("Space");
  await tabTo(page, page.getByLabel("Why"));
  await page.keyboard.type("Caseloads evened out");
  await press(page, page.getByRole("button", { name: "Assign an evaluator" }));
  await expect(page.getByRole("link", { name: "End: evaluated by Mei-Lin Harrow" })).toBeVisible();
  await press(page, page.getByRole("link", { name: "End: evaluated by Mei-Lin Harrow" }));
  await expect(page.getByText("reads nothing of Luis Barragán’s year any more")).toBeVisible();
  await axe(page);
  await page.getByLabel("Why").fill("Was a mistake");
  await press(page, page.getByRole("button", { name: "End the assignment" }));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Luis Barragán");
});

test("on a phone and in Spanish", async ({ as, axe }) => {
  const page = await as("administrator", { phone: true, language: "es" });
  await day(page, "October");
  await page.goto("/people");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Todas las personas y escuelas");
  await fits(page);
  await axe(page);
  await page.goto("/people?who=schools");
  await expect(page.getByRole("link", { name: "Larkspur Elementary" })).toBeVisible();
  await fits(page);
  await page.goto("/people?q=castellano");
  await page.getByRole("link", { name: "Imani Castellano" }).click();
  await fits(page);
  await axe(page);
});

test("nobody else may know of it", async ({ as, quiet }) => {
  quiet.but(404);
  for (const who of ["school_leader", "evaluator", "teacher_on_track", "hr_partner"]) {
    const page = await as(who);
    const answer = await page.goto("/people");
    expect(answer?.status(), who).toBe(404);
    await expect(page.locator("[data-room=people]")).toHaveCount(0);
  }
});
