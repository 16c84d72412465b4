// Every page has been visited: what the browser opened is compared with the routes that the program prints.
import { execFileSync } from "node:child_process";

import type { BrowserContext } from "@playwright/test";

import { binary } from "./program.ts";
import { keep, kept } from "./results.ts";

/** A line of `forthright routes --json`. */
export interface Route {
  method: string;
  /** `/observations/{id}`, `/assets/{*path}`. */
  path: string;
  /** "page" for people; "file" to take away, "act" and "machine" are no visits. */
  kind: "page" | "file" | "act" | "machine";
}

/** Keeps the path of every page of one origin that was opened with success. */
export function recordVisits(context: BrowserContext, origin: string): void {
  context.on("response", (response) => {
    const request = response.request();
    // An address may lead on: a new observation gets its id and its page. Being sent to sign in is no visit.
    const to = response.status() === 303 ? (response.headers()["location"] ?? "") : "";
    const there = response.ok() || (to !== "" && !to.startsWith("/sign-in"));
    if (request.isNavigationRequest() && request.method() === "GET" && there) {
      const url = new URL(response.url());
      // The demo's own links are none of the program's addresses.
      const ours = url.origin === origin && !url.pathname.startsWith("/demo/");
      if (ours) keep("visits", url.pathname);
    }
  });
}

/** Faults: pages that no test has opened, and opened paths that no route explains. */
export function unvisited(routes: Route[], visits: Iterable<string>): string[] {
  const pages = routes.filter((route) => route.method === "GET");
  const seen = new Set<Route>();
  const faults: string[] = [];
  for (const path of new Set(visits)) {
    const route = pages
      .filter((candidate) => pattern(candidate.path).test(path))
      .sort((a, b) => placeholders(a.path) - placeholders(b.path))[0];
    if (route) seen.add(route);
    else faults.push(`${path} was opened, and no printed route explains it`);
  }
  for (const route of pages) {
    if (route.kind === "page" && !seen.has(route)) faults.push(`no test opens GET ${route.path}`);
  }
  return faults.sort();
}

/** The faults of this run. */
export function faultsOfRoutes(): string[] {
  const printed = execFileSync(binary(), ["routes", "--json"], { encoding: "utf8" });
  return unvisited(JSON.parse(printed), kept<string>("visits"));
}

// A literal part wins over a placeholder, as in the router itself.
const placeholders = (path: string): number =>
  (path.match(/\{[^*}]+\}/g)?.length ?? 0) + (path.includes("{*") ? 100 : 0);

function pattern(path: string): RegExp {
  const parts = path.split(/(\{[^}]+\})/).map((part) => {
    if (part.startsWith("{*")) return ".+";
    if (part.startsWith("{")) return "[^/]+";
    return part.replace(/[.*+?^$()|[\]\\]/g, "\\$&");
  });
  return new RegExp(`^${parts.join("")}$`);
}
