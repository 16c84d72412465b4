// Observations: from Today to a shared lesson in few actions, and the teacher's answer.
import { Actions, day, expect, fits, type Page, press, tabTo, test } from "../harness/test.ts";

const SEEN = "Nine of 26 made the same error; after you regrouped them 21 had it right.";

const level = (page: Page, indicator: string, score: number) =>
  page.locator(`[name="score.${indicator}"][value="${score}"]`);
const seen = (page: Page, indicator: string) => page.locator(`[id="text.${indicator}"]`);

/** The address of a teacher's year, from the evaluator's caseload. */
async function yearOf(page: Page, name: string): Promise<string> {
  await page.goto("/caseload");
  const href = await page.getByRole("link", { name, exact: true }).getAttribute("href");
  if (!href) throw new Error(`${name} is not on the caseload`);
  return href;
}

/** When the lesson was and what it was about, as one types it. */
async function typeLesson(page: Page, focus: string): Promise<void> {
  await page.locator("#begins").fill("09:00");
  await page.locator("#ends").fill("09:20");
  await page.locator("#focus").fill(focus);
}

test("an evaluator shares a lesson from Today in at most six actions", async ({ as, axe, picture }) => {
  const page = await as("evaluator");
  await day(page, "April");
  await page.goto("/");
  const actions = new Actions();
  await actions.click(page.locator("summary", { hasText: /^\d+ things$/ }));
  const line = page.getByRole("listitem").filter({ hasText: "Petra Solheim: see a lesson" });
  await actions.click(line.getByRole("link", { name: "Begin an observation" }));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("A lesson of Petra Solheim");
  await axe(page);
  await actions.click(page.getByRole("radio", { name: "Short observation" }));
  await typeLesson(page, "telling time");
  await level(page, "I.5", 5).check();
  await seen(page, "I.5").fill(SEEN);
  await picture(page, "observation-draft");
  await actions.click(page.getByRole("button", { name: "Read and share", exact: true }));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Read it as Ms Solheim will");
  await expect(page.getByText("Level 5, Effective")).toBeVisible();
  await axe(page);
  await picture(page, "observation-read");
  await actions.click(page.getByRole("button", { name: "Share with Ms Solheim" }));
  await expect(page.getByRole("status").filter({ hasText: "Shared with Ms Solheim." })).toBeVisible();
  actions.atMost(6);
  await expect(page.getByRole("link", { name: "Write the message" })).toHaveAttribute(
    "href",
    /messages\/new\?follows=observation\//,
  );
  await axe(page);
  await fits(page);
  await picture(page, "observation-shared");
});

test("a drafted lesson is read and shared by keyboard alone", async ({ as }) => {
  const page = await as("evaluator");
  await day(page, "January");
  await page.goto("/");
  const line = page.getByRole("listitem").filter({ hasText: "Samuel Adeyemi: read and share" });
  await press(page, line.getByRole("link", { name: "Read and share" }));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("A lesson of Samuel Adeyemi");
  const focus = page.locator("#focus");
  await tabTo(page, focus);
  await page.keyboard.press("End");
  await page.keyboard.type(", second visit");
  await expect(page.locator(".field", { has: focus }).getByText(/^Saved/)).toBeVisible();
  const read = page.getByRole("button", { name: "Read and share", exact: true });
  await tabTo(page, read);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Read it as Mr Adeyemi will");
  await press(page, page.getByRole("button", { name: "Share with Mr Adeyemi" }));
  await expect(page.getByRole("heading", { level: 1 })).toContainText("second visit");
});

test("en español y en un teléfono, sin salirse de la pantalla", async ({ as, axe }) => {
  const page = await as("evaluator", { phone: true, language: "es" });
  await day(page, "October");
  const year = await yearOf(page, "Owen Lindqvist");
  await page.goto(year);
  await page.getByRole("link", { name: "Empezar una observación" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Una clase de Owen Lindqvist");
  await axe(page);
  await fits(page);
  await page.getByRole("radio", { name: "Visita informal" }).check();
  await typeLesson(page, "la suma con llevadas");
  // Los indicadores se pliegan a una línea; uno a la vez está abierto.
  const line = (indicator: string) => page.locator("details.fold > summary").filter({ hasText: `${indicator} ` });
  await expect(page.locator("details.fold[open]")).toHaveCount(1);
  await line("LE.3").click();
  await level(page, "LE.3", 5).check();
  await expect(line("LE.3")).toContainText("5, Eficaz");
  await seen(page, "LE.3").fill("Empezaron en cuatro minutos.");
  await axe(page);
  await line("LE.2").click();
  await expect(page.locator("details.fold[open]")).toHaveCount(1);
  await expect(level(page, "LE.3", 5)).toBeHidden();
  await seen(page, "LE.2").fill("Cada estudiante tuvo la palabra.");
  await page.getByRole("button", { name: "Leer y compartir", exact: true }).click();
  await expect(page.getByText("Nunca cuenta para la calificación.")).toBeVisible();
  await fits(page);
  await page.getByRole("button", { name: /^Compartir con/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("la suma con llevadas");
  await axe(page);
  await fits(page);
});

test("what is wrong is named, and everything typed stays as text", async ({ as, axe, quiet }) => {
  quiet.but(422);
  const page = await as("evaluator");
  await day(page, "October");
  await page.goto(`${await yearOf(page, "Hana Dvořák")}/observations/new`);
  await page.getByRole("radio", { name: "Full observation" }).check();
  await page.locator("#on").fill("2026-08-01");
  await page.locator("#begins").fill("10:00");
  await page.locator("#ends").fill("09:00");
  await page.locator("#focus").fill("<script>document.title = 'broken'</script>");
  await level(page, "I.6", 3).check();
  await page.getByRole("button", { name: "Read and share", exact: true }).click();
  const summary = page.getByRole("alert");
  await expect(summary).toBeFocused();
  for (const said of ["lies outside the school year", "It ends before it begins.", "You scored I.6", "LE.1 has no score yet."]) {
    await expect(summary.getByText(said)).toBeVisible();
  }
  await expect(page).not.toHaveTitle(/broken/);
  await expect(page.locator("#focus")).toHaveValue("<script>document.title = 'broken'</script>");
  await expect(level(page, "I.6", 3)).toBeChecked();
  await axe(page);
  await summary.getByText("You scored I.6").click();
  await expect(seen(page, "I.6")).toBeFocused();
});

test("two open pages of one draft never overwrite each other in silence", async ({ as, quiet }) => {
  quiet.but(409);
  const first = await as("evaluator");
  await day(first, "October");
  await first.goto(`${await yearOf(first, "Luis Barragán")}/observations/new`);
  const second = await first.context().newPage();
  await second.goto(first.url());
  const saved = (page: Page) => page.locator(".field", { has: page.locator("#focus") });
  await first.locator("#focus").fill("relay race");
  await expect(saved(first).getByText(/^Saved/)).toBeVisible();
  await second.locator("#focus").fill("long jump");
  await expect(second.getByRole("alert").getByText("relay race")).toBeVisible();
  await second.getByRole("button", { name: "Keep mine and save it" }).click();
  await expect(saved(second).getByText(/^Saved/)).toBeVisible();
  await first.reload();
  await expect(first.locator("#focus")).toHaveValue("long jump");
});

test("a page that saves itself is never in its own way, however quickly it is sent", async ({ as }) => {
  const page = await as("evaluator");
  await day(page, "October");
  await page.goto(`${await yearOf(page, "Luis Barragán")}/observations/new`);
  await page.getByRole("radio", { name: "Informal visit" }).check();
  await typeLesson(page, "long jump");
  await expect(page.locator(".field", { has: page.locator("#focus") }).getByText(/^Saved/)).toBeVisible();
  // The text that saves itself is held up on its way, and typing goes on until the form is sent.
  await page.route(/text\.LE\.2/, async (route) => {
    await new Promise((done) => setTimeout(done, 1_000));
    await route.continue();
  });
  const onTheWay = page.waitForRequest((request) => request.url().includes("/text.LE.2"));
  await seen(page, "LE.2").fill("Everyone had a turn");
  await onTheWay;
  await seen(page, "LE.2").fill("Everyone had a turn, twice.");
  await page.getByRole("button", { name: "Read and share", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Read it as Mr Barragán will");
  await expect(page.getByText("Everyone had a turn, twice.")).toBeVisible();
});

for (const scripts of [false, true]) {
  test(`two pages of one draft that are sent ask which text stays, ${scripts ? "with" : "without"} scripts`, async ({ as, axe, quiet }) => {
    quiet.but(409);
    const first = await as("evaluator", { scripts });
    await day(first, "October");
    await first.goto(`${await yearOf(first, "Hana Dvořák")}/observations/new`);
    const second = await first.context().newPage();
    await second.goto(first.url());
    const save = (page: Page) => scripts
      ? page.getByRole("button", { name: "Read and share", exact: true })
      : page.locator(".field", { has: seen(page, "LE.2") }).getByRole("button", { name: "Save" });
    await seen(first, "LE.2").fill("Every pupil had a turn.");
    if (scripts) {
      await expect(first.locator(".field", { has: seen(first, "LE.2") }).getByText(/^Saved/)).toBeVisible();
    } else {
      await save(first).click();
      await expect(seen(first, "LE.2")).toHaveValue("Every pupil had a turn.");
    }
    await seen(second, "LE.2").fill("Two pupils spoke for all.");
    await save(second).click();
    const summary = second.getByRole("alert").first();
    await expect(summary).toContainText("Both are below; nothing is lost.");
    await expect(seen(second, "LE.2")).toHaveValue("Two pupils spoke for all.");
    const choice = second.locator(".field", { has: seen(second, "LE.2") }).locator(".conflict");
    await expect(choice).toContainText("Every pupil had a turn.");
    if (scripts) {
      await axe(second);
      await fits(second);
    }
    await choice.getByRole("button", { name: "Write on from both" }).click();
    await expect(seen(second, "LE.2")).toHaveValue("Two pupils spoke for all.\n\nEvery pupil had a turn.");
    await first.reload();
    await expect(seen(first, "LE.2")).toHaveValue(/Two pupils.*\n\nEvery pupil/);
  });
}

test("without scripts a draft is saved by a button, shared, or thrown away", async ({ as }) => {
  const page = await as("evaluator", { scripts: false });
  await day(page, "October");
  await page.goto(`${await yearOf(page, "Gloria Etienne")}/observations/new`);
  await typeLesson(page, "counting to twenty");
  await page.getByRole("button", { name: "Save" }).first().click();
  await expect(page.locator("#focus")).toHaveValue("counting to twenty");
  await page.getByRole("link", { name: "Throw this draft away" }).click();
  await expect(page.getByText("cannot be brought back")).toBeVisible();
  await page.getByRole("button", { name: "Throw it away" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Gloria Etienne");
  await page.goto("/");
  await expect(page.getByText("Gloria Etienne: read and share")).toHaveCount(0);
});

test("the teacher answers a lesson in her own words, and its observer reads them", async ({ as, axe, picture }) => {
  const teacher = await as("teacher_on_track");
  await day(teacher, "January");
  await teacher.goto("/my-year");
  await teacher.locator("#evidence").scrollIntoViewIfNeeded();
  const lesson = teacher.getByRole("link", { name: /^Lesson seen/ }).first();
  await lesson.click();
  await expect(teacher.getByRole("heading", { level: 1 })).toContainText("Lesson seen");
  const answer = teacher.getByLabel(/your answer/i);
  await answer.fill("I have since paired the four who were new.");
  await axe(teacher);
  await teacher.getByRole("button", { name: "Put it on the record" }).click();
  await expect(teacher.getByRole("status").filter({ hasText: "Your answer is on the record." })).toBeVisible();
  await picture(teacher, "observation-answered");
  const path = new URL(teacher.url()).pathname;
  const evaluator = await as("evaluator");
  await day(evaluator, "January");
  await evaluator.goto(path);
  await expect(evaluator.getByText("I have since paired the four who were new.")).toBeVisible();
});
