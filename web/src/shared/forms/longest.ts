// How long what is typed may be, in characters, as the schemas in contract/ take it.
export const longest = {
  title: 200,
  name: 200,
  email: 254,
  category: 100,
  place: 200,
  /** A description, an answer, whatever is told at length. */
  text: 20_000,
  /** Why something is decided so, and notes among offices. */
  reason: 5_000,
  nik: 16,
  /** Of words that are sought, or hidden from the public. */
  words: 200,
  templateTitle: 100,
  viewName: 60,
  /** Of a number that another system gave, and the name of that system. */
  outsideId: 200,
  source: 40,
  /** With a rating. */
  comment: 2_000,
} as const;
