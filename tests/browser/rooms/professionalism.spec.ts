// Professionalism: each side rates alone, sends, and sees both side by side.
import { day, expect, fits, type Page, press, tabTo, test } from "../harness/test.ts";

const INDICATORS = ["P.1", "P.2", "P.3", "P.4", "P.5", "P.6", "P.7"];
const RESTS_ON = "Exit tickets of three classes, 8 to 19 December.";

const level = (page: Page, moment: string, indicator: string, score: number) =>
  page.locator(`[name="${moment}.score.${indicator}"][value="${score}"]`);
const text = (page: Page, moment: string, indicator: string) =>
  page.locator(`[id="${moment}.text.${indicator}"]`);

test("an evaluator rates from Today, with reasons where they are needed", async ({ as, axe, picture, quiet }) => {
  quiet.but(422);
  const page = await as("evaluator");
  await day(page, "January");
  await page.goto("/");
  const line = page.getByRole("listitem").filter({ hasText: "Marcus Bell: rate professionalism" });
  await line.getByRole("link", { name: "Rate" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Professionalism of Marcus Bell at mid-year");
  await axe(page);
  for (const indicator of INDICATORS) {
    await level(page, "mid-year", indicator, indicator === "P.2" ? 3 : 5).check();
  }
  await page.getByRole("button", { name: "Read and send" }).click();
  await expect(page.getByRole("alert")).toBeFocused();
  await expect(page.getByRole("alert").getByText("You scored P.2 and wrote nothing about it.")).toBeVisible();
  await expect(level(page, "mid-year", "P.2", 3)).toBeChecked();
  await text(page, "mid-year", "P.2").fill(RESTS_ON);
  await page.getByRole("button", { name: "Read and send" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Read it as Mr Bell will");
  await axe(page);
  await picture(page, "professionalism-read");
  await page.getByRole("button", { name: "Send to Mr Bell" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Your ratings are sent." })).toBeVisible();
  await expect(page.getByText("Evaluator: sent by Desmond Achterberg")).toBeVisible();
  await axe(page);
  await fits(page);
  await picture(page, "professionalism-side-by-side");
});

test("en español y en un teléfono una docente cambia su autovaloración", async ({ as, axe }) => {
  const page = await as("teacher_at_risk", { phone: true, language: "es" });
  await day(page, "January");
  await page.goto("/my-year");
  const href = await page.getByRole("link", { name: "Profesionalismo a mitad de año, lado a lado" }).getAttribute("href");
  await page.goto(href ?? "");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Su profesionalismo a mitad de año");
  await axe(page);
  await fits(page);
  await text(page, "mid-year", "P.3").fill("Dirigí dos reuniones del equipo en noviembre.");
  for (const indicator of INDICATORS) await level(page, "mid-year", indicator, 5).check();
  await page.getByRole("button", { name: "Leer y enviar" }).click();
  await expect(page.getByText("No cuenta para la calificación general.")).toBeVisible();
  await fits(page);
  await page.getByRole("button", { name: /^Enviar a/ }).click();
  await expect(page.getByText("Dirigí dos reuniones del equipo en noviembre.").first()).toBeVisible();
});

test("by keyboard alone a level is chosen and sent", async ({ as }) => {
  const page = await as("evaluator");
  await day(page, "January");
  await page.goto("/");
  const line = page.getByRole("listitem").filter({ hasText: "Gloria Etienne: rate professionalism" });
  await press(page, line.getByRole("link", { name: "Rate" }));
  for (const indicator of INDICATORS) {
    const lowest = level(page, "mid-year", indicator, 1);
    await tabTo(page, lowest);
    for (let step = 0; step < 4; step += 1) await page.keyboard.press("ArrowRight");
    await expect(level(page, "mid-year", indicator, 5)).toBeChecked();
  }
  await press(page, page.getByRole("button", { name: "Read and send" }));
  await press(page, page.getByRole("button", { name: "Send to Ms Etienne" }));
  await expect(page.getByText("Evaluator: sent by Desmond Achterberg")).toBeVisible();
});
