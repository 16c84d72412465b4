// Room school_year: the year is opened on an empty record, and looked at where it runs.
import { day, expect, fits, type Page, press, tabTo, test } from "../harness/test.ts";

const heading = (page: Page) => page.getByRole("heading", { level: 1 });

/** Types a date into a date control as a person does. */
async function type(page: Page, label: string, date: string): Promise<void> {
  await tabTo(page, page.getByLabel(label));
  await page.keyboard.type(date);
}

test("the first administrator adopts a pack and enters the days, by keyboard alone", async ({ axe, district, quiet, visitor }) => {
  test.slow();
  quiet.but(422);
  const page = await visitor({ at: district.url });
  await page.goto(district.link(district.administrator.email));
  await press(page, page.getByRole("button", { name: "Sign in" }));
  await expect(heading(page)).toHaveText(/^The year .+ is not open yet$/);
  await axe(page);
  await press(page, page.getByRole("link", { name: "Adopt a policy pack" }));

  // Without a choice nothing is adopted, and it is said what to do.
  await press(page, page.getByRole("button", { name: "Adopt a pack" }));
  await expect(page.getByRole("alert")).toContainText("Choose a pack.");
  await axe(page);
  await tabTo(page, page.getByRole("radio").first());
  await page.keyboard.press("Space");
  await press(page, page.getByRole("button", { name: "Adopt a pack" }));
  await expect(page).toHaveURL(/\/year$/);
  await expect(page.getByRole("main")).toContainText("LEAP growth and performance");
  await expect(page.getByRole("main")).toContainText("This is a demo pack");
  await axe(page);

  await press(page, page.getByRole("link", { name: "Enter the days" }));
  const year = Number(/(\d{4})-\d\d/.exec(await heading(page).innerText())?.[1]);
  await type(page, "First student day", `0824${year}`);
  await type(page, "Last student day", `0604${year + 1}`);
  const off = page.getByRole("group", { name: "Days off, row 1" });
  await tabTo(page, off.getByLabel("What it is called"));
  await page.keyboard.type("Labor Day <first Monday>");
  await tabTo(page, page.getByRole("button", { name: "Save the days" }));
  await page.keyboard.press("Enter");
  // A row with a name and no date comes back as it was typed.
  await expect(page.getByRole("alert")).toContainText("This is not a date.");
  await expect(off.getByLabel("What it is called")).toHaveValue("Labor Day <first Monday>");
  await axe(page);
  await tabTo(page, off.getByLabel("From"));
  await page.keyboard.type(`0907${year}`);
  await press(page, page.getByRole("button", { name: "Save the days" }));
  await expect(page).toHaveURL(/\/year$/);
  await expect(page.getByRole("row", { name: /Labor Day <first Monday>/ })).toBeVisible();
  await page.goto("/");
  await expect(heading(page)).toHaveText("Nothing needs you this week");
});

test("the running year shows its pack, dates, sources and days", async ({ as, axe }) => {
  const page = await as("administrator");
  await day(page, "October");
  await page.locator("[data-room=year]").click();
  await expect(heading(page)).toHaveText("School year 2026-27");
  await expect(page.getByRole("row", { name: /Mid-year conversations/ })).toContainText("Fri 26 Feb");
  await expect(page.getByRole("row", { name: /Thanksgiving break/ })).toContainText("Mon 23 Nov");
  await axe(page);
  await page.getByRole("link", { name: "What happened to this year, and who did it" }).click();
  await expect(page.getByRole("main")).toContainText("Ana Lucía Robles");
  await axe(page);
});

test("on a phone and in Spanish", async ({ as, axe }) => {
  test.slow();
  const page = await as("administrator", { phone: true, language: "es" });
  await day(page, "October");
  for (const [room, title] of [
    ["/year", "Año escolar 2026-27"],
    ["/year/pack", "¿Qué paquete adopta 2026-27?"],
    ["/year/days", "¿En qué días hay clases en 2026-27?"],
    ["/sources", "De dónde vienen los valores de la política"],
    ["/policy", "La política"],
    ["/policy/values", "Lo que confirma el distrito"],
    ["/policy/changes", "Cambios a la política"],
    ["/policy/changes/new?value=weights", "Otro valor para: Puntos de cada medida"],
    ["/policy/changes/1", "Cambio propuesto 1"],
    ["/policy/values/growth-goals", /^¿Cuántos puntos gana cada estudiante/],
    ["/policy/values/board", "¿Qué día vota la junta las no renovaciones en sesión abierta?"],
  ] as const) {
    await page.goto(room);
    await expect(heading(page)).toHaveText(title);
    await fits(page);
    await axe(page);
  }
});

test("a short name beside a value leads to what it stands for, in either language", async ({ as, axe }) => {
  const page = await as("administrator", { language: "es" });
  await day(page, "October");
  await page.goto("/year");
  const row = page.getByRole("row", { name: /Conversaciones de mitad de año/ }).first();
  await expect(row).toContainText("del 10 de diciembre al 22 de febrero");
  await row.getByRole("link", { name: "C404" }).click();
  await expect(page).toHaveURL(/\/sources#C404$/);
  await expect(page.getByRole("row", { name: /C404/ })).toContainText("Calendario LEAP");
  await axe(page);
  const teacher = await as("teacher_on_track");
  await teacher.goto("/sources");
  await expect(heading(teacher)).toHaveText("Where the policy’s values come from");
  await axe(teacher);
});

test("the same pack is not adopted twice, and nobody else changes the year", async ({ as, quiet }) => {
  quiet.but(422);
  const page = await as("administrator");
  await day(page, "October");
  await page.goto("/year/pack");
  const same = page.getByRole("radio", { name: /2026-27/ });
  await same.check();
  await page.getByLabel("Why").fill("A new version came in September <sic>");
  await page.getByRole("button", { name: "Adopt a pack" }).click();
  await expect(page.getByRole("alert")).toContainText("already");
  await expect(same).toBeChecked();
  await expect(page.getByLabel("Why")).toHaveValue("A new version came in September <sic>");
  for (const who of ["teacher_on_track", "evaluator", "school_leader", "hr_partner"]) {
    const other = await as(who);
    const answer = await other.request.get("/year/days");
    expect([403, 404], who).toContain(answer.status());
  }
});

test("the policy is read as a document and another pack compared, from the foot of a page", async ({ as, axe }) => {
  const page = await as("evaluator");
  await day(page, "May");
  await page.goto("/caseload");
  await page.getByRole("main").getByRole("link", { name: "Imani Castellano" }).first().click();
  await page.getByRole("link", { name: /Policy pack/ }).click();
  await expect(heading(page)).toHaveText("The policy");
  await page.getByRole("link", { name: "Ratings", exact: true }).click();
  await expect(page.getByRole("row", { name: /^Cuts/ })).toContainText("58⅓");
  await axe(page);
  await page.goto("/policy?section=whole");
  await axe(page);
  await page.goto("/policy");
  await page.getByRole("link", { name: "What another pack would change" }).click();
  await expect(heading(page)).toHaveText("What would another pack make of 2026-27?");
  await axe(page);
});

test("the administrator confirms a value with where it is written, and takes it back", async ({ as, axe, quiet }) => {
  quiet.but(422);
  const page = await as("administrator");
  await day(page, "October");
  await page.goto("/year");
  await press(page, page.getByRole("link", { name: "What is open, what it decides, and what else it could be" }));
  await expect(page.getByRole("main")).toContainText("values are open");
  await axe(page);
  await press(page, page.getByRole("link", { name: /^At how many points of 100/ }));
  await expect(page.getByRole("main")).toContainText("18¾, 50 and 81¼ points");
  await axe(page);
  // Without a tick nothing is confirmed, and what was typed stays.
  const document = page.getByLabel("Where your district has it in writing");
  await document.fill("Handbook 2026-27, page 14 <draft>");
  await page.getByRole("button", { name: "Confirm what is ticked" }).click();
  await expect(page.getByRole("alert")).toContainText("Nothing is ticked.");
  await expect(document).toHaveValue("Handbook 2026-27, page 14 <draft>");
  await axe(page);
  await tabTo(page, page.getByRole("checkbox", { name: /^Cuts/ }));
  await page.keyboard.press("Space");
  await press(page, page.getByRole("button", { name: "Confirm what is ticked" }));
  await expect(page.getByRole("main")).toContainText("Everything here is confirmed.");
  await expect(page.getByRole("main")).toContainText("Ana Lucía Robles");
  await axe(page);
  const teacher = await as("teacher_on_track");
  await day(teacher, "October");
  await teacher.goto("/policy?section=ratings");
  await expect(teacher.getByRole("row", { name: /^Cuts/ })).toContainText("Handbook 2026-27, page 14 <draft>");
  await page.getByText("Take this back").first().click();
  await page.getByLabel("Why").fill("The draft was not adopted.");
  await page.getByRole("button", { name: "Take this back" }).click();
  await expect(page.getByRole("button", { name: "Confirm what is ticked" })).toBeVisible();
  await teacher.goto("/policy/values/cuts");
  await expect(teacher.getByRole("button", { name: "Confirm what is ticked" })).toHaveCount(0);
  await axe(teacher);
});

test("a change to the policy is proposed, its effect seen, and adopted as the next version", async ({ as, axe, quiet }) => {
  test.slow();
  quiet.but(422);
  const page = await as("administrator");
  await day(page, "January");
  await page.goto("/policy/values/cuts");
  await press(page, page.getByRole("link", { name: "It is otherwise: propose another value" }));
  await expect(heading(page)).toHaveText("Changes to the policy");
  await expect(page.getByRole("main")).toContainText("waits for the administrator");
  await axe(page);
  await press(page, page.locator("summary", { hasText: "What ratings rest on" }));
  await press(page, page.getByRole("link", { name: "Cuts", exact: true }));
  await expect(heading(page)).toHaveText("Another value for: Cuts");
  await axe(page);
  // What cannot be read, or does not fit the rest, is said, and what was typed stays.
  const effective = page.getByLabel("Effective", { exact: true });
  await effective.fill("fifty");
  await page.getByLabel("Where the new value comes from").fill("Minutes of 12 January <sic>");
  await page.getByRole("textbox", { name: "Why" }).fill("The state’s cuts are known.");
  await page.getByRole("button", { name: "Propose and see the effect" }).click();
  await expect(page.getByRole("alert")).toContainText("“Cuts” cannot be read as it was typed");
  await expect(effective).toHaveValue("fifty");
  await axe(page);
  await effective.fill("24");
  await page.getByRole("button", { name: "Propose and see the effect" }).click();
  await expect(page.getByRole("alert")).toContainText("cuts do not increase");
  await effective.fill("50");
  await page.getByRole("button", { name: "Propose and see the effect" }).click();
  await expect(heading(page)).toHaveText("Proposed change 2");
  await expect(page.getByRole("row", { name: /^Cuts/ })).toContainText("25 · 50 · 83⅓");
  await expect(page.getByRole("heading", { name: "In numbers" })).toBeVisible();
  await axe(page);
  await page.getByRole("textbox", { name: "Why" }).fill("Voted on 12 January.");
  await press(page, page.getByRole("button", { name: "Adopt as the next version" }));
  await expect(page.getByRole("main")).toContainText("Adopted");
  await axe(page);
  const teacher = await as("teacher_on_track");
  await day(teacher, "January");
  await teacher.goto("/policy?section=ratings");
  await expect(teacher.getByRole("main")).toContainText("version 2");
  await teacher.goto("/policy/changes/2");
  await expect(teacher.getByRole("button", { name: "Adopt as the next version" })).toHaveCount(0);
  await axe(teacher);
});
