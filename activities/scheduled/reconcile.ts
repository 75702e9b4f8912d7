// Holds open rows against open workflows: starts what was never started, mends from the record what does not go with it, says what people decide; and clears up what is nobody's any more.
import type { Sql } from '../../db/connection/client.ts';
import { restartConsultations } from '../consultations/sweep-consultations.ts';
import { dropOldUploads } from '../../db/attachments/uploads.ts';
import { skipNumbersTaken } from '../../db/complaints/filing/file-complaint.ts';
import { dropOldDrafts } from '../../db/desk/drafts.ts';
import { outOfStep } from '../../db/operations/out-of-step.ts';
import {
  lastReconciliation,
  noteReconciliation,
  openRows,
  type OpenRow,
  type Reconciliation,
  rowsOf,
} from '../../db/operations/reconciliations.ts';
import { unfinishedSuccessions } from '../../db/offices/successions.ts';
import { unfinishedRecomputations } from '../../db/rules/recomputations.ts';
import { KeptRules } from '../../db/rules/kept-rules.ts';
import type { Engine } from '../../engine/engine.ts';
import type { Seen } from '../../engine/processes.ts';
import { Pace } from '../pace.ts';
import { mendAll } from '../mending/mend-all.ts';
import { recomputePassedOver } from '../recompute.ts';
import { succeedPassedOver } from '../succeed.ts';
import { startLeft } from '../start-left.ts';

/** Longer than visibility lags, and a reconciliation takes. */
const lagMs = 660_000;
/** Before the first reconciliation. */
const firstLookMs = 86_400_000;

/**
 * The record is the truth, so whatever can go on from it does (decision 47). Visibility may lag, so each suspect is asked
 * for directly.
 */
export async function reconcile(
  sql: Sql,
  engine: Engine,
  { pace = new Pace(), mailing = false }: { pace?: Pace; mailing?: boolean } = {},
): Promise<Reconciliation> {
  const { started, mended: noted } = await startLeft(sql, engine, { pace, mailing });
  const running = await engine.processes.open();
  const reset = await resetAmong(sql, engine, running);
  const suspects = new Set([...(await suspected(sql, running)), ...reset, ...(await outOfStep(sql, 'all'))]);
  const { mended, differences } = await mendAll(
    { sql, engine, mailing, keptRules: new KeptRules() },
    [...suspects],
    { pace, stop: new AbortController().signal },
  );
  const strangers = differences.filter(({ what }) => what === 'row-missing').map(({ number }) => number);
  await skipNumbersTaken(sql, strangers);
  await restartConsultations(sql, engine);
  await restartBatches(sql, engine);
  await recomputePassedOver(sql, engine);
  await succeedPassedOver(sql, engine);
  await dropOldDrafts(sql);
  await dropOldUploads(sql);
  const reconciliation = { started, mended: [...noted, ...mended], differences };
  await noteReconciliation(sql, reconciliation);
  return reconciliation;
}

/** What else runs under an id of its own and was lost: one that runs goes on. */
async function restartBatches(sql: Sql, engine: Engine): Promise<void> {
  for (const batch of await unfinishedRecomputations(sql)) await engine.startRecomputation(batch, 'lost');
  for (const batch of await unfinishedSuccessions(sql)) await engine.startSuccession(batch, 'lost');
  await engine.startCourier();
}

/** Those that run, and of which an earlier run was ended since the last time: a reset may look like its record from outside. */
async function resetAmong(
  sql: Sql,
  { processes }: Engine,
  running: ReadonlyMap<string, Seen>,
): Promise<string[]> {
  const { at } = await lastReconciliation(sql);
  const since = new Date((at?.getTime() ?? Date.now() - firstLookMs) - lagMs);
  return [...(await processes.stoppedSince(since))].filter((number) => running.has(number));
}

/** Whose row and workflow are not both open, or do not say the same. */
async function suspected(sql: Sql, running: ReadonlyMap<string, Seen>): Promise<string[]> {
  const rows = new Map((await openRows(sql)).map((row) => [row.number, row]));
  const known = await rowsOf(
    sql,
    [...running.keys()].filter((number) => !rows.has(number)),
  );
  // Of those that were begun meanwhile the row is open.
  const strangers = [...running.keys()].filter((number) => !rows.has(number) && !known.get(number)?.open);
  const lost = [...rows.values()].filter((row) => !isAlike(row, running.get(row.number)));
  return [...lost.map(({ number }) => number), ...strangers];
}

/** As far as visibility says; nothing that it does not say is held against it. */
function isAlike({ step, status, holderId }: OpenRow, seen: Seen | undefined): boolean {
  if (!seen) return false;
  if (seen.step === undefined || seen.status === undefined) return true;
  return seen.step === step && seen.status === status && (seen.officeId ?? null) === holderId;
}
