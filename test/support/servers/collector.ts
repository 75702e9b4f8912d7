// A collector: takes OTLP over HTTP as any other does, keeps every span and the bytes that it came in.
import { createServer, type Server } from 'node:http';
import { parse } from 'protobufjs';

/** What we read of opentelemetry-proto's trace service. */
const { root } = parse(`
  syntax = "proto3";
  message Request { repeated ResourceSpans resource_spans = 1; }
  message ResourceSpans { Resource resource = 1; repeated ScopeSpans scope_spans = 2; }
  message Resource { repeated KeyValue attributes = 1; }
  message ScopeSpans { repeated Span spans = 2; }
  message Span {
    bytes trace_id = 1; bytes span_id = 2; bytes parent_span_id = 4; string name = 5; int32 kind = 6;
    repeated KeyValue attributes = 9;
  }
  message KeyValue { string key = 1; AnyValue value = 2; }
  message AnyValue { string string_value = 1; int64 int_value = 3; }
`);
const request = root.lookupType('Request');

interface KeyValue {
  key: string;
  value?: { stringValue?: string; intValue?: string };
}
interface Decoded {
  resourceSpans: {
    resource: { attributes: KeyValue[] };
    scopeSpans: {
      spans: {
        traceId: Uint8Array;
        spanId: Uint8Array;
        parentSpanId: Uint8Array;
        name: string;
        kind: number;
        attributes: KeyValue[];
      }[];
    }[];
  }[];
}

interface CollectedSpan {
  service: string;
  traceId: string;
  spanId: string;
  parentId: string;
  name: string;
  /** 2: server, 3: client. */
  kind: number;
  attributes: Record<string, string>;
}

export class Collector {
  readonly spans: CollectedSpan[] = [];
  /** Everything that was sent, as it came. */
  bytes = Buffer.alloc(0);
  private readonly server: Server;

  private constructor(server: Server) {
    this.server = server;
  }

  static async open(): Promise<Collector> {
    const server = createServer((message, answer) => {
      const parts: Buffer[] = [];
      message.on('data', (part: Buffer) => parts.push(part));
      message.on('end', () => {
        if (message.url === '/v1/traces') collector.take(Buffer.concat(parts));
        answer.writeHead(200, { 'content-type': 'application/x-protobuf' }).end();
      });
    });
    const collector = new Collector(server);
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    return collector;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as { port: number }).port}`;
  }

  /** From a span up through its parents, as far as they came: names, the span's own first. */
  wayUp(span: CollectedSpan): string[] {
    const parent = this.spans.find(({ spanId }) => spanId === span.parentId);
    return [span.name, ...(parent ? this.wayUp(parent) : [])];
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  private take(body: Buffer): void {
    this.bytes = Buffer.concat([this.bytes, body]);
    const decoded = request.toObject(request.decode(body), { longs: String, arrays: true, defaults: true });
    for (const { resource, scopeSpans } of (decoded as Decoded).resourceSpans) {
      const service = valuesOf(resource.attributes)['service.name'] ?? '';
      for (const { name, kind, ...span } of scopeSpans.flatMap(({ spans }) => spans)) {
        this.spans.push({
          service,
          traceId: hex(span.traceId),
          spanId: hex(span.spanId),
          parentId: hex(span.parentSpanId),
          name,
          kind,
          attributes: valuesOf(span.attributes),
        });
      }
    }
  }
}

function hex(id: Uint8Array): string {
  return Buffer.from(id).toString('hex');
}

function valuesOf(attributes: KeyValue[]): Record<string, string> {
  return Object.fromEntries(
    attributes.map(({ key, value }) => [key, value?.stringValue ?? value?.intValue ?? '']),
  );
}
