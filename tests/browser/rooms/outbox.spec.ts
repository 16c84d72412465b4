// Room outbox: what leaves the house. Neutral notices and invites, never a sign-in mail.
import { day, expect, fits, type Page, test } from "../harness/test.ts";

const rows = (page: Page) => page.getByRole("main").locator("tbody tr");

test("what is arranged is announced, neutrally, and the administrator sees it leave", async ({ as, axe, picture }) => {
  test.slow();
  const evaluator = await as("evaluator");
  await day(evaluator, "April");
  await evaluator.goto("/caseload?q=etienne");
  await evaluator.getByRole("link", { name: "Gloria Etienne" }).click();
  await evaluator.getByRole("link", { name: "Schedule the end-of-year conversation" }).click();
  await evaluator.getByLabel("Day", { exact: true }).fill("2027-04-29");
  await evaluator.getByLabel("Begins").fill("14:45");
  await evaluator.getByLabel("Place", { exact: true }).fill("kindergarten, room 2");
  await evaluator.getByRole("button", { name: "Set the time and invite" }).click();
  await expect(evaluator.locator(".next")).toContainText("Thu 29 Apr");

  const page = await as("administrator");
  await day(page, "April");
  await page.locator("[data-room=outbox]").click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("What leaves the house");
  await expect(page.getByRole("main")).toContainText("Nothing leaves a demo");
  const invite = rows(page).filter({ hasText: "Gloria Etienne" }).first();
  await expect(invite).toContainText(/\/conversations\//);
  await expect(invite).toContainText("never sent");
  await picture(page, "outbox");
  await axe(page);

  const phone = await as("administrator", { phone: true, language: "es" });
  await day(phone, "April");
  await phone.goto("/outbox");
  await expect(phone.getByRole("heading", { level: 1 })).toHaveText("Lo que sale de la casa");
  await fits(phone);
  await axe(phone);
});

test("a sign-in mail is sent and never shown", async ({ axe, district, visitor }) => {
  const asks = await visitor({ at: district.url });
  await asks.goto("/sign-in");
  await asks.getByLabel("Your work e-mail address").fill(district.administrator.email);
  await asks.getByRole("button", { name: "Send me a link" }).click();
  await district.mailbox.to(district.administrator.email);

  const page = await visitor({ at: district.url });
  await page.goto(district.link(district.administrator.email));
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.locator("[data-room=outbox]").click();
  await expect(page.getByRole("main")).toContainText("Nothing has been written to anybody yet.");
  await axe(page);
});
