// Medians and ninetieths of the figures: the sums say in which bucket each lies, an index which of its times it is.
import type { Db, Piece } from '../connection/client.ts';
import { involves, subtreeOf } from '../complaints/involved.ts';
import type { FigureScope, Sum } from './kept.ts';
import type { Received } from './span.ts';

export interface Quantiles {
  median: number | null;
  p90: number | null;
}

const parts = { median: 0.5, p90: 0.9 } as const;

/** Times that are counted by what they are of (a row, an office, or all one), and where the nth of one bucket is found. */
interface Times {
  of: 'step' | 'office' | 'answer';
  /** A query of `value`: the times of bucket `w.bucket` of `w.of`, in order. */
  inOrder: (db: Db, scope: FigureScope) => Piece;
}

const times: Record<Times['of'], Times['inOrder']> = {
  step: (db, scope) => db`
    select v.consumed_ms as value from visits v
    where v.step = w.of::smallint and figure_visit_bucket(v.consumed_ms) = w.bucket and ${isOwn(db, scope)}
    order by v.consumed_ms`,
  office: (db, scope) => db`
    select v.consumed_ms as value from visits v
    where v.office_id = w.of and figure_visit_bucket(v.consumed_ms) = w.bucket and ${isOwn(db, scope)}
    order by v.consumed_ms`,
  answer: (db, { officeId, ...period }) => db`
    select figure_answer_ms(c.received_at, c.answered_at) as value from complaints c
    where figure_answer_bucket(figure_answer_ms(c.received_at, c.answered_at)) = w.bucket
      and c.answered_at is not null and ${involves(db, officeId)} and ${isReceived(db, db`c.received_at`, period)}
    order by figure_answer_ms(c.received_at, c.answered_at)`,
};

/** Visit `v` counts in that scope. */
function isOwn(db: Db, { officeId, ...period }: FigureScope) {
  return db`v.office_id is not null and v.consumed_ms is not null and ${isReceived(db, db`v.reported_at`, period)}
    ${officeId === null ? db`` : db`and v.office_id in (select id from subtree)`}`;
}

function isReceived(db: Db, at: Piece, { from, to }: Received) {
  return db`true ${from === null ? db`` : db`and ${at} >= ${from}`} ${to === null ? db`` : db`and ${at} < ${to}`}`;
}

/**
 * Of each row or office, in milliseconds, between the two times where it lies between two, as `percentile_cont` has it.
 * `sums` are those of `scope`, in the same snapshot, each keyed by what it is of (but answers) and its bucket.
 */
export async function quantilesOf(
  db: Db,
  scope: FigureScope,
  of: Times['of'],
  sums: readonly Sum[],
): Promise<Map<string, Quantiles>> {
  const groups = new Map<string, Bucket[]>();
  for (const { key, n } of sums) {
    const [group = ''] = key.length > 1 ? key : [];
    groups.set(group, [...(groups.get(group) ?? []), { bucket: Number(key.at(-1)), n }]);
  }
  const sought = [...groups].flatMap(([group, buckets]) => {
    const sorted = buckets.toSorted((a, b) => a.bucket - b.bucket);
    const count = sorted.reduce((all, { n }) => all + n, 0);
    return Object.values(parts).map((part) => {
      const at = part * (count - 1);
      const low = { group, ...placeOf(Math.floor(at), sorted) };
      const high = { group, ...placeOf(Math.ceil(at), sorted) };
      return { low, high, between: at % 1 };
    });
  });
  // The next time stands beside the one before, unless that is the last of its bucket.
  const places = sought.flatMap(({ low, high }) => (high.bucket === low.bucket ? [low] : [low, high]));
  const found = (await valuesAt(db, scope, of, places)).values();
  const values = sought.map(({ low, high, between }) => {
    const [first = null, next = first] = found.next().value ?? [];
    const [last = null] =
      high.bucket === low.bucket ? [high.skip > low.skip ? next : first] : (found.next().value ?? []);
    return first === null || last === null ? null : first + between * (last - first);
  });
  return new Map(
    [...groups.keys()].map((group, i) => {
      const [median = null, p90 = null] = values.slice(i * 2, i * 2 + 2);
      return [group, { median, p90 }];
    }),
  );
}

interface Bucket {
  bucket: number;
  n: number;
}

/** In which bucket the nth is, from nought, and how many of it come before. */
function placeOf(nth: number, sorted: readonly Bucket[]): { bucket: number; skip: number } {
  let skip = nth;
  for (const { bucket, n } of sorted) {
    if (skip < n) return { bucket, skip };
    skip -= n;
  }
  throw new RangeError(`There is no time number ${nth}.`);
}

/** Of each place the time there, and the one after it in its bucket. */
async function valuesAt(
  db: Db,
  scope: FigureScope,
  of: Times['of'],
  places: readonly { group: string; bucket: number; skip: number }[],
): Promise<number[][]> {
  if (places.length === 0) return [];
  const rows = await db<{ values: number[] }[]>`
    with ${subtreeOf(db, scope.officeId)}
    select array(${times[of](db, scope)} offset w.skip limit 2) as values
    from unnest(${places.map(({ group }) => group)}::text[], ${places.map(({ bucket }) => bucket)}::int[],
      ${places.map(({ skip }) => skip)}::int[]) with ordinality w (of, bucket, skip, nth)
    order by w.nth`;
  return rows.map(({ values }) => values);
}
