// How long a browser keeps what has not arrived.

/** Seven days, in milliseconds: then it is as good as forgotten, and is. */
export const keptMs = 7 * 24 * 60 * 60_000;
