// What the workers find out goes into files under results/, a line each; the run reads them at its end.
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** A path from the root of the repository. */
export const fromRoot = (path: string): string =>
  fileURLToPath(new URL(`../../../${path}`, import.meta.url));

export const RESULTS = fromRoot("tests/browser/results");

/** An empty folder for this run. */
export function clear(): void {
  rmSync(RESULTS, { recursive: true, force: true });
  mkdirSync(RESULTS, { recursive: true });
}

/** Keeps a line under a name; each worker has its own file. */
export function keep(name: string, line: unknown): void {
  const file = join(RESULTS, `${name}.${process.pid}.ndjson`);
  appendFileSync(file, `${JSON.stringify(line)}\n`);
}

/** All lines kept under a name by all workers. */
export function kept<T>(name: string): T[] {
  if (!existsSync(RESULTS)) return [];
  return readdirSync(RESULTS)
    .filter((file) => file.startsWith(`${name}.`) && file.endsWith(".ndjson"))
    .flatMap((file) => readFileSync(join(RESULTS, file), "utf8").trim().split("\n"))
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
}
