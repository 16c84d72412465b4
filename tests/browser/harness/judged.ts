// What axe cannot decide, judged once by a person who looked. A new one fails the run until it stands here with its
// reason, or the page is mended.

export interface Judged {
  /** axe's name of the rule: "color-contrast". */
  rule: string;
  /** Which elements, by axe's selector. */
  target?: RegExp;
  /** Which elements, by name. */
  element?: string;
  /** What was looked at, and why it is right as it is. */
  why: string;
}

export const judged: Judged[] = [
  {
    rule: "color-contrast",
    element: "text",
    why: "Letters in a picture: axe cannot see what lies behind them. They stand in ink, second ink or petrol on the paper or on a window of the year's line, which is 5.9:1 at least in both schemes.",
  },
  {
    rule: "color-contrast",
    target: /^#(who|access|school|among|topic|to)$/,
    why: "The little triangle of a select is drawn as a gradient at its end; behind the words is the paper, in both schemes.",
  },
  {
    rule: "color-contrast",
    target: /(th\[scope="row"\]|li(:nth-child\(\d+\))?) > \.sub(:nth-child\(\d+\))?$/,
    why: "On touch the transparent target of the link above reaches into the line beneath it; nothing is painted over the words.",
  },
  {
    rule: "color-contrast",
    target: /(#whose|select)$/,
    why: "A list to choose from: its arrow is a picture, so axe gives up on the whole control. Its words stand in ink on paper, left of the arrow.",
  },
  {
    rule: "color-contrast",
    target: /\.when > span > \.(soon|grave)\.st > span$/,
    why: "A state of two lines under a date: axe sees the lines overlap. Ochre or brick on paper, which the tokens hold above 4.5:1 in both schemes.",
  },
];
