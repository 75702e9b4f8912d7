// What one process traces, and where its spans go: by OTLP over HTTP, in batches, behind everybody's back.
import { setTimeout as sleep } from 'node:timers/promises';
import { diag, DiagLogLevel, trace } from '@opentelemetry/api';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import { envDetectorSync, Resource } from '@opentelemetry/resources';
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import type { WorkflowClientInterceptor } from '@temporalio/client';
import type { WorkerOptions } from '@temporalio/worker';
import type { FastifyPluginCallback } from 'fastify';
import { pino } from 'pino';
import { logStream } from './log-safely.ts';
import { traceRequests } from './requests.ts';
import { traceStatements } from './statements.ts';
import { clientInterceptor, workerTracing } from './temporal.ts';
import { Tidy } from './tidy.ts';

/** What the parts of a process take to be traced. */
export interface Tracing {
  /** For Fastify, before any route. */
  requests: FastifyPluginCallback;
  /** Of what runs now. */
  traceId: () => string | undefined;
  client: WorkflowClientInterceptor;
  worker: Pick<WorkerOptions, 'interceptors' | 'sinks'>;
  /** Sends what is left, for two seconds at most. */
  stop: () => Promise<void>;
}

const lastWordsMs = 2_000;

/** Traces this process from now on. A collector that is away costs nothing but the spans. */
export function openTelemetry(service: string, logLevel: string): Tracing {
  sayWhatFails(logLevel);
  const resource = new Resource({ 'service.name': service }).merge(envDetectorSync.detect());
  const processor = new Tidy(new BatchSpanProcessor(new OTLPTraceExporter()));
  const provider = new NodeTracerProvider({ resource, spanProcessors: [processor] });
  // Trace ids only: a caller's baggage would end up in the histories.
  provider.register({ propagator: new W3CTraceContextPropagator() });
  traceStatements();
  return {
    requests: traceRequests(),
    traceId: () => trace.getActiveSpan()?.spanContext().traceId,
    client: clientInterceptor(),
    worker: workerTracing(processor, provider.resource),
    stop: async () => {
      await Promise.race([provider.shutdown().catch(() => {}), sleep(lastWordsMs)]);
    },
  };
}

/** One line a minute at most while the collector is away. */
function sayWhatFails(level: string): void {
  const log = pino({ name: 'tracing', level }, logStream());
  let quietUntil = Number.NEGATIVE_INFINITY;
  const say = (message: string) => {
    if (performance.now() < quietUntil) return;
    quietUntil = performance.now() + 60_000;
    log.warn(message);
  };
  const nothing = () => {};
  diag.setLogger(
    { error: say, warn: say, info: nothing, debug: nothing, verbose: nothing },
    DiagLogLevel.WARN,
  );
}
