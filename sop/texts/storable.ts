// Text that PostgreSQL can keep: without NUL, without half a surrogate pair. One that cannot would hold up the record for good.

export function isStorable(text: string): boolean {
  return !/\0|\p{Surrogate}/u.test(text);
}

/** The text with a mark in the place of what cannot be kept. */
export function storable(text: string): string {
  return text.replace(/\0|\p{Surrogate}/gu, '\uFFFD');
}
