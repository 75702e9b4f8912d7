// Decisions that arrive by signal, from the Temporal UI, the CLI or an integration that cannot wait.
import { patched } from '@temporalio/workflow';
import type { Actor, Decision } from '../../sop/case.ts';
import { recordRefusal } from '../../sop/decide.ts';
import { type Office, nowhere } from '../../sop/offices.ts';
import type { RefusalCode } from '../../sop/refusal.ts';
import type { Action } from '../../sop/terms.ts';
import { type Desk, repeatOf } from './desk.ts';
import type { WaitingSignal } from '../messages.ts';
import { takeLeniently } from '../reading/lenient-signals.ts';
import { Originals } from './originals.ts';
import { aboutSignal, readSignalled } from '../reading/read-decision.ts';
import type { Fault } from '../reading/read.ts';
import type { Recorder } from './recorder.ts';

/** Who sent a signal of which nothing can be made out, or in the name of no office. */
export const stranger: Actor = { role: 'system', officeId: null, name: 'Pengirim sinyal', via: 'signal' };

type Why = Fault | { code: RefusalCode };

export class SignalTray {
  /** Those that are not judged yet; they go along where the report goes on from its record. */
  readonly waiting: WaitingSignal[];
  /** Those that are judged and not on record yet, by their last entry. */
  private judged: { signal: WaitingSignal; seq: number }[] = [];
  private readonly desk: Desk;
  private readonly recorder: Recorder;
  private readonly originals: Originals;

  constructor(desk: Desk, recorder: Recorder, waiting: readonly WaitingSignal[] = []) {
    this.waiting = [...waiting];
    this.desk = desk;
    this.recorder = recorder;
    this.originals = new Originals(desk, recorder);
  }

  get empty(): boolean {
    return this.waiting.length === 0 && this.desk.waiting.length === 0;
  }

  /** Keeps a signalled decision for the main loop, `named` by its action or not. Whatever it holds, it harms nothing. */
  put(args: unknown[], named?: Action): void {
    this.waiting.push({ args, named });
  }

  /** Keeps another signal that could not be read, to be recorded as refused. */
  putMisread(action: string, fault: Fault): void {
    this.waiting.push({ action, fault });
  }

  /** Takes or refuses each signal, and each decision that waits, in turn; of a signal, what an update would refuse is recorded as refused and changes nothing. */
  async sort(): Promise<void> {
    this.judged = this.judged.filter(({ seq }) => seq > this.recorder.recorded);
    for (let next = this.waiting.shift(); next; next = this.waiting.shift()) {
      if ('fault' in next) this.refuse({ action: next.action, actor: stranger }, next.fault);
      else if (patched('signals-read-strictly')) await this.judge(next.args, next.named);
      else await takeLeniently(next.args[0], this.desk, this.recorder);
      this.judged.push({ signal: next, seq: this.desk.case.seq });
    }
    for (let next = this.desk.waiting.shift(); next; next = this.desk.waiting.shift()) {
      next.said = await this.originals.take(next.decision);
    }
  }

  /** Those of which nothing is on record, nor will be by this run. */
  unrecorded(): WaitingSignal[] {
    const { recorded, answered } = this.recorder;
    const left = this.judged.filter(({ seq }) => seq > Math.max(recorded, answered));
    return [...left.map(({ signal }) => signal), ...this.waiting];
  }

  private async judge(args: unknown[], named: Action | undefined): Promise<void> {
    const read = readSignalled(args, named);
    if ('fault' in read) {
      const { action, actor } = aboutSignal(args);
      const { actor: office } = await this.recorder.lookUp({ actorId: actor.officeId });
      return this.refuse({ action, actor: office ? officer(office, actor.name) : stranger }, read.fault);
    }
    const { key, officeId, actor, ...said } = read.value;
    const {
      actor: office,
      target,
      ...found
    } = await this.recorder.lookUp({
      actorId: actor.officeId,
      ...(officeId && { targetId: officeId }),
      ...(said.changes?.confidentiality && { confidentiality: said.changes.confidentiality }),
      ...(key && { signalled: { key, said: JSON.stringify(read.value) } }),
    });
    const { under } = found;
    const repeats = under && (this.desk.repeats(under) ?? repeatOf(found.before, under));
    if (repeats === 'same') return;
    // A signal speaks for an office: its role is that office's, and never the reporter's or the system's.
    const speaks = office && (actor.role === undefined || actor.role === office.level);
    const full: Decision = {
      ...said,
      ...(under && { under }),
      ...(found.contactConfirmed !== undefined && { contactConfirmed: found.contactConfirmed }),
      actor: office ? officer(office, actor.name) : stranger,
      ...(officeId && { target: target ?? nowhere(officeId) }),
    };
    if (repeats) return this.refuse(full, { code: 'idempotency-key-reused' });
    if (!speaks) return this.refuse(full, { code: 'unknown-actor' });
    if (found.lowers && !this.desk.refusalOf(full)) return this.refuse(full, { code: 'changes-required' });
    const taken = await this.originals.take(full);
    if (typeof taken === 'string') return this.refuse(full, { code: taken });
    const { outcome } = taken;
    if (under) this.desk.remember(full, under.key, outcome);
  }

  private refuse(what: Pick<Decision, 'actor' | 'reason'> & { action: string }, why: Why): void {
    this.desk.move(recordRefusal(this.desk.case, what, why, new Date().toISOString()));
  }
}

function officer({ id, level }: Office, name: string): Actor {
  return { role: level, officeId: id, name: name || stranger.name, via: 'signal' };
}
