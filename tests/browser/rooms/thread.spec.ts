// The thread of a year, unbroken, by real clicks: Petra Solheim's, from the roster to the rating that she acknowledges.
// Each day of the demo is a district of its own, so that what is done on one is not there on the next; the year that the
// demo lived leads from one to the other. Petra is not on the printed list: she comes by links as a mail would bring them.
import { day, expect, type Page, test } from "../harness/test.ts";

test.use({ ownDemo: true });
test.describe.configure({ mode: "default", timeout: 240_000 });

const PETRA = "petra.solheim@lvps.example.org";
const OBSERVED = "Nine of 26 made the same error; after you regrouped them 21 had it right.";

const main = (page: Page) => page.getByRole("main");
const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const section = (page: Page, label: string) => page.getByRole("region", { name: label, exact: true });
const path = (page: Page) => new URL(page.url()).pathname;

/** Opens what Today names, wherever in its list it stands. */
async function fromToday(page: Page, need: string | RegExp): Promise<void> {
  await page.goto("/");
  const later = section(page, "Later").locator("summary");
  const line = main(page).getByRole("listitem").filter({ has: page.getByRole("heading", { name: need }) });
  if (!(await line.isVisible()) && (await later.isVisible())) await later.click();
  await line.getByRole("link").click();
}

/** Opens a teacher's year from the caseload or the school. */
async function yearOf(page: Page, room: "caseload" | "school", name: string): Promise<void> {
  await page.locator(`[data-room=${room}]`).click();
  await main(page).getByRole("link", { name }).click();
  await expect(heading(page)).toHaveText(name);
}

/** A field that saves itself has said so. */
async function kept(page: Page, label: string | RegExp): Promise<void> {
  const field = page.locator(".field").filter({ has: page.getByLabel(label) });
  await expect(field.locator("[data-kept]")).toContainText("Saved");
}

test("August to January: the roster, a lesson, both ratings, a conversation, its letter", async ({ as, mailed }) => {
  // The administrator sees who teaches where, who evaluates whom, and the year with its pack.
  const administrator = await as("administrator");
  await day(administrator, "August");
  await administrator.locator("[data-room=people]").click();
  await administrator.getByLabel("Find by name, e-mail or number").fill("solheim");
  await administrator.getByRole("button", { name: "Find" }).click();
  await administrator.getByRole("link", { name: "Petra Solheim" }).click();
  await expect(section(administrator, "Evaluators")).toContainText("Desmond Achterberg");
  await administrator.locator("[data-room=year]").click();
  await expect(main(administrator)).toContainText("LEAP growth and performance");

  // A lesson: written down, read as she will read it, shared, answered.
  const evaluator = await as("evaluator");
  await day(evaluator, "January");
  await yearOf(evaluator, "caseload", "Petra Solheim");
  await section(evaluator, "Your work").getByRole("link", { name: "Begin an observation" }).click();
  await evaluator.getByRole("radio", { name: "Short observation" }).check();
  await evaluator.locator("#begins").fill("09:00");
  await evaluator.locator("#ends").fill("09:20");
  await evaluator.locator("#focus").fill("telling time");
  await evaluator.locator('[name="score.I.5"][value="5"]').check();
  await evaluator.locator('[id="text.I.5"]').fill(OBSERVED);
  await evaluator.getByRole("button", { name: "Read and share", exact: true }).click();
  await evaluator.getByRole("button", { name: "Share with Ms Solheim" }).click();
  await expect(evaluator.getByRole("status").filter({ hasText: "Shared with Ms Solheim." })).toBeVisible();

  const petra = await mailed(PETRA, "January", path(evaluator), { phone: true });
  await expect(main(petra)).toContainText(OBSERVED);
  await petra.getByLabel(/your answer/i).fill("The regrouping is now my way into each new unit.");
  await petra.getByRole("button", { name: "Put it on the record" }).click();
  await expect(petra.locator(".said", { hasText: "The regrouping is now my way" })).toBeVisible();

  // Professionalism: each rates alone, and both stand side by side.
  await yearOf(evaluator, "caseload", "Petra Solheim");
  await section(evaluator, "Your work").getByRole("link", { name: "Rate professionalism at mid-year" }).click();
  const moment = path(evaluator);
  await petra.goto(moment);
  for (const [page, score, to] of [[petra, 5, "Mr Achterberg"], [evaluator, 6, "Ms Solheim"]] as const) {
    for (const indicator of ["P.1", "P.2", "P.3", "P.4", "P.5", "P.6", "P.7"]) {
      await page.locator(`[name="mid-year.score.${indicator}"][value="${score}"]`).check();
    }
    await page.getByRole("button", { name: "Read and send" }).click();
    await page.getByRole("button", { name: `Send to ${to}` }).click();
    await expect(page.getByRole("status").filter({ hasText: "sent" }).first()).toBeVisible();
  }
  await petra.goto(moment);
  await expect(main(petra)).toContainText("Evaluator: sent by Desmond Achterberg");

  // The conversation is arranged for tomorrow; both prepare.
  await fromToday(evaluator, "Petra Solheim: find a time for the mid-year conversation");
  await evaluator.getByLabel("Place", { exact: true }).fill("room 118");
  await evaluator.getByLabel("Day", { exact: true }).fill("2027-01-13");
  await evaluator.getByLabel("Begins").fill("15:30");
  await evaluator.getByRole("button", { name: "Set the time and invite" }).click();
  await expect(evaluator.locator(".next")).toContainText("Wed 13 Jan");
  const talk = path(evaluator);
  await fromToday(petra, /^Your mid-year conversation/);
  await expect(petra).toHaveURL(new RegExp(`${talk}$`));
  const wish = /Which part of your work gives you energy/;
  await petra.getByLabel(wish).fill("Number talks; I would like to lead them for grade 2.");
  await kept(petra, wish);
  await petra.getByRole("button", { name: "Share with Mr Achterberg" }).click();
  await evaluator.reload();
  await expect(section(evaluator, "Preparation")).toContainText("I would like to lead them");

  // It is moved to today. Notes and promises of both, and both say that they met.
  await section(evaluator, "Time and place").getByRole("link", { name: "Find another time" }).click();
  await evaluator.getByLabel("Day", { exact: true }).fill("2027-01-12");
  await evaluator.getByLabel("Begins").fill("06:00");
  await evaluator.getByRole("button", { name: "Set the new time" }).click();
  await expect(evaluator).toHaveURL(new RegExp(`${talk}$`));
  await evaluator.getByLabel("Your next shared note").fill("Number talks run daily; cover is missing on Thursdays.");
  await kept(evaluator, "Your next shared note");
  await evaluator.getByRole("button", { name: "Add the note" }).click();
  await evaluator.getByLabel("For yourself").fill("Ask Ruth about cover.");
  await kept(evaluator, "For yourself");
  for (const [page, what, whose] of [
    [evaluator, "Cover for two Thursdays", "Mr Achterberg"],
    [petra, "A number talk that colleagues can watch", "Ms Solheim"],
  ] as const) {
    await page.goto(talk);
    await page.getByLabel("New: what").fill(what);
    await page.getByLabel("Who", { exact: true }).selectOption({ label: whose });
    await page.getByLabel("By when").fill("2027-02-12");
    await page.getByRole("button", { name: "Add the promise" }).click();
    await expect(section(page, "Promises")).toContainText(what);
  }
  for (const page of [petra, evaluator]) {
    await page.goto(talk);
    await page.getByRole("button", { name: "We met" }).click();
  }
  await expect(section(evaluator, "We met")).toContainText("Both have said so.");
  await petra.goto(talk);
  await expect(section(petra, "Notes")).toContainText("cover is missing on Thursdays");
  await expect(main(petra)).not.toContainText("Ask Ruth about cover.");

  // The letter that fits, sent and read.
  await fromToday(evaluator, "Petra Solheim: read and send the follow-up (mid-year conversation)");
  await expect(evaluator.locator("article.letter")).toContainText("Cover for two Thursdays");
  await evaluator.getByRole("button", { name: "Send it" }).click();
  await expect(evaluator).toHaveURL(/\/messages\/[^/]+$/);
  await petra.goto("/my-year");
  await section(petra, "Messages").getByRole("link", { name: /12 Jan/ }).click();
  await expect(petra.locator("article.letter")).toContainText("Cover for two Thursdays");
  expect(path(petra)).toBe(path(evaluator));

  // All of it left the house as neutral notices.
  await day(administrator, "January");
  await administrator.locator("[data-room=outbox]").click();
  const hers = main(administrator).locator("tbody tr").filter({ hasText: PETRA });
  expect(await hers.count()).toBeGreaterThanOrEqual(3);
  await expect(main(administrator)).not.toContainText("Thursdays");
});

test("April: renewal is recommended, and the school’s leader reads it", async ({ as, mailed }) => {
  const evaluator = await as("evaluator");
  await day(evaluator, "April");
  await fromToday(evaluator, "Petra Solheim: recommend for next year");
  const reasons = "Routines that hold, and number talks that colleagues come to see.";
  await evaluator.getByRole("textbox", { name: "Your reasons" }).fill(reasons);
  await evaluator.getByRole("button", { name: "Recommend renewal" }).click();
  await expect(main(evaluator)).toContainText("Renewal is recommended.");
  const where = path(evaluator);

  const leader = await as("school_leader");
  await day(leader, "April");
  await leader.goto(where);
  await expect(main(leader)).toContainText(reasons);
  const petra = await mailed(PETRA, "April", where, { phone: true });
  await expect(main(petra)).toContainText(reasons);
});

test("May: the rating with its sum, received, answered, and taken along", async ({ as, mailed }) => {
  // What is missing is named; it is entered, and the rating is shared where it is said what that means.
  const evaluator = await as("evaluator");
  await day(evaluator, "May");
  await fromToday(evaluator, "Petra Solheim: share the rating");
  await expect(main(evaluator)).toContainText("1 of 2 growth goals are entered.");
  const rating = path(evaluator);
  await main(evaluator).getByRole("link", { name: "Open that page" }).first().click();
  const goals = main(evaluator).locator("section", { has: evaluator.getByRole("heading", { name: "Growth goals" }) });
  await goals.getByRole("link", { name: "Correct it" }).click();
  await evaluator.getByRole("button", { name: "Add a goal" }).click();
  await evaluator.getByLabel("Goal 2: title").fill("Counting in groups");
  for (const [points, pupils] of [2, 4, 10, 5].entries()) {
    await evaluator.getByLabel(new RegExp(`Goal 2: pupils with ${points} point`)).fill(String(pupils));
  }
  await evaluator.getByLabel("Source", { exact: true }).fill("Results approved on 21 May");
  await evaluator.getByRole("button", { name: "Enter it on the record" }).click();
  await fromToday(evaluator, "Petra Solheim: share the rating");
  await main(evaluator).getByRole("link", { name: "Go on to share" }).click();
  await main(evaluator).getByRole("button", { name: "Share the rating" }).click();
  await expect(heading(evaluator)).toContainText("Petra Solheim’s rating is");

  // She comes from the notice, reads the sum, acknowledges, and answers.
  const petra = await mailed(PETRA, "May", rating, { phone: true });
  await expect(petra).toHaveURL(new RegExp(`${rating}$`));
  await expect(heading(petra)).toHaveText("Your rating is Effective");
  await main(petra).locator("summary", { hasText: "Professionalism" }).first().click();
  await main(petra).getByRole("link", { name: "Acknowledge" }).click();
  await main(petra).getByRole("button", { name: "I received it" }).click();
  await expect(main(petra)).toContainText("You acknowledged receipt on");
  const answer = "I agree with the year as written, and thank the team for the Thursdays.";
  await main(petra).getByRole("textbox", { name: "Your answer" }).fill(answer);
  await main(petra).getByRole("button", { name: "Put it on the record" }).click();
  await expect(main(petra).locator(".said", { hasText: answer })).toBeVisible();

  const leader = await as("school_leader");
  await day(leader, "May");
  await yearOf(leader, "school", "Petra Solheim");
  await main(leader).locator(`a[href="${rating}"]`).first().click();
  await expect(main(leader)).toContainText(answer);

  // Who did what; and that the leader has looked, to her alone.
  await petra.goto("/my-year");
  await section(petra, "Your rights").getByRole("link", { name: "Who did what when, in your whole year" }).click();
  await expect(main(petra)).toContainText("Desmond Achterberg shared the overall rating: Effective");
  await expect(main(petra)).toContainText("Petra Solheim acknowledged that the rating was received.");
  const looked = petra.locator("section", { has: petra.getByRole("heading", { name: "Who has looked" }) });
  await expect(looked).toContainText("Ruth Okonkwo-Lane");

  // Her copy, as data and on paper, by the links that she sees.
  await petra.goto("/my-year");
  for (const [name, begins] of [["as data (JSON)", "{"], ["Your copy of everything (PDF)", "%PDF"]] as const) {
    const address = await section(petra, "Your rights").getByRole("link", { name }).getAttribute("href");
    const answered = await petra.request.get(address ?? "");
    expect(answered.status()).toBe(200);
    expect(answered.headers()["content-disposition"]).toContain("solheim-2026-27");
    expect((await answered.body()).toString("latin1").startsWith(begins), name).toBe(true);
  }
  const copy = await (await petra.request.get("/my-year/copy.json")).json();
  expect(JSON.stringify(copy)).toContain(answer);
});
