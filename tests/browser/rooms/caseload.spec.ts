// Rooms caseload and school: one row a teacher, with the next step, the last contact, the situation and what was seen.
import { day, expect, fits, type Page, press, tabTo, test } from "../harness/test.ts";

const rows = (page: Page) => page.getByRole("main").locator("tbody tr");

test("an evaluator orders the caseload, finds somebody, and opens the year", async ({ as, axe }) => {
  const page = await as("evaluator");
  await day(page, "January");
  await page.locator("[data-room=caseload]").click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your 14 teachers");
  await expect(rows(page)).toHaveCount(14);
  await axe(page);

  await page.getByRole("link", { name: "name", exact: true }).click();
  await expect(rows(page).first()).toContainText("Adeyemi");
  await page.getByRole("link", { name: "last contact" }).click();
  await expect(rows(page).first()).toContainText("Petra Solheim");
  await page.getByRole("link", { name: "Only those without contact in 20 school days" }).click();
  await expect(rows(page).filter({ hasText: "Petra Solheim" })).toHaveCount(1);
  await expect(rows(page).filter({ hasText: "Thanh Vo" })).toHaveCount(0);
  await page.getByRole("link", { name: "Show everybody" }).click();
  await expect(rows(page)).toHaveCount(14);
  await rows(page).filter({ hasText: "Hana" }).getByRole("link").first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Hana Dvořák");
});

test("somebody is found by keyboard alone", async ({ as }) => {
  const page = await as("evaluator");
  await day(page, "January");
  await page.goto("/caseload");
  await tabTo(page, page.getByLabel("Find a teacher"));
  await page.keyboard.type("hana dv");
  await page.keyboard.press("Enter");
  await expect(rows(page)).toHaveCount(1);
  await press(page, rows(page).getByRole("link").first());
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Hana Dvořák");

  await page.goto("/caseload?q=nobody+of+that+name");
  await expect(page.getByRole("main")).toContainText("Nobody by that name here.");
});

test("a leader sees the school with who evaluates whom", async ({ as, axe }) => {
  const page = await as("school_leader");
  await day(page, "January");
  await page.locator("[data-room=school]").click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("The 31 teachers of your school");
  await expect(rows(page).filter({ hasText: "Amara Boateng" })).toContainText("evaluated by Mei-Lin Harrow");
  await axe(page);
});

test("on a phone and in Spanish", async ({ as, axe }) => {
  test.slow();
  for (const [who, room, heading] of [
    ["evaluator", "/caseload", /14 personas docentes/],
    ["school_leader", "/school?contact=none", /31 personas docentes/],
  ] as const) {
    const page = await as(who, { phone: true, language: "es" });
    await day(page, "January");
    await page.goto(room);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading);
    await fits(page);
    await axe(page);
  }
});

test("who has no caseload and no school finds neither", async ({ as, quiet }) => {
  quiet.but(404);
  for (const who of ["teacher_on_track", "hr_partner", "administrator"]) {
    const page = await as(who);
    for (const room of ["/caseload", "/school"]) {
      expect((await page.goto(room))?.status(), `${who} at ${room}`).toBe(404);
      await expect(page.locator("[data-room=caseload], [data-room=school]")).toHaveCount(0);
    }
  }
});
