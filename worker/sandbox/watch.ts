// Nothing that a workflow does without a pause may last for ever: a loop without end would hold up all others.
import vm from 'node:vm';
import type { WorkflowCreator } from '@temporalio/worker/lib/workflow/interface.js';

type Workflow = Awaited<ReturnType<WorkflowCreator['createWorkflow']>>;
type Task = Parameters<Workflow['activate']>[0];
type Completion = Awaited<ReturnType<Workflow['activate']>>;

let work: () => unknown = () => undefined;
Object.defineProperty(globalThis, 'workOfWorkflow', { value: () => work() });
const script = new vm.Script('workOfWorkflow()', { filename: 'workflow-sandbox' });

/**
 * Runs `call`, which is cut off after `ms`. A watch is a thread that Node begins and ends, so there is one round all calls
 * into the sandbox that a task makes; the SDK has one round each. Throws `ERR_SCRIPT_EXECUTION_TIMEOUT`.
 */
export function watched<T>(ms: number, call: () => T): T {
  work = call;
  return script.runInThisContext({ timeout: ms }) as T;
}

/** A workflow whose tasks are watched; one that is cut off has failed, and is tried again. */
export class Watched implements Workflow {
  private readonly workflow: Workflow;
  private readonly ms: number;
  private readonly failed: (error: unknown) => Completion;

  constructor(workflow: Workflow, ms: number, failed: (error: unknown) => Completion) {
    this.workflow = workflow;
    this.ms = ms;
    this.failed = failed;
  }

  async activate(task: Task): Promise<Completion> {
    try {
      // All of it happens before the first wait.
      return await watched(this.ms, () => this.workflow.activate(task));
    } catch (error) {
      return this.failed(error);
    }
  }

  getAndResetSinkCalls(): ReturnType<Workflow['getAndResetSinkCalls']> {
    return this.workflow.getAndResetSinkCalls();
  }

  dispose(): Promise<void> {
    return watched(this.ms, () => this.workflow.dispose());
  }
}
