// How many reports a batch has move at once. They go the way that decisions go: while they take long, so does a decision.
const most = 10;
/** A decision that comes behind a group, and then takes its own time, is to be answered within a second. */
const slowMs = 400;
const quickMs = 200;

export class Pace {
  /** Begins with few: how busy the machine is it learns by them. */
  atOnce = 2;

  /** Does `work` for one group after another; each is as large as the one before allows. */
  async inGroups<T>(items: readonly T[], work: (some: T[]) => Promise<void>): Promise<void> {
    for (let n = 0; n < items.length; ) {
      const some = items.slice(n, n + this.atOnce);
      n += some.length;
      const begun = performance.now();
      await work(some);
      this.heed(performance.now() - begun);
    }
  }

  /** Half as many after a group that took long, one more after a quick one. Milliseconds. */
  heed(took: number): void {
    if (took > slowMs) this.atOnce = Math.max(1, Math.floor(this.atOnce / 2));
    else if (took < quickMs) this.atOnce = Math.min(most, this.atOnce + 1);
  }
}
