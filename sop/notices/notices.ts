// What every text that is sent is: in the SOP's words, Indonesian and English side by side, without the reporter's identity.
import type { Words } from '../texts/language.ts';
import type { Part } from './told.ts';

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

/** What an office or officer is told. */
export interface Notice extends Message {
  topic: Topic;
}

export interface Message {
  kind: string;
  subject: Words;
  /** The parts as one Indonesian text. */
  body: string;
  /** What a mail is made of, and the in-app inbox in English. */
  parts: Part[];
}

/** What the texts may speak of. Times are words in the zone of the office concerned. */
export interface Facts {
  number: string;
  title: string;
  stepName: Words;
  /** The office the text speaks of. */
  office: string;
  /** The office that holds the report now. */
  holder: string;
  deadline: Words;
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
  corrected: Words;
  /** Of an alert: the names of the offices it goes to. */
  told: readonly string[];
  text: string;
  reason: string;
}

export const aboutReport = ({ number, title }: { number: string; title: string }): Words => ({
  id: `Laporan ${number}: ${title}`,
  en: `Report ${number}: ${title}`,
});
