// A page says nothing on the console, unless the test expects it.
import { type BrowserContext, expect } from "@playwright/test";

/** What the browser tells of the header of /sign-out, wherever somebody signs out. */
const SIGNED_OUT = /^info: Clear-Site-Data header on '[^']*\/sign-out'/;

/** A status that the browser reports ("… a status of 409 …"), or the words of a line. */
type Expected = number | RegExp;

export class Quiet {
  readonly #lines: string[] = [];
  readonly #expected: Expected[] = [];

  /** The test makes the browser say this: a refused form, a page that is not there. It must then happen. */
  but(...expected: Expected[]): void {
    this.#expected.push(...expected);
  }

  watch(context: BrowserContext): void {
    context.on("console", (message) => {
      const { url, lineNumber } = message.location();
      this.#lines.push(`${message.type()}: ${message.text()} (${url}:${lineNumber})`);
    });
    context.on("weberror", (error) => {
      this.#lines.push(`uncaught: ${error.error().stack ?? error.error()}`);
    });
  }

  /** Fails where a line was not expected, or an expected one never came. */
  check(): void {
    const matches = (line: string, one: Expected) =>
      typeof one === "number" ? line.includes(`status of ${one}`) : one.test(line);
    const loud = this.#lines.filter(
      (line) => !SIGNED_OUT.test(line) && !this.#expected.some((one) => matches(line, one)),
    );
    expect(loud, "lines on the console that no test expects").toEqual([]);
    const silent = this.#expected.filter((one) => !this.#lines.some((line) => matches(line, one)));
    expect(silent.map(String), "expected on the console, and never said").toEqual([]);
  }
}
