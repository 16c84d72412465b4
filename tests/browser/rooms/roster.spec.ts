// Room roster: files are sent, what they would change is looked at, and applied or not.
import { delta, type Teacher } from "../fixtures/roster.ts";
import { day, expect, fits, type Page, press, tabTo, test } from "../harness/test.ts";

const aino: Teacher = { mark: "7101", given: "Aino", family: "Virtanen" };

async function choose(page: Page, bytes: Buffer): Promise<void> {
  await page.locator("#roster").setInputFiles({ name: "roster.zip", mimeType: "application/zip", buffer: bytes });
}

test("a roster is looked at, applied, and changes nothing the second time", async ({ as, axe, picture }) => {
  const school = { mark: "71", name: "Probe Academy" };
  const page = await as("administrator");
  await day(page, "August");
  await page.locator("[data-room=people]").click();
  await page.getByRole("link", { name: "Import a roster" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Import a roster");
  await expect(page.getByText("granted by hand, on the person’s page")).toBeVisible();
  await axe(page);
  await picture(page, "roster-import");

  await choose(page, delta(school, [aino]));
  await page.getByRole("button", { name: "Read the files and show what would change" }).click();
  await expect(page.getByText("Nothing has been applied yet.")).toBeVisible();
  await page.getByText("One person added").click();
  await expect(page.getByText("Aino Virtanen")).toBeVisible();
  await axe(page);
  await picture(page, "roster-dry-run");
  await page.getByRole("button", { name: "Apply these changes" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("The roster is applied");
  await axe(page);

  await page.goto("/roster/import");
  await choose(page, delta(school, [aino]));
  await page.getByRole("button", { name: "Read the files and show what would change" }).click();
  await expect(page.getByText("Nothing to apply")).toBeVisible();
  await expect(page.getByRole("button", { name: "Apply these changes" })).toHaveCount(0);

  await page.goto("/roster/import");
  await choose(page, delta(school, [{ ...aino, gone: true }]));
  await page.getByRole("button", { name: "Read the files and show what would change" }).click();
  await page.getByRole("button", { name: "Apply these changes" }).click();
  await expect(page.getByText("One person lost their access, and was signed out.")).toBeVisible();
  await page.goto("/people?q=Virtanen");
  await expect(page.getByText("no longer in the roster: no access")).toBeVisible();
});

test("an error says where it is and how to mend it, and nothing can be applied", async ({ as, axe }) => {
  const page = await as("administrator", { phone: true, language: "es" });
  await day(page, "August");
  await page.goto("/roster/import");
  await choose(page, delta({ mark: "72", name: "Escuela de prueba" }, [{ mark: "7201", given: "Inés", family: "Prueba", school: "nowhere" }]));
  await page.getByRole("button", { name: "Leer los archivos y mostrar qué cambiaría" }).click();
  await expect(page.getByText("Un error lo impide")).toBeVisible();
  await expect(page.getByText("roles.csv").first()).toBeVisible();
  await expect(page.getByText("línea 2", { exact: true })).toBeVisible();
  await expect(page.getByText("Añada la escuela a orgs.csv o corrija el sourcedId.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Aplicar estos cambios" })).toHaveCount(0);
  await fits(page);
  await axe(page);
});

test("by keyboard alone, and what is no roster is said in words", async ({ as, axe }) => {
  const page = await as("administrator");
  await day(page, "August");
  await page.goto("/roster/import");
  await tabTo(page, page.locator("#roster"));
  await page.locator("#roster").setInputFiles({ name: "lunch.zip", mimeType: "application/zip", buffer: Buffer.from("no zip at all") });
  await press(page, page.getByRole("button", { name: "Read the files and show what would change" }));
  await expect(page.getByText("This is no zip file that can be opened.")).toBeVisible();
  await press(page, page.getByRole("link", { name: "Send the files again" }));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Import a roster");
  await axe(page);
});
