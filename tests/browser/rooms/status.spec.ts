// The status over the years: the teacher reads how it came about, HR states it by name, the teacher answers, and the
// performance office takes over ratings of earlier years. In the demo Samuel Adeyemi's is stated in May, Imani
// Castellano was below Effective last year, and Beatriz Ferreira's count begins anew.
import { day, expect, fits, type Page, press, tabTo, test } from "../harness/test.ts";

const OFFICE = "helen.marchetti@lvps.example.org";

/** HR's way from the counts to a teacher of Larkspur. */
async function toStatusOf(partner: Page, name: string): Promise<string> {
  await partner.goto("/counts");
  await partner.getByRole("main").getByRole("link", { name: "Larkspur Elementary" }).click();
  await expect(partner.getByRole("heading", { level: 1 })).toHaveText("Status over the years, Larkspur Elementary");
  await partner.getByRole("link", { name }).click();
  await expect(partner.getByRole("heading", { level: 1 })).toContainText(name);
  return new URL(partner.url()).pathname;
}

test("a teacher reads from the first day on where the years come to, and the evaluator does not", async ({ as, axe, quiet }) => {
  const teacher = await as("teacher_at_risk");
  await day(teacher, "August");
  await teacher.goto("/my-year");
  await expect(teacher.getByText("Probationary. No year counts yet of the 3 in a row that are needed.")).toBeVisible();
  await teacher.getByRole("link", { name: "How it came about, year by year" }).click();
  await expect(teacher.getByRole("heading", { level: 1 })).toHaveText("Your status over the years");
  await expect(teacher.getByRole("row", { name: "2025-26" })).toContainText("below Effective: the count begins anew");
  await expect(teacher.getByRole("row", { name: "Distinguished" })).toContainText("probationary, 1 of 3 years counted");
  await expect(teacher.getByText("Nothing was stated this year.")).toBeVisible();
  await expect(teacher.getByRole("button", { name: "State the status" })).toHaveCount(0);
  await axe(teacher);

  quiet.but(403, 404);
  const path = new URL(teacher.url()).pathname;
  for (const [who, status] of [["evaluator", 403], ["administrator", 404], ["teacher_on_track", 404]] as const) {
    const page = await as(who);
    await day(page, "August");
    expect((await page.goto(path))?.status(), who).toBe(status);
  }
});

test.describe("stated", () => {
  test.use({ ownDemo: true });

  test("HR looks at what would be recorded and states it by keyboard alone; the teacher answers", async ({ as, mailed, axe }) => {
    const partner = await as("hr_partner");
    await day(partner, "May");
    const path = await toStatusOf(partner, "Imani Castellano");
    await expect(partner.getByText("Non-probationary, and at risk: 2025-26 was below Effective.").first()).toBeVisible();
    await expect(partner.getByText("This is what would be recorded.")).toBeVisible();
    await axe(partner);
    await tabTo(partner, partner.getByRole("textbox", { name: "A word to the teacher" }));
    await partner.keyboard.type("Please come to me with any question.");
    await press(partner, partner.getByRole("button", { name: "State the status" }));
    await expect(partner.getByText("This is already stated, and nothing has changed since.")).toBeVisible();
    await expect(partner.getByRole("button", { name: "State the status" })).toHaveCount(0);

    const teacher = await mailed("imani.castellano@lvps.example.org", "May", path);
    await expect(teacher.getByText("Please come to me with any question.")).toBeVisible();
    await teacher.getByRole("textbox", { name: "Your answer" }).fill("I was on leave from March on.");
    await teacher.getByRole("button", { name: "Share the answer" }).click();
    await expect(teacher.getByText("Answered by Imani Castellano")).toBeVisible();
    await axe(teacher);
    await partner.reload();
    await expect(partner.getByText("I was on leave from March on.")).toBeVisible();
    await partner.getByRole("link", { name: "The history of this" }).click();
    await expect(partner.getByText("stated the status over the years")).toBeVisible();
    await axe(partner);
  });

  test("the office takes earlier ratings over, and every problem has its line", async ({ mailed, axe }) => {
    const office = await mailed(OFFICE, "October", "/counts");
    await office.getByRole("link", { name: "Take over ratings of earlier years" }).click();
    await expect(office.getByRole("heading", { level: 1 })).toHaveText("Take over ratings of earlier years");
    await axe(office);
    const send = async (text: string): Promise<void> => {
      await office.goto("/status/import");
      await office
        .getByLabel("Ratings of earlier years")
        .setInputFiles({ name: "ratings.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
      await press(office, office.getByRole("button", { name: "Read the file and show what would change" }));
    };
    await send("employeeId,schoolYear,rating\nnobody,2021-22,E\n");
    await expect(office.getByText("One error stands in the way")).toBeVisible();
    await expect(office.getByText("Nobody on the record has nobody as employeeId.")).toBeVisible();
    await expect(office.getByText("line 2", { exact: true })).toBeVisible();
    await expect(office.getByRole("button", { name: "Take these ratings over" })).toHaveCount(0);
    await axe(office);
    await fits(office);
  });
});

test("lived: HR stated a third effective year, on a phone, in Spanish", async ({ as, axe }) => {
  const partner = await as("hr_partner", { phone: true, language: "es" });
  await day(partner, "May");
  await partner.goto("/counts");
  await partner.getByRole("main").getByRole("link", { name: "Larkspur Elementary" }).click();
  await expect(partner.getByRole("row", { name: "Samuel Adeyemi" })).toContainText("no probatorio");
  await fits(partner);
  await axe(partner);
  await partner.getByRole("link", { name: "Samuel Adeyemi" }).click();
  await expect(partner.getByText("cuenta como el último de 3 años: da el estatus no probatorio").first()).toBeVisible();
  await expect(partner.getByText("Esto ya está declarado y nada ha cambiado desde entonces.")).toBeVisible();
  await fits(partner);
  await axe(partner);
});
