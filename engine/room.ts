// How much can be done at once now, learnt from how long it takes: no fixed number fits every machine and every hour.

export interface Bounds {
  /** Of what takes longer there is too much at once. */
  aimMs: number;
  first: number;
  /** So many at once are never too many. */
  least: number;
  most: number;
}

/** People's: so many may press a button in the same moment; fifty are let in until it is known how long they take. */
const people: Bounds = { aimMs: 700, first: 50, least: 32, most: 1_000 };
/** Of what was too much, this part is tried next; once until its effect is seen. */
const part = 0.8;
const settleMs = 250;

export class Room {
  private most: number;
  private taken = 0;
  private shrunkAt = Number.NEGATIVE_INFINITY;
  private readonly now: () => number;
  private readonly bounds: Bounds;

  /** `now`: milliseconds of a clock that is never set. */
  constructor(now: () => number = () => performance.now(), bounds = people) {
    this.now = now;
    this.bounds = bounds;
    this.most = bounds.first;
  }

  /** Whether one more goes in, where that kind may fill this share of the room. */
  hasRoom(share: number): boolean {
    return this.taken < this.most * share;
  }

  /** One goes in; to be called when it is done, and once more does no harm. */
  enter(): () => void {
    const begun = this.now();
    this.taken += 1;
    let done = false;
    return () => {
      if (done) return;
      done = true;
      const now = this.now();
      this.learn(now - begun, now);
      this.taken -= 1;
    };
  }

  private learn(ms: number, now: number): void {
    const { aimMs, least, most } = this.bounds;
    if (ms > aimMs) {
      // What went in before is no news of the room as it is now.
      if (now - ms < this.shrunkAt || now - this.shrunkAt < settleMs) return;
      this.most = Math.max(least, Math.min(this.most, this.taken) * part);
      this.shrunkAt = now;
    } else if (this.taken > this.most / 2) {
      // By one for each room full.
      this.most = Math.min(most, this.most + 1 / this.most);
    }
  }
}
