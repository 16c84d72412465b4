// Room record_health: everything that pages show follows from the journal, and the administrator can have it checked.
import { day, expect, fits, press, test } from "../harness/test.ts";

test("the record is verified by keyboard alone", async ({ as, axe }) => {
  const page = await as("administrator");
  await day(page, "May");
  await page.locator("[data-room=health]").click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Is the record sound?");
  await axe(page);
  await press(page, page.getByRole("button", { name: "Verify now" }));
  await expect(page.getByRole("main")).toContainText("Sound: every state, list and relation follows from the journal");
  const entries = page.locator("dt", { hasText: "Entries of the journal" }).locator("xpath=following-sibling::dd[1]");
  expect(Number((await entries.innerText()).replace(/\D/g, ""))).toBeGreaterThan(1_000);
  await axe(page);
});

test("on a phone and in Spanish", async ({ as, axe }) => {
  const page = await as("administrator", { phone: true, language: "es" });
  await day(page, "October");
  await page.goto("/record");
  await page.getByRole("button", { name: "Verificar ahora" }).click();
  await expect(page.getByRole("main")).toContainText("Íntegro:");
  await fits(page);
  await axe(page);
});

test("nobody else may know of it", async ({ as, quiet }) => {
  quiet.but(404);
  for (const who of ["teacher_on_track", "evaluator", "school_leader", "hr_partner"]) {
    const page = await as(who);
    for (const room of ["/record", "/outbox"]) expect((await page.goto(room))?.status(), `${who} at ${room}`).toBe(404);
  }
});
