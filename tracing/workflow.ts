// Spans of workflows, made in their sandbox. In the bundle only while tracing is on; histories replay with and without it.
import { context, type Context } from '@opentelemetry/api';
import { defaultPayloadConverter, type Headers } from '@temporalio/common';
import {
  OpenTelemetryInboundInterceptor,
  OpenTelemetryInternalsInterceptor,
  OpenTelemetryOutboundInterceptor,
} from '@temporalio/interceptors-opentelemetry/lib/workflow/index.js';
import type {
  ActivityInput,
  LocalActivityInput,
  Next,
  QueryInput,
  SignalInput,
  UpdateInput,
  WorkflowExecuteInput,
  WorkflowInboundCallsInterceptor,
  WorkflowInterceptors,
  WorkflowOutboundCallsInterceptor,
} from '@temporalio/workflow';

/** A trace that cannot be read is none: the library would fail the workflow task, again and again. */
class ReadableHeaders implements WorkflowInboundCallsInterceptor {
  execute(input: WorkflowExecuteInput, next: Next<WorkflowInboundCallsInterceptor, 'execute'>) {
    return next(readable(input));
  }

  handleSignal(input: SignalInput, next: Next<WorkflowInboundCallsInterceptor, 'handleSignal'>) {
    return next(readable(input));
  }

  validateUpdate(input: UpdateInput, next: Next<WorkflowInboundCallsInterceptor, 'validateUpdate'>) {
    return next(readable(input));
  }

  handleUpdate(input: UpdateInput, next: Next<WorkflowInboundCallsInterceptor, 'handleUpdate'>) {
    return next(readable(input));
  }
}

function readable<T extends { headers: Headers }>(input: T): T {
  const headers = Object.entries(input.headers).filter(([, payload]) => isReadable(payload));
  return { ...input, headers: Object.fromEntries(headers) };
}

function isReadable(payload: Headers[string]): boolean {
  try {
    defaultPayloadConverter.fromPayload(payload);
    return true;
  } catch {
    return false;
  }
}

/** Queries only look. */
class Inbound extends OpenTelemetryInboundInterceptor {
  override handleQuery(
    input: QueryInput,
    next: Next<WorkflowInboundCallsInterceptor, 'handleQuery'>,
  ): Promise<unknown> {
    return next(input);
  }
}

/**
 * The main loop records what handlers decide, so that a record would stand in the trace of the filing. Here it comes
 * into the trace of the last decision that waits for it. Adds no wait of its own: the order of things stays.
 */
class RecordsOfDecisions implements WorkflowInboundCallsInterceptor, WorkflowOutboundCallsInterceptor {
  private readonly waiting: Context[] = [];

  handleUpdate(
    input: UpdateInput,
    next: Next<WorkflowInboundCallsInterceptor, 'handleUpdate'>,
  ): Promise<unknown> {
    const own = context.active();
    this.waiting.push(own);
    const done = next(input);
    const forget = () => {
      this.waiting.splice(this.waiting.indexOf(own), 1);
    };
    done.then(forget, forget);
    return done;
  }

  scheduleLocalActivity(
    input: LocalActivityInput,
    next: Next<WorkflowOutboundCallsInterceptor, 'scheduleLocalActivity'>,
  ): Promise<unknown> {
    return this.inDecision(() => next(input));
  }

  scheduleActivity(
    input: ActivityInput,
    next: Next<WorkflowOutboundCallsInterceptor, 'scheduleActivity'>,
  ): Promise<unknown> {
    return this.inDecision(() => next(input));
  }

  private inDecision<T>(call: () => T): T {
    const decision = this.waiting.at(-1);
    return decision ? context.with(decision, call) : call();
  }
}

export const interceptors = (): WorkflowInterceptors => {
  const records = new RecordsOfDecisions();
  return {
    inbound: [new ReadableHeaders(), new Inbound(), records],
    outbound: [records, new OpenTelemetryOutboundInterceptor()],
    internals: [new OpenTelemetryInternalsInterceptor()],
  };
};
