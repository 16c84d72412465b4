// Room feedback: people answer unnamed, an office screens, everybody reads the same page.
import { day, expect, fits, press, test } from "../harness/test.ts";

test.describe("a round", () => {
  test.use({ ownDemo: true });

  test("is answered unnamed, without a trace, and once", async ({ as, axe, quiet }) => {
    quiet.but(422);
    const page = await as("teacher_on_track");
    await day(page, "October");
    await press(page, page.getByRole("main").getByRole("link", { name: "Answer unnamed" }));
    await expect(page.getByRole("heading", { name: "What is kept" })).toBeVisible();
    await axe(page);
    // Names are found before anything is sent, and what was typed is still there.
    for (const group of await page.getByRole("group").all()) await group.getByRole("radio").first().check();
    const text = page.getByRole("textbox");
    await text.fill("Ms Castellano has good ideas for shorter letters.");
    await press(page, page.getByRole("button", { name: "Send unnamed" }));
    await expect(page.getByRole("main")).toContainText("These words may be names: Castellano");
    await expect(text).toHaveValue("Ms Castellano has good ideas for shorter letters.");
    await axe(page);
    await text.fill("Shorter letters, please.");
    await press(page, page.getByRole("button", { name: "Send unnamed" }));
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Thank you");
    await expect(page.getByRole("main")).not.toContainText("Shorter letters");
    await axe(page);
    await page.goto("/feedback");
    await expect(page.getByRole("main")).toContainText("You have taken part.");
    await axe(page);
    await page.goto("/");
    await expect(page.getByRole("main").getByRole("link", { name: "Answer unnamed" })).toHaveCount(0);
  });

  test("is screened by the office, published once, and read by everybody", async ({ as, axe }) => {
    const office = await as("administrator");
    await day(office, "April");
    await office.goto("/feedback/2026-27.mid_year/screening");
    await expect(office.getByRole("heading", { level: 1 })).toHaveText("Screen the texts");
    await axe(office);
    await press(office, office.getByRole("button", { name: "Publish the results" }));
    await expect(office.getByRole("main")).toContainText("How to read this");
    await axe(office);
    const reader = await as("teacher_at_risk", { phone: true, language: "es" });
    await day(reader, "April");
    await reader.goto("/feedback/2026-27.mid_year/results");
    await expect(reader.getByRole("main")).toContainText("Cómo leer esto");
    await fits(reader);
    await axe(reader);
  });
});

test("not now: the line goes, the round stays", async ({ as }) => {
  const page = await as("evaluator");
  await day(page, "October");
  await press(page, page.getByRole("button", { name: "Not now" }));
  await expect(page.getByRole("main").getByRole("link", { name: "Answer unnamed" })).toHaveCount(0);
  await page.goto("/feedback");
  await expect(page.getByRole("main").getByRole("link", { name: "Answer unnamed" })).toHaveCount(1);
});

test("on a phone and in Spanish", async ({ as, axe }) => {
  const page = await as("teacher_at_risk", { phone: true, language: "es" });
  await day(page, "October");
  for (const path of ["/feedback", "/feedback/2026-27.beginning", "/feedback/2026-27.beginning/thanks"]) {
    await page.goto(path);
    await fits(page);
    await axe(page);
  }
  await page.goto("/feedback/2026-27.beginning");
  await expect(page.getByRole("button", { name: "Enviar sin nombre" })).toBeVisible();
});

test("without scripts, by keyboard alone", async ({ as, quiet }) => {
  quiet.but(422);
  const page = await as("teacher_at_risk", { scripts: false });
  await day(page, "October");
  await page.goto("/feedback/2026-27.beginning");
  await page.getByRole("button", { name: "Send unnamed" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toContainText("Please choose an answer to this question");
});
