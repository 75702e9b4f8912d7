// Which decisions are open, and why one is refused: looks only, `decide.ts` moves. Stable codes, the HTTP status each becomes, and what people read.
import { type Actor, answeringOffice, type Case, type Decision, reporter } from './case.ts';
import { isDirectlyBelow, type Office } from './offices.ts';
import { decisionsAt, type Move } from './procedure.ts';
import {
  type Action,
  isEnd,
  type OfficeAction,
  officeActions,
  type ReporterAction,
  reporterActions,
} from './terms.ts';

export const refusals = {
  'not-holder': { status: 403, title: 'Laporan sedang dipegang kantor lain' },
  'wrong-step': { status: 409, title: 'Tindakan ini tidak terbuka pada tahap laporan saat ini' },
  stale: { status: 409, title: 'Laporan sudah berubah sejak terakhir Anda lihat' },
  closed: { status: 409, title: 'Laporan sudah berakhir' },
  'objection-limit': { status: 409, title: 'Batas jumlah keberatan sudah tercapai' },
  'binding-disposition': { status: 422, title: 'Disposisi ini mengikat dan tidak dapat dikembalikan' },
  'reason-required': { status: 422, title: 'Alasan wajib diisi' },
  'text-required': { status: 422, title: 'Isi jawaban wajib diisi' },
  'office-required': { status: 422, title: 'Kantor tujuan wajib diisi' },
  'office-not-below': { status: 422, title: 'Kantor tujuan bukan kantor tepat di bawah kantor Anda' },
  // The engine came to the decision after whoever made it had been told that it was not taken.
  expired: { status: 503, title: 'Mesin tidak sempat mengambil keputusan ini; tidak ada yang berubah' },
  'unknown-action': { status: 422, title: 'Tindakan tidak dikenal' },
  'not-an-original': {
    status: 422,
    title: 'Bukan laporan asal: tidak ada, tidak terlihat, sudah ditolak, atau duplikat juga',
  },
  'idempotency-key-reused': { status: 422, title: 'Kunci ini sudah dipakai untuk isi yang lain' },
  // Not of the API's making: whoever may speak to the engine may send anything.
  malformed: { status: 422, title: 'Pesan tidak dapat dibaca' },
  'too-long': { status: 422, title: 'Isi pesan terlalu panjang' },
  'unknown-actor': {
    status: 422,
    title: 'Pelaku bukan kantor yang dikenal, atau perannya bukan peran kantor itu',
  },
} as const;

export type RefusalCode = keyof typeof refusals;

/** True for a code of ours; anything else that a validator throws is a defect, not a refusal. */
export function isRefusalCode(code: unknown): code is RefusalCode {
  return typeof code === 'string' && Object.hasOwn(refusals, code);
}

/** A refused decision: nothing changed. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: RefusalCode;
  constructor(code: RefusalCode) {
    super(refusals[code].title);
    this.code = code;
  }
}

/** The decisions open to an office now, also to one that does not hold the report (readings 5, 12). */
export function optionsFor(c: Case, officeId: string): OfficeAction[] {
  return officeActions.filter((action) => isOpen(c, action) && whose(c, moveOf(c, action))?.id === officeId);
}

/** What the reporter may do now: complete what was asked for (reading 11), or speak at row 11 (reading 12). */
export function reporterOptions(c: Case): ReporterAction[] {
  return reporterActions.filter((action) => isOpen(c, action) && moveOf(c, action)?.by === 'reporter');
}

/** The decision as the procedure has it where the report stands. */
function moveOf(c: Case, action: Action): Move | undefined {
  return decisionsAt(c.step, c.status === 'awaiting-completion')[action];
}

/** The office that a decision is of now; the reporter's is no office's. */
function whose(c: Case, move: Move | undefined): Office | undefined {
  if (!move || move.by === 'reporter') return undefined;
  if (move.by === 'echelon1') return c.path.echelon1;
  return move.by === 'answering' ? answeringOffice(c) : (c.holder ?? undefined);
}

/** Whether the procedure has it here, and nothing that happened to this report forbids it. */
function isOpen(c: Case, action: Action): boolean {
  if (isEnd(c.status) || !moveOf(c, action)) return false;
  // reading 10
  if (action === 'return' && c.holder && c.holder.level !== 'national') return !c.binding[c.holder.level];
  if (action === 'objection') return c.objections < c.rules.maxObjections;
  if (action === 'told') return c.stopped?.untold === true;
  // reading 11: respon awal runs on while the reporter completes the report, where it is owed.
  if (action === 'respond' && c.stopped) return c.step > 6;
  return true;
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
  const speaks = whose(c, decisionsAt(c.step).respond)?.id === officeId;
  if (c.holder?.id !== officeId && !(speaks && (action === 'respond' || c.step === 11))) return 'not-holder';
  if (!optionsFor(c, officeId).includes(action)) return whyNotOpen(c, action);
  const move = moveOf(c, action);
  if (move?.office === 'required' && !d.target) return 'office-required';
  if (move?.office && d.target && c.holder && !isDirectlyBelow(d.target, c.holder)) return 'office-not-below';
  return undefined;
}

/** A return that only its binding disposition forbids (reading 10), or an action of another row. */
function whyNotOpen(c: Case, action: OfficeAction): RefusalCode {
  return action === 'return' && moveOf(c, action) ? 'binding-disposition' : 'wrong-step';
}

function missing(c: Case, d: Decision): RefusalCode | undefined {
  const move = moveOf(c, d.action);
  if (move?.reason === 'required' && !d.reason?.trim()) return 'reason-required';
  if (move?.text === 'required' && !d.text?.trim()) return 'text-required';
  // reading 21: whether another one is an original is for the record to say, which knows both.
  if (move?.duplicateOf && d.duplicateOf === c.number) return 'not-an-original';
  return undefined;
}
