// What was heard in the last minute, for those who come a moment after they looked.

/** In ms; older is forgotten. */
const keptMs = 60_000;
/** At most so many: of a flood, less than a minute is kept. */
const most = 2_000;

interface Heard {
  /** The number of a report, or the office that a notice is for. */
  what: string;
  of: 'report' | 'notice';
}

export class Lately {
  private readonly heard: (Heard & { at: number })[] = [];
  /** From when on everything that was heard is here; undefined: nothing is heard yet. */
  private since: number | undefined;

  /** From now on all is heard; what was before is not known. */
  begin(): void {
    this.heard.length = 0;
    this.since = performance.now();
  }

  note(heard: Heard): void {
    if (this.since === undefined) return;
    const now = performance.now();
    this.heard.push({ ...heard, at: now });
    const young = this.heard.findIndex(({ at }) => at > now - keptMs);
    const gone = this.heard.splice(0, Math.max(young, this.heard.length - most));
    this.since = Math.max(this.since, now - keptMs, gone.at(-1)?.at ?? 0);
  }

  /** What was heard in the last `seconds`, or in as many whole seconds of these as are known. */
  of(seconds: number): { seconds: number; numbers: Set<string>; offices: Set<string> } {
    const now = performance.now();
    const known = this.since === undefined ? 0 : Math.floor((now - this.since) / 1000);
    const told = Math.min(seconds, known);
    const late = this.heard.filter(({ at }) => at >= now - told * 1000);
    const only = (kind: Heard['of']) => new Set(late.filter(({ of }) => of === kind).map(({ what }) => what));
    return { seconds: told, numbers: only('report'), offices: only('notice') };
  }
}
