// The conversation and its letter: both sides prepare, note and promise, say "we met", and the letter that fits goes out.
import { day, expect, fits, type Page, press, tabTo, test } from "../harness/test.ts";

/** The row of a list that is about somebody. */
const row = (page: Page, name: string) => page.getByRole("listitem").filter({ hasText: name });

/** A section by the label that hangs in its margin. */
const section = (page: Page, label: string) => page.getByRole("region", { name: label, exact: true });

/** A field says that it is kept, then the page may be left. */
async function kept(page: Page, label: string | RegExp): Promise<void> {
  const field = page.locator(".field").filter({ has: page.getByLabel(label) });
  await expect(field.locator("[data-kept]")).toContainText(/Saved|Guardado/);
}

test("mid-year, from the preparation to the letter", async ({ as, axe, picture }) => {
  test.slow();
  const evaluator = await as("evaluator");
  await day(evaluator, "January");
  await evaluator.goto("/conversations");
  await axe(evaluator);
  await picture(evaluator, "conversations");
  await row(evaluator, "Beatriz Ferreira: mid-year").getByRole("link", { name: /^Open/ }).click();
  const talk = evaluator.url();
  await expect(section(evaluator, "Talking points")).toContainText("Leave out");

  // She writes on her phone; he reads it once she has shared it.
  const teacher = await as("teacher_at_risk", { phone: true });
  await day(teacher, "January");
  await teacher.goto(talk);
  await fits(teacher);
  const wish = /Which part of your work gives you energy/;
  await teacher.getByLabel(wish).fill("Teaching fractions with pictures; a lead role in three years.");
  await kept(teacher, wish);
  await evaluator.reload();
  await expect(evaluator.getByText("a lead role in three years")).toHaveCount(0);
  await teacher.getByRole("button", { name: "Share with Mr Achterberg" }).click();
  await expect(section(teacher, "Preparation")).toContainText("You shared this on");
  await axe(teacher);
  await evaluator.reload();
  await expect(section(evaluator, "Preparation")).toContainText("a lead role in three years");
  await axe(evaluator);
  await picture(evaluator, "conversation-ahead");

  // The talk is moved to today.
  await section(evaluator, "Time and place").getByRole("link", { name: "Find another time" }).click();
  await axe(evaluator);
  await evaluator.getByRole("textbox", { name: "Day" }).fill("2027-01-12");
  await evaluator.getByLabel("Begins").fill("06:00");
  await evaluator.getByRole("button", { name: "Set the new time" }).click();
  await expect(evaluator).toHaveURL(talk);

  await evaluator.getByLabel("Your next shared note").fill("Second coach visit did not happen; mine to arrange.");
  await kept(evaluator, "Your next shared note");
  await teacher.goto(talk);
  await expect(section(teacher, "Notes")).toContainText("Mr Achterberg is writing");
  await evaluator.getByRole("button", { name: "Add the note" }).click();
  await expect(section(evaluator, "Notes").getByRole("button", { name: /^Take back/ })).toBeVisible();
  await evaluator.getByLabel("For yourself").fill("Ask Ruth whether the coach has a Thursday free.");
  await kept(evaluator, "For yourself");
  await teacher.reload();
  await expect(section(teacher, "Notes")).toContainText("Second coach visit");
  await expect(teacher.getByText("Ask Ruth")).toHaveCount(0);

  for (const [page, what, whose] of [
    [evaluator, "Second visit of the maths coach", "Mr Achterberg"],
    [teacher, "A lesson with two levels of task", "Ms Ferreira"],
  ] as const) {
    await page.getByLabel("New: what").fill(what);
    await page.getByLabel("Who", { exact: true }).selectOption({ label: whose });
    await page.getByLabel("By when").fill("2027-02-12");
    await page.getByRole("button", { name: "Add the promise" }).click();
    await expect(section(page, "Promises")).toContainText(`New: ${what}`);
  }
  await fits(teacher);
  await picture(evaluator, "conversation");

  await teacher.getByRole("button", { name: "We met" }).click();
  await expect(section(teacher, "We met")).toContainText("You have said so.");
  await evaluator.reload();
  await expect(section(evaluator, "We met")).toContainText("Ms Ferreira has said so.");
  await axe(evaluator);
  await evaluator.getByRole("button", { name: "We met" }).click();
  await expect(section(evaluator, "We met")).toContainText("Both have said so.");
  await axe(evaluator);
  await picture(evaluator, "conversation-held");

  // The letter: its words are fixed, and his own stand between them.
  await evaluator.getByRole("link", { name: "Read the draft" }).click();
  await expect(evaluator.locator("article.letter")).toContainText("A rating below Effective is possible for 2026-27.");
  await expect(evaluator.locator("article.letter")).toContainText("Second visit of the maths coach");
  await axe(evaluator);
  await evaluator.getByLabel(/Before the close/).fill("My door is open before first bell.");
  await kept(evaluator, /Before the close/);
  await evaluator.getByRole("button", { name: "Show it with my changes" }).click();
  await expect(evaluator.locator("article.letter")).toContainText("My door is open");
  await axe(evaluator);
  await picture(evaluator, "letter");
  await evaluator.getByRole("button", { name: "Send it" }).click();
  await expect(evaluator).toHaveURL(/\/messages\//);
  await teacher.goto(evaluator.url());
  await expect(teacher.locator("article.letter")).toContainText("My door is open before first bell.");
  await fits(teacher);
  await axe(teacher);
  await picture(teacher, "letter-received");
});

test("finding a time and calling it off, by keyboard alone", async ({ as, axe, quiet }) => {
  const page = await as("evaluator");
  await day(page, "January");
  await page.goto("/conversations");
  await press(page, row(page, "Petra Solheim: mid-year").getByRole("link", { name: /^Find a time/ }));
  await axe(page);
  await tabTo(page, page.getByRole("textbox", { name: "Place" }));
  await page.keyboard.type("room 118");
  await tabTo(page, page.getByRole("textbox", { name: "Day" }));
  await page.keyboard.type("01202027");
  await tabTo(page, page.getByLabel("Begins"));
  await page.keyboard.type("0245PM");
  await press(page, page.getByRole("button", { name: "Set the time and invite" }));
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Mid-year conversation with Petra Solheim");
  await expect(page.locator(".next")).toContainText("Wed 20 Jan");

  await press(page, page.getByRole("link", { name: "Call it off" }));
  await axe(page);
  // What keeps it from being taken is named, and takes the focus.
  quiet.but(422);
  await tabTo(page, page.getByLabel("Reason"));
  await page.keyboard.type(" ");
  await press(page, page.getByRole("button", { name: "Call it off" }));
  await expect(page.getByRole("alert")).toBeFocused();
  await axe(page);
  await tabTo(page, page.getByLabel("Reason"));
  await page.keyboard.type("The school is closed for snow.");
  await press(page, page.getByRole("button", { name: "Call it off" }));
  await expect(page.locator(".next")).toContainText("The school is closed for snow.");
});

test("in Spanish on a phone", async ({ as, axe }) => {
  const page = await as("teacher_on_track", { language: "es", phone: true });
  await day(page, "January");
  await page.goto("/conversations");
  await fits(page);
  await axe(page);
  await page.getByRole("link", { name: /^Leer: conversación de mitad de año/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Conversación de mitad de año con Desmond Achterberg");
  await expect(section(page, "Nos reunimos")).toContainText("Ambas partes lo indicaron.");
  await fits(page);
  await axe(page);
});

test("without scripts the same work is done", async ({ as }) => {
  const page = await as("evaluator", { scripts: false });
  await day(page, "January");
  await page.goto("/conversations");
  await row(page, "Marcus Bell: mid-year").getByRole("link", { name: /^Open/ }).click();
  await page.getByLabel("For yourself").fill("Bring the exit tickets.");
  await section(page, "Private").getByRole("button", { name: "Save" }).click();
  await expect(page.getByLabel("For yourself")).toHaveValue("Bring the exit tickets.");
  await page.getByLabel("Your next shared note").fill("The routine at the door works.");
  await page.getByRole("button", { name: "Add the note" }).click();
  await expect(section(page, "Notes")).toContainText("The routine at the door works.");
  await page.emulateMedia({ media: "print" });
  await expect(page.getByLabel("For yourself")).toBeHidden();
});

test("a letter that needs HR first is not drafted", async ({ as, axe }) => {
  const page = await as("evaluator");
  await day(page, "April");
  await page.goto("/conversations");
  await row(page, "Imani Castellano: mid-year").getByRole("link", { name: /^Read/ }).click();
  const follows = new URL(page.url()).pathname.split("/").pop();
  const teacher = await page.getByRole("navigation", { name: "Where you are" }).getByRole("link", { name: "Imani Castellano" }).getAttribute("href");
  await page.goto(`${teacher}/messages/new?follows=conversation/${follows}`);
  await axe(page);
  await expect(page.getByRole("main")).toContainText("Nothing was drafted.");
});
