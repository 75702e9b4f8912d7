// What the reporter is sent.
import type { ClockName } from '../terms.ts';
import { about, type Facts, type Message } from './notices.ts';
import { ombudsman } from '../texts/ombudsman.ts';
import { withdrawnByKey } from '../texts/own-words.ts';
import { said, told } from './told.ts';

const completeBy = ({ deadline }: Facts) =>
  `Mohon dilengkapi paling lambat ${deadline}; tanpa kelengkapan, laporan dianggap tidak dilengkapi.`;

/** reading 22. */
const objectBy = ({ deadline }: Facts) =>
  `Bila Anda berkeberatan, ajukan pada halaman laporan paling lambat ${deadline}; laporan lalu diverifikasi ulang. Tanpa keberatan, penolakan menjadi tetap.`;

/** reading 21. */
const follows = ({ original }: Facts) => [
  `Laporan Anda mengikuti laporan ${original} tentang hal yang sama: respon awal, jawaban, dan akhirnya kami sampaikan kepada Anda.`,
  'Bila menurut Anda kedua laporan itu tidak sama, ajukan keberatan pada halaman laporan Anda; laporan lalu diverifikasi ulang.',
];

/** reading 23: of the last closing. */
const goOn = `Bila penyelesaian ini belum memuaskan, Anda dapat menyampaikannya kepada ${ombudsman}.`;

/** What was owed, and by when: of the limits that are told when they are missed. */
export const owed: Partial<Record<ClockName, (f: Facts) => string>> = {
  row: (f) => `Langkah berikutnya dari ${f.office} seharusnya selesai ${f.deadline}.`,
  firstResponse: (f) => `Respon awal dari ${f.office} seharusnya Anda terima ${f.deadline}.`,
  whole: (f) => `Jawaban atas laporan Anda seharusnya diberikan ${f.deadline}.`,
};

/** To a reporter who wished for it. */
export const onWish = {
  handedOver: (f: Facts, words: string): Message => ({
    kind: 'hand-over',
    subject: `Laporan ${f.number} diteruskan`,
    ...told(about(f), words),
  }),
  late: (f: Facts, what: string): Message => ({
    kind: 'lateness',
    subject: `Laporan ${f.number} melewati batas waktu`,
    ...told(
      about(f),
      what,
      'Kantor itu dan kantor di atasnya sudah diingatkan; penanganan laporan berjalan terus.',
    ),
  }),
};

/** To the reporter. */
export const toReporter = {
  filed: (f: Facts): Message => ({
    kind: 'receipt',
    subject: `Laporan Anda diterima: ${f.number}`,
    ...told(
      about(f),
      'Laporan Anda sudah kami terima dan diteruskan untuk diverifikasi.',
      'Simpan nomor laporan dan kunci akses Anda untuk mengikuti prosesnya.',
    ),
  }),
  responded: (f: Facts): Message => ({
    kind: 'first-response',
    subject: `Respon awal untuk laporan ${f.number}`,
    ...told(about(f), `${f.office} menyampaikan:`, said(f.text)),
  }),
  answered: (f: Facts): Message => ({
    kind: 'answer',
    subject: `Jawaban atas laporan ${f.number}`,
    ...told(
      about(f),
      `${f.office} menjawab:`,
      said(f.text),
      `Anda dapat membalas, mengajukan keberatan, atau mengonfirmasi sampai ${f.deadline}. Setelah itu laporan ditutup oleh sistem.`,
    ),
  }),
  'completion-requested': (f: Facts): Message => ({
    kind: 'completion-request',
    subject: `Mohon lengkapi laporan ${f.number}`,
    ...told(
      about(f),
      `${f.office} memerlukan kelengkapan:`,
      said(f.reason),
      f.untold
        ? 'Mohon dilengkapi. Batas waktunya baru berjalan setelah kantor mencatat bagaimana Anda diberi tahu.'
        : completeBy(f),
    ),
  }),
  told: (f: Facts): Message => ({
    kind: 'completion-request',
    subject: `Mohon lengkapi laporan ${f.number}`,
    ...told(about(f), `${f.office} mencatat bahwa Anda sudah diberi tahu.`, completeBy(f)),
  }),
  rejected: (f: Facts): Message => ({
    kind: 'rejection',
    subject: `Laporan ${f.number} tidak dapat diproses`,
    ...told(
      about(f),
      'Laporan Anda tidak dapat kami proses dengan alasan:',
      said(f.reason),
      ...(f.original ? follows(f) : [f.final ? 'Penolakan ini tetap.' : objectBy(f)]),
      f.final ? goOn : '',
    ),
  }),
  'rejection-final': (f: Facts): Message => ({
    kind: 'closing',
    subject: `Penolakan laporan ${f.number} menjadi tetap`,
    ...told(
      about(f),
      'Penolakan laporan ini menjadi tetap karena tidak ada keberatan dalam batas waktu.',
      goOn,
    ),
  }),
  followed: (f: Facts): Message => ({
    kind: 'original-moved',
    subject: `Laporan ${f.number} mengikuti laporan ${f.original}`,
    ...told(
      about(f),
      `Laporan yang Anda ikuti digabungkan dengan laporan ${f.original}. Sejak sekarang Anda diberi tahu perkembangan laporan itu.`,
    ),
  }),
  'original-ended': (f: Facts): Message => ({
    kind: 'original-end',
    subject: `Laporan yang Anda ikuti berakhir: ${f.original}`,
    ...told(about(f), `Laporan ${f.original}, yang Anda ikuti, sudah berakhir.`, objectBy(f)),
  }),
  /** To the reporter of the report that another one repeats. */
  repeated: ({ number, title }: Pick<Facts, 'number' | 'title'>): Message => ({
    kind: 'repeated',
    subject: `Laporan serupa dengan ${number}`,
    ...told(
      `Laporan ${number}: ${title}`,
      'Ada laporan lain tentang hal yang sama. Laporan itu digabungkan dengan laporan Anda; penanganannya berlanjut pada laporan Anda.',
    ),
  }),
  closed: (f: Facts): Message => ({
    kind: 'closing',
    subject: `Laporan ${f.number} ditutup`,
    ...told(
      about(f),
      'Laporan ditutup oleh sistem karena tidak ada tanggapan dalam batas waktu. Terima kasih.',
      f.lastWord ? goOn : '',
    ),
  }),
  confirmed: (f: Facts): Message => ({
    kind: 'closing',
    subject: `Laporan ${f.number} ditutup`,
    ...told(about(f), 'Laporan ditutup sesuai konfirmasi Anda. Terima kasih.'),
  }),
  withdrawn: (f: Facts): Message =>
    f.byReporter
      ? withdrawnByKey(f.number)
      : {
          kind: 'closing',
          subject: `Laporan ${f.number} tidak dilengkapi`,
          ...told(
            about(f),
            'Laporan diakhiri karena tidak dilengkapi dalam batas waktu. Anda dapat menyampaikan laporan baru kapan saja.',
          ),
        },
  recalled: (f: Facts): Message => ({
    kind: 'recall',
    subject: `Laporan ${f.number} ditangani ulang`,
    ...told(
      about(f),
      `Laporan Anda ditarik kembali oleh ${f.office} untuk diverifikasi ulang, dengan alasan:`,
      said(f.reason),
    ),
  }),
  corrected: (f: Facts): Message => ({
    kind: 'correction',
    subject: `Data laporan ${f.number} diperbaiki`,
    ...told(
      about(f),
      `${f.office} memperbaiki data laporan (${f.corrected.join(', ')}) dengan alasan:`,
      said(f.reason),
    ),
  }),
  extended: (f: Facts): Message => ({
    kind: 'extension',
    subject: `Batas waktu laporan ${f.number} diperpanjang`,
    ...told(
      about(f),
      `${f.office} memperpanjang batas waktu sampai ${f.deadline}, dengan alasan:`,
      said(f.reason),
    ),
  }),
  asked: (f: Facts): Message => ({
    kind: 'question',
    subject: `Pertanyaan tentang laporan ${f.number}`,
    ...told(
      about(f),
      `${f.office} bertanya:`,
      said(f.text),
      'Anda dapat menjawab dengan menulis pesan pada halaman laporan. Penanganan laporan berjalan terus.',
    ),
  }),
};
