// Which decisions are open, and why one is refused: looks only, `decide.ts` moves. Stable codes, the HTTP status each becomes, and what people read.
import {
  type Actor,
  answeringOffice,
  type Case,
  type Decision,
  isLimitMissed,
  isOver,
  reporter,
} from './case.ts';
import { forbids } from './decisions/forbids.ts';
import { isDirectlyBelow, type Office } from './offices.ts';
import { decisionsAt, procedure } from './procedure.ts';
import type { Decisions, Move } from './row.ts';
import {
  type Action,
  levels,
  measureOf,
  type OfficeAction,
  officeActions,
  type ReporterAction,
  reporterActions,
  reporterDecisions,
} from './terms.ts';
import { lettersIn } from './texts/text.ts';

export const refusals = {
  'not-holder': { status: 403, title: 'Laporan sedang dipegang kantor lain' },
  'wrong-step': { status: 409, title: 'Tindakan ini tidak terbuka pada langkah laporan saat ini' },
  stale: { status: 409, title: 'Laporan sudah berubah sejak terakhir Anda lihat' },
  closed: { status: 409, title: 'Laporan sudah berakhir' },
  'objection-limit': { status: 409, title: 'Batas jumlah keberatan sudah tercapai' },
  'already-requested': { status: 409, title: 'Kelengkapan sudah diminta selama laporan di kantor ini' },
  'already-extended': { status: 409, title: 'Batas waktu laporan ini sudah pernah diperpanjang' },
  'limit-missed': { status: 422, title: 'Batas waktunya sudah lewat atau belum dihitung' },
  'changes-required': {
    status: 422,
    title: 'Perubahan data wajib diisi, dan tidak boleh saling bertentangan',
  },
  'too-many-messages': { status: 429, title: 'Batas jumlah pesan hari ini sudah tercapai' },
  'binding-disposition': { status: 422, title: 'Disposisi ini mengikat dan tidak dapat dikembalikan' },
  'reason-required': { status: 422, title: 'Alasan wajib diisi' },
  'text-required': { status: 422, title: 'Isi jawaban wajib diisi' },
  'too-short': { status: 422, title: 'Isinya terlalu pendek untuk jawaban atau respon awal' },
  'office-required': { status: 422, title: 'Kantor tujuan wajib diisi' },
  'office-not-below': { status: 422, title: 'Kantor tujuan bukan kantor tepat di bawah kantor Anda' },
  // The engine came to the decision after whoever made it had been told that it was not taken.
  expired: { status: 503, title: 'Mesin tidak sempat mengambil keputusan ini; tidak ada yang berubah' },
  // What the workflow knows is not what is on record; until it goes on from there it takes nothing.
  'out-of-step': {
    status: 503,
    title: 'Laporan ini sedang dicocokkan dengan catatannya; tidak ada yang berubah, coba lagi sebentar',
  },
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
  /** Of `too-short`: how many letters the text has at least. */
  readonly letters: number | undefined;
  constructor(code: RefusalCode, letters?: number) {
    super(refusals[code].title);
    this.code = code;
    this.letters = letters;
  }
}

/** The decisions open to an office at `at` (ISO 8601 UTC), also to one that does not hold the report (readings 5, 12, 18). */
export function optionsFor(c: Case, officeId: string, at: string): OfficeAction[] {
  return officeActions.filter((action) => isOpen(c, action, at) && isTheirs(c, action, officeId, at));
}

/** What the reporter may do at `at` (ISO 8601 UTC): speak (reading 20), complete what was asked for (11), at row 11 say whether it is well (12). */
export function reporterOptions(c: Case, at: string): ReporterAction[] {
  return reporterActions.filter((action) => isOpen(c, action, at));
}

/** The decision as the procedure has it where the report stands. */
function moveOf(c: Case, action: Action): Move | undefined {
  return decisionsAt(c.step, c.status)[action];
}

/** Whether a decision is of that office now. */
function isTheirs(c: Case, action: Action, officeId: string, at: string): boolean {
  return whose(c, moveOf(c, action), at).some((office) => office?.id === officeId);
}

/** The offices that an office's decision is of now. */
function whose(c: Case, move: Move | undefined, at: string): (Office | null | undefined)[] {
  if (!move) return [];
  if (move.by === 'above') return recallers(c, at);
  if (move.by === 'echelon1') return [c.path.echelon1 ?? (c.firstResponseFrom ? c.path.agency : undefined)];
  return [move.by === 'answering' ? answeringOffice(c) : c.holder];
}

/** reading 18: the office that disposed it to its holder; those higher on the path too once a limit of a row is missed. */
function recallers(c: Case, at: string): (Office | undefined)[] {
  const { holder, path, direct } = c;
  if (!holder) return [];
  const above = levels.slice(0, levels.indexOf(holder.level)).map((level) => path[level as 'national']);
  if (isLimitMissed(c, at)) return above;
  return holder.level === 'agency' && direct ? [] : above.slice(-1);
}

/** Whether the procedure has it here, and nothing that happened to this report forbids it. */
function isOpen(c: Case, action: Action, at: string): boolean {
  return !isOver(c) && moveOf(c, action) !== undefined && forbids(c, action, at) === undefined;
}

/** Whether the actor can be who they say, as far as the case knows: an office by its level, the reporter by no name. */
export function isKnownActor(c: Case, { role, officeId, name }: Actor): boolean {
  if (role === 'reporter') return officeId === null && name === reporter.name;
  if (role === 'system' || officeId === null) return false;
  const known = [c.holder, ...Object.values(c.path)].find((office) => office?.id === officeId);
  return !known || known.level === role;
}

/** Why this decision cannot be taken at `at` (ISO 8601 UTC), or undefined when it can. Synchronous, changes nothing. */
export function refusalOf(c: Case, d: Decision, at: string): RefusalCode | undefined {
  // reading 22: to the offices a report that was rejected has ended.
  if (isOver(c) || (c.rejection && d.actor.role !== 'reporter')) return 'closed';
  if (d.expectedRevision !== undefined && d.expectedRevision !== c.revision) return 'stale';
  return (d.actor.role === 'reporter' ? reporterRefusal(c, d, at) : officeRefusal(c, d, at)) ?? missing(c, d);
}

function reporterRefusal(c: Case, d: Decision, at: string): RefusalCode | undefined {
  const action = reporterDecisions.find((known) => known === d.action);
  if (!action) return 'unknown-action';
  return isOpen(c, action, at) ? undefined : whyNotOpen(c, action, at);
}

function officeRefusal(c: Case, d: Decision, at: string): RefusalCode | undefined {
  const action = officeActions.find((known) => known === d.action);
  if (!action) return 'unknown-action';
  const officeId = d.actor.officeId ?? '';
  if (!concerns(c, action, officeId, at)) return 'not-holder';
  if (!optionsFor(c, officeId, at).includes(action)) return whyNotOpen(c, action, at);
  const { office }: Partial<Move> = moveOf(c, action) ?? {};
  if (office === 'required' && !d.target) return 'office-required';
  if (office && d.target && c.holder && !isDirectlyBelow(d.target, c.holder)) return 'office-not-below';
  return undefined;
}

/**
 * Whether the report is that office's business: it holds it, or the row has this decision for it, though nothing may be
 * open just now. At row 11 any decision of the answering office is, and a recall of whoever is on the path.
 */
function concerns(c: Case, action: OfficeAction, officeId: string, at: string): boolean {
  const { decisions }: { decisions: Decisions } = procedure[c.step];
  const own = whose(c, c.holder ? decisions[action] : decisions.respond, at);
  const others = c.holder || action !== 'recall' ? [c.holder] : Object.values(c.path);
  return [...own, ...others].some((office) => office?.id === officeId);
}

function whyNotOpen(c: Case, action: Action, at: string): RefusalCode {
  return (moveOf(c, action) && forbids(c, action, at)) ?? 'wrong-step';
}

function missing(c: Case, d: Decision): RefusalCode | undefined {
  const move: Partial<Move> = moveOf(c, d.action) ?? {};
  if (move.duplicateOf === 'required' && !d.duplicateOf?.trim()) return 'not-an-original';
  // Of a duplicate the original says why (reading 21).
  const why = d.reason?.trim() || (move.duplicateOf && d.duplicateOf);
  if (move.reason === 'required' && !why) return 'reason-required';
  if (move.text === 'required' && !d.text?.trim()) return 'text-required';
  if (lettersIn(d.text ?? '') < lettersWanted(c, d.action)) return 'too-short';
  if (move.changes) return faultIn(c, d);
  // reading 21: whether another one is an original is for the record to say, which knows both.
  if (move.duplicateOf && d.duplicateOf === c.number) return 'not-an-original';
  return undefined;
}

/** reading 32: how many letters the text of that decision has at least, where the report stands; 0: any number. */
export function lettersWanted(c: Case, action: Action): number {
  const by = measureOf(action, c.step);
  return (by && c.rules.letters?.[by]) ?? 0;
}

/** reading 19: something is to change, and only a pengaduan is berkadar pengawasan. */
function faultIn(c: Case, { action, changes = {} }: Decision): RefusalCode | undefined {
  if (Object.keys(changes).length === 0) return 'changes-required';
  if (action === 'confidentiality' && !changes.confidentiality) return 'changes-required';
  const kind = changes.kind ?? c.kind;
  return changes.oversight && kind !== 'pengaduan' ? 'changes-required' : undefined;
}
