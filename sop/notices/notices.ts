// What offices are sent, and what every text that is sent is: Indonesian, in the SOP's words, without the reporter's identity.
import { type ClockName, clockTerms } from '../terms.ts';
import type { RungKind } from '../time/clock.ts';
import { type Part, said, told } from './told.ts';

/** What an officer may choose to hear of, and how it is named to them. */
export const topics = {
  arrival: 'Laporan masuk atau dikembalikan',
  assigned: 'Laporan yang diserahkan kepada saya',
  mentioned: 'Catatan yang menyebut saya',
  reminder: 'Peringatan tenggat',
  late: 'Lewat tenggat dan eskalasi',
  reporter: 'Pesan, balasan, kelengkapan, dan keberatan pelapor',
  consultation: 'Konsultasi antarkantor',
  digest: 'Ringkasan pagi',
  recap: 'Rekap bulanan',
  weekly: 'Ringkasan pekanan bagi atasan (hanya bila surel dipilih)',
  webhook: 'Webhook yang dimatikan',
} as const;
export type Topic = keyof typeof topics;

/** So many numbers stand in a notice of many. */
const mostNamed = 20;

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
  /** The office that holds the report now. */
  holder: string;
  deadline: string;
  /** The reporter's time to complete does not run yet: nobody has recorded how they were told (reading 11). */
  untold: boolean;
  /** The reporter did it. */
  byReporter: boolean;
  /** The reporter has objected as often as one may (reading 23). */
  lastWord: boolean;
  /** It can't be objected to any more. */
  final: boolean;
  /** Of a duplicate: the report that it repeats (reading 21). */
  original: string;
  /** Of a correction: what was put right. */
  corrected: readonly string[];
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

export const about = ({ number, title }: Facts) => `Laporan ${number}: ${title}`;

/** To an office. */
export const toOffice = {
  arrival: (f: Facts): Notice => ({
    kind: 'arrival',
    topic: 'arrival',
    subject: `Laporan masuk: ${f.number}`,
    ...told(about(f), `Langkah: ${f.stepName}.`, `Tenggat: ${f.deadline}.`),
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
  /** reading 22: to the office above the one that rejected it, where it is again. */
  rejectionObjected: (f: Facts): Notice => ({
    kind: 'rejection-objection',
    topic: 'reporter',
    subject: `Keberatan atas penolakan: ${f.number}`,
    ...told(
      about(f),
      `Pelapor berkeberatan atas penolakan; laporan kembali ke ${f.holder} untuk diverifikasi ulang:`,
      said(f.text),
      `Tenggat: ${f.deadline}.`,
    ),
  }),
  messaged: (f: Facts): Notice => ({
    kind: 'message',
    topic: 'reporter',
    subject: `Pesan pelapor: ${f.number}`,
    ...told(about(f), 'Pelapor menulis:', said(f.text)),
  }),
  withdrawn: (f: Facts): Notice => ({
    kind: 'withdrawal',
    topic: 'reporter',
    subject: `Laporan ditarik pelapor: ${f.number}`,
    ...told(about(f), 'Pelapor menarik laporan ini; laporan berakhir.', said(f.text)),
  }),
  recalled: (f: Facts): Notice => ({
    kind: 'recall',
    topic: 'arrival',
    subject: `Laporan ditarik kembali: ${f.number}`,
    ...told(about(f), `Ditarik kembali oleh ${f.office} dengan alasan:`, said(f.reason)),
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
        `Langkah: ${f.stepName}. Dipegang oleh ${f.office}.`,
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
  mentioned: (number: string, title: string, by: string): Notice => ({
    kind: 'mentioned',
    topic: 'mentioned',
    subject: `Anda disebut: ${number}`,
    ...told(`Laporan ${number}: ${title}`, `${by} menyebut Anda dalam catatan internal laporan ini.`),
  }),
  /** `numbers`: all of them. */
  assignedMany: (numbers: readonly string[], by: string): Notice => ({
    kind: 'assigned',
    topic: 'assigned',
    subject: `Diserahkan kepada Anda: ${numbers.length} laporan`,
    ...told(
      `${by} menyerahkan ${numbers.length} laporan kepada Anda:`,
      numbers.slice(0, mostNamed).join(', ') + (numbers.length > mostNamed ? ', dan lainnya.' : '.'),
    ),
  }),
  /** To who wrote an answer or rejection that was not taken when its time came (decision 36). */
  unsent: (number: string, why: string): Notice => ({
    kind: 'unsent',
    topic: 'assigned',
    subject: `Tidak terkirim: ${number}`,
    ...told(
      `Yang Anda tulis untuk laporan ${number} tidak terkirim: ${why}.`,
      'Isinya tersimpan sebagai draf pada halaman laporan; periksa laporan, lalu kirim lagi.',
    ),
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
