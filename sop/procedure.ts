// The page to hold beside the paper: SOP 1–11 as data. Who holds the report at each row, what may be decided there, where that leads and what it needs.
import type { Decisions, Move, Row } from './row.ts';
import type { Action, Status, Step } from './terms.ts';

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
/** reading 21: of this row only as a duplicate, of an original that must be named. */
const rejectDuplicate = { to: ['rejected'], reason: 'optional', duplicateOf: 'required' } as const;
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
      // readings 11, 21: of a duplicate the original says why
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
      reject: rejectDuplicate,
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
      reject: rejectDuplicate,
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

/**
 * Until a rejection is final the report is with no office, every limit stands still, and the reporter may object: it
 * comes back to the row where it was rejected (readings 21, 22).
 */
export const rejection = {
  limit: { workingDays: 10 },
  limitEnds: 'rejected',
  decisions: {
    message: words.message,
    objection: { to: [2, 4, 7], by: 'reporter', text: 'required' },
    confidentiality: words.confidentiality,
  },
} as const satisfies Pick<Row, 'limit' | 'limitEnds' | 'decisions'>;

/** Where the office of each level decides about a report: there a return, a recall or an objection upward lands. */
export const decidingRow = { national: 2, agency: 4, echelon1: 7 } as const;

/** The rows in their order. */
export const rows: readonly Row[] = Object.values(procedure);

/** What the procedure knows at a row; while the reporter completes the report, or may object to its rejection, only that. */
export function decisionsAt(step: Step, status?: Status): Decisions {
  if (status === 'awaiting-completion') return waiting.decisions;
  return status === 'rejected' ? rejection.decisions : procedure[step].decisions;
}

/** A decision wherever it is open, or at one row. */
export function rulesOf(action: Action, step?: Step): Move[] {
  const places: readonly { decisions: Decisions }[] = [
    ...(step ? [procedure[step]] : rows),
    waiting,
    rejection,
  ];
  return places.flatMap(({ decisions }) => decisions[action] ?? []);
}
