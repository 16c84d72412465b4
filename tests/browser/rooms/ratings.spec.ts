// The end of a year: the rationale desk, the rating with its sum, receiving and answering, the recommendation, and the
// record of who did what. The demo's people: Thanh Vo and Beatriz Ferreira are rated in May and have not answered yet,
// Petra Solheim lacks one growth goal, Imani Castellano lies near a cut.
import { day, expect, fits, type Page, press, tabTo, test } from "../harness/test.ts";

/** The path of a teacher's year, as the caseload leads there. */
async function yearOf(evaluator: Page, name: string): Promise<string> {
  await evaluator.goto("/caseload");
  await evaluator.getByRole("main").getByRole("link", { name }).first().click();
  await expect(evaluator.getByRole("heading", { level: 1, name })).toBeVisible();
  return new URL(evaluator.url()).pathname;
}

/** The teacher's own way from Today to the rating. */
async function toMyRating(teacher: Page): Promise<void> {
  await teacher.goto("/my-year");
  const address = await teacher.locator("main a[href$='/rating']").first().getAttribute("href");
  await teacher.goto(address ?? "");
}

const TEXT =
  "I.6, level 4, October to March. On 13 October every pupil worked on one task; on 16 March tasks came at two levels.";

test("a rationale saves itself, counts its words and rests on shared evidence", async ({ as, axe, picture }) => {
  const evaluator = await as("evaluator");
  await day(evaluator, "April");
  const year = await yearOf(evaluator, "Thanh Vo");
  await evaluator.goto(`${year}/rationale/instruction`);
  await expect(evaluator.getByRole("heading", { level: 1 })).toContainText("rationale for instruction");
  await axe(evaluator);

  const field = evaluator.getByRole("textbox", { name: "Rationale" });
  await field.fill(TEXT);
  await expect(evaluator.getByText("23 of at most 140 words")).toBeVisible();
  const lesson = evaluator.getByRole("checkbox", { name: /^Lesson of/ }).first();
  await lesson.check();
  await expect(evaluator.getByText(/^Saved \d/)).toHaveCount(2);
  await evaluator.reload();
  await expect(field).toHaveValue(TEXT);
  await expect(lesson).toBeChecked();
  await fits(evaluator);
  await picture(evaluator, "rationale-desk");

  await evaluator.getByRole("button", { name: "Share the rationale" }).click();
  await expect(evaluator.getByRole("heading", { level: 1 })).toContainText("not shared yet");
  await expect(evaluator.getByText(/Rationale for instruction: shared on/)).toBeVisible();

  const teacher = await as("teacher_on_track");
  await day(teacher, "April");
  await teacher.goto(`${year}/rationale/instruction`);
  await expect(teacher.getByText(TEXT)).toBeVisible();
  await axe(teacher);
});

test("a rationale without evidence comes back with its text, by keyboard alone", async ({ as, quiet }) => {
  quiet.but(422);
  const evaluator = await as("evaluator");
  await day(evaluator, "April");
  const year = await yearOf(evaluator, "Luis Barragán");
  await evaluator.goto(`${year}/rationale/professionalism`);
  await tabTo(evaluator, evaluator.getByRole("textbox", { name: "Rationale" }));
  await evaluator.keyboard.type(TEXT);
  await press(evaluator, evaluator.getByRole("button", { name: "Share the rationale" }));
  await expect(evaluator.getByRole("alert")).toContainText("Link at least one piece of shared evidence.");
  await expect(evaluator.getByRole("textbox", { name: "Rationale" })).toHaveValue(TEXT);
});

test("what is missing is entered, and the rating is shared where it is said what that means", async ({ as, axe, picture }) => {
  const evaluator = await as("evaluator");
  await day(evaluator, "May");
  const year = await yearOf(evaluator, "Petra Solheim");
  await evaluator.goto(`${year}/rating`);
  const main = evaluator.getByRole("main");
  await expect(main.getByText("1 of 2 growth goals are entered.").first()).toBeVisible();
  await axe(evaluator);
  await main.getByRole("link", { name: "Open that page" }).first().click();

  const goals = main.locator("section", { has: evaluator.getByRole("heading", { name: "Growth goals" }) });
  await goals.getByRole("link", { name: "Correct it" }).click();
  await evaluator.getByRole("button", { name: "Add a goal" }).click();
  await evaluator.getByLabel("Goal 2: title").fill("Counting in groups");
  for (const [points, pupils] of [2, 4, 10, 5].entries()) {
    await evaluator.getByLabel(new RegExp(`Goal 2: pupils with ${points} point`)).fill(String(pupils));
  }
  await evaluator.getByLabel("Source", { exact: true }).fill("Results approved on 21 May");
  await evaluator.getByRole("button", { name: "Enter it on the record" }).click();

  await evaluator.goto(`${year}/rating`);
  await expect(main.getByText(/The calculation gives \w+, with/)).toBeVisible();
  await axe(evaluator);
  await fits(evaluator);
  await picture(evaluator, "rating-preview");
  await main.getByRole("link", { name: "Go on to share" }).click();
  await expect(main.getByText("It stays on the record for good.")).toBeVisible();
  await axe(evaluator);
  await picture(evaluator, "rating-share");
  await main.getByRole("button", { name: "Share the rating" }).click();
  await expect(evaluator.getByRole("heading", { level: 1 })).toContainText("Petra Solheim’s rating is");
  await expect(main.getByText(/acknowledges this or declines to sign by/)).toBeVisible();
});

test("near a cut both ratings are shown and nothing can be shared", async ({ as, axe }) => {
  const evaluator = await as("evaluator");
  await day(evaluator, "May");
  const year = await yearOf(evaluator, "Imani Castellano");
  await evaluator.goto(`${year}/rating`);
  const main = evaluator.getByRole("main");
  await expect(main.getByText("Approaching or Effective", { exact: true })).toBeVisible();
  await expect(main.getByText(/10500\/180 − 10183\/180 = 317\/180/)).toBeVisible();
  await expect(main.getByRole("link", { name: "Go on to share" })).toHaveCount(0);
  await axe(evaluator);
});

test.describe("the decision near a cut", () => {
  test.use({ ownDemo: true });
  const REASONS = "Two of three lessons stand at the higher rating, and both goals were met by most pupils.";

  test("the leader decides, a second reader sends it back, and it is confirmed before anybody shares", async ({ as, axe, mailed, picture, quiet }) => {
    const leader = await as("school_leader");
    await day(leader, "May");
    const need = leader.getByRole("listitem").filter({ hasText: "Imani Castellano: decide between two ratings" });
    await need.getByRole("link", { name: "Decide" }).click();
    await expect(leader.getByRole("heading", { level: 1 })).toHaveText("Decision near a cut: Imani Castellano");
    await axe(leader);
    await fits(leader);

    // One piece of evidence is too little, and what was typed stays.
    quiet.but(422);
    await leader.getByRole("radio", { name: "Effective" }).check();
    await leader.getByRole("textbox", { name: "Why this one and not the other" }).fill(REASONS);
    await leader.getByRole("checkbox", { name: /^Lesson of/ }).first().check();
    await leader.getByRole("radio", { name: "Helen Marchetti" }).check();
    await leader.getByRole("button", { name: "Decide and ask the second reader" }).click();
    await expect(leader.getByRole("alert")).toContainText("Tick at least 2 pieces of evidence");
    await expect(leader.getByRole("textbox", { name: "Why this one and not the other" })).toHaveValue(REASONS);
    await leader.getByRole("checkbox", { name: /^Lesson of/ }).nth(1).check();
    await leader.getByRole("button", { name: "Decide and ask the second reader" }).click();
    await expect(leader.getByText("Helen Marchetti has not confirmed it yet").first()).toBeVisible();
    await axe(leader);
    await picture(leader, "decision-waits");
    const address = new URL(leader.url()).pathname;

    const reader = await mailed("helen.marchetti@lvps.example.org", "May", address, { phone: true });
    await expect(reader.getByText(REASONS)).toBeVisible();
    await axe(reader);
    await fits(reader);
    await tabTo(reader, reader.getByRole("textbox", { name: "What is missing or does not follow" }));
    await reader.keyboard.type("Say what speaks for the other rating.");
    await press(reader, reader.getByRole("button", { name: "Send it back" }));
    await expect(reader).toHaveURL(/\/$/);

    await leader.reload();
    await expect(leader.getByText("Say what speaks for the other rating.")).toBeVisible();
    await leader.getByRole("button", { name: "Decide and ask the second reader" }).click();
    await reader.goto(address);
    await reader.getByRole("button", { name: "Confirm the decision" }).click();
    await expect(reader).toHaveURL(/\/$/);
    await leader.reload();
    await expect(leader.getByText("Confirmed by Helen Marchetti as second reader").first()).toBeVisible();

    const spanish = await as("evaluator", { language: "es", phone: true });
    await day(spanish, "May");
    await spanish.goto(address);
    await expect(spanish.getByRole("heading", { level: 1 })).toContainText("Decisión cerca de un corte");
    await fits(spanish);
    await axe(spanish);
  });
});

test("a teacher understands the next step on a phone, reads the sum, acknowledges and answers", async ({ as, axe, picture }) => {
  const teacher = await as("teacher_on_track", { phone: true });
  await day(teacher, "May");
  await toMyRating(teacher);
  const main = teacher.getByRole("main");
  await expect(teacher.getByRole("heading", { level: 1 })).toHaveText("Your rating is Effective");
  const next = await main.locator(".next-what").boundingBox();
  expect(next && next.y + next.height, "the next step and its date stand on the first screen").toBeLessThan(844);
  await expect(main.locator(".next-what strong")).toContainText("May 2027");
  await axe(teacher);
  await picture(teacher, "rating-phone");

  await main.locator("summary", { hasText: "Professionalism" }).first().click();
  await expect(main.getByText(/self-ratings do not count/)).toBeVisible();
  await fits(teacher);

  await main.getByRole("link", { name: "Acknowledge" }).click();
  await expect(main.getByText("It does not say that you agree.")).toBeVisible();
  await axe(teacher);
  await main.getByRole("button", { name: "I received it" }).click();
  await expect(main.getByText(/You acknowledged receipt on/)).toBeVisible();

  const answer = "I see the year as it is written. The spring unit shows what comes next.";
  await main.getByRole("textbox", { name: "Your answer" }).fill(answer);
  await expect(main.getByText(/^Saved \d/)).toBeVisible();
  await main.getByRole("button", { name: "Put it on the record" }).click();
  await expect(main.locator(".said", { hasText: answer })).toBeVisible();
  await fits(teacher);

  const evaluator = await as("evaluator");
  await day(evaluator, "May");
  await evaluator.goto(new URL(teacher.url()).pathname);
  await expect(evaluator.getByRole("main").getByText(answer)).toBeVisible();
  await picture(evaluator, "rating-answered");
});

test("a teacher declines to sign by keyboard alone", async ({ as, axe }) => {
  const teacher = await as("teacher_at_risk");
  await day(teacher, "May");
  await toMyRating(teacher);
  const main = teacher.getByRole("main");
  await expect(teacher.getByRole("heading", { level: 1 })).toHaveText("Your rating is Approaching");
  await expect(main.locator(".stand")).toContainText("Effective begins at 58.33");
  await press(teacher, main.getByRole("link", { name: "Decline to sign" }));
  await expect(main.getByText("You need no reason.")).toBeVisible();
  await axe(teacher);
  await press(teacher, main.getByRole("button", { name: "Decline to sign" }));
  await expect(main.getByText(/You declined to sign on/)).toBeVisible();
});

test("the rating is read in Spanish on a phone", async ({ as, axe, picture }) => {
  const teacher = await as("teacher_at_risk", { phone: true, language: "es" });
  await day(teacher, "May");
  await toMyRating(teacher);
  await expect(teacher.getByRole("heading", { level: 1 })).toHaveText("Su calificación es En vías de lograrlo");
  await axe(teacher);
  await fits(teacher);
  await picture(teacher, "rating-es");
});

test("renewal is recommended, and the school's leader sees it", async ({ as, axe, picture }) => {
  const evaluator = await as("evaluator");
  await day(evaluator, "April");
  const year = await yearOf(evaluator, "Beatriz Ferreira");
  await evaluator.goto(`${year}/recommendation`);
  await axe(evaluator);
  const reasons = "Routines that hold since November, and feedback that is acted on within a week.";
  await evaluator.getByRole("textbox", { name: "Your reasons" }).fill(reasons);
  await picture(evaluator, "recommendation");
  await evaluator.getByRole("button", { name: "Recommend renewal" }).click();
  await expect(evaluator.getByText("Renewal is recommended.")).toBeVisible();

  for (const [who, seat] of [["school_leader", {}], ["teacher_at_risk", { phone: true }]] as const) {
    const reader = await as(who, seat);
    await day(reader, "April");
    await reader.goto(`${year}/recommendation`);
    await expect(reader.getByText(reasons)).toBeVisible();
    await axe(reader);
    await fits(reader);
  }
});

test("the record tells who did what, who has looked, and who can see it", async ({ as, axe, picture }) => {
  const leader = await as("school_leader");
  await day(leader, "January");
  const evaluator = await as("evaluator");
  await day(evaluator, "January");
  const year = await yearOf(evaluator, "Thanh Vo");
  await leader.goto(`${year}/history`);
  await expect(leader.getByText(/Desmond Achterberg shared the lesson of/).first()).toBeVisible();
  await expect(leader.getByRole("heading", { name: "Who has looked" })).toHaveCount(0);
  await axe(leader);

  const teacher = await as("teacher_on_track", { phone: true });
  await day(teacher, "January");
  await teacher.goto(`${year}/history`);
  const looked = teacher.locator("section", { has: teacher.getByRole("heading", { name: "Who has looked" }) });
  await expect(looked.getByText("Ruth Okonkwo-Lane").first()).toBeVisible();
  await axe(teacher);
  await fits(teacher);
  await picture(teacher, "history-phone");

  await teacher.goto("/my-year");
  await teacher.locator("main a[href^='/observations/']").first().click();
  await teacher.getByRole("link", { name: "The history of this" }).click();
  await expect(teacher.getByRole("heading", { level: 1 })).toContainText("History: Lesson of");
  await axe(teacher);
});

test("a teacher takes the year away as data and on paper", async ({ as }) => {
  const teacher = await as("teacher_on_track");
  await day(teacher, "January");
  const data = await teacher.request.get("/my-year/copy.json");
  expect(data.headers()["content-disposition"]).toBe('attachment; filename="vo-2026-27.json"');
  const copy = await data.json();
  expect([copy.format, copy.version, copy.teacher.name]).toEqual(["forthright.copy", 1, "Thanh Vo"]);
  expect(copy.events.length).toBeGreaterThan(5);
  const paper = await teacher.request.get("/my-year/copy.pdf");
  expect((await paper.body()).subarray(0, 4).toString()).toBe("%PDF");
});
