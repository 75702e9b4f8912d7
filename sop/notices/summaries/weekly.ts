// The week's brief for superiors, in words.
import type { Step } from '../../terms.ts';
import { clockWords, rowWords } from '../../texts/en/terms.ts';
import { alike, type Words } from '../../texts/language.ts';
import type { Notice } from '../notices.ts';
import { told } from '../told.ts';

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
  /** The most late first. `ownDesk`: what the office itself holds, of an office with others below it. */
  offices: { name: string; ownDesk: boolean; late: Compared; held: number }[];
  /** How many more have or had late reports. */
  others: number;
  /** There is no office below it. */
  isOne: boolean;
  /** Of each limit that was judged. */
  clocks: { clock: 'row' | 'firstResponse' | 'whole'; within: number; late: number }[];
  /** The slowest first: office minutes that half of the stays took at most, and reports that were late. */
  slowSteps: { step: Step; medianMinutes: number; late: number }[];
}

const nameOf = ({ name, ownDesk }: WeeklyFacts['offices'][number]): Words =>
  ownDesk ? { id: `${name} (meja sendiri)`, en: `${name} (its own desk)` } : alike(name);

/** E.g. `62 laporan terlambat, 26 di Kementerian Contoh, terbanyak di langkah 8; pekan lalu 41.` */
function sentence({ late, worstStep, offices: [most], isOne }: WeeklyFacts): Words {
  const before: Words = { id: `pekan lalu ${late.before}.`, en: `a week ago ${late.before}.` };
  if (late.now === 0)
    return { id: `Tidak ada laporan yang terlambat; ${before.id}`, en: `No report is late; ${before.en}` };
  const all: Words[] = [{ id: `${late.now} laporan terlambat`, en: `${late.now} late reports` }];
  if (most && !isOne) {
    const { id, en } = nameOf(most);
    all.push({ id: `${most.late.now} di ${id}`, en: `${most.late.now} at ${en}` });
  }
  if (worstStep !== null)
    all.push({ id: `terbanyak di langkah ${worstStep}`, en: `most of them at step ${worstStep}` });
  return {
    id: `${all.map(({ id }) => id).join(', ')}; ${before.id}`,
    en: `${all.map(({ en }) => en).join(', ')}; ${before.en}`,
  };
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function officeTime(minutes: number): Words {
  const [hours, rest] = [Math.floor(Math.round(minutes) / 60), Math.round(minutes) % 60];
  const both = (hour: string, minute: string) =>
    [
      ...(hours > 0 ? [`${hours} ${hour}`] : []),
      ...(rest > 0 || hours === 0 ? [`${rest} ${minute}`] : []),
    ].join(' ');
  return { id: `${both('jam', 'menit')} kerja`, en: `${both('h', 'min')} of office time` };
}

/** How much was within each limit, and the slowest steps; each with its heading, where there is any. */
function limitsAndSteps({ clocks, slowSteps }: WeeklyFacts): (Words | { list: Words[] })[] {
  const limits = clocks.map(({ clock, within, late }): Words => {
    const { id, en } = clockWords(clock);
    const share = Math.round((100 * within) / (within + late));
    return {
      id: `${capital(id)}: ${share} % terpenuhi, ${late} terlambat`,
      en: `${capital(en)}: ${share} % met, ${late} late`,
    };
  });
  const steps = slowSteps.map(({ step, medianMinutes, late }): Words => {
    const [name, time] = [rowWords(step), officeTime(medianMinutes)];
    return {
      id: `Langkah ${step}, ${name.id}: separuh selesai dalam ${time.id}, ${late} laporan terlambat`,
      en: `Step ${step}, ${name.en}: half took at most ${time.en}, ${late} reports were late`,
    };
  });
  return [
    ...(limits.length > 0 ? [{ id: 'Batas waktu:', en: 'Limits:' }, { list: limits }] : []),
    ...(steps.length > 0
      ? [{ id: 'Langkah, yang paling lambat dahulu:', en: 'Steps, the slowest first:' }, { list: steps }]
      : []),
  ];
}

export function weekly(facts: WeeklyFacts): Notice {
  const { date, office, late, open, received, dueToday, offices, others, isOne } = facts;
  const list = offices.map((one): Words => {
    const { id, en } = nameOf(one);
    return {
      id: `${id}: ${one.late.now} terlambat (pekan lalu ${one.late.before}), ${one.held} dipegang`,
      en: `${en}: ${one.late.now} late (a week ago ${one.late.before}), ${one.held} held`,
    };
  });
  if (others > 0) list.push({ id: `dan ${others} kantor lain`, en: `and ${others} other offices` });
  const ranking =
    isOne || list.length === 0
      ? []
      : [
          {
            id: 'Kantor, yang paling banyak terlambat dahulu:',
            en: 'Offices, those with most late reports first:',
          },
          { list },
        ];
  return {
    kind: weeklyKind,
    topic: 'weekly',
    subject: {
      id: `Ringkasan pekan ${date}: ${late.now} terlambat, pekan lalu ${late.before}`,
      en: `Brief of the week ${date}: ${late.now} late, a week ago ${late.before}`,
    },
    ...told(
      alike(`${office}, ${date}`),
      sentence(facts),
      {
        id: `Jatuh tempo hari ini ${dueToday}. Masih terbuka ${open.now}, pekan lalu ${open.before}. Masuk dalam 7 hari terakhir ${received.now}, 7 hari sebelumnya ${received.before}.`,
        en: `Due today ${dueToday}. Still open ${open.now}, a week ago ${open.before}. Came in within the last 7 days ${received.now}, in the 7 days before ${received.before}.`,
      },
      ...ranking,
      ...limitsAndSteps(facts),
      {
        id: 'Pekan demi pekan menurut kantor, dan dua halaman untuk dicetak, ada di halaman Pengawasan.',
        en: 'Week by week and office by office, and two pages to print: on the page Oversight.',
      },
    ),
  };
}
