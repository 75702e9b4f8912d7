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

/** One report of a digest. */
export interface DigestLine {
  number: string;
  title: string;
  step: number;
  holder: string;
  about: 'late' | 'today' | 'waiting';
  /** The deadline in words, and how late. */
  when: string;
}

interface DigestFacts {
  date: string;
  office: string;
  own: DigestLine[];
  below: DigestLine[];
}

interface RecapFacts {
  /** `2026-11` */
  month: string;
  office: string;
  received: number;
  answered: number;
  ended: number;
  open: number;
  overdue: number;
  returns: number;
  row: string;
  firstResponse: string;
  whole: string;
}

const digestHeads = {
  late: 'Lewat tenggat',
  today: 'Jatuh tempo hari ini',
  waiting: 'Menunggu pelapor',
} as const;

function digestPart(title: string, lines: DigestLine[]): string {
  const parts = Object.entries(digestHeads).map(([kind, head]) => {
    const some = lines.filter((line) => line.about === kind);
    const items = some.map((l) => `- ${l.number} (baris ${l.step}, ${l.holder}): ${l.title}; ${l.when}`);
    return items.length > 0 ? [`${head} (${items.length}):`, ...items].join('\n') : '';
  });
  return lines.length > 0 ? [title, ...parts.filter(Boolean)].join('\n\n') : '';
}

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
  /** To the reporter of the report that another one repeats. */
  repeated: ({ number, title }: Pick<Facts, 'number' | 'title'>): Message => ({
    kind: 'repeated',
    subject: `Laporan serupa dengan ${number}`,
    body: paragraphs(
      `Laporan ${number}: ${title}`,
      'Ada laporan lain tentang hal yang sama. Laporan itu digabungkan dengan laporan Anda; penanganannya berlanjut pada laporan Anda.',
    ),
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
  digest: ({ date, office, own, below }: DigestFacts): Message => {
    const late = [...own, ...below].filter((line) => line.about === 'late').length;
    return {
      kind: 'digest',
      subject: `Ringkasan ${date}: ${late} lewat tenggat, ${own.length + below.length} perlu perhatian`,
      body: paragraphs(
        `${office}, ${date}`,
        digestPart('Dipegang kantor Anda', own),
        digestPart('Dipegang kantor di bawah Anda', below),
      ),
    };
  },
  recap: (f: RecapFacts): Message => ({
    kind: 'recap',
    subject: `Rekap ${f.month}: ${f.received} masuk, ${f.answered} dijawab`,
    body: paragraphs(
      `${f.office}, ${f.month}`,
      `Masuk ${f.received}, dijawab ${f.answered}, berakhir ${f.ended}. Masih terbuka ${f.open}, lewat tenggat ${f.overdue}, dikembalikan ${f.returns}.`,
      `Dalam batas: tahap ${f.row}, respon awal ${f.firstResponse}, keseluruhan ${f.whole}.`,
    ),
  }),
};
