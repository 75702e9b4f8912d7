// What activities ask of the engine: signals to complaints, starts, what is open.
import {
  type Client,
  isGrpcServiceError,
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
} from '@temporalio/client';
import {
  type ComplaintInput,
  complaintWorkflow,
  recomputeOptions,
  recomputeSignal,
  recomputeWorkflow,
  startOptions,
} from '../workflows/messages.ts';

export class Engine {
  private readonly client: Client;

  constructor(client: Client) {
    this.client = client;
  }

  /** Tells a complaint that deadlines have moved; false when its workflow has ended. */
  async tellRecompute(number: string, why: string): Promise<boolean> {
    try {
      await this.client.workflow.getHandle(number).signal(recomputeSignal, why);
      return true;
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return false;
      throw error;
    }
  }

  /** Starts a complaint; false when it was started before. */
  async start(input: ComplaintInput): Promise<boolean> {
    try {
      await this.client.workflow.start(complaintWorkflow, startOptions(input));
      return true;
    } catch (error) {
      if (error instanceof WorkflowExecutionAlreadyStartedError) return false;
      throw error;
    }
  }

  /** Starts the batch that a change of the rules owes; a second start does nothing. */
  async startRecomputation(batch: { id: number; why: string }): Promise<void> {
    await this.client.workflow.start(recomputeWorkflow, recomputeOptions(batch)).catch((error: unknown) => {
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    });
  }

  /** What the engine itself says of a complaint's workflow, without visibility's lag. */
  async stateOf(number: string): Promise<'running' | 'ended' | 'missing'> {
    try {
      const { status } = await this.client.workflow.getHandle(number).describe();
      return status.name === 'RUNNING' ? 'running' : 'ended';
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return 'missing';
      throw error;
    }
  }

  /** The numbers of all complaints whose workflows are open, as visibility has them (it may lag by a second). */
  async *open(): AsyncGenerator<string> {
    const query = `WorkflowType="${complaintWorkflow}" AND ExecutionStatus="Running"`;
    for await (const { workflowId } of this.client.workflow.list({ query })) yield workflowId;
  }
}

/** Whether `error` says that the engine did not answer, rather than that it refused this one call. */
export function isEngineAway(error: unknown): boolean {
  const rpc = error instanceof Error && isGrpcServiceError(error.cause) ? error.cause : error;
  // gRPC: cancelled, deadline exceeded, resource exhausted, aborted, unavailable.
  return isGrpcServiceError(rpc) && [1, 4, 8, 10, 14].includes(rpc.code);
}
