// Questions to other offices at the engine (reading 24): started, and told to look.
import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import {
  type ConsultationNews,
  consultationOptions,
  consultationSignals,
  consultationWorkflow,
} from '../workflows/messages.ts';
import { callEngine, startOnce, type Wire } from './calls.ts';

const callMs = 3_000;
/** Of all pages together. */
const listMs = 60_000;

export class Consultations {
  private readonly wire: Wire;

  constructor(wire: Wire) {
    this.wire = wire;
  }

  private get client(): Client {
    return this.wire.client;
  }

  /** Starts its workflow, unless one runs. Throws `EngineAway`. */
  start(id: string): Promise<boolean> {
    return startOnce(
      callEngine(this.client, callMs, () =>
        this.client.workflow.start(consultationWorkflow, consultationOptions(id)),
      ),
    );
  }

  /** `news`: what happened to it. False when none runs. Throws `EngineAway`. */
  async tell(id: string, news: ConsultationNews): Promise<boolean> {
    const signal = consultationSignals[news];
    try {
      await callEngine(this.client, callMs, () => this.client.workflow.getHandle(id).signal(signal));
      return true;
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return false;
      throw error;
    }
  }

  /** The ids of all that run, as visibility has them (it may lag by a second). Throws `EngineAway`. */
  async open(): Promise<Set<string>> {
    const query = `WorkflowType="${consultationWorkflow}" AND ExecutionStatus="Running"`;
    return callEngine(this.client, listMs, async () => {
      const ids = new Set<string>();
      for await (const { workflowId } of this.client.workflow.list({ query })) ids.add(workflowId);
      return ids;
    });
  }
}
