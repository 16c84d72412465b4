// The program under test as a process: where it lies, until when it is waited for, and how it is ended.
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";

import { fromRoot, RESULTS } from "./results.ts";

const STOPS_WITHIN = 10_000;

export const binary = (): string =>
  process.env.FORTHRIGHT_BINARY ?? fromRoot("target/debug/forthright");

/** A command that ends by itself, and what it prints. */
export const run = (...words: string[]): string =>
  execFileSync(binary(), words, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });

/** One that goes on until it is stopped. */
export interface Running {
  child: ChildProcess;
  /** What it has told on its standard error so far; the end of it. */
  log: () => string;
  stop: () => Promise<void>;
}

/** Starts the program; its standard error goes to a file of this name among the results. */
export function begin(name: string, ...words: string[]): Running {
  const file = join(RESULTS, `${name}.log`);
  const out = openSync(file, "w");
  const child = spawn(binary(), words, { stdio: ["ignore", "pipe", out] });
  closeSync(out);
  return {
    child,
    log: () => readFileSync(file, "utf8").slice(-2_000),
    stop: () => ended(child),
  };
}

/** A port that nobody listens on at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === "object" ? resolve(address.port) : reject(new Error("no port is free")),
      );
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
