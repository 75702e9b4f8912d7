// Every text that is sent, in one place: Indonesian, in the SOP's words, without the reporter's identity.
import { type ClockName, clockTerms } from '../terms.ts';
import type { RungKind } from '../time/clock.ts';
import { type Part, said, told } from './told.ts';

/** What an officer may choose to hear of, and how it is named to them. */
export const topics = {
  arrival: 'Laporan masuk atau dikembalikan',
  assigned: 'Laporan yang diserahkan kepada saya',
  reminder: 'Peringatan tenggat',
  late: 'Lewat tenggat dan eskalasi',
  reporter: 'Balasan, kelengkapan, dan keberatan pelapor',
  digest: 'Ringkasan pagi',
  recap: 'Rekap bulanan',
  webhook: 'Webhook yang dimatikan',
} as const;
export type Topic = keyof typeof topics;

/** What an office or officer is told. */
export interface Notice extends Message {
  topic: Topic;
}

export interface Message {
  kind: string;
  subject: string;
  /** The parts as one text, for the in-app inbox. */
  body: string;
  /** What a mail is made of. */
  parts: Part[];
}

/** What the texts may speak of. Times are words in the zone of the office concerned. */
export interface Facts {
  number: string;
  title: string;
  stepName: string;
  /** The office the text speaks of. */
  office: string;
  deadline: string;
  /** The reporter's time to complete does not run yet: nobody has recorded how they were told (reading 11). */
  untold: boolean;
  /** Of an alert: the names of the offices it goes to. */
  told: readonly string[];
  text: string;
  reason: string;
}

const rungWords: Record<RungKind, (clock: string) => [subject: string, body: string]> = {
  warn: (clock) => [`Mendekati ${clock}`, `Mendekati ${clock}.`],
  breach: (clock) => [`Lewat ${clock}`, `Sudah melewati ${clock}.`],
  escalation: (clock) => [`Eskalasi, lewat ${clock}`, `Masih belum ditangani setelah melewati ${clock}.`],
  act: () => ['Ditutup sistem', 'Ditutup oleh sistem.'],
};

const about = ({ number, title }: Facts) => `Laporan ${number}: ${title}`;

const completeBy = ({ deadline }: Facts) =>
  `Mohon dilengkapi paling lambat ${deadline}; tanpa kelengkapan, laporan dianggap tidak dilengkapi.`;

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
    ...told(about(f), 'Laporan Anda tidak dapat kami proses dengan alasan:', said(f.reason)),
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
    ),
  }),
  confirmed: (f: Facts): Message => ({
    kind: 'closing',
    subject: `Laporan ${f.number} ditutup`,
    ...told(about(f), 'Laporan ditutup sesuai konfirmasi Anda. Terima kasih.'),
  }),
  withdrawn: (f: Facts): Message => ({
    kind: 'closing',
    subject: `Laporan ${f.number} tidak dilengkapi`,
    ...told(
      about(f),
      'Laporan diakhiri karena tidak dilengkapi dalam batas waktu. Anda dapat menyampaikan laporan baru kapan saja.',
    ),
  }),
};

/** To an office. */
export const toOffice = {
  arrival: (f: Facts): Notice => ({
    kind: 'arrival',
    topic: 'arrival',
    subject: `Laporan masuk: ${f.number}`,
    ...told(about(f), `Tahap: ${f.stepName}.`, `Tenggat: ${f.deadline}.`),
  }),
  returned: (f: Facts): Notice => ({
    kind: 'return',
    topic: 'arrival',
    subject: `Laporan dikembalikan: ${f.number}`,
    ...told(
      about(f),
      `Dikembalikan oleh ${f.office} dengan alasan:`,
      said(f.reason),
      `Tenggat: ${f.deadline}.`,
    ),
  }),
  completed: (f: Facts): Notice => ({
    kind: 'completion',
    topic: 'reporter',
    subject: `Laporan sudah dilengkapi: ${f.number}`,
    ...told(about(f), 'Pelapor melengkapi:', said(f.text), `Tenggat: ${f.deadline}.`),
  }),
  replied: (f: Facts): Notice => ({
    kind: 'reply',
    topic: 'reporter',
    subject: `Balasan pelapor: ${f.number}`,
    ...told(about(f), 'Pelapor membalas:', said(f.text)),
  }),
  objected: (f: Facts): Notice => ({
    kind: 'objection',
    topic: 'reporter',
    subject: `Keberatan pelapor: ${f.number}`,
    ...told(about(f), 'Pelapor berkeberatan:', said(f.text), `Tenggat: ${f.deadline}.`),
  }),
  alert: (f: Facts, clock: ClockName, rung: RungKind): Notice => {
    const [subject, body] = rungWords[rung](clockTerms[clock]);
    return {
      kind: `${rung}-${clock}`,
      topic: rung === 'warn' ? 'reminder' : 'late',
      subject: `${subject}: ${f.number}`,
      ...told(
        about(f),
        body,
        `Tahap: ${f.stepName}. Dipegang oleh ${f.office}.`,
        `Tenggat ${clockTerms[clock]}: ${f.deadline}.`,
        `Disampaikan kepada ${f.told.join(', ')}.`,
      ),
    };
  },
  assigned: (number: string, title: string, by: string): Notice => ({
    kind: 'assigned',
    topic: 'assigned',
    subject: `Diserahkan kepada Anda: ${number}`,
    ...told(`Laporan ${number}: ${title}`, `${by} menyerahkan laporan ini kepada Anda.`),
  }),
  webhookOff: (url: string, why: string): Notice => ({
    kind: 'webhook-off',
    topic: 'webhook',
    subject: 'Webhook dimatikan',
    ...told(
      `Webhook ke ${url} tidak dipanggil lagi: ${why}.`,
      'Periksa penerimanya, lalu nyalakan kembali; panggilan yang tertunda akan dikirim.',
    ),
  }),
};
