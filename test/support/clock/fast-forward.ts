// Lets time pass for one workflow of a real server, which skips it wherever nothing runs.
import { randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';

/** What a server is started with to be able to. */
export const skipsTime = ['--dynamic-config-value', 'frontend.WorkflowTimeSkippingEnabled=true'];

/** Temporal's FastForwardPollingResult. */
const completed = 2;
const failed = 3;

/** Comes back when `days` have passed for it, and all that fell due meanwhile was done. */
export async function fastForward(client: Client, workflowId: string, days: number): Promise<void> {
  const { namespace } = client.options;
  const { workflowService } = client.connection;
  const workflowExecution = { workflowId };
  const id = randomUUID();
  const duration = msToTs(days * 86_400_000);
  await workflowService.updateWorkflowExecutionOptions({
    namespace,
    workflowExecution,
    workflowExecutionOptions: { timeSkippingConfig: { enabled: true, fastForwardConfig: { id, duration } } },
    updateMask: { paths: ['time_skipping_config'] },
  });
  for (;;) {
    const { fastForwardPollingResult, failedReason } =
      await workflowService.pollWorkflowExecutionTimeSkipping({
        namespace,
        workflowExecution,
        fastForwardId: id,
      });
    const result: number = fastForwardPollingResult;
    if (result === completed) return;
    if (result === failed) throw new Error(`${workflowId}: ${failedReason}`);
  }
}
