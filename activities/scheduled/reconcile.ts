// Holds open rows against open workflows: starts what was never started, reports what else differs.
import type { Sql } from '../../db/client.ts';
import { type Difference, noteReconciliation, openNumbers, rowsOf } from '../../db/queries/reconcile.ts';
import { markStarted, startInput, unstarted } from '../../db/queries/start-input.ts';
import type { Engine } from '../engine.ts';
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
  for (const number of rows) {
    if (running.has(number)) continue;
    const state = await engine.stateOf(number);
    const [now] = (await rowsOf(sql, [number])).values();
    if (state === 'running' || !now?.open) continue;
    differences.push({ number, what: state === 'missing' ? 'workflow-missing' : 'record-behind' });
  }
  const suspects = [...running].filter((number) => !rows.has(number));
  const known = await rowsOf(sql, suspects);
  for (const number of suspects) {
    if (known.get(number)?.open || (await engine.stateOf(number)) !== 'running') continue;
    differences.push({ number, what: known.has(number) ? 'row-ended' : 'row-missing' });
  }
  await noteReconciliation(sql, started, differences);
  return { started, differences };
}

async function startLeft(sql: Sql, engine: Engine): Promise<number> {
  let started = 0;
  for (const number of await unstarted(sql, unstartedAfterSeconds, batch)) {
    const input = await startInput(sql, number);
    if (!input) continue;
    if (await engine.start({ ...input, receivedAt: input.receivedAt.toISOString() })) started += 1;
    await markStarted(sql, number);
  }
  return started;
}
