// Signals as 0.1.0 took them: for replays of what was signalled then. To be dropped once no such history is open.
import type { Actor, Decision } from '../../sop/case.ts';
import { recordRefusal } from '../../sop/decide.ts';
import { refusalOf } from '../../sop/refusal.ts';
import { type Action, type Level, levels } from '../../sop/terms.ts';
import { storable } from '../../sop/texts/storable.ts';
import type { Desk } from '../handling/desk.ts';
import type { Recorder } from '../handling/recorder.ts';

/** Wrong types were missing fields, long texts were cut, and the actor was who the signal said. */
export async function takeLeniently(raw: unknown, desk: Desk, recorder: Recorder): Promise<void> {
  const from = fields(raw);
  const id = text(from.key) && `signal:${text(from.key)}`;
  if (id && desk.answered({}, id)) return;
  const officeId = text(from.officeId);
  const target = officeId ? await recorder.findOffice(officeId) : undefined;
  const decision: Decision = { ...readSignal(from), ...(target && { target }) };
  const code =
    officeId && !target ? 'office-not-below' : refusalOf(desk.case, decision, new Date().toISOString());
  if (code) {
    const actor = await knownActor(decision.actor, recorder);
    desk.move(recordRefusal(desk.case, { ...decision, actor }, { code }, new Date().toISOString()));
    return;
  }
  const { outcome } = desk.take(decision);
  if (id) desk.remember({}, id, outcome);
}

async function knownActor(actor: Actor, recorder: Recorder): Promise<Actor> {
  if (!actor.officeId || (await recorder.findOffice(actor.officeId))) return actor;
  return { ...actor, officeId: null };
}

function readSignal(from: Record<string, unknown>): Decision {
  const reason = text(from.reason);
  const words = text(from.text);
  const revision = from.expectedRevision;
  return {
    action: (text(from.action) ?? 'none') as Action,
    actor: readActor(from.actor),
    ...(reason && { reason }),
    ...(words && { text: words }),
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
