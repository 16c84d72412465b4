// What axe cannot decide, judged once by a person who looked. A new one fails the run until it stands here with its
// reason, or the page is mended.

export interface Judged {
  /** axe's name of the rule: "color-contrast". */
  rule: string;
  /** Which elements, by axe's selector. */
  target: RegExp;
  /** What was looked at, and why it is right as it is. */
  why: string;
}

export const judged: Judged[] = [];
