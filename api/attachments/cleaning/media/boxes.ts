// The boxes of ISO media files (MP4, QuickTime, 3GP, HEIC, JPEG 2000). They are blanked where they stand: whatever points
// into the file goes on pointing at the same bytes.
import { CannotClean } from '../cannot-clean.ts';

export interface Box {
  type: string;
  start: number;
  /** Where what is in it begins. */
  body: number;
  end: number;
}

/** From and up to, in bytes of the file. */
export type Range = readonly [number, number];

/** The boxes that fill the bytes from `from` to `to`. Throws `CannotClean` when they do not. */
export function boxesIn(content: Buffer, from: number, to: number): Box[] {
  const boxes: Box[] = [];
  for (let start = from; start + 8 <= to; ) {
    const short = content.readUInt32BE(start);
    const isLong = short === 1 && start + 16 <= to;
    const size = isLong ? Number(content.readBigUInt64BE(start + 8)) : short === 0 ? to - start : short;
    const body = start + (isLong ? 16 : 8);
    if (start + size < body || start + size > to) throw new CannotClean('a broken box');
    boxes.push({ type: content.toString('latin1', start + 4, start + 8), start, body, end: start + size });
    start += size;
  }
  return boxes;
}

/** What was in the box is gone; readers pass over what is left. */
export function blank(content: Buffer, { start, body, end }: Box): void {
  content.write('free', start + 4, 'latin1');
  content.fill(0, body, end);
}

/** Zeroes what lies in the box and in none of the ranges. */
export function keepOnly(content: Buffer, { body, end }: Box, ranges: readonly Range[]): void {
  let at = body;
  for (const [from, to] of ranges.toSorted(([a], [b]) => a - b)) {
    if (to <= at || from >= end) continue;
    content.fill(0, at, Math.max(at, from));
    at = Math.min(end, to);
  }
  content.fill(0, at, end);
}

/** Blanks, in a box that holds boxes, all that are not named; gives those that are. */
export function keepNamed(content: Buffer, boxes: readonly Box[], names: readonly string[]): Box[] {
  const kept = boxes.filter(({ type }) => names.includes(type));
  for (const box of boxes) if (!kept.includes(box)) blank(content, box);
  return kept;
}

/** A table's count of entries, which have to fit. */
export function countAt(content: Buffer, at: number, { end }: Box, bytes: number): number {
  const count = content.readUInt32BE(at);
  if (at + 4 + count * bytes > end) throw new CannotClean('a table longer than its box');
  return count;
}
