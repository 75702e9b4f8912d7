// What a mail says of its own, in both languages, besides what it tells.
import type { Words } from '../../texts/language.ts';
import type { ReaderKind } from '../../texts/own-words.ts';

export const ours = {
  footer: {
    id: 'Pesan ini dikirim otomatis oleh Tuntas, sistem pengelolaan pengaduan.',
    en: 'This message was sent by Tuntas, the system for complaints, by itself.',
  },
  notices: { id: 'pemberitahuan', en: 'notices' },
  openReport: { id: 'Buka laporan', en: 'Open the report' },
  openOversight: { id: 'Buka pengawasan', en: 'Open oversight' },
  confirm: { id: 'Konfirmasi alamat ini', en: 'Confirm this address' },
  rate: { id: 'Beri nilai', en: 'Rate it' },
  stop: { id: 'Berhenti mengikuti laporan ini', en: 'Follow this report no more' },
  // The key goes by no mail: whoever reads the mails of others reads no reports.
  wayBack: {
    id: 'Simpan surel ini: tautannya membawa Anda kembali ke halaman laporan. Di perangkat yang mengingat laporan ini, halaman itu langsung terbuka; di perangkat lain masukkan kunci akses dari tanda terima. Kunci tidak pernah kami kirim lewat surel.',
    en: 'Keep this mail: its link brings you back to the page of the report. On a device that remembers this report the page opens at once; on another one enter the access key from the receipt. We never send the key by e-mail.',
  },
  invitation: {
    id: 'Seberapa puas Anda dengan jawaban ini? Tautan penilaian berlaku satu kali, tanpa kunci akses; menilai tidak wajib.',
    en: 'How satisfied are you with this answer? The link to rate it works once, without the access key; nobody has to.',
  },
  // To an address that is not confirmed: what its link does, and that it may be left alone.
  toOffice: {
    id: 'Konfirmasikan alamat surel ini agar isi pemberitahuan dapat kami kirim.',
    en: 'Confirm this e-mail address, so that we can send what notices say.',
  },
  toReporter: {
    id: 'Bila laporan ini milik Anda, konfirmasikan alamat surel ini agar isi kabar dan tautan ke halaman laporan dapat kami kirim. Membaca laporan tetap memerlukan kunci akses.',
    en: 'If this report is yours, confirm this e-mail address, so that we can send what the news is and the link to the page of the report. To read the report still takes the access key.',
  },
  toFollower: {
    id: 'Bila Anda ingin dikabari tentang laporan itu, konfirmasikan alamat surel ini. Tanpa itu tidak ada kabar yang kami kirim.',
    en: 'If you wish to have news of that report, confirm this e-mail address. Without that we send none.',
  },
  leaveAlone: {
    id: 'Bila bukan Anda yang mencantumkannya, abaikan pesan ini.',
    en: 'If it was not you who gave it, leave this message alone.',
  },
} satisfies Record<string, Words>;

/** What the link to confirm an address is for, by whose it is. */
export const whyConfirm = {
  reporter: ours.toReporter,
  follower: ours.toFollower,
  officer: ours.toOffice,
  office: ours.toOffice,
} satisfies Record<ReaderKind, Words>;

/** Of a mail with a code for another access key; undefined: it is too old by now. */
export const codeWords = (code: string | undefined): Words =>
  code === undefined
    ? {
        id: 'Kodenya sudah lewat waktunya; mintalah lagi di halaman yang sama.',
        en: 'The code is too old by now; ask for another one on the same page.',
      }
    : { id: `Kode: ${spaced(code)}`, en: `Code: ${spaced(code)}` };

/** In two halves, to be read and typed. */
const spaced = (code: string) => `${code.slice(0, 4)} ${code.slice(4)}`;
