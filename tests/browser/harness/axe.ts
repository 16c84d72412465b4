// Accessibility by axe: WCAG 2.2 A and AA and best practice, in light and dark.
import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

import { judged } from "./judged.ts";
import { keep, kept } from "./results.ts";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe could not decide by itself, for a person to judge once. */
export interface Undecided {
  rule: string;
  /** The element, as a CSS selector. */
  target: string;
  /** Its name: "text". */
  element: string;
  /** What kept axe from deciding: "bgOverlap". */
  reason: string;
  page: string;
}

/** No violation on this page as it stands now, in both schemes. */
export async function axe(page: Page): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    const found = await new AxeBuilder({ page }).withTags(TAGS).analyze();
    const where = new URL(page.url()).pathname;
    const violations = found.violations.flatMap((rule) =>
      rule.nodes.map(
        (node) =>
          `${rule.id} (${rule.impact}): ${rule.help}\n    at ${node.target.join(" ")}\n    ${node.failureSummary}`,
      ),
    );
    expect(violations, `axe on ${where} in ${colorScheme}`).toEqual([]);
    for (const rule of found.incomplete) {
      for (const node of rule.nodes) {
        const undecided: Undecided = {
          rule: rule.id,
          target: node.target.join(" "),
          element: /^<([a-z]+)/i.exec(node.html)?.[1] ?? "",
          reason: node.any.map((check) => check.data?.messageKey ?? check.id).join(", "),
          page: where,
        };
        keep("undecided", undecided);
      }
    }
  }
  await page.emulateMedia({ colorScheme: null });
}

/** What axe left undecided in this run and nobody has judged. */
export function faultsOfAxe(): string[] {
  const open = kept<Undecided>("undecided").filter(
    (one) =>
      !judged.some(
        (known) =>
          known.rule === one.rule &&
          (known.target?.test(one.target) ?? true) &&
          (known.element ?? one.element) === one.element,
      ),
  );
  const lines = open.map(
    (one) => `axe leaves ${one.rule} undecided at ${one.target} (${one.reason}; ${one.page})`,
  );
  return [...new Set(lines)].sort();
}
