// The last door before the exporter: what is not listed here does not leave, whatever a library records.
import type { Context } from '@opentelemetry/api';
import type { ReadableSpan, Span, SpanProcessor } from '@opentelemetry/sdk-trace-node';

/** None holds a word of a person. Paths may (`?q=`), update ids and error messages too. */
const known = new Set([
  'http.request.method',
  'http.route',
  'http.response.status_code',
  'temporalWorkflowId',
  'temporalActivityId',
  'run_id',
  'workflowId',
  'runId',
  'workflowType',
  'db.system.name',
  'db.query.text',
  'db.response.status_code',
  'exception.type',
]);

export class Tidy implements SpanProcessor {
  private readonly next: SpanProcessor;

  constructor(next: SpanProcessor) {
    this.next = next;
  }

  onStart(span: Span, parent: Context): void {
    this.next.onStart(span, parent);
  }

  onEnd(span: ReadableSpan): void {
    this.next.onEnd(tidied(span));
  }

  forceFlush(): Promise<void> {
    return this.next.forceFlush();
  }

  shutdown(): Promise<void> {
    return this.next.shutdown();
  }
}

function tidied(span: ReadableSpan): ReadableSpan {
  const { attributes, events, status } = span;
  return Object.create(span, {
    attributes: { value: listed(attributes) },
    events: { value: events.map((event) => ({ ...event, attributes: listed(event.attributes ?? {}) })) },
    status: { value: { code: status.code } },
  }) as ReadableSpan;
}

function listed<T extends object>(attributes: T): Partial<T> {
  return Object.fromEntries(Object.entries(attributes).filter(([key]) => known.has(key))) as Partial<T>;
}
