// The task queue as the engine sees it: who polls it, by which build, and what waits in it.
import type { Client } from '@temporalio/client';
import { taskQueue } from '../../workflows/messages.ts';

interface Poller {
  identity: string;
  /** Of its workflows; null: the engine does not say. */
  build: string | null;
  lastSeenAt: Date;
}

export interface Queue {
  /** Who asked for workflow tasks within the last minutes: one that died stays for a while. */
  pollers: Poller[];
  /** Tasks that nobody has taken yet; null: the engine does not count them. */
  waiting: number | null;
  /** Since when the oldest of them waits, in seconds. */
  waitsSeconds: number | null;
}

/** Temporal's TaskQueueType: of workflow tasks, of activities. */
const types = [1, 2] as const;

/** Of workflow tasks and activities together. To be called within a time. */
export async function lookAtQueue({ connection, options: { namespace } }: Client): Promise<Queue> {
  const [workflows, activities] = await Promise.all(
    types.map((taskQueueType) =>
      connection.workflowService.describeTaskQueue({
        namespace,
        taskQueue: { name: taskQueue },
        // The enum itself is of the package of protocols, which is nobody's here.
        // oxlint-disable-next-line typescript/no-unsafe-enum-assignment
        taskQueueType,
        reportStats: true,
      }),
    ),
  );
  const stats = [workflows, activities].flatMap((one) => one?.stats ?? []);
  const ages = stats.map(({ approximateBacklogAge: age }) => Number(age?.seconds ?? 0));
  return {
    pollers: (workflows?.pollers ?? []).map(({ identity, lastAccessTime, ...how }) => ({
      identity: identity ?? '',
      build: (how.deploymentOptions?.buildId || how.workerVersionCapabilities?.buildId) ?? null,
      lastSeenAt: new Date(Number(lastAccessTime?.seconds ?? 0) * 1_000),
    })),
    waiting:
      stats.length > 0
        ? stats.reduce((sum, { approximateBacklogCount: count }) => sum + Number(count ?? 0), 0)
        : null,
    waitsSeconds: stats.length > 0 ? Math.max(...ages) : null,
  };
}
