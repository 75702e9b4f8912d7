// The page to hold beside the paper: SOP 1–11 as data. Who holds the report at each row, what may be decided there, where that leads and what it needs.
import type { Action, Ending, Level, Limit, Need, Step } from './terms.ts';

/** A decision as the procedure knows it. What it writes and moves is in `rows/`, one file an office level. */
export interface Move {
  /** The rows, or the end, that it may lead to; `stays`: on at the same row. */
  to: readonly (Step | Ending | 'stays')[];
  /**
   * Whose it is: of the holder unless said. `answering`: the office that gave the answer. `above`: the office whose
   * disposition brought the report to its holder, and once a limit of a row is missed every office above (reading 18).
   */
  by?: 'echelon1' | 'answering' | 'reporter' | 'above';
  /** What it brings along, and whether it must. */
  office?: Need;
  reason?: Need;
  text?: Need;
  duplicateOf?: Need;
  changes?: Need;
}

/** Each decision once. */
export type Decisions = Partial<Record<Action, Move>>;

export interface Row {
  step: Step;
  /** Pelaksana: the level that holds the report at this row. */
  holder: Level | 'system';
  /** What people read. */
  name: string;
  /** Kelengkapan → Output, the record this row leaves. */
  output: string;
  /** Waktu, as the SOP has it (readings 1, 2); the policy in force may give another. */
  limit: Limit;
  /** What a missed limit does. Every other one alerts and decides nothing (reading 3). */
  limitEnds?: Ending;
  decisions: Decisions;
}

const minutes = { officeMinutes: 60 };
const threeDays = { workingDays: 3 };

/** readings 5, 29: respon awal, until the answer; at rows 4 and 5 where the policy has the agency owe it. */
const respond = { to: ['stays'], text: 'required' } as const;
/** reading 18: back to the deciding row of the office that recalls it, by the level that holds it. */
const recall = { by: 'above', reason: 'required' } as const;
/** reading 20: the reporter may always speak, and be asked; no clock changes. Before the answer they may withdraw. */
export const words = {
  ask: { to: ['stays'], text: 'required' },
  message: { to: ['stays'], by: 'reporter', text: 'required' },
  withdrawal: { to: ['withdrawn'], by: 'reporter', text: 'optional' },
  confidentiality: { to: ['stays'], by: 'reporter', changes: 'required' },
} as const;
/** reading 19: what is wrong about the report, its limits then by the kind that it is. */
const correct = { to: ['stays'], reason: 'required', changes: 'required' } as const;
/** reading 25: of the row and the whole, once a report, where the policy gives it for the kind. */
const extend = { to: ['stays'], reason: 'required' } as const;
/** readings 11, 20: once a stay; `text`: how a reporter without a confirmed contact was told. */
const requestCompletion = { to: ['stays'], reason: 'required', text: 'optional' } as const;

export const procedure = {
  1: {
    step: 1,
    holder: 'system',
    name: 'Laporan masuk',
    output: 'Laporan masuk',
    limit: minutes,
    decisions: {},
  },
  2: {
    step: 2,
    holder: 'national',
    name: 'Verifikasi, identifikasi, dan disposisi ke Admin Instansi',
    output: 'Disposisi Laporan Nasional',
    limit: threeDays,
    decisions: {
      dispose: { to: [3], office: 'required', reason: 'optional' },
      // readings 11, 21
      reject: { to: ['rejected'], reason: 'required', duplicateOf: 'optional' },
      'request-completion': requestCompletion,
      correct,
      ...words,
    },
  },
  3: {
    step: 3,
    holder: 'agency',
    name: 'Penerimaan laporan oleh Admin Instansi',
    output: 'Disposisi Laporan Nasional',
    limit: minutes,
    decisions: { receive: { to: [4] }, recall: { to: [2], ...recall }, ...words },
  },
  4: {
    step: 4,
    holder: 'agency',
    name: 'Verifikasi dan identifikasi oleh Admin Instansi',
    output: 'Disposisi Laporan Nasional',
    limit: threeDays,
    decisions: {
      // reading 4: with an office, rows 4 and 5 in one
      accept: { to: [5, 6], office: 'optional' },
      return: { to: [2], reason: 'required' },
      respond,
      'request-completion': requestCompletion,
      correct,
      recall: { to: [2], ...recall },
      ...words,
    },
  },
  5: {
    step: 5,
    holder: 'agency',
    name: 'Disposisi ke Admin Eselon 1',
    output: 'Disposisi Laporan Instansi',
    limit: threeDays,
    decisions: {
      dispose: { to: [6], office: 'required', reason: 'optional' },
      respond,
      'request-completion': requestCompletion,
      recall: { to: [2], ...recall },
      ...words,
    },
  },
  6: {
    step: 6,
    holder: 'echelon1',
    name: 'Penerimaan laporan dan respon awal oleh Admin Eselon 1',
    output: 'Disposisi Laporan Instansi',
    limit: minutes,
    decisions: {
      receive: { to: [7] },
      // reading 5: also receives
      respond: { to: [7], text: 'required' },
      recall: { to: [4, 2], ...recall },
      ...words,
    },
  },
  7: {
    step: 7,
    holder: 'echelon1',
    name: 'Verifikasi kewenangan oleh Admin Eselon 1',
    output: 'Disposisi Laporan Unit Eselon 1',
    limit: minutes,
    decisions: {
      accept: { to: [8, 9], office: 'tolerated' },
      dispose: { to: [9], office: 'required', reason: 'optional' },
      return: { to: [4], reason: 'required' },
      respond,
      'request-completion': requestCompletion,
      correct,
      recall: { to: [4, 2], ...recall },
      ...words,
    },
  },
  8: {
    step: 8,
    holder: 'echelon1',
    name: 'Tindak lanjut oleh Admin Eselon 1',
    output: 'Jawaban/Tindak Lanjut Substantif',
    limit: threeDays,
    decisions: {
      answer: { to: [11], text: 'required' },
      // reading 6
      dispose: { to: [9], office: 'required', reason: 'optional' },
      respond,
      'request-completion': requestCompletion,
      correct,
      extend,
      recall: { to: [4, 2], ...recall },
      ...words,
    },
  },
  9: {
    step: 9,
    holder: 'upt',
    name: 'Penerimaan laporan oleh Admin UPT',
    output: 'Disposisi Laporan Unit Eselon 1',
    limit: minutes,
    decisions: {
      receive: { to: [10] },
      // reading 9
      return: { to: [7], reason: 'required' },
      respond: { ...respond, by: 'echelon1' },
      recall: { to: [7, 4, 2], ...recall },
      ...words,
    },
  },
  10: {
    step: 10,
    holder: 'upt',
    name: 'Tindak lanjut oleh Admin UPT',
    output: 'Jawaban/Tindak Lanjut Substantif',
    limit: minutes,
    decisions: {
      answer: { to: [11], text: 'required' },
      return: { to: [7], reason: 'required' },
      respond: { ...respond, by: 'echelon1' },
      'request-completion': requestCompletion,
      correct,
      extend,
      recall: { to: [7, 4, 2], ...recall },
      ...words,
    },
  },
  // reading 12
  11: {
    step: 11,
    holder: 'system',
    name: 'Laporan selesai, menunggu penutupan sistem',
    output: 'Laporan selesai/ditutup sistem',
    limit: { workingDays: 10 },
    limitEnds: 'closed',
    decisions: {
      respond: { ...respond, by: 'answering' },
      reply: { to: ['stays'], by: 'reporter', text: 'required' },
      // reading 23: to the office that answered, a later one to the office above it
      objection: { to: [8, 10, 7, 4], by: 'reporter', text: 'required' },
      confidentiality: words.confidentiality,
      confirmation: { to: ['closed'], by: 'reporter', text: 'optional' },
    },
  },
} as const satisfies Record<Step, Row>;

/** While the reporter completes the report the clock of its row stands still, and only this is open (readings 11, 20). */
export const waiting = {
  limit: { workingDays: 10 },
  limitEnds: 'withdrawn',
  decisions: {
    told: { to: ['stays'], text: 'required' },
    completion: { to: ['stays'], by: 'reporter', text: 'required' },
    respond: { ...respond, by: 'echelon1' },
    ...words,
  },
} as const satisfies Pick<Row, 'limit' | 'limitEnds' | 'decisions'>;

/** Where the office of each level decides about a report: there a return, a recall or an objection upward lands. */
export const decidingRow = { national: 2, agency: 4, echelon1: 7 } as const;

/** The rows in their order. */
export const rows: readonly Row[] = Object.values(procedure);

/** What the procedure knows at a row; while the reporter completes the report, only that. */
export function decisionsAt(step: Step, completing = false): Decisions {
  return completing ? waiting.decisions : procedure[step].decisions;
}

/** A decision wherever it is open, or at one row. */
export function rulesOf(action: Action, step?: Step): Move[] {
  const places: readonly { decisions: Decisions }[] = step ? [procedure[step], waiting] : [...rows, waiting];
  return places.flatMap(({ decisions }) => decisions[action] ?? []);
}
