// A span for each SQL statement of a request or an activity: its text, never its parameters.
import { SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { watchStatements } from '../db/connection/watch-statements.ts';

/** Sweeps and probes, which are nobody's, leave no spans. */
export function traceStatements(): void {
  const tracer = trace.getTracer('tuntas-sql');
  watchStatements(() => {
    if (!trace.getActiveSpan()) return undefined;
    const attributes = { 'db.system.name': 'postgresql' };
    const span = tracer.startSpan('sql', { kind: SpanKind.CLIENT, attributes });
    return (text, error) => {
      const statement = text.trim().replaceAll(/\s+/g, ' ');
      span.updateName(statement.split(' ', 1)[0] ?? 'sql');
      span.setAttribute('db.query.text', statement);
      if (error !== undefined) {
        span.setStatus({ code: SpanStatusCode.ERROR });
        span.setAttribute('db.response.status_code', codeOf(error));
      }
      span.end();
    };
  });
}

/** The SQLSTATE, or what postgres.js or the network call it. */
function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}
