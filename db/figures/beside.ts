// Figures beside the straight way, from the sums that are kept: how satisfied reporters are, and what offices did or met.
import type { BeyondFigure } from '../../sop/beside/beyond.ts';
import type { Kind } from '../../sop/terms.ts';
import { before, sumsOf } from './figures.ts';
import type { Figures } from './kept.ts';

export interface RatingFigure {
  /** Whose answer was in force. */
  officeId: string;
  kind: Kind;
  score: number;
  count: number;
}

/** How satisfied reporters are (reading 26): of each complaint in view the rating that counts, for the answers of its part of the tree. */
export function ratingFigures(figures: Figures): RatingFigure[] {
  return sumsOf(figures, 'rating')
    .map(({ key: [officeId = '', kind, score], n }) => ({
      officeId,
      kind: kind as Kind,
      score: Number(score),
      count: n,
    }))
    .toSorted((a, b) => before(a.officeId, b.officeId) || before(a.kind, b.kind) || a.score - b.score);
}

export interface BeyondCount {
  figure: BeyondFigure;
  /** Null: of all offices in view; a report that went so at two of them counts once. */
  officeId: string | null;
  count: number;
}

/** Reports in view, each once; with an office, what happened for its part of the tree. */
export function beyondCounts(figures: Figures): BeyondCount[] {
  return sumsOf(figures, 'beyond')
    .map(({ key: [figure, officeId = null], n }) => ({ figure: figure as BeyondFigure, officeId, count: n }))
    .toSorted((a, b) => before(a.figure, b.figure) || b.count - a.count || before(a.officeId, b.officeId));
}
