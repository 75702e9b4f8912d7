// The morning's digest, the month's recap, and what an office is told of many reports at once, in words.
import { alike, type Words } from '../texts/language.ts';
import type { Notice } from './notices.ts';
import { told } from './told.ts';

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
  when: Words;
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

const digestHeads: Record<DigestAbout, Words> = {
  late: { id: 'Lewat tenggat', en: 'Past the deadline' },
  today: { id: 'Jatuh tempo hari ini', en: 'Due today' },
  waiting: { id: 'Menunggu pelapor', en: 'Waiting for the reporter' },
};

/** Of a line in the list: by how much the deadline was missed. */
export const lateBy = {
  workingDays: (n: number): Words => ({
    id: `terlambat ${n} hari kerja`,
    en: `late by ${counted(n, 'working day')}`,
  }),
  minutes: (n: number): Words => ({
    id: `terlambat ${n} menit kerja`,
    en: `late by ${counted(n, 'minute')} of office hours`,
  }),
};

function counted(n: number, unit: string): string {
  return `${n} ${unit}${n === 1 ? '' : 's'}`;
}

function lineOf({ number, title, step, holder, when }: DigestLine): Words {
  return {
    id: `${number} (baris ${step}, ${holder}): ${title}; ${when.id}`,
    en: `${number} (row ${step}, ${holder}): ${title}; ${when.en}`,
  };
}

function digestPart(title: Words, { counts, lines }: DigestPart): (Words | { list: Words[] })[] {
  const parts = digestAbouts.flatMap((about) => {
    const count = counts[about];
    const list = lines.filter((line) => line.about === about).map(lineOf);
    const others = count - list.length;
    const more: Words =
      list.length > 0
        ? { id: `dan ${others} laporan lain`, en: `and ${counted(others, 'other report')}` }
        : { id: `${others} laporan`, en: counted(others, 'report') };
    if (others > 0) list.push(more);
    const { id, en } = digestHeads[about];
    return count > 0 ? [{ id: `${id} (${count}):`, en: `${en} (${count}):` }, { list }] : [];
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
      came > 0
        ? { id: `Laporan lama masuk: ${came} laporan`, en: `Old reports have come in: ${came}` }
        : {
            id: `Laporan lama lewat tenggat: ${lateBelow} laporan`,
            en: `Old reports past their deadline: ${lateBelow}`,
          },
    ...told(
      came > 0
        ? {
            id: `${came} laporan lama dimasukkan dan kini dipegang kantor Anda.`,
            en: `${counted(came, 'old report')} came in, now held by your office.`,
          }
        : undefined,
      late > 0
        ? {
            id: `${late} di antaranya sudah lewat tenggat ketika dimasukkan.`,
            en: `Past the deadline when they came in: ${late}.`,
          }
        : undefined,
      lateBelow > 0
        ? {
            id: `${lateBelow} laporan lama di kantor lain sudah lewat tenggat ketika dimasukkan.`,
            en: `${counted(lateBelow, 'old report')} at other offices came in past the deadline.`,
          }
        : undefined,
    ),
  }),
  /** Of an office that ended: its reports are here now (reading 27). */
  succession: ({ office, moved }: { office: string; moved: number }): Notice => ({
    kind: 'succession',
    topic: 'arrival',
    subject: {
      id: `${office} bergabung ke kantor Anda: ${moved} laporan`,
      en: `${office} has joined your office: ${counted(moved, 'report')}`,
    },
    ...told(
      { id: `${office} bergabung ke kantor Anda.`, en: `${office} has joined your office.` },
      {
        id: `${moved} laporan yang dipegang, dilewati, atau dijawabnya kini menjadi urusan kantor Anda; tenggatnya berjalan terus.`,
        en: `${counted(moved, 'report')} that it held, passed on or answered are now your office's; their deadlines run on.`,
      },
    ),
  }),
  digest: ({ date, office, own, below }: DigestFacts): Notice => {
    const all = [own, below].flatMap(({ counts }) => Object.values(counts)).reduce((sum, n) => sum + n, 0);
    const late = own.counts.late + below.counts.late;
    return {
      kind: 'digest',
      topic: 'digest',
      subject: {
        id: `Ringkasan ${date}: ${late} lewat tenggat, ${all} perlu perhatian`,
        en: `Digest ${date}: ${late} past the deadline, ${all} to look at`,
      },
      ...told(
        alike(`${office}, ${date}`),
        ...digestPart({ id: 'Dipegang kantor Anda', en: 'Held by your office' }, own),
        ...digestPart({ id: 'Dipegang kantor di bawah Anda', en: 'Held by offices below yours' }, below),
      ),
    };
  },
  recap: (f: RecapFacts): Notice => ({
    kind: 'recap',
    topic: 'recap',
    subject: {
      id: `Rekap ${f.month}: ${f.received} masuk, ${f.answered} dijawab`,
      en: `Recap ${f.month}: ${f.received} came in, ${f.answered} answered`,
    },
    ...told(
      alike(`${f.office}, ${f.month}`),
      {
        id: `Masuk ${f.received}, dijawab ${f.answered}, berakhir ${f.ended}. Masih terbuka ${f.open}, lewat tenggat ${f.overdue}, dikembalikan ${f.returns}.`,
        en: `Came in ${f.received}, answered ${f.answered}, ended ${f.ended}. Still open ${f.open}, past the deadline ${f.overdue}, sent back ${f.returns}.`,
      },
      {
        id: `Dalam batas: langkah ${f.row}, respon awal ${f.firstResponse}, keseluruhan ${f.whole}.`,
        en: `Within the limit: steps ${f.row}, first response (respon awal) ${f.firstResponse}, the whole ${f.whole}.`,
      },
    ),
  }),
};
