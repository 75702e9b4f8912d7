// Where decisions are taken: checked and applied synchronously, then answered once their record is written.
import { ApplicationFailure, condition, patched } from '@temporalio/workflow';
import { type Case, clockSeen, type Decision, dueOfClock, holderOf } from '../../sop/case.ts';
import { decide } from '../../sop/decide.ts';
import type { Entry, Outcome } from '../../sop/entry.ts';
import { procedure } from '../../sop/procedure.ts';
import { isKnownActor, lettersWanted, optionsFor, refusalOf, reporterOptions } from '../../sop/refusal.ts';
import { type RefusalCode, refusals } from '../../sop/refusal.ts';
import type { Action } from '../../sop/terms.ts';
import type { Answer, ComplaintInput } from '../messages.ts';
import { readDecision } from '../reading/read-decision.ts';
import type { ClockRequest } from '../../sop/time/clock.ts';
import type { Recorder } from './recorder.ts';

/** How many past answers go along with continue-as-new; the server forgets update ids there. */
const carriedAnswers = 50;
/** Longer than any decision is valid whose maker's clock agrees with the engine's to about a second (decision 6). */
const longestValidMs = 8_000;
/** Longer than a request may be on its way that looked for its answer before the record had it. */
const onItsWayMs = 30_000;

export interface Taken {
  outcome: Outcome;
  seq: number;
  clockSeq: number | undefined;
}

interface Waiting {
  decision: Decision;
  said?: Taken | RefusalCode;
}

type Repeat = 'same' | 'other';

export class Desk {
  case: Case;
  /** Decisions that the main loop takes or refuses, in order. */
  readonly waiting: Waiting[] = [];
  private readonly recorder: Recorder;
  private readonly answers: Map<string, Answer>;

  constructor(c: Case, recorder: Recorder, carried: ComplaintInput['carried']) {
    this.case = c;
    this.recorder = recorder;
    const before = Object.entries(carried?.outcomes ?? {}).map(([id, outcome]) => [id, { outcome }] as const);
    this.answers = new Map<string, Answer>([...before, ...Object.entries(carried?.answers ?? {})]);
  }

  /**
   * The update's validator: refuses with a typed code and leaves no trace. A repeat of a taken decision passes. Whoever
   * may speak to the engine may send anything; a replay trusts what was taken. `named`: the action that its update bears.
   */
  check(args: readonly unknown[], id: string, named?: Action): void {
    const read = readDecision(args, named);
    if ('fault' in read) throw refused(read.fault.code, read.fault.field);
    if (this.answered(read.value, id)) return;
    if (!isKnownActor(this.case, read.value.actor)) throw refused('unknown-actor');
    // How old it is that comes from a clock that is ahead nobody knows.
    if (this.refusalOf(read.value) === 'expired' || isAhead(read.value)) throw expired();
    this.recheck(read.value);
  }

  /** Why a decision that was read cannot be taken now, as far as the case knows. */
  refusalOf(decision: Decision): RefusalCode | undefined {
    if (this.recorder.standing !== 'in-step') return 'out-of-step';
    const late = decision.validUntil !== undefined && Date.parse(decision.validUntil) < Date.now();
    return late ? 'expired' : refusalOf(this.case, decision, new Date().toISOString());
  }

  private recheck(decision: Decision): void {
    const code = this.refusalOf(decision);
    if (code === 'too-short') throw tooShort(lettersWanted(this.case, decision.action));
    if (code) throw refused(code);
  }

  /**
   * Takes the decision before anything is awaited, so that of ten at once one wins. Answers the outcome of this
   * decision, not live state, when its record is written or the database has been away too long to wait for.
   */
  async decide(decision: Decision, id: string): Promise<Outcome> {
    const before = this.answered(decision, id);
    if (before) return before.outcome;
    this.recheck(decision);
    const claims = decision.action === 'reject' && decision.duplicateOf !== undefined;
    const { outcome, seq, clockSeq } =
      claims && patched('originals-are-claimed') ? await this.takeLater(decision) : this.take(decision);
    this.remember(decision, id, outcome);
    const { recorder } = this;
    if (recorder.behind) recorder.answered = Math.max(recorder.answered, seq);
    await condition(() => recorder.recorded >= seq || recorder.behind || recorder.standing !== 'in-step');
    if (recorder.recorded < seq && recorder.answered < seq) {
      this.answers.delete(decision.under?.key ?? id);
      throw refused('out-of-step');
    }
    const begun = clockSeq === undefined ? undefined : this.recorder.deadlineOf(clockSeq);
    const due = this.recorder.deadlineAfter(seq) ?? begun;
    // The one that is remembered is the same object.
    if (due) delete outcome.provisional;
    return Object.assign(outcome, due);
  }

  /** Leaves a decision to the main loop, which claims its original first (reading 21). */
  private async takeLater(decision: Decision): Promise<Taken> {
    const waiting: Waiting = { decision };
    this.waiting.push(waiting);
    await condition(() => waiting.said !== undefined);
    if (waiting.said === undefined || typeof waiting.said === 'string')
      throw refused(waiting.said ?? 'expired');
    return waiting.said;
  }

  /** Of those that the main loop has not taken none is taken any more. */
  refuseWaiting(): void {
    for (const waiting of this.waiting.splice(0)) waiting.said = 'out-of-step';
  }

  /**
   * Applies a decision that was checked. Synchronous. `seq` is its last entry, `clockSeq` the entry whose clock, still to
   * be computed, is the deadline that people see.
   */
  take(decision: Decision): Taken {
    // reading 13: the whole limit stands still while the reporter completes; in 0.1.0 it ran on, and rang.
    const wholeRuns = decision.action === 'request-completion' && !patched('whole-stands-still');
    // reading 22: until 0.1.0 a rejection ended the report.
    const rejectionEnds = decision.action === 'reject' && !patched('rejections-stand-open');
    const at = new Date().toISOString();
    const reckoning = decision.action === 'correct' ? this.reckoning() : undefined;
    const moved = decide(this.case, decision, at, {
      wholeRuns,
      rejectionEnds,
      ...(reckoning && { reckoning }),
    });
    this.move(moved);
    const c = this.case;
    const outcome: Outcome = {
      number: c.number,
      revision: c.revision,
      step: c.step,
      stepName: procedure[c.step].name,
      status: c.status,
      holder: holderOf(c),
      ...dueOfClock(clockSeen(c)),
      options: decision.actor.officeId ? optionsFor(c, decision.actor.officeId, at) : reporterOptions(c, at),
    };
    const last = moved.entries.at(-1);
    if (decision.under && last) last.answer = { ...decision.under, outcome, early: this.recorder.behind };
    return { outcome, seq: c.seq, clockSeq: c.awaits.completion ?? c.awaits.rejection ?? c.awaits.row };
  }

  /** How the row's clock was asked for that a correction finds still being reckoned; it came back by the old kind once. */
  private reckoning(): ClockRequest | undefined {
    const { awaits, clocks } = this.case;
    if (clocks.row || awaits.row === undefined) return undefined;
    return patched('reckoned-by-what-it-is') ? this.recorder.asked('row', awaits.row) : undefined;
  }

  /** Takes over a moved case and queues its entries for the record. */
  move(moved: { next: Case; entries: Entry[] }): void {
    this.case = moved.next;
    this.recorder.queue.push(...moved.entries);
  }

  /** What was answered under that key. Throws `idempotency-key-reused` when something else was asked then. */
  answered({ under }: Pick<Decision, 'under'>, id: string): Answer | undefined {
    if (under && this.repeats(under) === 'other') throw refused('idempotency-key-reused');
    return this.answers.get(under?.key ?? id);
  }

  /** Whether the same or another request was answered under that key, as far as this run knows. */
  repeats(under: NonNullable<Decision['under']>): Repeat | undefined {
    const before = this.answers.get(under.key);
    return before && (repeatOf(before.request, under) ?? 'same');
  }

  remember({ under }: Pick<Decision, 'under'>, id: string, outcome: Outcome): void {
    const key = under?.key ?? id;
    if (key) this.answers.set(key, { outcome, at: Date.now(), ...(under && { request: under.request }) });
  }

  /** The record keeps what was answered under a key; it goes along only while somebody may not have found it there. */
  carry(): NonNullable<ComplaintInput['carried']> {
    const since = Date.now() - onItsWayMs;
    const needed = [...this.answers].filter(([, { request, at = 0 }]) => request === undefined || at > since);
    return { case: this.case, answers: Object.fromEntries(needed.slice(-carriedAnswers)) };
  }
}

/** How a request stands to the one before it under the same key; of a key of 0.1.0 nobody knows what was asked. */
export function repeatOf(before: string | undefined, { request }: { request: string }): Repeat | undefined {
  if (before === undefined) return undefined;
  return before === request ? 'same' : 'other';
}

/** reading 32: says how many letters are wanted, too. */
function tooShort(letters: number): ApplicationFailure {
  const { title } = refusals['too-short'];
  return ApplicationFailure.nonRetryable(title, 'too-short' satisfies RefusalCode, letters);
}

export function refused(code: RefusalCode, field?: string): ApplicationFailure {
  const { title } = refusals[code];
  return ApplicationFailure.nonRetryable(field === undefined ? title : `${title}: ${field}`, code);
}

function isAhead({ validUntil }: Decision): boolean {
  return validUntil !== undefined && Date.parse(validUntil) - Date.now() > longestValidMs;
}

/** With what time it is here, for a maker whose clock says another. Of validators only: it stands in no history. */
function expired(): ApplicationFailure {
  return ApplicationFailure.nonRetryable(refusals.expired.title, 'expired', Date.now());
}
