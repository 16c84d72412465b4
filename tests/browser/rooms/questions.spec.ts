// Questions: whom to ask at the foot of each page, asking, answering, asking on, passing on, and who answers what.
import { day, expect, fits, type Page, press, tabTo, test } from "../harness/test.ts";

const foot = (page: Page) => page.getByRole("contentinfo");

/** Asks about something else, from the page that is open; gives the question's address. */
async function ask(page: Page, text: string): Promise<string> {
  await foot(page).getByRole("link", { name: "Ask a question" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ask a question");
  await page.getByLabel("In your words").fill(text);
  await page.getByRole("radio", { name: /Something else/ }).check();
  await page.getByRole("button", { name: "Send the question" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Question: Something else");
  return new URL(page.url()).pathname;
}

test("a teacher asks from her page, the office answers, and nobody else can read it", async ({ as, axe, picture, quiet }) => {
  quiet.but(404);
  const teacher = await as("teacher_on_track");
  await day(teacher, "October");
  await teacher.goto("/my-year");
  await expect(foot(teacher)).toContainText("For questions about this page (Ratings and rationale): Priscilla Amadi.");
  await foot(teacher).getByRole("link", { name: "Ask a question" }).click();
  await expect(teacher.getByRole("radio", { name: /Ratings and rationale/ })).toBeChecked();
  await expect(teacher.getByRole("checkbox", { name: /Send along from which page/ })).toBeChecked();
  await axe(teacher);
  await picture(teacher, "question-asked");
  await teacher.goto("/my-year");
  const path = await ask(teacher, "Who keeps the keys of the music room?");
  await expect(teacher.getByRole("main")).toContainText("/my-year");
  await expect(teacher.getByRole("main")).toContainText("Ana Lucía Robles");
  await axe(teacher);

  const leader = await as("school_leader");
  await day(leader, "October");
  await leader.goto(path);
  await expect(leader.getByRole("heading", { level: 1 })).toHaveText("There is no such page for you");

  const office = await as("administrator");
  await day(office, "October");
  await office.locator("[data-room=questions]").click();
  await expect(office.getByRole("main")).toContainText("Who keeps the keys of the music room?");
  await axe(office);
  await picture(office, "questions-office");
  await office.goto(path);
  await office.getByLabel("Your answer").fill("The front office, on a hook of its own.");
  await axe(office);
  await office.getByRole("button", { name: "Send the answer" }).click();
  await expect(office.getByText("The front office, on a hook of its own.")).toBeVisible();

  await teacher.goto("/");
  await teacher.getByRole("main").locator(`a[href="${path}"]`).click();
  await expect(teacher.getByText("The front office, on a hook of its own.")).toBeVisible();
  await teacher.getByLabel("In your words").fill("And on Saturdays?");
  await teacher.getByRole("button", { name: "Ask on" }).click();
  await expect(teacher.getByText("And on Saturdays?")).toBeVisible();
  await teacher.getByRole("button", { name: "Close the question" }).click();
  await expect(teacher.getByRole("heading", { name: "Open it again" })).toBeVisible();
  await teacher.goto("/questions");
  await expect(teacher.getByRole("main")).toContainText("Who keeps the keys of the music room?");
  await axe(teacher);
});

test("a question is passed on with its reason, by keyboard alone", async ({ as, axe, quiet }) => {
  quiet.but(422);
  const asker = await as("evaluator");
  await day(asker, "October");
  await asker.goto("/caseload");
  const path = await ask(asker, "Does a leave count for status?");
  const office = await as("administrator");
  await day(office, "October");
  await office.goto(path);
  await press(office, office.getByRole("link", { name: "Pass it on" }));
  await expect(office.getByRole("heading", { level: 1 })).toHaveText("Pass it on");
  await axe(office);
  await office.getByLabel("To", { exact: true }).selectOption({ label: "Ana Lucía Robles" });
  await tabTo(office, office.getByLabel("Reason"));
  await office.keyboard.type("It is about status.");
  await press(office, office.getByRole("button", { name: "Pass it on" }));
  await expect(office.getByRole("alert")).toContainText("The question is with this person already.");
  await expect(office.getByLabel("Reason")).toHaveValue("It is about status.");
  await office.getByLabel("To", { exact: true }).selectOption({ label: "Tomasz Wielgosz" });
  await press(office, office.getByRole("button", { name: "Pass it on" }));
  await expect(office.getByRole("main")).toContainText("It is about status.");
  await expect(office.getByRole("main")).toContainText("To Tomasz Wielgosz");
});

test("the office names who answers and who stands in", async ({ as, axe, picture, quiet }) => {
  quiet.but(422);
  const page = await as("administrator");
  await day(page, "April");
  await page.goto("/questions/office");
  await page.getByRole("link", { name: "Who answers what" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Who answers what");
  await expect(page.getByRole("main")).toContainText("Priscilla Amadi");
  await axe(page);
  await picture(page, "questions-contacts");
  await page.getByLabel("Topic", { exact: true }).selectOption({ label: "Supports" });
  await page.getByLabel("E-mail address of the person").fill("nobody@nowhere.example");
  await page.getByRole("button", { name: "Name this person" }).click();
  await expect(page.getByRole("alert")).toContainText("nobody@nowhere.example");
  await expect(page.getByLabel("E-mail address of the person")).toHaveValue("nobody@nowhere.example");
  await fits(page);
});

test("en español y en un teléfono se pregunta y se ven las preguntas", async ({ as, axe }) => {
  const page = await as("teacher_at_risk", { phone: true, language: "es" });
  await day(page, "January");
  await page.goto("/questions");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sus preguntas");
  await fits(page);
  await axe(page);
  await page.getByRole("link", { name: /with me to the mid-year/ }).click();
  await fits(page);
  await axe(page);
  await page.goto("/questions/new?from=/my-year");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Hacer una pregunta");
  await fits(page);
  await axe(page);
  const partner = await as("hr_partner", { phone: true, language: "es" });
  await day(partner, "January");
  await partner.goto("/questions/office");
  await expect(partner.getByRole("main")).toContainText("A lesson of 25 minutes");
  await fits(partner);
  await axe(partner);
  const office = await as("administrator", { phone: true, language: "es" });
  await day(office, "January");
  await office.goto("/questions/contacts");
  await fits(office);
  await axe(office);
});

test("likely answers stand beside a question while it is typed, by keyboard, on a phone and in Spanish", async ({ as, axe, picture }) => {
  const page = await as("teacher_on_track");
  await day(page, "October");
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto("/questions/new?from=/my-year");
  await expect(page.getByRole("button", { name: "Find likely answers" })).toBeHidden();
  await tabTo(page, page.getByLabel("In your words"));
  await page.keyboard.type("How can I disagree with my rating, and by when?");
  const answer = page.getByRole("main").getByRole("link", { name: /^When you disagree/ });
  await expect(answer).toBeVisible();
  await axe(page);
  await fits(page);
  await picture(page, "question-likely");
  await press(page, answer);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^When you disagree/);
  await page.goBack();
  await expect(page.getByLabel("In your words")).toHaveValue("How can I disagree with my rating, and by when?");
  expect(asked.filter((url) => /disagree%20|disagree\+|How/.test(url)), "what is asked is in no address").toEqual([]);

  const phone = await as("teacher_at_risk", { phone: true, language: "es" });
  await day(phone, "January");
  await phone.goto("/questions/new");
  await phone.getByLabel("Con sus palabras").fill("¿Cómo puedo apelar mi calificación?");
  await expect(phone.getByText(/^Es posible que/)).toBeVisible();
  await fits(phone);
  await axe(phone);
  await phone.getByLabel("Con sus palabras").fill("xilófono zzyzx");
  await expect(phone.getByText("Nada en los recursos parece una respuesta.")).toBeVisible();
  await axe(phone);
});

test.describe("the office's answer", () => {
  test.use({ ownDemo: true });

  test("becomes a page without names, and whoever asks next finds it", async ({ as, axe, mailed, picture, quiet }) => {
    test.slow();
    quiet.but(422);
    const asker = await as("teacher_on_track");
    await day(asker, "October");
    await asker.goto("/my-year");
    const path = await ask(asker, "Who pays the tuition of my course at the university?");
    const author = await mailed("analucia.robles@lvps.example.org", "October", path);
    await author.getByLabel("Your answer").fill("The fund pays the tuition. Thanh Vo asked for it in May.");
    await author.getByRole("button", { name: "Send the answer" }).click();
    const begin = author.getByRole("button", { name: "Begin a page of the toolkit" });
    await expect(begin).toBeVisible();
    await axe(author);
    await picture(author, "question-answered");
    await press(author, begin);
    await expect(author).toHaveURL(/\/library\/answer-[0-9a-f]+\/edit$/);
    await expect(author.getByRole("main")).not.toContainText("Who pays the tuition");
    const texts = author.getByLabel("Text", { exact: true });
    await expect(texts.first()).toHaveValue(/^The fund pays/);
    const titles = author.getByLabel("Title");
    const summaries = author.getByLabel("In one sentence");
    await titles.first().fill("Who pays for a course?");
    await titles.last().fill("¿Quién paga un curso?");
    await summaries.first().fill("Tuition at the university.");
    await summaries.last().fill("La matrícula en la universidad.");
    await texts.last().fill("El fondo paga la matrícula.");
    await author.getByRole("radio").first().check();
    await author.getByLabel("Why", { exact: true }).fill("Asked more than once.");
    await press(author, author.getByRole("button", { name: "Propose this text" }));
    await expect(author.getByRole("alert")).toContainText("These words may be names: Thanh, Vo.");
    await expect(author.getByRole("checkbox", { name: /None of these words is a name here/ })).toBeVisible();
    await axe(author);
    await texts.first().fill("The fund pays the tuition.");
    await press(author, author.getByRole("button", { name: "Propose this text" }));
    await expect(author.getByRole("main")).toContainText("You wrote this");

    const review = new URL(author.url()).pathname;
    const colleague = await mailed("helen.marchetti@lvps.example.org", "October", review);
    await expect(colleague.getByRole("main")).not.toContainText("Who pays the tuition");
    await colleague.getByRole("button", { name: "Publish", exact: true }).click();
    await expect(colleague.getByRole("heading", { level: 1 })).toHaveText("Who pays for a course?");
    const next = await as("evaluator", { phone: true });
    await day(next, "October");
    await next.goto("/questions/new");
    await next.getByLabel("In your words").fill("Is the tuition of a course paid?");
    await expect(next.getByRole("link", { name: "Who pays for a course?" })).toBeVisible();
    await expect(next.getByRole("main")).toContainText("From an earlier answer");
    await fits(next);
    await axe(next);
  });
});

test("without scripts a question is kept, found again and sent", async ({ as }) => {
  const page = await as("teacher_on_track", { scripts: false });
  await page.goto("/questions/new");
  await page.getByLabel("In your words").fill("May I disagree with my rating?");
  await page.getByRole("button", { name: "Find likely answers" }).click();
  await expect(page).toHaveURL(/\/draft#likely$/);
  await expect(page.getByRole("main").getByRole("link", { name: /^When you disagree/ })).toBeVisible();
  await page.getByLabel("In your words").fill("Is there a form for travel?");
  await page.getByRole("button", { name: "Save", exact: true }).last().click();
  await page.goto("/questions");
  await page.getByRole("link", { name: "Go on" }).first().click();
  await expect(page.getByLabel("In your words")).toHaveValue("Is there a form for travel?");
  await page.getByRole("radio", { name: /Something else/ }).check();
  await page.getByRole("button", { name: "Send the question" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Question: Something else");
});
