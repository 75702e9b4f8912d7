// What the record says of offices that a choice is between.

interface Suggestion {
  officeId: string;
  /** Why, in a line. */
  reason: string;
  /** Said as a warning: it speaks against the office. */
  against: boolean;
}

export interface Suggestions {
  /** Over the first group. */
  title: string;
  /** The best first. */
  items: readonly Suggestion[];
}
