// What clients were promised: every answer that they got, and what they may conclude from it.

/** A report that was accepted: 201. */
export interface Filing {
  number: string;
  accessKey: string;
  /** In its title, and nowhere else. */
  tag: string;
  email: string | null;
}

/** A decision or word that was accepted: 200. */
interface Decided {
  number: string;
  action: string;
  /** In its text; null: it has none. */
  tag: string | null;
  /** After it; null: of a reporter's word, whose answer does not say. */
  revision: number | null;
}

interface Attached {
  number: string;
  id: string;
  sha256: string;
}

/** A report that an office which ended had on its desk: it is its successor's. */
interface Moved {
  number: string;
  to: string;
}

/** Sent once and never again, and not accepted. `refused`: the answer was 503, so nothing was done. `unknown`: there was none. */
export interface GivenUp {
  what: 'filing' | 'decision';
  tag: string;
  outcome: 'refused' | 'unknown';
}

/** One answer, or none. */
interface Heard {
  /** Milliseconds since the drill began. */
  at: number;
  ms: number;
  /** Null: the line broke. */
  status: number | null;
  /** The code of a problem, or of the network's. */
  code: string | null;
  isDecision: boolean;
}

/** What must not be: named by its kind, so that kinds can be counted. */
export interface Wrong {
  what: string;
  detail: string;
}

const shownOfAKind = 20;

export class Ledger {
  readonly filings: Filing[] = [];
  readonly decided: Decided[] = [];
  readonly attached: Attached[] = [];
  readonly givenUp: GivenUp[] = [];
  readonly moved: Moved[] = [];
  /** Numbers of reports that went the whole way. */
  readonly finished: string[] = [];
  readonly heard: Heard[] = [];
  /** Arrivals that nobody was free to be, since all were waiting. */
  heldBack = 0;
  /** Sessions that an API's clock has ended. */
  sessionsEnded = 0;
  /** 404 to who is to decide or has decided, and reads that know less than their reader was answered: while the record is behind. */
  notYetSeen = 0;
  readsBehind = 0;
  /** Asked again under the same key after an answer. */
  repeats = 0;
  private readonly begun = performance.now();
  private readonly wrongs = new Map<string, { count: number; details: string[] }>();
  private tags = 0;

  /** Milliseconds since the drill began. */
  now(): number {
    return performance.now() - this.begun;
  }

  /** A word that stands in one text only. */
  tag(): string {
    this.tags += 1;
    return `drill-${this.tags.toString().padStart(6, '0')}`;
  }

  wrong({ what, detail }: Wrong): void {
    const known = this.wrongs.get(what) ?? { count: 0, details: [] };
    known.count += 1;
    if (known.details.length < shownOfAKind) known.details.push(detail);
    this.wrongs.set(what, known);
  }

  /** By kind: how often, and the first of them. */
  get allWrong(): { what: string; count: number; details: string[] }[] {
    return [...this.wrongs].map(([what, { count, details }]) => ({ what, count, details }));
  }
}
