// The demo under test: one process for the whole run. Its address and people are handed to the workers in the
// environment, as the demo printed them.
import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { fromRoot, RESULTS } from "./results.ts";

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
}

const VARIABLE = "FORTHRIGHT_DEMO";

/** A year is lived before the first page is served; a debug build takes its time over it. */
const LIVED_WITHIN = 10 * 60_000;
const STOPS_WITHIN = 10_000;

export const binary = (): string =>
  process.env.FORTHRIGHT_BINARY ?? fromRoot("target/debug/forthright");

/** The demo that the run started. */
export function demo(): Demo {
  const printed = process.env[VARIABLE];
  if (!printed) throw new Error("No demo runs; start the tests with ./test --only browser.");
  return JSON.parse(printed);
}

/** Starts a demo in a new folder and waits until it serves. Returns what stops it. */
export async function start(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), "forthright-demo-"));
  const log = join(RESULTS, "demo.log");
  const out = openSync(log, "w");
  const child = spawn(binary(), ["demo", "--dir", folder, "--port", "0", "--json"], {
    stdio: ["ignore", "pipe", out],
  });
  closeSync(out);
  const stop = async () => {
    await ended(child);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    process.env[VARIABLE] = JSON.stringify(await printed(child));
  } catch (error) {
    await stop();
    throw new Error(`${error}\n${readFileSync(log, "utf8").slice(-2_000)}`);
  }
  return stop;
}

function printed(child: ChildProcess): Promise<Demo> {
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
        const demo: Demo = JSON.parse(text);
        settle(() => resolve(demo));
      } catch {
        // The object is not whole yet.
      }
    });
  });
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) {
    return Promise.resolve();
  }
  return new Promise((resolve) => {
    const hard = setTimeout(() => child.kill("SIGKILL"), STOPS_WITHIN);
    child.removeAllListeners("exit");
    child.on("exit", () => {
      clearTimeout(hard);
      resolve();
    });
    child.kill("SIGTERM");
  });
}
