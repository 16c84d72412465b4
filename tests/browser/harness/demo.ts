// The demo under test: a year is lived once for the run. One process serves a copy of it to all specs; a spec whose acts
// would be in the way of others starts a demo of its own from another copy.
import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { begin, type Running } from "./program.ts";

export interface Person {
  /** As the demo prints it: "evaluator". */
  role: string;
  name: string;
  /** Signs this person in while the demo runs, any number of times. */
  link: string;
}

export interface Demo {
  url: string;
  people: Person[];
  /** Where it lies: a database for each day. */
  folder: string;
}

/** What runs, and what ends it. */
export interface Started {
  demo: Demo;
  stop: () => Promise<void>;
}

/** For the workers: the demo of the run as it printed itself, and the folder of the year that was lived. */
const PRINTED = "FORTHRIGHT_DEMO";
const LIVED = "FORTHRIGHT_LIVED";

/** A debug build takes its time over a year. */
const LIVED_WITHIN = 10 * 60_000;

/** The demo that the run started. */
export function demo(): Demo {
  const printed = process.env[PRINTED];
  if (!printed) throw new Error("No demo runs; start the tests with ./test --only browser.");
  return JSON.parse(printed);
}

/** Lives a year and starts the demo of the run. A folder in FORTHRIGHT_LIVED, lived by this program before, saves that. */
export async function start(): Promise<() => Promise<void>> {
  const given = process.env[LIVED];
  const lived = given ?? mkdtempSync(join(tmpdir(), "forthright-lived-"));
  if (!given) {
    const once = await serve("demo-lived", lived);
    await once.stop();
  }
  process.env[LIVED] = lived;
  const { demo, stop } = await another("demo");
  process.env[PRINTED] = JSON.stringify(demo);
  return async () => {
    await stop();
    if (!given) rmSync(lived, { recursive: true, force: true });
  };
}

/** A demo of its own, with the year as it was lived and nothing done in it since. */
export async function another(name: string): Promise<Started> {
  const lived = process.env[LIVED];
  if (!lived || !existsSync(lived)) throw new Error("No year has been lived to copy a demo from.");
  const folder = mkdtempSync(join(tmpdir(), "forthright-demo-"));
  cpSync(lived, folder, { recursive: true });
  const started = await serve(name, folder);
  return {
    demo: started.demo,
    stop: async () => {
      await started.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function serve(name: string, folder: string): Promise<Started> {
  const running = begin(name, "demo", "--dir", folder, "--port", "0", "--json");
  try {
    return { demo: { ...(await printed(running)), folder }, stop: running.stop };
  } catch (error) {
    await running.stop();
    throw new Error(`${error}\n${running.log()}`);
  }
}

function printed({ child }: Running): Promise<Omit<Demo, "folder">> {
  return new Promise((resolve, reject) => {
    let text = "";
    const late = setTimeout(
      () => reject(new Error(`the demo did not serve within ${LIVED_WITHIN / 60_000} minutes`)),
      LIVED_WITHIN,
    );
    const settle = (act: () => void) => {
      clearTimeout(late);
      act();
    };
    child.on("error", (error) => settle(() => reject(error)));
    child.on("exit", (code) =>
      settle(() => reject(new Error(`the demo ended with ${code} before it served`))),
    );
    child.stdout?.on("data", (piece) => {
      text += piece;
      try {
        const demo = JSON.parse(text);
        settle(() => resolve(demo));
      } catch {
        // The object is not whole yet.
      }
    });
  });
}
