// The morning's digest, the week's brief and the month's recap, in words.
import type { Notice } from './notices.ts';
import { type Part, told } from './told.ts';

/** Late, due on the day, or waiting for the reporter. */
export const digestAbouts = ['late', 'today', 'waiting'] as const;
export type DigestAbout = (typeof digestAbouts)[number];

/** One report of a digest. */
export interface DigestLine {
  number: string;
  title: string;
  step: number;
  holder: string;
  about: DigestAbout;
  /** The deadline in words, and how late. */
  when: string;
}

/** What one or several offices hold that wants attention. */
export interface DigestPart {
  counts: Record<DigestAbout, number>;
  /** The first of each. */
  lines: DigestLine[];
}

interface DigestFacts {
  date: string;
  office: string;
  own: DigestPart;
  below: DigestPart;
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

const digestHeads: Record<DigestAbout, string> = {
  late: 'Lewat tenggat',
  today: 'Jatuh tempo hari ini',
  waiting: 'Menunggu pelapor',
};

function digestPart(title: string, { counts, lines }: DigestPart): (string | Part)[] {
  const parts = digestAbouts.flatMap((about) => {
    const count = counts[about];
    const some = lines.filter((line) => line.about === about);
    const list = some.map((l) => `${l.number} (baris ${l.step}, ${l.holder}): ${l.title}; ${l.when}`);
    const others = count - list.length;
    if (others > 0) list.push(list.length > 0 ? `dan ${others} laporan lain` : `${others} laporan`);
    return count > 0 ? [`${digestHeads[about]} (${count}):`, { list }] : [];
  });
  return parts.length > 0 ? [title, ...parts] : [];
}

interface BacklogFacts {
  came: number;
  /** Of those that came. */
  late: number;
  lateBelow: number;
}

/** To an office, of many reports. */
export const summaries = {
  /** Of a backlog that was filed at once. */
  backlog: ({ came, late, lateBelow }: BacklogFacts): Notice => ({
    kind: 'backlog',
    topic: 'arrival',
    subject:
      came > 0 ? `Laporan lama masuk: ${came} laporan` : `Laporan lama lewat tenggat: ${lateBelow} laporan`,
    ...told(
      came > 0 ? `${came} laporan lama dimasukkan dan kini dipegang kantor Anda.` : '',
      late > 0 ? `${late} di antaranya sudah lewat tenggat ketika dimasukkan.` : '',
      lateBelow > 0 ? `${lateBelow} laporan lama di kantor lain sudah lewat tenggat ketika dimasukkan.` : '',
    ),
  }),
  /** Of an office that ended: its reports are here now (reading 27). */
  succession: ({ office, moved }: { office: string; moved: number }): Notice => ({
    kind: 'succession',
    topic: 'arrival',
    subject: `${office} bergabung ke kantor Anda: ${moved} laporan`,
    ...told(
      `${office} bergabung ke kantor Anda.`,
      `${moved} laporan yang dipegang, dilewati, atau dijawabnya kini menjadi urusan kantor Anda; tenggatnya berjalan terus.`,
    ),
  }),
  digest: ({ date, office, own, below }: DigestFacts): Notice => {
    const all = [own, below].flatMap(({ counts }) => Object.values(counts)).reduce((sum, n) => sum + n, 0);
    const late = own.counts.late + below.counts.late;
    return {
      kind: 'digest',
      topic: 'digest',
      subject: `Ringkasan ${date}: ${late} lewat tenggat, ${all} perlu perhatian`,
      ...told(
        `${office}, ${date}`,
        ...digestPart('Dipegang kantor Anda', own),
        ...digestPart('Dipegang kantor di bawah Anda', below),
      ),
    };
  },
  recap: (f: RecapFacts): Notice => ({
    kind: 'recap',
    topic: 'recap',
    subject: `Rekap ${f.month}: ${f.received} masuk, ${f.answered} dijawab`,
    ...told(
      `${f.office}, ${f.month}`,
      `Masuk ${f.received}, dijawab ${f.answered}, berakhir ${f.ended}. Masih terbuka ${f.open}, lewat tenggat ${f.overdue}, dikembalikan ${f.returns}.`,
      `Dalam batas: langkah ${f.row}, respon awal ${f.firstResponse}, keseluruhan ${f.whole}.`,
    ),
  }),
};

export const weeklyKind = 'weekly';

/** Now, and at the same moment a week ago. */
interface Compared {
  now: number;
  before: number;
}

export interface WeeklyFacts {
  /** `YYYY-MM-DD` where the office is. */
  date: string;
  office: string;
  late: Compared;
  open: Compared;
  /** In the last seven days, and in the seven before. */
  received: Compared;
  dueToday: number;
  /** The row at which most is late; null: nothing is. */
  worstStep: number | null;
  /** The most late first. */
  offices: { name: string; late: Compared; held: number }[];
  /** How many more have or had late reports. */
  others: number;
  /** There is no office below it. */
  isOne: boolean;
}

/** E.g. `62 laporan terlambat, 26 di Kementerian Contoh, terbanyak di langkah 8; pekan lalu 41.` */
function sentence({ late, worstStep, offices: [most], isOne }: WeeklyFacts): string {
  const before = `pekan lalu ${late.before}.`;
  if (late.now === 0) return `Tidak ada laporan yang terlambat; ${before}`;
  const where = most && !isOne ? [`${most.late.now} di ${most.name}`] : [];
  const step = worstStep === null ? [] : [`terbanyak di langkah ${worstStep}`];
  return `${[`${late.now} laporan terlambat`, ...where, ...step].join(', ')}; ${before}`;
}

export function weekly(facts: WeeklyFacts): Notice {
  const { date, office, late, open, received, dueToday, offices, others, isOne } = facts;
  const list = offices.map(
    (one) => `${one.name}: ${one.late.now} terlambat (pekan lalu ${one.late.before}), ${one.held} dipegang`,
  );
  if (others > 0) list.push(`dan ${others} kantor lain`);
  const ranking =
    isOne || list.length === 0 ? [] : ['Kantor, yang paling banyak terlambat dahulu:', { list }];
  return {
    kind: weeklyKind,
    topic: 'weekly',
    subject: `Ringkasan pekan ${date}: ${late.now} terlambat, pekan lalu ${late.before}`,
    ...told(
      `${office}, ${date}`,
      sentence(facts),
      `Jatuh tempo hari ini ${dueToday}. Masih terbuka ${open.now}, pekan lalu ${open.before}. Masuk dalam 7 hari terakhir ${received.now}, 7 hari sebelumnya ${received.before}.`,
      ...ranking,
    ),
  };
}
