// A district of its own on an empty record, as `serve` runs it: real sign-in mails, no demo's bar.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { Mailbox } from "./mailbox.ts";
import { database } from "./postgres.ts";
import { begin, freePort, run } from "./program.ts";

export interface District {
  url: string;
  mailbox: Mailbox;
  /** The first person, who may do everything that a district administrator may. */
  administrator: { name: string; email: string };
  /** A sign-in address from the command line, for an id or an e-mail address. */
  link: (person: string) => string;
  stop: () => Promise<void>;
}

const SERVES_WITHIN = 30_000;

/** Where a district's record lies. */
export type Engine = "sqlite" | "postgres";

export async function district(engine: Engine): Promise<District> {
  const folder = mkdtempSync(join(tmpdir(), "forthright-district-"));
  const mailbox = await Mailbox.open();
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const record = engine === "postgres" ? await database() : `sqlite:${join(folder, "record.db")}`;
  const at = ["--database", record, "--public-url", url];
  const administrator = { name: "Ana Lucía Robles", email: "ana.robles@example.org" };
  run("link", ...at, "--administrator", `${administrator.name} <${administrator.email}>`);
  const running = begin(
    `district-${port}`,
    "serve",
    ...at,
    "--listen",
    `127.0.0.1:${port}`,
    "--mail",
    mailbox.url,
    "--mail-from",
    "growth@example.org",
  );
  const stop = async () => {
    await running.stop();
    mailbox.close();
    rmSync(folder, { recursive: true, force: true });
  };
  if (!(await answers(`${url}/health`))) {
    await stop();
    throw new Error(`The district did not serve within ${SERVES_WITHIN / 1_000} s.\n${running.log()}`);
  }
  return { url, mailbox, administrator, link: (person) => run("link", ...at, person).trim(), stop };
}

async function answers(url: string): Promise<boolean> {
  for (let waited = 0; waited < SERVES_WITHIN; waited += 100) {
    const there = await fetch(url).then((answer) => answer.ok, () => false);
    if (there) return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}
