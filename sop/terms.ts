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

/** From the one that hides least to the one that hides most (reading 14). */
export const confidentialities = ['terbuka', 'anonim', 'rahasia'] as const;
export type Confidentiality = (typeof confidentialities)[number];

/** Whether more people may see a report that is kept like `one` than like `other` (reading 14). */
export function hidesLess(one: Confidentiality, other: Confidentiality): boolean {
  return confidentialities.indexOf(one) < confidentialities.indexOf(other);
}

/** The SOP's rows 1–11. */
export type Step = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11;

/**
 * Minutes of office hours, working days ending at the close of the Nth, calendar days to the end of the Nth (reading 29),
 * or wall-clock seconds for drills.
 */
export type Limit =
  | { officeMinutes: number }
  | { workingDays: number }
  | { days: number }
  | { seconds: number };

/** What limits differ by: a report berkadar pengawasan has its own (reading 13). */
export const limitKinds = [...kinds, 'oversight'] as const;
export type LimitKind = (typeof limitKinds)[number];

/** A limit for every report, or by kind (reading 29). */
export type LimitByKind = Limit | ({ default: Limit } & { [K in LimitKind]?: Limit | undefined });

/** Respon awal: from the arrival at Eselon 1, as a bare limit says too, or from that at the agency (reading 29). */
export type FirstResponse = Limit | { limit: Limit; from: 'echelon1' | 'agency' };

export function firstResponseOf(written: FirstResponse): { limit: Limit; from: 'echelon1' | 'agency' } {
  return 'limit' in written ? written : { limit: written, from: 'echelon1' };
}

/** What a policy that does not say has: the time of a question (24), objections to the same office (23), requests in a stay (20). */
export const usual = {
  consultation: { workingDays: 2 },
  objectionsToSame: 1,
  completionsPerStay: 1,
} as const;

/** reading 32: letters that a substantive answer, and a first response, have at least. */
export type Letters = { answer: number; firstResponse: number };

/** What a policy that does not say asks for. */
export function lettersOf({ letters }: { letters?: Letters | undefined }): Letters {
  return letters ?? { answer: 30, firstResponse: 15 };
}

/** By which of them the text of a decision is measured; a further word at row 11 is neither, nor is any other text. */
export function measureOf(action: Action, step: Step | 0): keyof Letters | undefined {
  if (action === 'answer') return 'answer';
  return action === 'respond' && step !== 11 ? 'firstResponse' : undefined;
}

/** By what a report's limits differ. */
export function limitKindOf({ kind, oversight }: { kind: Kind; oversight: boolean }): LimitKind {
  return oversight ? 'oversight' : kind;
}

/** reading 29: that of the kind; of a pengaduan berkadar pengawasan, without one of its own, that of a pengaduan. */
export function limitForKind(limit: LimitByKind, kind?: LimitKind): Limit {
  if (!('default' in limit)) return limit;
  const own = kind && limit[kind];
  return own ?? (kind === 'oversight' ? limit.pengaduan : undefined) ?? limit.default;
}

/** reading 22: what the reporter has to object to a rejection; where the policy does not say, as long as after an answer (12). */
export function rejectionLimit({
  rejection,
  rows,
}: {
  rejection?: Limit | undefined;
  rows: Record<11, LimitByKind>;
}): Limit {
  return rejection ?? limitForKind(rows[11]);
}

/** Whether a decision asks for something. `tolerated`: taken when it is sent, asked for by no form. */
export type Need = 'required' | 'optional' | 'tolerated';

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
  'recall',
  'ask',
  'correct',
  'extend',
] as const;
export type OfficeAction = (typeof officeActions)[number];

/** What the reporter may do (the replies route). */
export const reporterActions = [
  'reply',
  'objection',
  'confirmation',
  'completion',
  'message',
  'withdrawal',
] as const;
export type ReporterAction = (typeof reporterActions)[number];

/** What is the reporter's to decide: what they say, and who may see the report (reading 19). */
export const reporterDecisions = [...reporterActions, 'confidentiality'] as const;

/** Every decision that anybody may take. */
export const actions = [...officeActions, ...reporterDecisions] as const;
export type Action = (typeof actions)[number];

/** What a status is called; a report that its reporter withdrew has a name of its own (reading 20). */
export type StatusName = Status | 'withdrawn-by-reporter';

/** `closedBy`: who ended it. */
export function statusNameOf({ status, closedBy }: { status: Status; closedBy?: string | null }): StatusName {
  return status === 'withdrawn' && closedBy === 'reporter' ? 'withdrawn-by-reporter' : status;
}

export const statusNames: Record<StatusName, string> = {
  received: 'Diterima',
  'in-process': 'Sedang diproses',
  'awaiting-completion': 'Menunggu kelengkapan dari pelapor',
  answered: 'Selesai dijawab, menunggu penutupan',
  closed: 'Ditutup',
  rejected: 'Ditolak',
  withdrawn: 'Tidak dilengkapi',
  'withdrawn-by-reporter': 'Ditarik pelapor',
};

/** What people read on the button. */
export const actionNames: Record<Action, string> = {
  receive: 'Terima',
  accept: 'Kewenangan kami',
  dispose: 'Disposisi',
  return: 'Kembalikan',
  respond: 'Respon awal',
  answer: 'Jawab',
  reject: 'Tolak',
  'request-completion': 'Minta kelengkapan',
  told: 'Catat pemberitahuan',
  recall: 'Tarik kembali',
  ask: 'Tanya pelapor',
  correct: 'Perbaiki data',
  extend: 'Perpanjang',
  reply: 'Balas',
  objection: 'Ajukan keberatan',
  confirmation: 'Konfirmasi',
  completion: 'Lengkapi',
  message: 'Tulis pesan',
  withdrawal: 'Tarik laporan',
  confidentiality: 'Ubah siapa yang boleh melihat',
};

/** What of a report may be put right, as people read it (reading 19). */
export const changeNames = {
  kind: 'jenis',
  oversight: 'kadar pengawasan',
  category: 'kategori',
  place: 'tempat kejadian',
  region: 'wilayah kejadian',
  happenedOn: 'tanggal kejadian',
  title: 'judul',
  confidentiality: 'kerahasiaan',
} as const;

/** Who acts, as people read it; of the system also as a holder. */
export const levelNames: Record<Level | 'system' | 'reporter', string> = {
  national: 'Admin Nasional',
  agency: 'Admin Instansi',
  echelon1: 'Admin Eselon 1',
  upt: 'Admin UPT',
  system: 'Sistem',
  reporter: 'Pelapor',
};

/** What a reporter may wish to be mailed besides what always goes: each hand-over, each limit that was missed. */
export const updates = ['hand-overs', 'lateness'] as const;
export type Update = (typeof updates)[number];

/**
 * `row`: the row's limit. `firstResponse`: reading 5. `whole`: reading 13. `completion`: reading 11, while the row's stands
 * still. `rejection`: readings 21 and 22, until the rejection is final.
 */
export const clockNames = ['row', 'firstResponse', 'whole', 'completion', 'rejection'] as const;
export type ClockName = (typeof clockNames)[number];

/** The limits by their names. */
export const clockTerms: Record<ClockName, string> = {
  row: 'batas langkah',
  firstResponse: 'batas respon awal',
  whole: 'batas keseluruhan',
  completion: 'batas kelengkapan',
  rejection: 'batas keberatan atas penolakan',
};

const endings = ['closed', 'rejected', 'withdrawn'] as const satisfies readonly Status[];
export type Ending = (typeof endings)[number];

/** True of the ways in which a report ends; one that was rejected may still be objected to (`isOver`). */
export function isEnd(status: Status): status is Ending {
  return (endings as readonly Status[]).includes(status);
}
