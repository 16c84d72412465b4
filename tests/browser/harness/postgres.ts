// Empty PostgreSQL databases in a throw-away cluster, one cluster for each worker, ended with it.
import { type ChildProcess, spawn } from "node:child_process";
import { dirname, join } from "node:path";
import { createInterface, type Interface } from "node:readline";

import { binary } from "./program.ts";

let cluster: { child: ChildProcess; lines: Interface } | undefined;

/** The address of a new database. */
export async function database(): Promise<string> {
  if (cluster === undefined) {
    const child = spawn(join(dirname(binary()), "examples", "cluster"), { stdio: ["pipe", "pipe", "inherit"] });
    cluster = { child, lines: createInterface({ input: child.stdout }) };
    child.unref();
    process.once("exit", () => child.stdin.end());
  }
  const { child, lines } = cluster;
  return new Promise((resolve, reject) => {
    child.once("exit", () => reject(new Error("The PostgreSQL cluster did not start; see above.")));
    lines.once("line", resolve);
    child.stdin?.write("\n");
  });
}
