// reading 31: limits in days all end at the close of office; what they ring is spread over ten minutes, by the report's number.

/** Every alert of a limit in days goes out within this. */
const spreadWithinMs = 600_000;

/**
 * How long after its exact moment an alert of that report goes out, in milliseconds from 0 to under ten minutes. The same
 * for the same number; even over numbers, those in a row too.
 */
export function spreadMs(number: string): number {
  let hash = 0x811c9dc5;
  for (const letter of number) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  // FNV alone leaves neighbours near each other: mixed as MurmurHash3 ends.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return Math.floor((((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32) * spreadWithinMs);
}
