// Holds open rows against open workflows: starts what was never started, reports what else differs.
import type { Sql } from '../../db/connection/client.ts';
import { eachItem } from '../../db/each-item.ts';
import { type Difference, noteReconciliation, openNumbers, rowsOf } from '../../db/operations/reconcile.ts';
import { markStarted, NothingToStart, startInput, unstarted } from '../../db/complaints/start-input.ts';
import { type Engine, isEngineAway } from '../engine.ts';
import { recomputePassedOver } from '../recompute.ts';
import type { Reconciliation } from '../types.ts';

/** Younger ones are on their way. */
const unstartedAfterSeconds = 30;
const batch = 1_000;

/**
 * Starting is safe to mend: it happens once whatever happens. A lost workflow, or a record that differs from it, is
 * for people to look at (docs/runbook.md); visibility may lag, so each suspect is asked for directly.
 */
export async function reconcile(sql: Sql, engine: Engine): Promise<Reconciliation> {
  const started = await startLeft(sql, engine);
  const running = new Set<string>();
  for await (const number of engine.open()) running.add(number);
  const rows = new Set(await openNumbers(sql));
  const differences: Difference[] = [];
  const run = { job: 'reconcile', nameOf: (number: string) => number, isAway: isEngineAway } as const;
  const notRunning = [...rows].filter((number) => !running.has(number));
  await eachItem(sql, run, notRunning, async (number) => {
    const state = await engine.stateOf(number);
    const [now] = (await rowsOf(sql, [number])).values();
    if (state === 'running' || !now?.open) return;
    differences.push({ number, what: state === 'missing' ? 'workflow-missing' : 'record-behind' });
  });
  const suspects = [...running].filter((number) => !rows.has(number));
  const known = await rowsOf(sql, suspects);
  await eachItem(sql, run, suspects, async (number) => {
    if (known.get(number)?.open || (await engine.stateOf(number)) !== 'running') return;
    differences.push({ number, what: known.has(number) ? 'row-ended' : 'row-missing' });
  });
  await recomputePassedOver(sql, engine);
  await noteReconciliation(sql, started, differences);
  return { started, differences };
}

async function startLeft(sql: Sql, engine: Engine): Promise<number> {
  let started = 0;
  const left = await unstarted(sql, unstartedAfterSeconds, batch);
  const run = { job: 'start', nameOf: (number: string) => number, isAway: isEngineAway } as const;
  await eachItem(sql, run, left, async (number) => {
    const input = await startInput(sql, number);
    if (!input) throw new NothingToStart(number);
    if (await engine.start({ ...input, receivedAt: input.receivedAt.toISOString() })) started += 1;
    await markStarted(sql, number);
  });
  return started;
}
