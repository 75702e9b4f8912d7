// Why a decision is refused: stable codes with the HTTP status each one becomes and the Indonesian sentence people read.

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
