// Holds open rows against open workflows: starts what was never started, reports what else differs; and clears up what is nobody's any more.
import type { Sql } from '../../db/connection/client.ts';
import { restartConsultations } from '../consultations/sweep-consultations.ts';
import { dropOldDrafts } from '../../db/desk/drafts.ts';
import { eachItem } from '../each-item.ts';
import {
  type Difference,
  noteReconciliation,
  openNumbers,
  rowsOf,
} from '../../db/operations/reconciliations.ts';
import type { Engine } from '../../engine/engine.ts';
import type { Pace } from '../pace.ts';
import { recomputePassedOver } from '../recompute.ts';
import { succeedPassedOver } from '../succeed.ts';
import { startLeft } from '../start-left.ts';
import type { Reconciliation } from '../types.ts';

/**
 * Starting is safe to mend: it happens once whatever happens. A lost workflow, or a record that differs from it, is
 * for people to look at (docs/runbook.md); visibility may lag, so each suspect is asked for directly.
 */
export async function reconcile(sql: Sql, engine: Engine, pace?: Pace): Promise<Reconciliation> {
  const { started } = await startLeft(sql, engine, pace && { pace });
  const { complaints } = engine;
  const running = await complaints.open();
  const rows = new Set(await openNumbers(sql));
  const differences: Difference[] = [];
  const run = { job: 'reconcile', nameOf: (number: string) => number } as const;
  const notRunning = [...rows].filter((number) => !running.has(number));
  await eachItem(sql, run, notRunning, async (number) => {
    const state = await complaints.stateOf(number);
    const [now] = (await rowsOf(sql, [number])).values();
    if (state === 'running' || !now?.open) return;
    differences.push({ number, what: state === 'missing' ? 'workflow-missing' : 'record-behind' });
  });
  const suspects = [...running].filter((number) => !rows.has(number));
  const known = await rowsOf(sql, suspects);
  await eachItem(sql, run, suspects, async (number) => {
    if (known.get(number)?.open || (await complaints.stateOf(number)) !== 'running') return;
    differences.push({ number, what: known.has(number) ? 'row-ended' : 'row-missing' });
  });
  await restartConsultations(sql, engine);
  await recomputePassedOver(sql, engine);
  await succeedPassedOver(sql, engine);
  await dropOldDrafts(sql);
  await noteReconciliation(sql, started, differences);
  return { started, differences };
}
