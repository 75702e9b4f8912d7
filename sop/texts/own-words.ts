// reading 33: what an address that nobody confirmed is told: the number and what happened, in our words alone.
import type { Message } from '../notices/notices.ts';
import { told } from '../notices/told.ts';
import { happenedToFollowed } from '../notices/letter/followed-words.ts';
import type { Words } from './language.ts';

/** What an attachment is called for who may not know what it came as (reading 14), without its ending. */
export function fileNameOf(id: string): string {
  return `lampiran-${id.slice(0, 8)}`;
}

/** `follower`: of a report in the register. */
export type ReaderKind = 'reporter' | 'follower' | 'officer' | 'office';

/** Of what a reporter's address is told once they gave another one. */
export const partingKind = 'address-changed';

const withdrawalKind = 'withdrawal';
const confirmedKind = 'address-confirmed';
/** The mail with a code for another access key (decision 51); the code is put in as it is sent. */
export const keyCodeKind = 'key-code';
const keyChangedKind = 'key-changed';
const virusKind = 'virus-found';

/** By the kind of notification: to the reporter. */
const happened: Record<string, Words> = {
  receipt: {
    id: 'Laporan Anda sudah kami terima dan diteruskan untuk diverifikasi.',
    en: 'We received your report and passed it on to be verified.',
  },
  'first-response': {
    id: 'Ada respon awal atas laporan Anda.',
    en: 'There is a first response (respon awal) to your report.',
  },
  answer: { id: 'Laporan Anda sudah dijawab.', en: 'Your report has been answered.' },
  'completion-request': {
    id: 'Kami memerlukan kelengkapan dari Anda agar laporan dapat dilanjutkan.',
    en: 'We need something more from you, so that the report can go on.',
  },
  rejection: { id: 'Laporan Anda tidak dapat diproses.', en: 'Your report cannot be processed.' },
  repeated: {
    id: 'Ada laporan serupa yang digabungkan dengan laporan Anda.',
    en: 'A report like yours was joined to it.',
  },
  recall: {
    id: 'Laporan Anda ditarik kembali untuk diverifikasi ulang.',
    en: 'Your report was taken back to be verified again.',
  },
  correction: { id: 'Data laporan Anda diperbaiki.', en: 'What is known of your report was corrected.' },
  extension: {
    id: 'Batas waktu penanganan laporan Anda diperpanjang.',
    en: 'The time limit of your report was extended.',
  },
  question: {
    id: 'Kami punya pertanyaan tentang laporan Anda.',
    en: 'We have a question about your report.',
  },
  closing: { id: 'Laporan Anda sudah berakhir.', en: 'Your report has ended.' },
  'hand-over': {
    id: 'Laporan Anda diteruskan ke kantor lain.',
    en: 'Your report was passed on to another office.',
  },
  lateness: {
    id: 'Penanganan laporan Anda melewati batas waktu.',
    en: 'Your report is past a time limit.',
  },
  [virusKind]: {
    id: 'Satu berkas yang dilampirkan pada laporan Anda mengandung virus dan ditahan. Periksa perangkat Anda, lalu kirim berkas yang bersih.',
    en: 'A file that was attached to your report has a virus and is kept back. Check your device, then send a clean file.',
  },
  [withdrawalKind]: {
    id: 'Laporan diakhiri karena ditarik dengan kunci akses pelapor. Laporan baru dapat disampaikan kapan saja.',
    en: "The report has ended, as it was withdrawn by the reporter's access key. A new one can be filed at any time.",
  },
  [keyCodeKind]: {
    id: 'Kunci akses baru untuk laporan ini diminta di halaman Ikuti laporan. Masukkan kode ini di sana dalam 15 menit; kode berlaku satu kali. Bila bukan Anda yang memintanya, abaikan surel ini: tanpa kode ini tidak ada yang berubah. Jangan berikan kode ini kepada siapa pun, juga tidak kepada petugas.',
    en: 'A new access key for this report was asked for on the page that follows a report. Enter this code there within 15 minutes; it works once. If it was not you who asked, leave this e-mail alone: without the code nothing changes. Give the code to nobody, not even to an officer.',
  },
  [keyChangedKind]: {
    id: 'Kunci akses laporan ini diganti; kunci yang lama tidak berlaku lagi. Bila bukan Anda yang menggantinya, mintalah kunci baru di halaman Ikuti laporan dengan alamat surel ini, dan sampaikan kepada kantor yang menangani laporan.',
    en: 'The access key of this report was changed; the old one opens nothing any more. If it was not you who changed it, ask for a new one on the page that follows a report, with this e-mail address, and tell the office that handles the report.',
  },
  [partingKind]: {
    id: 'Alamat surel untuk laporan ini diganti dengan kunci akses pelapor. Kabar berikutnya tidak lagi dikirim ke alamat ini. Bila bukan Anda yang menggantinya, sampaikan kepada kantor yang menangani laporan.',
    en: "The e-mail address of this report was changed by the reporter's access key. Further news is not sent to this address any more. If it was not you who changed it, tell the office that handles the report.",
  },
  'confirm-address': {
    id: 'Alamat surel ini dicantumkan pada laporan tersebut dan belum dikonfirmasi.',
    en: 'This e-mail address was given with that report, and is not confirmed yet.',
  },
  [confirmedKind]: {
    id: 'Alamat surel ini sudah dikonfirmasi; kabar berikutnya kami kirim lengkap ke sini.',
    en: 'This e-mail address is confirmed now; further news is sent here in full.',
  },
};

/** To an officer, or an office's box. */
const toOfficer = {
  confirm: {
    id: 'Alamat ini didaftarkan untuk menerima pemberitahuan petugas.',
    en: 'This address was given to get the notices of an officer.',
  },
  other: {
    id: 'Ada pemberitahuan baru untuk Anda di Tuntas; isinya ada di dalam aplikasi.',
    en: 'There is a new notice for you in Tuntas; what it says stands in the application.',
  },
} satisfies Record<string, Words>;

const confirmSubject: Words = {
  id: 'Konfirmasi alamat surel Anda',
  en: 'Confirm your e-mail address',
};

const subjectsToReporter: Record<string, Words> = {
  receipt: { id: 'Laporan Anda diterima', en: 'We received your report' },
  [keyCodeKind]: { id: 'Kode untuk kunci akses baru', en: 'Code for a new access key' },
  [keyChangedKind]: {
    id: 'Kunci akses laporan Anda diganti',
    en: 'The access key of your report was changed',
  },
};

/** Without title, name or text of anybody. `number` null: an officer's notice that speaks of no one report. */
export function ownWordsOf(kind: string, number: string | null, is: ReaderKind) {
  const of = ({ id, en }: Words): Words =>
    number === null ? { id, en } : { id: `${id}: ${number}`, en: `${en}: ${number}` };
  if (is === 'follower') {
    const subject =
      kind === 'follow-confirm'
        ? { id: 'Konfirmasi: ikuti laporan', en: 'Please confirm that you follow report' }
        : { id: 'Kabar tentang laporan yang Anda ikuti:', en: 'News of the report that you follow:' };
    return {
      subject: { id: `${subject.id} ${number ?? ''}`, en: `${subject.en} ${number ?? ''}` },
      ...told(happenedToFollowed[kind] ?? { id: 'Ada kabar baru.', en: 'There is news.' }),
    };
  }
  if (is !== 'reporter') {
    const isConfirming = kind === 'confirm-address';
    return {
      subject: of(
        isConfirming ? confirmSubject : { id: 'Pemberitahuan baru di Tuntas', en: 'A new notice in Tuntas' },
      ),
      ...told(isConfirming ? toOfficer.confirm : toOfficer.other),
    };
  }
  const subject = subjectsToReporter[kind] ?? { id: 'Kabar tentang laporan Anda', en: 'News of your report' };
  return {
    subject: { id: `${subject.id}: ${number ?? ''}`, en: `${subject.en}: ${number ?? ''}` },
    ...told(
      happened[kind] ?? {
        id: 'Ada kabar baru tentang laporan Anda.',
        en: 'There is news of your report.',
      },
    ),
  };
}

/** What goes to whoever was named as the reporter before anybody has read the report, by nobody's doing but the sender's. */
export const alwaysInOwnWords = (kind: string) =>
  kind === 'receipt' ||
  kind === withdrawalKind ||
  kind === 'confirm-address' ||
  kind === confirmedKind ||
  kind === partingKind ||
  kind === keyCodeKind ||
  kind === keyChangedKind;

/** Whether the mail is one to keep: by its link one comes back to the report. */
export const isWayBack = (kind: string) => kind === 'receipt' || kind === confirmedKind;

/** A request for completion is never held back: the reporter's time may run. */
export const alwaysGoes = (kind: string) => kind === 'completion-request';

/** Asks for the press on the link in the mail; stands in an officer's in-app inbox too. */
export const confirmAddress = {
  toReporter: (number: string): Message => ({
    kind: 'confirm-address',
    subject: {
      id: `Konfirmasi alamat surel untuk laporan ${number}`,
      en: `Confirm the e-mail address of report ${number}`,
    },
    ...told({
      id: 'Tekan tautan konfirmasi dalam surel ini.',
      en: 'Press the link in this mail to confirm it.',
    }),
  }),
  toOfficer: (): Message => ({
    kind: 'confirm-address',
    subject: confirmSubject,
    ...told(
      {
        id: 'Alamat surel Anda untuk pemberitahuan diubah. Kami mengirim tautan konfirmasi ke alamat itu; sebelum ditekan, surel hanya mengabarkan bahwa ada pemberitahuan.',
        en: 'Your e-mail address for notices was changed. We sent it a link to confirm it; until that is pressed, mails only say that there is a notice.',
      },
      {
        id: 'Bila bukan Anda yang mengubahnya, beri tahu petugas operasional.',
        en: 'If it was not you who changed it, tell operations staff.',
      },
    ),
  }),
};

/** To the address that was the reporter's. */
export function addressChanged(number: string): Message {
  return inOwnWords(partingKind, number);
}

/** To the address that was just confirmed: the link to the report, which no mail before had (reading 33). */
export function addressConfirmed(number: string): Message {
  return inOwnWords(confirmedKind, number);
}

/** To the reporter of a report that was withdrawn (reading 20). */
export function withdrawnByKey(number: string): Message {
  return inOwnWords(withdrawalKind, number);
}

/** To the reporter's confirmed address, with the code as it is sent (decision 51). */
export function keyCode(number: string): Message {
  return inOwnWords(keyCodeKind, number);
}

/** To the reporter: another access key opens the report now. */
export function keyChanged(number: string): Message {
  return inOwnWords(keyChangedKind, number);
}

/** To the reporter, of a file of theirs that a virus scanner saw only later. */
export function fileInfected(number: string): Message {
  return inOwnWords(virusKind, number);
}

function inOwnWords(kind: string, number: string): Message {
  return { kind, ...ownWordsOf(kind, number, 'reporter') };
}

/** To who follows a report in the register, of what became of it, or to confirm the address. */
export function toRegisterFollower(
  what: 'confirm' | 'first-response' | 'hand-over' | 'lateness' | 'answer' | 'end',
  number: string,
): Message {
  const kind = `follow-${what}`;
  return { kind, ...ownWordsOf(kind, number, 'follower') };
}
