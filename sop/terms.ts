// The procedure's nouns: levels, kinds, statuses, steps, actions, and the Indonesian words people read.

/** Offices in the order of the tree, from the national door down. */
export const levels = ['national', 'agency', 'echelon1', 'upt'] as const;
export type Level = (typeof levels)[number];

export const kinds = ['pengaduan', 'aspirasi', 'informasi'] as const;
export type Kind = (typeof kinds)[number];

export const statuses = [
  'received',
  'in-process',
  'awaiting-completion',
  'answered',
  'closed',
  'rejected',
  'withdrawn',
] as const;
export type Status = (typeof statuses)[number];

export const channels = ['web', 'sms', 'surat', 'tatap-muka', 'media-sosial', 'api'] as const;
export type Channel = (typeof channels)[number];

export const confidentialities = ['terbuka', 'anonim', 'rahasia'] as const;
export type Confidentiality = (typeof confidentialities)[number];

/** The SOP's rows 1–11. */
export type Step = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11;

/** What an office may do (the decisions route). */
export const officeActions = [
  'receive',
  'accept',
  'dispose',
  'return',
  'respond',
  'answer',
  'reject',
  'request-completion',
  'told',
] as const;
export type OfficeAction = (typeof officeActions)[number];

/** What the reporter may do (the replies route). */
export const reporterActions = ['reply', 'objection', 'confirmation', 'completion'] as const;
export type ReporterAction = (typeof reporterActions)[number];

export type Action = OfficeAction | ReporterAction;

export const statusNames: Record<Status, string> = {
  received: 'Diterima',
  'in-process': 'Sedang diproses',
  'awaiting-completion': 'Menunggu kelengkapan dari pelapor',
  answered: 'Selesai dijawab, menunggu penutupan',
  closed: 'Ditutup',
  rejected: 'Ditolak',
  withdrawn: 'Tidak dilengkapi',
};

/** True once nothing more can happen to the report. */
export function isEnd(status: Status): boolean {
  return status === 'closed' || status === 'rejected' || status === 'withdrawn';
}
