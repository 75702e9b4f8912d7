// Which decisions are open, and why one is refused. Looks only; `decide.ts` moves.
import { type Actor, type Case, type Decision, reporter } from './case.ts';
import { isDirectlyBelow } from './offices.ts';
import { procedure } from './procedure.ts';
import type { RefusalCode } from './refusals.ts';
import { answeringOffice } from './rows/closing.ts';
import { type OfficeAction, type ReporterAction, isEnd, officeActions, reporterActions } from './terms.ts';

const needsReason = new Set<string>(['return', 'reject', 'request-completion']);
const needsText = new Set<string>(['respond', 'answer', 'told', 'reply', 'objection', 'completion']);

/** The decisions open to an office now: those of the row to its holder, `respond` by reading 5 and 12 besides. */
export function optionsFor(c: Case, officeId: string): OfficeAction[] {
  if (isEnd(c.status)) return [];
  if (c.status === 'awaiting-completion') return whileWaiting(c, officeId);
  if (c.holder?.id !== officeId) return mayRespond(c, officeId) ? ['respond'] : [];
  const level = c.holder.level;
  return officeActions.filter(
    (action) =>
      procedure[c.step].decisions.includes(action) &&
      !(action === 'return' && level !== 'national' && c.binding[level]),
  );
}

/** reading 11: how the reporter was told is recorded by the holder; respon awal runs on meanwhile and may be given. */
function whileWaiting(c: Case, officeId: string): OfficeAction[] {
  const owes = c.step > 6 && c.step < 11 && c.path.echelon1?.id === officeId;
  const tells = c.holder?.id === officeId && c.stopped?.untold === true;
  return [...(owes ? (['respond'] as const) : []), ...(tells ? (['told'] as const) : [])];
}

/** What the reporter may do now: complete what was asked for (reading 11), or speak at row 11 (reading 12). */
export function reporterOptions(c: Case): ReporterAction[] {
  if (isEnd(c.status)) return [];
  if (c.status === 'awaiting-completion') return ['completion'];
  if (c.step !== 11) return [];
  return c.objections < c.rules.maxObjections
    ? ['reply', 'objection', 'confirmation']
    : ['reply', 'confirmation'];
}

/** Whether the actor can be who they say, as far as the case knows: an office by its level, the reporter by no name. */
export function isKnownActor(c: Case, { role, officeId, name }: Actor): boolean {
  if (role === 'reporter') return officeId === null && name === reporter.name;
  if (role === 'system' || officeId === null) return false;
  const known = [c.holder, ...Object.values(c.path)].find((office) => office?.id === officeId);
  return !known || known.level === role;
}

/** Why this decision cannot be taken now, or undefined when it can. Synchronous, changes nothing. */
export function refusalOf(c: Case, d: Decision): RefusalCode | undefined {
  if (isEnd(c.status)) return 'closed';
  if (d.expectedRevision !== undefined && d.expectedRevision !== c.revision) return 'stale';
  return (d.actor.role === 'reporter' ? reporterRefusal(c, d) : officeRefusal(c, d)) ?? missing(c, d);
}

function reporterRefusal(c: Case, d: Decision): RefusalCode | undefined {
  const action = reporterActions.find((known) => known === d.action);
  if (!action) return 'unknown-action';
  if (reporterOptions(c).includes(action)) return undefined;
  return action === 'objection' && c.status === 'answered' ? 'objection-limit' : 'wrong-step';
}

function officeRefusal(c: Case, d: Decision): RefusalCode | undefined {
  const action = officeActions.find((known) => known === d.action);
  if (!action) return 'unknown-action';
  const officeId = d.actor.officeId ?? '';
  const holds = c.holder?.id === officeId;
  if (!holds && !(mayRespond(c, officeId) && (action === 'respond' || c.step === 11))) return 'not-holder';
  if (!optionsFor(c, officeId).includes(action)) return whyNotOpen(c, action);
  if (action === 'dispose' && !d.target) return 'office-required';
  const disposes = action === 'dispose' || (action === 'accept' && d.target);
  if (disposes && d.target && c.holder && !isDirectlyBelow(d.target, c.holder)) return 'office-not-below';
  return undefined;
}

/** A return that only its binding disposition forbids (reading 10), or an action of another row. */
function whyNotOpen(c: Case, action: OfficeAction): RefusalCode {
  const open = c.status !== 'awaiting-completion' && procedure[c.step].decisions.includes(action);
  return open && action === 'return' ? 'binding-disposition' : 'wrong-step';
}

/** reading 5: the Eselon 1 office while its UPT holds the report; reading 12: the answering office at row 11. */
function mayRespond(c: Case, officeId: string): boolean {
  if (c.step === 9 || c.step === 10) return c.path.echelon1?.id === officeId;
  return c.step === 11 && answeringOffice(c)?.id === officeId;
}

function missing(c: Case, d: Decision): RefusalCode | undefined {
  if (needsReason.has(d.action) && !d.reason?.trim()) return 'reason-required';
  if (needsText.has(d.action) && !d.text?.trim()) return 'text-required';
  // reading 21: whether another one is an original is for the record to say, which knows both.
  if (d.action === 'reject' && d.duplicateOf === c.number) return 'not-an-original';
  return undefined;
}
