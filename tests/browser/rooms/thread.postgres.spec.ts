// The thread once more on PostgreSQL, from an empty record: the first administrator, a roster file, the year, an
// evaluator by hand, a lesson shared and answered, and its history. The rooms' stories run on both engines in Rust.
import { delta, type Teacher } from "../fixtures/roster.ts";
import { expect, type Page, test } from "../harness/test.ts";

test.use({ engine: "postgres" });

const aino: Teacher = { mark: "7301", given: "Aino", family: "Virtanen" };
const ola: Teacher = { mark: "7302", given: "Ola", family: "Nordmann" };
const SEEN = "Six of eight pupils explained their partner’s idea before their own.";
const ANSWER = "The two who did not were new that week.";

const main = (page: Page) => page.getByRole("main");
const heading = (page: Page) => page.getByRole("heading", { level: 1 });

test("from an empty record to a lesson that is shared, answered and remembered", async ({ district, visitor, axe }) => {
  test.slow();
  const enter = async (who: string): Promise<Page> => {
    const page = await visitor({ at: district.url });
    await page.goto(district.link(who));
    await page.getByRole("button", { name: "Sign in" }).click();
    return page;
  };

  // The administrator: pack, days, roster, and who evaluates whom.
  const administrator = await enter(district.administrator.email);
  await administrator.goto("/year/pack");
  await administrator.getByRole("radio").first().check();
  await administrator.getByRole("button", { name: "Adopt a pack" }).click();
  await administrator.getByRole("link", { name: "Enter the days" }).click();
  const year = Number(/(\d{4})-\d\d/.exec(await heading(administrator).innerText())?.[1]);
  await administrator.getByLabel("First student day").fill(`${year}-07-01`);
  await administrator.getByLabel("Last student day").fill(`${year + 1}-06-30`);
  await administrator.getByRole("button", { name: "Save the days" }).click();
  await administrator.goto("/roster/import");
  const buffer = delta({ mark: "73", name: "Fjord Academy" }, [aino, ola]);
  await administrator.locator("#roster").setInputFiles({ name: "roster.zip", mimeType: "application/zip", buffer });
  await administrator.getByRole("button", { name: "Read the files and show what would change" }).click();
  await administrator.getByRole("button", { name: "Apply these changes" }).click();
  await expect(heading(administrator)).toHaveText("The roster is applied");
  await administrator.goto("/people?q=Virtanen");
  await administrator.getByRole("link", { name: "Aino Virtanen" }).click();
  await administrator.getByRole("link", { name: "Assign an evaluator" }).click();
  await administrator.getByLabel("Find by name").fill("nordmann");
  await administrator.getByLabel("Find by name").press("Enter");
  await administrator.getByLabel(/Ola Nordmann/).check();
  await administrator.getByLabel("Why").fill("Agreed with both.");
  await administrator.getByRole("button", { name: "Assign an evaluator" }).click();
  await expect(main(administrator)).toContainText("Ola Nordmann");
  await axe(administrator);

  // The evaluator: a short lesson, shared.
  const evaluator = await enter("7302@probe.example");
  await evaluator.locator("[data-room=caseload]").click();
  await main(evaluator).getByRole("link", { name: "Aino Virtanen" }).click();
  await main(evaluator).getByRole("link", { name: "Begin an observation" }).last().click();
  await evaluator.getByRole("radio", { name: "Short observation" }).check();
  await evaluator.locator("#begins").fill("09:00");
  await evaluator.locator("#ends").fill("09:20");
  await evaluator.locator("#focus").fill("listening in pairs");
  await evaluator.locator('[name="score.I.8"][value="6"]').check();
  await evaluator.locator('[id="text.I.8"]').fill(SEEN);
  await evaluator.getByRole("button", { name: "Read and share", exact: true }).click();
  await evaluator.getByRole("button", { name: "Share with Aino Virtanen" }).click();
  await expect(main(evaluator)).toContainText(SEEN);

  // The teacher: reads, answers, and sees who did what.
  const teacher = await enter("7301@probe.example");
  await teacher.goto(new URL(evaluator.url()).pathname);
  await expect(main(teacher)).toContainText(SEEN);
  await teacher.getByLabel(/your answer/i).fill(ANSWER);
  await teacher.getByRole("button", { name: "Put it on the record" }).click();
  await expect(teacher.locator(".said", { hasText: ANSWER })).toBeVisible();
  await teacher.goto("/my-year");
  await main(teacher).getByRole("link", { name: "Who did what when, in your whole year" }).click();
  await expect(main(teacher)).toContainText("Ola Nordmann");
  await axe(teacher);
  await administrator.goto("/record");
  await administrator.getByRole("button", { name: "Verify now" }).click();
  await expect(main(administrator)).toContainText("Sound:");
});
