// What went through a part of the tree, of the reports received in a time: what two periods are compared by.
import type { Db } from '../../connection/client.ts';
import type { Figure } from '../facts.ts';
import { answerDays, type ClockFigure, judged, returnFigures, sumsOf, totals } from '../figures.ts';
import { ratingFigures } from '../beside.ts';
import { type Figures, type FigureScope, keptFigures } from '../kept.ts';

export interface Flow {
  received: number;
  /** Visits, within the row's limit or late. */
  row: ClockFigure;
  /** From receipt to the answer, days of 24 hours; null where nothing was answered. */
  medianDays: number | null;
  returned: number;
  reopenings: number;
  /** How many rated, and the sum of their stars. */
  ratings: { total: number; stars: number };
  /** Visits by office. */
  offices: ReadonlyMap<string, ClockFigure>;
}

const counted: readonly Figure[] = [
  'status',
  'visits-step',
  'visits-office',
  'answer-time',
  'returned',
  'reopened',
  'rating',
];

/** Of `scope`, in the snapshot of `tx`. */
export async function flowOf(tx: Db, scope: FigureScope): Promise<Flow> {
  const figures = await keptFigures(tx, scope, { only: counted });
  const ratings = ratingFigures(figures);
  const { total, reopenings } = totals(figures);
  const { median } = await answerDays(tx, scope, figures);
  return {
    received: total,
    row: judged(sumsOf(figures, 'visits-step')),
    medianDays: median,
    returned: returnFigures(figures).reduce((all, { count }) => all + count, 0),
    reopenings,
    ratings: {
      total: ratings.reduce((all, { count }) => all + count, 0),
      stars: ratings.reduce((all, { count, score }) => all + count * score, 0),
    },
    offices: visitsByOffice(figures),
  };
}

/** Of each office its visits, within the row's limit or late. */
export function visitsByOffice(figures: Figures): Map<string, ClockFigure> {
  const offices = new Map<string, ClockFigure>();
  for (const { key, n } of sumsOf(figures, 'visits-office')) {
    const [id = '', how] = key;
    const known = offices.get(id) ?? { within: 0, late: 0 };
    offices.set(id, { ...known, [how as 'within']: known[how as 'within'] + n });
  }
  return offices;
}
