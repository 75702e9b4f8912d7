// What can go wrong, named: each code with its HTTP status and the Indonesian title that people read (RFC 9457).
import { refusals } from '../../sop/refusal.ts';
import type { Language, Words } from '../../sop/texts/language.ts';

const own = {
  'malformed-json': { status: 400, title: 'Isi permintaan bukan JSON yang sah' },
  'bad-request': { status: 400, title: 'Permintaan tidak dapat dibaca' },
  unauthenticated: { status: 401, title: 'Anda belum masuk, atau sesi Anda sudah berakhir' },
  'bad-credentials': { status: 401, title: 'Nama pengguna atau kata sandi salah' },
  csrf: { status: 403, title: 'Permintaan ini tidak membawa token CSRF sesi Anda; muat ulang halaman' },
  'second-factor-required': {
    status: 403,
    title: 'Sesi ini baru menunjukkan kata sandi; lanjutkan dengan faktor kedua',
  },
  'password-change-required': {
    status: 403,
    title: 'Ganti dulu kata sandi yang diberikan petugas operasional',
  },
  forbidden: { status: 403, title: 'Peran Anda tidak boleh melakukan ini' },
  'not-found': { status: 404, title: 'Tidak ditemukan' },
  'method-not-allowed': { status: 405, title: 'Alamat ini tidak menerima metode itu' },
  'request-timeout': { status: 408, title: 'Permintaan tidak selesai dikirim pada waktunya' },
  'key-already-shown': {
    status: 409,
    title: 'Laporan ini sudah terdaftar; kunci aksesnya sudah ditampilkan',
  },
  'rules-changed': { status: 409, title: 'Aturan ini sudah diubah orang lain sejak terakhir Anda lihat' },
  'draft-changed': { status: 409, title: 'Draf ini sudah diubah atau dikirim dari jendela lain' },
  'already-sent': { status: 409, title: 'Tidak ada lagi yang dapat ditahan: sudah dikirim' },
  'too-many-webhooks': { status: 409, title: 'Kantor Anda sudah memiliki 20 webhook' },
  'too-many-views': { status: 409, title: 'Sudah ada 50 tampilan; hapus yang tidak dipakai lagi' },
  'too-many-attachments': {
    status: 409,
    title: 'Lampiran Anda untuk laporan ini sudah mencapai batas, 20 berkas',
  },
  'wrong-offset': { status: 409, title: 'Berkas ini berlanjut dari tempat lain; lihat Upload-Offset' },
  'file-withheld': {
    status: 409,
    title:
      'Data tersembunyi berkas ini dapat mengenali pelapor dan tidak dapat dibersihkan; hanya yang boleh mengenal pelapor yang dapat membukanya',
  },
  'file-being-checked': {
    status: 409,
    title: 'Berkas ini sedang diperiksa dari virus; coba lagi sebentar',
  },
  'file-infected': {
    status: 409,
    title: 'Berkas ini mengandung virus dan tidak dapat dibuka siapa pun',
  },
  'too-many-references': { status: 409, title: 'Laporan ini sudah memiliki 50 nomor dari sistem lain' },
  'not-consulted': { status: 403, title: 'Pertanyaan ini bukan untuk atau dari kantor Anda' },
  'already-asked': { status: 409, title: 'Kantor ini sudah ditanya tentang laporan ini dan belum menjawab' },
  'consultation-over': { status: 409, title: 'Konsultasi ini sudah berakhir' },
  'username-taken': { status: 409, title: 'Nama pengguna ini sudah dipakai' },
  'second-eyes': {
    status: 403,
    title: 'Permintaan ini harus diputuskan petugas operasional lain',
  },
  'no-second-ops': {
    status: 409,
    title: 'Tidak ada petugas operasional kedua yang dapat menyetujuinya',
  },
  'request-over': { status: 409, title: 'Permintaan ini sudah diputuskan atau lewat waktunya' },
  'asker-gone': { status: 409, title: 'Yang meminta bukan petugas operasional lagi' },
  'account-changed': {
    status: 409,
    title: 'Akun ini sudah berubah sejak permintaan dibuat; tolak, lalu ajukan lagi',
  },
  'national-and-ops': {
    status: 409,
    title: 'Seorang petugas tidak dapat menjadi Admin Nasional sekaligus petugas operasional',
  },
  'own-account': {
    status: 409,
    title: 'Peran, status, dan kata sandi akun Anda sendiri tidak dapat diubah di sini',
  },
  'no-second-factor': { status: 409, title: 'Akun ini belum memiliki faktor kedua' },
  'no-passkeys-here': {
    status: 409,
    title: 'Passkey tidak dapat dipakai pada alamat ini; buka lewat alamat resminya',
  },
  'passkey-taken': { status: 409, title: 'Passkey ini sudah terdaftar' },
  'second-factor-needed': {
    status: 409,
    title: 'Akun ini wajib memiliki faktor kedua; tambahkan yang lain dulu',
  },
  'office-exists': { status: 409, title: 'Kode kantor ini sudah dipakai' },
  'category-exists': { status: 409, title: 'Kode atau nama ini sudah, atau pernah, dipakai kategori lain' },
  'office-in-use': { status: 409, title: 'Kantor ini belum dapat dinonaktifkan' },
  'office-ended': { status: 409, title: 'Kantor ini sudah berakhir atau sedang bergabung ke kantor lain' },
  'succession-running': { status: 409, title: 'Kantor lain sedang bergabung ke kantor ini' },
  'national-office': { status: 409, title: 'Kantor nasional harus tepat satu' },
  'no-address': { status: 409, title: 'Belum ada alamat surel' },
  'no-mail': { status: 409, title: 'Sistem ini tidak mengirim surel' },
  'already-confirmed': { status: 409, title: 'Alamat surel ini sudah dikonfirmasi' },
  'link-expired': { status: 410, title: 'Tautan ini tidak berlaku lagi' },
  'too-large': { status: 413, title: 'Isi permintaan terlalu besar' },
  'uri-too-long': { status: 414, title: 'Alamat permintaan terlalu panjang' },
  'unsupported-media-type': { status: 415, title: 'Jenis isi atau berkas ini tidak diterima' },
  'expectation-failed': { status: 417, title: 'Header Expect tidak dapat dipenuhi' },
  'invalid-fields': { status: 422, title: 'Ada isian yang kurang atau salah' },
  'reference-taken': { status: 422, title: 'Nomor dari sistem lain ini sudah tercantum' },
  'wrong-code': { status: 422, title: 'Kode ini salah, sudah dipakai, atau lewat waktunya' },
  locked: { status: 429, title: 'Terlalu banyak kata sandi salah; akun ini dikunci sementara' },
  'second-factor-locked': {
    status: 429,
    title: 'Terlalu banyak kode salah; faktor kedua akun ini dikunci sementara',
  },
  'too-many-requests': { status: 429, title: 'Terlalu banyak permintaan; coba lagi sebentar' },
  'headers-too-large': { status: 431, title: 'Alamat atau header permintaan terlalu panjang' },
  internal: { status: 500, title: 'Terjadi kesalahan pada sistem' },
  busy: {
    status: 503,
    title: 'Terlalu banyak yang datang sekaligus; tidak ada yang berubah, coba lagi sebentar',
  },
  'engine-away': { status: 503, title: 'Mesin alur kerja sedang tidak tersedia; tidak ada yang berubah' },
  'record-behind': { status: 503, title: 'Catatan laporan ini sedang menyusul; coba lagi sebentar' },
  'storage-away': {
    status: 503,
    title: 'Penyimpanan lampiran sedang tidak tersedia; tidak ada yang berubah',
  },
  'database-away': { status: 503, title: 'Basis data sedang tidak tersedia; tidak ada yang berubah' },
} as const;

export const problems = { ...refusals, ...own };
export type ProblemCode = keyof typeof problems;

interface FieldError {
  path: string;
  message: Words;
}

/** Thrown anywhere in the API; `errors.ts` makes the answer of it. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: ProblemCode;
  /** What there is to say beyond the title. */
  readonly detail: Words | undefined;
  /** Seconds, for 429 and 503. */
  readonly retryAfter: number | undefined;
  private readonly errors: readonly FieldError[];

  constructor(
    code: ProblemCode,
    options: { detail?: Words; errors?: readonly FieldError[]; retryAfter?: number; cause?: unknown } = {},
  ) {
    super(options.detail?.id ?? problems[code].title, { cause: options.cause });
    this.code = code;
    this.detail = options.detail;
    this.errors = options.errors ?? [];
    this.retryAfter = options.retryAfter;
  }

  /** What is wrong with which fields, as the caller reads it. */
  errorsIn(language: Language): { path: string; message: string }[] {
    return this.errors.map(({ path, message }) => ({ path, message: message[language] }));
  }
}

/** One field is missing or wrong. */
export function invalidField(path: string, message: Words): Problem {
  return new Problem('invalid-fields', { errors: [{ path, message }] });
}

/** Of an office that is named and is not there, has ended, or is inactive. */
export const noOffice: Words = { id: 'Bukan kantor yang aktif', en: 'Not an active office' };
export const noAgency: Words = { id: 'Bukan instansi yang dikenal', en: 'Not an agency that is known' };

/** Of what stands in the body and in the address, and is not the same. */
export const asInAddress = (value: string): Words => ({
  id: `Harus ${value}, seperti pada alamat`,
  en: `Must be ${value}, as in the address`,
});
