// What the rows are written with: moves a copy of a case and writes an entry for each move. The case given stays as it was.
import { type Actor, type Case, isLimitMissed, type Stay } from './case.ts';
import type { ClockRequest, LimitOf } from './time/clock.ts';
import type { Entry, EntryType } from './entry.ts';
import type { Office } from './offices.ts';
import { type ClockName, type Ending, type Step, limitKindOf } from './terms.ts';
import { storable } from './texts/storable.ts';

type FieldName =
  | 'from'
  | 'to'
  | 'reason'
  | 'text'
  | 'binding'
  | 'refused'
  | 'alert'
  | 'moved'
  | 'undone'
  | 'duplicateOf'
  | 'changes';
/** What a decision left out is handed over as undefined, and not written. */
type Fields = { [K in FieldName]?: Entry[K] | undefined };
type Effect = (entry: Entry) => void;

/** A copy that shares nothing mutable with the original; the sandbox has no structuredClone. */
function copyCase(c: Case): Case {
  return {
    ...c,
    path: { ...c.path },
    returns: { ...c.returns },
    binding: { ...c.binding },
    awaits: { ...c.awaits },
    clocks: { ...c.clocks },
  };
}

/** Without the fields that are undefined. */
export function given<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]: Exclude<T[K], undefined> };
}

/** A report is filed as soon as it comes; what is told later than this is a backlog's (reading 15). */
const promptMs = 60_000;

/** readings 18, 20: it goes on while the holder is the same office. */
function stayAfter(c: Case, holder: Office | null, at: string): Stay {
  if (!holder || holder.id !== c.holder?.id) return { completions: 0, missed: false };
  return { completions: c.stay?.completions ?? 0, missed: isLimitMissed(c, at) };
}

export class Transition {
  readonly next: Case;
  readonly entries: Entry[] = [];
  readonly at: string;
  private readonly actor: Actor;
  private readonly watched: string | undefined;

  /** `watched`: when clocks begin to be watched, if later than `at` (a backlog). ISO 8601 UTC. */
  constructor(before: Case, actor: Actor, at: string, watched?: string) {
    this.next = copyCase(before);
    this.actor = actor;
    this.at = at;
    this.watched = watched;
  }

  /** Writes one entry at the present row; `effect` then moves the case, and the entry keeps what the case became. */
  write(type: EntryType, fields: Fields = {}, effect: Effect = () => {}): this {
    const c = this.next;
    c.seq += 1;
    const holder = c.holder?.id ?? null;
    const { reason, text, ...others } = fields;
    const entry: Entry = {
      seq: c.seq,
      at: this.at,
      type,
      step: c.step,
      actor: { ...this.actor, name: storable(this.actor.name) },
      from: holder,
      to: holder,
      requests: [],
      ...given(others),
      ...(reason !== undefined && { reason: storable(reason) }),
      ...(text !== undefined && { text: storable(text) }),
      after: c,
    };
    effect(entry);
    entry.after = copyCase(c);
    this.entries.push(entry);
    return this;
  }

  /** Ends the visit in progress and begins one at `step` with `holder`, whose row limit runs from now. */
  enter(entry: Entry, step: Step, holder: Office | null, zoneOffice: Office | null = holder): void {
    const c = this.next;
    // That of a report that was rejected has ended.
    if (c.visit > 0 && !c.rejection) entry.ends = c.visit;
    c.stay = stayAfter(c, holder, this.at);
    c.visit += 1;
    c.step = step;
    c.holder = holder;
    entry.to = holder?.id ?? null;
    entry.opens = { visit: c.visit, step, officeId: holder?.id ?? null };
    if (zoneOffice) this.start(entry, { clock: 'row', step, kind: limitKindOf(c) }, zoneOffice.id);
  }

  /** A limit begins now; its clock, which is asked for, replaces the one of that name. */
  start(entry: Entry, limit: LimitOf, officeId: string): ClockRequest {
    const late = this.watched && Date.parse(this.watched) - Date.parse(this.at) > promptMs;
    const begins = late ? { begins: this.watched } : {};
    const request = { ...limit, officeId, from: this.at, ...begins };
    this.ask(entry, request);
    return request;
  }

  /** Asks for a clock; it replaces the one of that name. */
  ask(entry: Entry, request: ClockRequest): void {
    this.forget(request.clock);
    this.next.awaits[request.clock] = entry.seq;
    entry.requests.push(request);
  }

  /** The limit is met, or no longer owed. */
  forget(clock: ClockName): void {
    delete this.next.clocks[clock];
    delete this.next.awaits[clock];
  }

  /** The report ends; no clock runs on. */
  end(entry: Entry, status: Ending): void {
    const c = this.next;
    if (!c.rejection) entry.ends = c.visit;
    entry.to = null;
    c.status = status;
    c.holder = null;
    c.stopped = null;
    delete c.rejection;
    c.awaits = {};
    c.clocks = {};
  }
}
