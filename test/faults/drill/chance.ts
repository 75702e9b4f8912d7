// Chance that falls alike for the same seed.
export class Chance {
  private state: number;

  /** `of`: what it is for; each purpose has its own row of numbers, so that what one takes moves no other. */
  constructor(seed: number, of = '') {
    this.state = seed >>> 0;
    for (const letter of of) this.state = (Math.imul(this.state, 31) + (letter.codePointAt(0) ?? 0)) >>> 0;
  }

  /** From 0 up to 1, without that (mulberry32). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from 0 up to `most`, without that. */
  below(most: number): number {
    return Math.floor(this.next() * most);
  }

  /** Whether something happens that does so in this share of all cases. */
  happens(share: number): boolean {
    return this.next() < share;
  }

  /** Throws when there is none. */
  one<T>(of: readonly T[]): T {
    const found = of[this.below(of.length)];
    if (found === undefined) throw new Error('There is nothing to choose from.');
    return found;
  }

  shuffled<T>(of: readonly T[]): T[] {
    const left = [...of];
    return of.flatMap(() => left.splice(this.below(left.length), 1));
  }
}
