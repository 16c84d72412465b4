// Room library: found in spite of typing errors, read, changed by two people of the office, told as a difference.
import { expect, fits, type Page, press, tabTo, test } from "../harness/test.ts";

const OFFICE = "helen.marchetti@lvps.example.org";
const heading = (page: Page) => page.getByRole("heading", { level: 1 });

test("a teacher finds a page with a typing error, by keyboard alone, and it prints", async ({ axe, mailed, picture }) => {
  const page = await mailed("imani.castellano@lvps.example.org", "October", "/library");
  await expect(heading(page)).toHaveText("The toolkit");
  await axe(page);
  await picture(page, "toolkit");
  await tabTo(page, page.getByLabel("What are you looking for?"));
  await page.keyboard.type("greivance");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status").first()).toContainText("this is for “grievance”");
  await axe(page);
  await press(page, page.getByRole("link", { name: /^When you disagree/ }));
  await expect(heading(page)).toHaveText("When you disagree: your options and their clocks");
  await axe(page);
  await page.emulateMedia({ media: "print" });
  await expect(page.locator("nav").first()).toBeHidden();
  await expect(page.getByRole("main")).toContainText("A signature means");
  await page.emulateMedia({ media: "screen" });
});

test("pages of the year lead to what is needed there, and back", async ({ as, axe, mailed }) => {
  const teacher = await mailed("imani.castellano@lvps.example.org", "October", "/my-year");
  const from = teacher.getByRole("complementary", { name: "From the toolkit" });
  await expect(from.getByRole("link", { name: "More on this in the toolkit" })).toHaveAttribute("href", "/library#topic-year");
  await from.getByRole("link", { name: "Checklist for teachers" }).click();
  await expect(heading(teacher)).toHaveText("Checklist for teachers");
  await axe(teacher);
  await teacher.getByRole("link", { name: "Back to the toolkit" }).click();
  await expect(heading(teacher)).toHaveText("The toolkit");
  await expect(teacher.getByText("Checklist for school leaders")).toHaveCount(0);
  const leader = await as("school_leader");
  await leader.goto("/library");
  await expect(leader.getByRole("link", { name: "Checklist for school leaders" }).first()).toBeVisible();
});

test.describe("the office", () => {
  test.use({ ownDemo: true });

  test("writes, looks, is refused, proposes; a colleague publishes; a reader sees what changed", async ({ axe, mailed, quiet }) => {
    test.slow();
    quiet.but(422);
    const reader = await mailed("imani.castellano@lvps.example.org", "October", "/library/professionalism");
    await expect(reader.getByText("What changed")).toHaveCount(0);

    const author = await mailed("analucia.robles@lvps.example.org", "October", "/library/professionalism");
    await author.getByRole("link", { name: "Change this page" }).click();
    await axe(author);
    const english = author.getByLabel("Text", { exact: true }).first();
    const text = await english.inputValue();
    await english.fill(`${text}\nBring <b>one</b> plan.\n`);
    await author.getByLabel("Why", { exact: true }).fill("Asked in three schools <again>");
    await author.getByRole("button", { name: "Propose this text" }).click();
    await expect(author.getByRole("alert")).toContainText("which a page cannot show");
    await expect(english).toHaveValue(/Bring <b>one<\/b> plan/);
    await axe(author);
    await english.fill(`${text}\nBring one plan of your own.\n`);
    await author.getByRole("button", { name: "Show how it would read" }).click();
    await expect(author.getByText("What would change in English")).toBeVisible();
    await expect(author.locator("ins").first()).toHaveText("Bring one plan of your own.");
    await axe(author);
    await author.getByLabel("Add a file").setInputFiles({ name: "plan.txt", mimeType: "text/plain", buffer: Buffer.from("A plan") });
    await author.getByRole("button", { name: "Add the file" }).click();
    await expect(author.getByRole("button", { name: "Take plan.txt away" })).toBeVisible();
    await author.getByRole("button", { name: "Propose this text" }).click();
    await expect(author.getByRole("main")).toContainText("You wrote this");
    await axe(author);

    const colleague = await mailed(OFFICE, "October", "/");
    await expect(heading(colleague)).toHaveText(/^One thing needs you/);
    await axe(colleague);
    await colleague.getByRole("link", { name: "Read what is proposed" }).click();
    await expect(heading(colleague)).toHaveText("Proposed pages");
    await axe(colleague);
    await press(colleague, colleague.getByRole("main").getByRole("link", { name: "Rating professionalism fairly" }));
    await expect(colleague.getByRole("main")).toContainText("Asked in three schools <again>");
    await axe(colleague);
    await colleague.getByRole("button", { name: "Do not publish" }).click();
    await expect(colleague.getByRole("alert")).toBeVisible();
    await press(colleague, colleague.getByRole("button", { name: "Publish", exact: true }));
    await expect(heading(colleague)).toHaveText("Rating professionalism fairly");
    await axe(colleague);

    await reader.reload();
    await expect(reader.getByText(/^What changed since you last read it on/)).toBeVisible();
    await expect(reader.locator("ins").first()).toHaveText("Bring one plan of your own.");
    const download = reader.waitForEvent("download");
    await reader.getByRole("link", { name: "plan.txt" }).click();
    expect((await download).suggestedFilename()).toBe("plan.txt");
    await axe(reader);
  });

  test("writes a page that the pack does not have", async ({ axe, mailed, quiet }) => {
    quiet.but(422);
    const author = await mailed(OFFICE, "October", "/library/new");
    await author.getByLabel("Title").fill("¿?");
    await author.getByRole("button", { name: "Write it" }).click();
    await expect(author.getByRole("alert")).toContainText("at least one word");
    await axe(author);
    await author.getByLabel("Title").fill("Who covers for whom?");
    await author.getByRole("button", { name: "Write it" }).click();
    await expect(author).toHaveURL(/\/library\/who-covers-for-whom\/edit$/);
    await expect(author.getByLabel("Title").first()).toHaveValue("Who covers for whom?");
  });
});

test("on a phone and in Spanish", async ({ axe, mailed }) => {
  test.slow();
  const page = await mailed(OFFICE, "January", "/library", { phone: true });
  await page.getByRole("button", { name: "Español" }).click();
  for (const [path, title] of [
    ["/library", "Recursos"],
    ["/library?q=apelasion", "Recursos"],
    ["/library/disagreeing", "Cuando no está de acuerdo: sus opciones y sus plazos"],
    ["/library/ratings-characteristics", "Características de las cuatro calificaciones"],
    ["/library/checklist-evaluator", "Lista para quienes evalúan"],
    ["/library/conversation-guide", "Guía de las conversaciones de mitad y fin de año"],
    ["/library/status/edit", /^Otro texto para/],
    ["/library/new", "¿Cómo se llama la página nueva?"],
    ["/library/reviews", "Páginas propuestas"],
    ["/library/observing/review", /^¿Publicar/],
  ] as const) {
    await page.goto(path);
    await expect(heading(page)).toHaveText(title);
    await fits(page);
    await axe(page);
  }
});

test("without scripts the search and the editor work", async ({ mailed }) => {
  const page = await mailed(OFFICE, "October", "/library", { scripts: false });
  await page.getByLabel("What are you looking for?").fill("rationael");
  await page.getByRole("button", { name: "Find" }).click();
  await expect(page.getByRole("main")).toContainText("Rationale statements");
  await page.goto("/library/norming/edit");
  await page.getByLabel("In one sentence").first().fill("A sentence of ours.");
  await page.getByRole("button", { name: "Show how it would read" }).click();
  await expect(page.getByRole("heading", { name: "As it would read in English" })).toBeVisible();
  await expect(page.getByRole("main")).toContainText("A sentence of ours.");
});
