// Where decisions are taken: checked and applied synchronously, then answered once their record is written.
import { ApplicationFailure, condition } from '@temporalio/workflow';
import type { Case, Decision } from '../sop/case.ts';
import { decide } from '../sop/decide.ts';
import type { Entry, Outcome } from '../sop/entry.ts';
import { deadlineOfCase } from '../sop/fire.ts';
import { procedure } from '../sop/procedure.ts';
import { isKnownActor, optionsFor, refusalOf, reporterOptions } from '../sop/refusal.ts';
import { type RefusalCode, refusals } from '../sop/refusals.ts';
import { readDecision } from './read-decision.ts';
import type { Recorder } from './recorder.ts';

/** How many past outcomes go along with continue-as-new; the server forgets update ids there. */
const carriedOutcomes = 50;

export class Desk {
  case: Case;
  private readonly recorder: Recorder;
  private readonly outcomes: Map<string, Outcome>;

  constructor(c: Case, recorder: Recorder, outcomes: Record<string, Outcome>) {
    this.case = c;
    this.recorder = recorder;
    this.outcomes = new Map(Object.entries(outcomes));
  }

  /**
   * The update's validator: refuses with a typed code and leaves no trace. A repeat of a taken decision passes. Whoever
   * may speak to the engine may send anything; a replay trusts what was taken.
   */
  check(args: readonly unknown[], id: string): void {
    if (this.outcomes.has(id)) return;
    const read = readDecision(args);
    if ('fault' in read) throw refused(read.fault.code, read.fault.field);
    if (!isKnownActor(this.case, read.value.actor)) throw refused('unknown-actor');
    this.recheck(read.value);
  }

  private recheck(decision: Decision): void {
    const late = decision.validUntil !== undefined && Date.parse(decision.validUntil) < Date.now();
    const code = late ? 'expired' : refusalOf(this.case, decision);
    if (code) throw refused(code);
  }

  /**
   * Takes the decision before anything is awaited, so that of ten at once one wins. Answers the outcome of this
   * decision, not live state, when its record is written or the database has been away too long to wait for.
   */
  async decide(decision: Decision, id: string): Promise<Outcome> {
    const before = this.outcomes.get(id);
    if (before) return before;
    this.recheck(decision);
    const { outcome, seq, clockSeq } = this.take(decision);
    this.remember(id, outcome);
    await condition(() => this.recorder.recorded >= seq || this.recorder.behind);
    if (clockSeq !== undefined) outcome.deadline = this.recorder.deadlineOf(clockSeq) ?? outcome.deadline;
    return outcome;
  }

  /**
   * Applies a decision that was checked. Synchronous. `seq` is its last entry, `clockSeq` the entry whose clock, still to
   * be computed, is the deadline that people see.
   */
  take(decision: Decision): { outcome: Outcome; seq: number; clockSeq: number | undefined } {
    const moved = decide(this.case, decision, new Date().toISOString());
    this.move(moved);
    const c = this.case;
    const outcome: Outcome = {
      number: c.number,
      revision: c.revision,
      step: c.step,
      stepName: procedure[c.step].name,
      status: c.status,
      holder: c.holder
        ? { id: c.holder.id, name: c.holder.name, level: c.holder.level }
        : { id: null, name: 'Sistem', level: 'system' },
      deadline: deadlineOfCase(c),
      options: decision.actor.officeId ? optionsFor(c, decision.actor.officeId) : reporterOptions(c),
    };
    return { outcome, seq: c.seq, clockSeq: c.awaits.completion ?? c.awaits.row };
  }

  /** Takes over a moved case and queues its entries for the record. */
  move(moved: { next: Case; entries: Entry[] }): void {
    this.case = moved.next;
    this.recorder.queue.push(...moved.entries);
  }

  has(id: string): boolean {
    return this.outcomes.has(id);
  }

  remember(id: string, outcome: Outcome): void {
    if (id) this.outcomes.set(id, outcome);
  }

  carry(): { case: Case; outcomes: Record<string, Outcome> } {
    return {
      case: this.case,
      outcomes: Object.fromEntries([...this.outcomes].slice(-carriedOutcomes)),
    };
  }
}

function refused(code: RefusalCode, field?: string): ApplicationFailure {
  const { title } = refusals[code];
  return ApplicationFailure.nonRetryable(field === undefined ? title : `${title}: ${field}`, code);
}
