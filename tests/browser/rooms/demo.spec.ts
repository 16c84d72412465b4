// The demo's bar: as whom, and on which day. Each day is a district of its own; `serve` has none of it.
import { bar, day, expect, fits, type Morning, press, tabTo, test } from "../harness/test.ts";

test("every printed link signs its person in", async ({ as, demo }) => {
  for (const { role, name } of demo.people) {
    const page = await as(role);
    await expect(page.locator(".who")).toContainText(name);
    await expect(bar(page).getByRole("combobox")).toHaveValue(/.+/);
  }
});

test("the bar walks to each day and stays in the room", async ({ as, axe }) => {
  test.slow();
  const page = await as("evaluator");
  await page.goto("/caseload");
  const days: [Morning, string][] = [
    ["August", "Wednesday 26 August 2026"],
    ["October", "Wednesday 14 October 2026"],
    ["January", "Tuesday 12 January 2027"],
    ["April", "Wednesday 14 April 2027"],
    ["May", "Friday 21 May 2027"],
  ];
  for (const [morning, date] of days) {
    await day(page, morning);
    await expect(page).toHaveURL(/\/caseload$/);
    await expect(page.getByRole("main")).toContainText(date);
    await axe(page);
  }
});

test("by keyboard alone one sees as another", async ({ as }) => {
  const page = await as("evaluator");
  await tabTo(page, bar(page).getByRole("combobox"));
  await page.keyboard.type("Thanh");
  await press(page, bar(page).getByRole("button", { name: "Change" }));
  await expect(page.locator(".who")).toContainText("Thanh Vo");
  await expect(page.locator("[data-room=my-year]")).toBeVisible();
});

test("the outbox is one press away for anybody, as the administrator", async ({ as }) => {
  const page = await as("teacher_on_track");
  await bar(page).getByRole("button", { name: "Outbox" }).click();
  await expect(page).toHaveURL(/\/outbox$/);
  await expect(page.locator(".who")).toContainText("Ana Lucía Robles");
});

test("on a phone and in Spanish, signed in or not", async ({ as, axe, visitor }) => {
  const guest = await visitor({ phone: true, language: "es" });
  await guest.goto("/sign-in");
  await expect(bar(guest)).toContainText("Demostración");
  await fits(guest);
  await axe(guest);
  const page = await as("teacher_on_track", { phone: true, language: "es" });
  await fits(page);
});

test("a real district has no bar, no links and no clock", async ({ district, quiet, visitor }) => {
  quiet.but(404);
  const page = await visitor({ at: district.url });
  await page.goto(district.link(district.administrator.email));
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.locator(".who")).toContainText(district.administrator.name);
  await expect(bar(page)).toHaveCount(0);
  expect((await page.goto("/demo/0123456789abcdef0123456789abcdef"))?.status()).toBe(404);
  for (const address of ["/demo/as", "/demo/day"]) {
    const answer = await page.request.post(address, { form: { day: "may", person: "x" }, headers: { origin: district.url } });
    expect(answer.status(), address).toBe(404);
  }
});
