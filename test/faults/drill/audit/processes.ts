// The engine held against the record, as the reconciliation does it, and open deadlines against the rules in force.
import { Client, Connection } from '@temporalio/client';
import { reconcile } from '../../../../activities/scheduled/reconcile.ts';
import { openCodec, openKeyRing } from '../../../../codec/open.ts';
import type { Sql } from '../../../../db/connection/client.ts';
import { Engine } from '../../../../engine/engine.ts';
import { movesByOwnCalendar } from '../faults/batches.ts';
import type { World } from '../load/walk.ts';

/** What was started or mended only now was left behind, and no harm; a difference is. */
export async function auditProcesses(
  sql: Sql,
  world: World,
  address: string,
): Promise<{ startedLate: number; mendedLate: number }> {
  const connection = await Connection.connect({ address });
  try {
    const { dataConverter } = openCodec(await openKeyRing({}, sql));
    const engine = new Engine(new Client({ connection, dataConverter }));
    const { started, mended, differences } = await reconcile(sql, engine, { mailing: true });
    for (const one of differences) world.ledger.wrong({ what: 'out-of-step', detail: JSON.stringify(one) });
    const moves = await movesByOwnCalendar(world);
    if (moves > 0) world.ledger.wrong({ what: 'deadline-not-recomputed', detail: `${moves} of them` });
    return { startedLate: started, mendedLate: mended.length };
  } finally {
    await connection.close();
  }
}
