// Whether decisions stand in a line that is not their own: few are there, and yet they wait, behind what rings or begins by itself.

/** Longer than a decision takes that stands behind nothing. */
const slowMs = 200;
/** So many make a line of their own, in which going to the front is of no use to anybody. */
const few = 24;
/** A line is believed in for so long after the last who waited. */
const lastsMs = 2_000;
/** And not, for so long after one who went to the front and waited nearly as long: then it is the machine. */
const doubtMs = 3_000;
const nearly = 0.75;

interface Decision {
  at: number;
  atFront: boolean;
}

export class Line {
  private readonly begun = new Set<Decision>();
  /** Who waited last at its end: when that was known, and for how long. */
  private last = { at: Number.NEGATIVE_INFINITY, ms: 0 };
  private doubtedAt = Number.NEGATIVE_INFINITY;
  private readonly now: () => number;

  /** `now`: milliseconds of a clock that is never set. */
  constructor(now: () => number = () => performance.now()) {
    this.now = now;
  }

  get isLong(): boolean {
    const now = this.now();
    this.lookAtEldest();
    return this.begun.size < few && now - this.last.at < lastsMs && now - this.doubtedAt > doubtMs;
  }

  /** One goes in; to be called when it is done. */
  enter(atFront: boolean): () => void {
    const one = { at: this.now(), atFront };
    this.begun.add(one);
    return () => {
      this.begun.delete(one);
      if (!atFront) return this.waited(one);
      this.lookAtEldest();
      const ms = this.now() - one.at;
      if (ms > slowMs && ms > this.last.ms * nearly) this.doubtedAt = this.now();
    };
  }

  private lookAtEldest(): void {
    // In the order in which they began.
    for (const one of this.begun) if (!one.atFront) return this.waited(one);
  }

  private waited({ at }: Decision): void {
    const now = this.now();
    if (now - at > slowMs) this.last = { at: now, ms: now - at };
  }
}
