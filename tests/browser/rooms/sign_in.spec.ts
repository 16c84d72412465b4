// Room sign_in: a link that works once, sent by mail or printed by the command line; and what happens when a session ends.
import { day, expect, fits, type Page, press, tabTo, test } from "../harness/test.ts";

const heading = (page: Page) => page.getByRole("heading", { level: 1 });

test("by keyboard alone: address, mail, link, button, and the page that was asked for", async ({ axe, district, picture, visitor }) => {
  const page = await visitor({ at: district.url });
  await page.goto("/people");
  await expect(heading(page)).toHaveText("Sign in");
  await picture(page, "sign-in");
  await axe(page);
  await tabTo(page, page.getByLabel("Your work e-mail address"));
  await page.keyboard.type(district.administrator.email.toUpperCase());
  await press(page, page.getByRole("button", { name: "Send me a link" }));
  await expect(heading(page)).toHaveText("Look at your mail");
  await axe(page);

  const mail = await district.mailbox.to(district.administrator.email);
  expect(mail.text).toContain("It works once");
  const link = new RegExp(`${district.url}/sign-in/[^\\s"<]+`).exec(mail.text)?.[0] ?? "";
  expect(link, mail.text).toContain("back=");
  await page.goto(link);
  await expect(heading(page)).toHaveText("One step more");
  await axe(page);
  await press(page, page.getByRole("button", { name: "Sign in" }));
  await expect(page).toHaveURL(`${district.url}/people`);
  await expect(page.locator(".who")).toContainText(district.administrator.name);
});

test("a link works once, and signing out ends it", async ({ axe, district, quiet, visitor }) => {
  quiet.but(410);
  const link = district.link(district.administrator.email);
  const page = await visitor({ at: district.url });
  // Whoever only looks at it uses nothing up.
  await page.goto(link);
  await page.goto(link);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(heading(page)).toHaveText("Sign in");
  await page.goto("/people");
  await expect(heading(page)).toHaveText("Sign in");
  expect((await page.goto(link))?.status()).toBe(410);
  await expect(heading(page)).toHaveText("This link no longer works");
  await axe(page);
  await page.getByRole("link", { name: "Ask for a new link" }).click();
  await expect(page.getByLabel("Your work e-mail address")).toBeVisible();
});

test("nobody learns whether an address is known, and what is no address is said", async ({ axe, district, quiet, visitor }) => {
  quiet.but(422);
  const page = await visitor({ at: district.url, phone: true, language: "es" });
  const answers: string[] = [];
  for (const address of ["nobody@example.org", district.administrator.email]) {
    await page.goto("/sign-in");
    await page.getByLabel("Su correo electrónico de trabajo").fill(address);
    await page.getByRole("button", { name: "Enviarme un enlace" }).click();
    await expect(heading(page)).toHaveText("Revise su correo");
    answers.push(await page.getByRole("main").innerText());
  }
  expect(answers[0]).toBe(answers[1]);
  await fits(page);
  await axe(page);
  await district.mailbox.to(district.administrator.email);
  expect(district.mailbox.mails.flatMap((mail) => mail.to)).toEqual([district.administrator.email]);

  await page.goto("/sign-in");
  await fits(page);
  await page.getByLabel("Su correo electrónico de trabajo").fill("ana");
  await page.locator("form").evaluateAll((forms) => forms.forEach((form) => ((form as HTMLFormElement).noValidate = true)));
  await page.getByRole("button", { name: "Enviarme un enlace" }).click();
  await expect(page.getByRole("alert")).toContainText("Esto no es una dirección de correo.");
  await expect(page.getByLabel("Su correo electrónico de trabajo")).toHaveValue("ana");
  await axe(page);
});

test("too many links for one address are refused in words", async ({ district, quiet, visitor }) => {
  quiet.but(429);
  const page = await visitor({ at: district.url });
  for (let asked = 1; asked <= 6; asked += 1) {
    await page.goto("/sign-in");
    await page.getByLabel("Your work e-mail address").fill("somebody@example.org");
    await page.getByRole("button", { name: "Send me a link" }).click();
    if (asked <= 5) await expect(heading(page)).toHaveText("Look at your mail");
  }
  await expect(page.getByRole("alert")).toContainText("Too many links were asked for in the last 15 minutes.");
});

test("the language changes on the page itself, and stays", async ({ district, visitor }) => {
  const page = await visitor({ at: district.url });
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "En español" }).click();
  await expect(heading(page)).toHaveText("Iniciar sesión");
  await page.goto("/people");
  await expect(heading(page)).toHaveText("Iniciar sesión");
});

test("without mail the page says whom to ask", async ({ axe, visitor }) => {
  const page = await visitor();
  await page.goto("/my-year");
  await expect(page.getByRole("main")).toContainText("This server sends no mail.");
  await axe(page);
});

test.describe("a session that ended", () => {
  test.use({ ownDemo: true });

  test("loses nothing that was typed", async ({ as, axe, demo, quiet }) => {
    quiet.but(401);
    const page = await as("teacher_on_track");
    await day(page, "April");
    await page.goto("/my-year");
    await page.getByRole("main").locator("a[href^='/observations/'][href$='#answer']").first().click();
    const answer = "The pairs were new to each other on that day; by March they had a routine.";

    // The session ends in another tab while this one is being written in.
    const other = await page.context().newPage();
    await other.goto("/");
    await page.locator("#answer textarea, textarea").first().fill(answer);
    await other.getByRole("button", { name: "Sign out" }).click();
    await page.getByRole("button", { name: "Put it on the record" }).click();
    await expect(heading(page)).toHaveText("You were signed out, and nothing is lost");
    await expect(page.getByRole("main")).toContainText(answer);
    await axe(page);

    await other.goto(demo.people.find((one) => one.role === "teacher_on_track")?.link ?? "");
    await page.getByRole("button", { name: "Send it again" }).click();
    await expect(page).toHaveURL(/\/observations\//);
    await expect(page.locator(".said", { hasText: answer })).toBeVisible();
  });
});
