// reading 26: when the reporter may say how satisfied they are.

export const scores = [1, 2, 3, 4, 5] as const;
export type Score = (typeof scores)[number];

/** After the end, in days of 24 hours. */
const daysAfterEnd = 30;
const dayMs = 86_400_000;

interface Rated {
  /** Of the last substantive answer; null: there is none. */
  answeredAt: Date | null;
  endedAt: Date | null;
}

/** Until when; null while the report has not ended. */
export function rateUntil({ endedAt }: Pick<Rated, 'endedAt'>): Date | null {
  return endedAt && new Date(endedAt.getTime() + daysAfterEnd * dayMs);
}

/** Whether a rating is taken at `now` (milliseconds): not before an answer, also while it is objected to, not for ever. */
export function ratingStands(rated: Rated, now: number): 'early' | 'open' | 'over' {
  if (rated.answeredAt === null) return 'early';
  const until = rateUntil(rated);
  return until === null || now < until.getTime() ? 'open' : 'over';
}
