// Decisions that arrive by signal, from the Temporal UI, the CLI or an integration that cannot wait.
import type { Actor, Decision } from '../sop/case.ts';
import { recordRefusal } from '../sop/decide.ts';
import { refusalOf } from '../sop/refusal.ts';
import { type Action, type Level, levels } from '../sop/terms.ts';
import { storable } from '../sop/transition.ts';
import type { Desk } from './desk.ts';
import type { SignalledDecision } from './messages.ts';
import type { Recorder } from './recorder.ts';

export class SignalTray {
  private readonly waiting: unknown[] = [];
  private readonly desk: Desk;
  private readonly recorder: Recorder;

  constructor(desk: Desk, recorder: Recorder) {
    this.desk = desk;
    this.recorder = recorder;
  }

  get empty(): boolean {
    return this.waiting.length === 0;
  }

  /** Keeps a signal for the main loop. Whatever it holds, it harms nothing. */
  put(signalled: unknown): void {
    this.waiting.push(signalled);
  }

  /** Takes or refuses each signal in turn; what an update would refuse is recorded as refused and changes nothing. */
  async sort(): Promise<void> {
    while (this.waiting.length > 0) {
      const signalled = readSignal(this.waiting.shift());
      const id = signalled.key && `signal:${signalled.key}`;
      if (id && this.desk.has(id)) continue;
      const { officeId, key: _, ...decision } = signalled;
      const target = officeId ? await this.recorder.findOffice(officeId) : undefined;
      const full: Decision = { ...decision, ...(target && { target }) };
      const code = officeId && !target ? 'office-not-below' : refusalOf(this.desk.case, full);
      if (code) {
        const actor = await this.knownActor(full.actor);
        const refused = { ...full, actor };
        this.desk.move(recordRefusal(this.desk.case, refused, code, new Date().toISOString()));
        continue;
      }
      const { outcome } = this.desk.take(full);
      if (id) this.desk.remember(id, outcome);
    }
  }

  /** An office that does not exist cannot stand in the record. */
  private async knownActor(actor: Actor): Promise<Actor> {
    if (!actor.officeId || (await this.recorder.findOffice(actor.officeId))) return actor;
    return { ...actor, officeId: null };
  }
}

/** Reads a signal as it came over the wire: wrong types become missing fields, which the rules refuse. */
function readSignal(raw: unknown): SignalledDecision {
  const from = fields(raw);
  const reason = text(from.reason);
  const words = text(from.text);
  const officeId = text(from.officeId);
  const key = text(from.key);
  const revision = from.expectedRevision;
  return {
    // An unknown action is refused as such.
    action: (text(from.action) ?? 'none') as Action,
    actor: readActor(from.actor),
    ...(reason && { reason }),
    ...(words && { text: words }),
    ...(officeId && { officeId }),
    ...(key && { key }),
    ...(typeof revision === 'number' && { expectedRevision: revision }),
  };
}

function readActor(raw: unknown): Actor {
  const from = fields(raw);
  const role = text(from.role);
  const known: Level | 'reporter' | undefined =
    role === 'reporter' ? role : levels.find((level) => level === role);
  return {
    role: known ?? 'system',
    officeId: text(from.officeId) ?? null,
    name: text(from.name) ?? 'tanpa nama (sinyal)',
  };
}

function fields(raw: unknown): Record<string, unknown> {
  return typeof raw === 'object' && raw !== null ? { ...raw } : {};
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? storable(value.slice(0, 20_000)) : undefined;
}
