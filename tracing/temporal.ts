// What crosses Temporal: starts, updates and signals from here; activities and workflow spans in a worker.
import type { Resource } from '@opentelemetry/resources';
import type { SpanProcessor } from '@opentelemetry/sdk-trace-node';
import type { Next, WorkflowClientInterceptor, WorkflowQueryInput } from '@temporalio/client';
import {
  makeWorkflowExporter,
  OpenTelemetryActivityInboundInterceptor,
  OpenTelemetryActivityOutboundInterceptor,
  OpenTelemetryWorkflowClientInterceptor,
} from '@temporalio/interceptors-opentelemetry';
import type { WorkerOptions } from '@temporalio/worker';

/** Runs for hours and looks at the database all the time. */
const untraced = 'deliverNotifications';

/** Queries only look; the readiness probe asks one every few seconds. */
class ClientInterceptor extends OpenTelemetryWorkflowClientInterceptor {
  override query(
    input: WorkflowQueryInput,
    next: Next<WorkflowClientInterceptor, 'query'>,
  ): Promise<unknown> {
    return next(input);
  }
}

export function clientInterceptor(): WorkflowClientInterceptor {
  return new ClientInterceptor();
}

/** Activities, and the way out for the spans of workflows, which are made in their sandbox (`workflow.ts`). */
export function workerTracing(
  processor: SpanProcessor,
  resource: Resource,
): Pick<WorkerOptions, 'interceptors' | 'sinks'> {
  return {
    interceptors: {
      activity: [
        (context) => {
          if (context.info.activityType === untraced) return {};
          return {
            inbound: new OpenTelemetryActivityInboundInterceptor(context),
            outbound: new OpenTelemetryActivityOutboundInterceptor(context),
          };
        },
      ],
    },
    sinks: { exporter: makeWorkflowExporter(processor, resource) },
  };
}
