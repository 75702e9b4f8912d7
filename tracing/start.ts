// OpenTelemetry traces, when an exporter is set; otherwise none of it is loaded.
import type { Settings } from '../settings/known.ts';
import type { Tracing } from './telemetry.ts';

type TracingSettings = Pick<
  Settings<'api'>,
  'OTEL_EXPORTER_OTLP_ENDPOINT' | 'OTEL_EXPORTER_OTLP_TRACES_ENDPOINT' | 'LOG_LEVEL'
>;

/** By the standard settings `OTEL_*`; undefined when no OTLP endpoint is set. `service` unless `OTEL_SERVICE_NAME`. */
export async function startTracing(service: string, settings: TracingSettings): Promise<Tracing | undefined> {
  const { OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_EXPORTER_OTLP_TRACES_ENDPOINT, LOG_LEVEL } = settings;
  if (!OTEL_EXPORTER_OTLP_ENDPOINT && !OTEL_EXPORTER_OTLP_TRACES_ENDPOINT) return undefined;
  const { openTelemetry } = await import('./telemetry.ts');
  return openTelemetry(service, LOG_LEVEL);
}
