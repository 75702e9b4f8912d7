// Changes calendar or policy, lists the deadlines that move, and sees to their recomputation (readings 7, 16).
import type { Db, Sql } from '../../db/connection/client.ts';
import { movesByRules } from '../../db/rules/moves.ts';
import { lockRules, openCases, oweRecomputation } from '../../db/rules/recomputations.ts';
import type { Engine } from '../../engine/engine.ts';
import type { Move } from '../../sop/recompute.ts';
import type { User } from '../identity/session.ts';
import { ByOffice, type OfficeMoves } from './by-office.ts';

const page = 200;
/** What is listed; all are counted. */
const listed = 1_000;

export interface Changed {
  /** Undefined for a preview: nothing was changed. */
  recomputation: number | undefined;
  total: number;
  moves: Move[];
  /** Of all that move. */
  offices: OfficeMoves[];
}

/**
 * Applies `change` and owes its recomputation in one transaction; with `preview`, only lists what would move. Throws
 * what `change` throws; then nothing was changed.
 */
export async function changeRules(
  { sql, engine }: { sql: Sql; engine: Engine },
  request: { user: User; noted: boolean },
  { why, preview, change }: { why: string; preview: boolean; change: (tx: Db) => Promise<void> },
): Promise<Changed> {
  const undo = new Error('preview');
  let changed: Changed = { recomputation: undefined, total: 0, moves: [], offices: [] };
  try {
    await sql.begin(async (tx) => {
      await lockRules(tx);
      await change(tx);
      changed = { ...(await listMoves(tx)), recomputation: undefined };
      if (preview) throw undo;
      changed.recomputation = await oweRecomputation(tx, why, request.user.username);
    });
  } catch (error) {
    if (error !== undo) throw error;
  }
  request.noted = true;
  const { recomputation: id } = changed;
  // What cannot start now is started by the worker's sweep, which notes it as started too.
  if (id !== undefined) await engine.startRecomputation({ id, why }).catch(() => {});
  return changed;
}

/** What moves by the rules as the transaction sees them. Gives way between pages, so that requests are answered. */
async function listMoves(tx: Db): Promise<Omit<Changed, 'recomputation'>> {
  const movesNow = await movesByRules(tx);
  const moves: Move[] = [];
  const offices = new ByOffice(new Date().toISOString());
  let total = 0;
  for await (const cases of openCases(tx, '', page)) {
    for (const c of cases) {
      const own = ifReadable(() => movesNow(c));
      total += own.length;
      offices.add(c, own);
      if (moves.length < listed) moves.push(...own);
    }
  }
  return { total, moves: moves.slice(0, listed), offices: offices.list() };
}

/** One report that cannot be reckoned keeps nobody from a decree; the recomputation passes over it and says so. */
function ifReadable(reckon: () => Move[]): Move[] {
  try {
    return reckon();
  } catch {
    return [];
  }
}
