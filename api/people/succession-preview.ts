// What moves when an office joins another (reading 27): counted and listed, before anything does.
import type { Sql } from '../../db/connection/client.ts';
import { movesByRules } from '../../db/rules/moves.ts';
import { openCases } from '../../db/rules/recomputations.ts';
import { countHanging, type HangingPart, officesBelow } from '../../db/offices/successions.ts';
import { answeringOffice, type Case } from '../../sop/case.ts';
import type { Office } from '../../sop/offices.ts';
import type { Move } from '../../sop/recompute.ts';
import { isConcerned, succeed } from '../../sop/beside/succession.ts';
import type { Step } from '../../sop/terms.ts';

const page = 200;
/** What is listed; all are counted. */
const listed = 1_000;

type Way = 'held' | 'answered' | 'path';

interface Moving extends Record<HangingPart, number> {
  total: number;
  reports: ({ step: Step } & Record<Way, number>)[];
  offices: Pick<Office, 'id' | 'name'>[];
  deadlines: { total: number; moves: Move[] };
}

/** Counts through every open report, in pages, so that requests are answered meanwhile. */
export async function whatMoves(sql: Sql, officeId: string, successor: Office): Promise<Moving> {
  const movesNow = await movesByRules(sql);
  const rows = new Map<Step, Record<Way, number>>();
  const deadlines: Moving['deadlines'] = { total: 0, moves: [] };
  let total = 0;
  for await (const cases of openCases(sql, '', page)) {
    for (const c of cases.filter((one) => isConcerned(one, officeId))) {
      total += 1;
      const row = rows.get(c.step) ?? { held: 0, answered: 0, path: 0 };
      row[wayOf(c, officeId)] += 1;
      rows.set(c.step, row);
      const moves = ifReadable(() =>
        movesNow(succeed(c, { officeId, successor, why: '' }, new Date().toISOString()).next),
      );
      deadlines.total += moves.length;
      if (deadlines.moves.length < listed) deadlines.moves.push(...moves);
    }
  }
  return {
    total,
    reports: [...rows].sort(([a], [b]) => a - b).map(([step, row]) => ({ step, ...row })),
    ...(await countHanging(sql, officeId)),
    offices: await officesBelow(sql, officeId),
    deadlines: { ...deadlines, moves: deadlines.moves.slice(0, listed) },
  };
}

function wayOf(c: Case, officeId: string): Way {
  if (c.holder?.id === officeId) return 'held';
  return c.step === 11 && answeringOffice(c)?.id === officeId ? 'answered' : 'path';
}

/** One report that cannot be reckoned keeps no office from ending; the batch passes over it and says so. */
function ifReadable(reckon: () => Move[]): Move[] {
  try {
    return reckon();
  } catch {
    return [];
  }
}
