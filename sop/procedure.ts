// The page to hold beside the paper: SOP 1–11 as data. Who holds the report at each row, what may be decided there, where that leads and what it needs.
import type { Action, Ending, Level, Limit, Need, Step } from './terms.ts';

/** A decision as the procedure knows it. What it writes and moves is in `rows/`, one file an office level. */
export interface Move {
  /** The rows, or the end, that it may lead to; `stays`: on at the same row. */
  to: readonly (Step | Ending | 'stays')[];
  /** Whose it is: of the holder unless said. `answering`: the office that gave the answer. */
  by?: 'echelon1' | 'answering' | 'reporter';
  /** What it brings along, and whether it must. */
  office?: Need;
  reason?: Need;
  text?: Need;
  duplicateOf?: Need;
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

/** reading 5: respon awal, open until the answer. */
const respond = { to: ['stays'], text: 'required' } as const;
/** reading 11; `text`: how a reporter without a confirmed contact was told. */
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
    },
  },
  3: {
    step: 3,
    holder: 'agency',
    name: 'Penerimaan laporan oleh Admin Instansi',
    output: 'Disposisi Laporan Nasional',
    limit: minutes,
    decisions: { receive: { to: [4] } },
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
      // readings 8, 10
      return: { to: [2], reason: 'required' },
      'request-completion': requestCompletion,
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
      'request-completion': requestCompletion,
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
      objection: { to: [8, 10], by: 'reporter', text: 'required' },
      confirmation: { to: ['closed'], by: 'reporter', text: 'optional' },
    },
  },
} as const satisfies Record<Step, Row>;

/** While the reporter completes the report the clock of its row stands still, and only this is open (reading 11). */
export const waiting = {
  limit: { workingDays: 10 },
  limitEnds: 'withdrawn',
  decisions: {
    told: { to: ['stays'], text: 'required' },
    completion: { to: ['stays'], by: 'reporter', text: 'required' },
    respond: { ...respond, by: 'echelon1' },
  },
} as const satisfies Pick<Row, 'limit' | 'limitEnds' | 'decisions'>;

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
