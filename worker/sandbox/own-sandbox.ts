// Where workflows run: in the SDK's sandbox, in this thread, in place of a thread of their own that holds all modules again.
import type vm from 'node:vm';
import { ReusableVMWorkflowCreator } from '@temporalio/worker/lib/workflow/reusable-vm.js';
import { ThreadedVMWorkflowCreator } from '@temporalio/worker/lib/workflow/threaded-vm.js';
import { traceCheaply, traceIn } from './origins.ts';
import { Watched, watched } from './watch.ts';

class Sandbox extends ReusableVMWorkflowCreator {
  /** How long one task may last. */
  patienceMs = 0;

  protected override injectGlobals(context: vm.Context): void {
    super.injectGlobals(context);
    traceIn(context);
  }

  override async createWorkflow(
    options: Parameters<ReusableVMWorkflowCreator['createWorkflow']>[0],
  ): Promise<Watched> {
    const { patienceMs } = this;
    const workflow = await watched(patienceMs, () => super.createWorkflow(options));
    const { runId } = options.info;
    return new Watched(workflow, patienceMs, (error) => {
      const { activator } = workflow as unknown as { activator: { errorToFailure(error: unknown): object } };
      return { runId, failed: { failure: activator.errorToFailure(error) } };
    });
  }
}

/**
 * From now on, for the workers of this process; of the SDK's version that package.json names, with one context for all
 * workflows of a worker (`reuseV8Context`, the default).
 */
export function useOwnSandbox(): void {
  ThreadedVMWorkflowCreator.create = async ({
    workflowBundle,
    isolateExecutionTimeoutMs,
    registeredActivityNames,
  }) => {
    traceCheaply();
    // Each task is watched as a whole: its calls need no watch of their own, of which the type does not know.
    const unwatched = undefined as unknown as number;
    const sandbox = await Sandbox.create(workflowBundle, unwatched, registeredActivityNames);
    sandbox.patienceMs = isolateExecutionTimeoutMs;
    return sandbox as unknown as ThreadedVMWorkflowCreator;
  };
}
