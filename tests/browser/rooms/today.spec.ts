// Room today: what needs whom, by when and why; and the ways that the issue counts from here.
import { Actions, day, expect, fits, type Page, press, test } from "../harness/test.ts";

const list = (page: Page, label: string) => page.getByRole("region", { name: label, exact: true });
/** The whole list as far as it stands open. */
const needs = (page: Page) => page.getByRole("main").locator("li").filter({ has: page.getByRole("heading", { level: 3 }) });

test("an evaluator sees what is late, what is due, and one action for each", async ({ as, axe }) => {
  const page = await as("evaluator");
  await day(page, "January");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^\d+ things need you this week$/);
  await expect(list(page, "Late")).toContainText("school days late");
  const due = await needs(page).filter({ visible: true }).all();
  expect(due.length).toBeGreaterThan(3);
  for (const need of due) {
    await expect(need.getByRole("link"), await need.innerText()).toHaveCount(1);
    await expect(need.locator("time")).toHaveCount(1);
  }
  await axe(page);
  await list(page, "Later").locator("summary").click();
  await axe(page);
});

test("the first need is reached by keyboard alone", async ({ as }) => {
  const page = await as("evaluator");
  await day(page, "January");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the page" })).toBeFocused();
  await page.keyboard.press("Enter");
  const first = needs(page).first().getByRole("link");
  const where = await first.getAttribute("href");
  await press(page, first);
  await expect(page).toHaveURL(new RegExp(`${where}$`));
});

test("a leader finds who has had no contact in 20 school days in one action", async ({ as, axe }) => {
  const page = await as("school_leader");
  await day(page, "January");
  await axe(page);
  const actions = new Actions();
  await actions.click(page.getByRole("link", { name: "Who has had no contact in 20 school days" }));
  actions.atMost(1);
  const silent = page.getByRole("main").locator("tbody tr");
  await expect(silent.filter({ hasText: "Teresa Lucero" })).toContainText("Fri 30 Oct");
  const count = await silent.count();
  await expect(page.getByText(`${count} had no contact in 20 school days.`)).toBeVisible();
  await expect(silent.filter({ hasText: "Thanh Vo" })).toHaveCount(0);
  await axe(page);
});

test.describe("a teacher at risk in May", () => {
  test.use({ ownDemo: true });

  test("comes from the notice and reads the next step and its date on the first screen", async ({ as, axe, demo }) => {
    const page = await as("teacher_at_risk", { phone: true });
    await day(page, "May");
    await expect(needs(page).first()).toContainText("Your rating is here: acknowledge it, or decline to sign");
    const notice = await needs(page).first().getByRole("link").getAttribute("href");
    expect(notice).toMatch(/^\/teachers\/[^/]+\/rating$/);

    // A notice carries a plain address, which asks who is there.
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.goto(notice ?? "");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sign in");
    expect(new URL(page.url()).searchParams.get("back")).toBe(notice);
    const link = demo.people.find((one) => one.role === "teacher_at_risk")?.link ?? "";
    await page.goto(link);
    await page.goto(notice ?? "");

    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your rating is Approaching");
    const next = page.locator(".next");
    await expect(next).toContainText("Acknowledge that you received this, or decline to sign");
    await expect(next.locator(".next-what")).toContainText("Mon 24 May");
    const box = await next.boundingBox();
    expect(await page.evaluate(() => scrollY), "nobody has scrolled").toBe(0);
    expect(box && box.y >= 0 && box.y + box.height, "the foot of the next step, in px").toBeLessThanOrEqual(844);
    await axe(page);
  });
});

test("on a phone and in Spanish, for each person", async ({ as, axe }) => {
  test.slow();
  for (const who of ["teacher_at_risk", "evaluator", "school_leader", "hr_partner", "administrator"]) {
    const page = await as(who, { phone: true, language: "es" });
    await day(page, "January");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/esta semana$/);
    await expect(page.locator("html")).toHaveAttribute("lang", "es");
    await fits(page);
    await axe(page);
  }
});
