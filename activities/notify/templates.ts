// Every text that is sent, in one place: Indonesian, in the SOP's words, without the reporter's identity.
import type { ClockName, RungKind } from '../../sop/clock.ts';

export interface Message {
  kind: string;
  subject: string;
  body: string;
}

/** What the texts may speak of. Times are words in the zone of the office concerned. */
export interface Facts {
  number: string;
  title: string;
  stepName: string;
  /** The office the text speaks of. */
  office: string;
  deadline: string;
  text: string;
  reason: string;
}

const clockWords: Record<ClockName, string> = {
  row: 'batas waktu tahap ini',
  firstResponse: 'batas respon awal',
  whole: 'batas penyelesaian keseluruhan',
  completion: 'batas kelengkapan',
};

const rungWords: Record<RungKind, (clock: string) => [subject: string, body: string]> = {
  warn: (clock) => ['Peringatan tenggat', `Mendekati ${clock}.`],
  breach: (clock) => ['Lewat tenggat', `Sudah melewati ${clock}.`],
  escalation: (clock) => ['Eskalasi', `Masih belum ditangani setelah melewati ${clock}.`],
  act: () => ['Ditutup sistem', 'Ditutup oleh sistem.'],
};

const about = ({ number, title }: Facts) => `Laporan ${number}: ${title}`;
const paragraphs = (...lines: string[]) => lines.filter(Boolean).join('\n\n');

/** To the reporter. */
export const toReporter = {
  filed: (f: Facts): Message => ({
    kind: 'receipt',
    subject: `Laporan Anda diterima: ${f.number}`,
    body: paragraphs(
      about(f),
      'Laporan Anda sudah kami terima dan diteruskan untuk diverifikasi.',
      'Simpan nomor laporan dan kunci akses Anda untuk mengikuti prosesnya.',
    ),
  }),
  responded: (f: Facts): Message => ({
    kind: 'first-response',
    subject: `Respon awal untuk laporan ${f.number}`,
    body: paragraphs(about(f), `${f.office} menyampaikan:`, f.text),
  }),
  answered: (f: Facts): Message => ({
    kind: 'answer',
    subject: `Jawaban atas laporan ${f.number}`,
    body: paragraphs(
      about(f),
      `${f.office} menjawab:`,
      f.text,
      `Anda dapat membalas, mengajukan keberatan, atau mengonfirmasi sampai ${f.deadline}. Setelah itu laporan ditutup oleh sistem.`,
    ),
  }),
  'completion-requested': (f: Facts): Message => ({
    kind: 'completion-request',
    subject: `Mohon lengkapi laporan ${f.number}`,
    body: paragraphs(
      about(f),
      `${f.office} memerlukan kelengkapan:`,
      f.reason,
      `Mohon dilengkapi paling lambat ${f.deadline}; tanpa kelengkapan, laporan dianggap tidak dilengkapi.`,
    ),
  }),
  rejected: (f: Facts): Message => ({
    kind: 'rejection',
    subject: `Laporan ${f.number} tidak dapat diproses`,
    body: paragraphs(about(f), 'Laporan Anda tidak dapat kami proses dengan alasan:', f.reason),
  }),
  closed: (f: Facts): Message => ({
    kind: 'closing',
    subject: `Laporan ${f.number} ditutup`,
    body: paragraphs(
      about(f),
      'Laporan ditutup oleh sistem karena tidak ada tanggapan dalam batas waktu. Terima kasih.',
    ),
  }),
  confirmed: (f: Facts): Message => ({
    kind: 'closing',
    subject: `Laporan ${f.number} ditutup`,
    body: paragraphs(about(f), 'Laporan ditutup sesuai konfirmasi Anda. Terima kasih.'),
  }),
  withdrawn: (f: Facts): Message => ({
    kind: 'closing',
    subject: `Laporan ${f.number} tidak dilengkapi`,
    body: paragraphs(
      about(f),
      'Laporan diakhiri karena tidak dilengkapi dalam batas waktu. Anda dapat menyampaikan laporan baru kapan saja.',
    ),
  }),
};

/** To an office. */
export const toOffice = {
  arrival: (f: Facts): Message => ({
    kind: 'arrival',
    subject: `Laporan masuk: ${f.number}`,
    body: paragraphs(about(f), `Tahap: ${f.stepName}.`, `Tenggat: ${f.deadline}.`),
  }),
  returned: (f: Facts): Message => ({
    kind: 'return',
    subject: `Laporan dikembalikan: ${f.number}`,
    body: paragraphs(
      about(f),
      `Dikembalikan oleh ${f.office} dengan alasan:`,
      f.reason,
      `Tenggat: ${f.deadline}.`,
    ),
  }),
  completed: (f: Facts): Message => ({
    kind: 'completion',
    subject: `Laporan sudah dilengkapi: ${f.number}`,
    body: paragraphs(about(f), 'Pelapor melengkapi:', f.text, `Tenggat: ${f.deadline}.`),
  }),
  replied: (f: Facts): Message => ({
    kind: 'reply',
    subject: `Balasan pelapor: ${f.number}`,
    body: paragraphs(about(f), 'Pelapor membalas:', f.text),
  }),
  objected: (f: Facts): Message => ({
    kind: 'objection',
    subject: `Keberatan pelapor: ${f.number}`,
    body: paragraphs(about(f), 'Pelapor berkeberatan:', f.text, `Tenggat: ${f.deadline}.`),
  }),
  alert: (f: Facts, clock: ClockName, rung: RungKind): Message => {
    const [subject, body] = rungWords[rung](clockWords[clock]);
    return {
      kind: `${rung}-${clock}`,
      subject: `${subject}: ${f.number}`,
      body: paragraphs(
        about(f),
        body,
        `Tahap: ${f.stepName}. Dipegang oleh ${f.office}.`,
        `Tenggat: ${f.deadline}.`,
      ),
    };
  },
};
