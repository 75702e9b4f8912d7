// Reads server-sent events as a browser would, and keeps them.
import { setTimeout as sleep } from 'node:timers/promises';

interface Event {
  event: string;
  data: string;
  at: number;
}

export class EventReader {
  readonly status: number;
  readonly headers: Headers;
  readonly events: Event[] = [];
  comments = 0;
  ended = false;
  private readonly stop: AbortController;

  private constructor(response: Response, stop: AbortController) {
    this.status = response.status;
    this.headers = response.headers;
    this.stop = stop;
  }

  static async open(url: string, headers: Record<string, string>): Promise<EventReader> {
    const stop = new AbortController();
    const response = await fetch(url, { headers, signal: stop.signal });
    const reader = new EventReader(response, stop);
    if (response.status === 200 && response.body) void reader.read(response.body);
    else await response.body?.cancel();
    return reader;
  }

  /** The data of the first event of that name and data, within `ms`; undefined when it did not come. */
  async heard(event: string, data: object, ms = 2_000): Promise<Event | undefined> {
    return this.waitFor(
      () => this.events.find((one) => one.event === event && one.data === JSON.stringify(data)),
      ms,
    );
  }

  async waitFor<T>(look: () => T, ms: number): Promise<T> {
    for (const until = Date.now() + ms; !look() && Date.now() < until; ) await sleep(10);
    return look();
  }

  close(): void {
    this.stop.abort();
  }

  private async read(body: ReadableStream<Uint8Array>): Promise<void> {
    const decoder = new TextDecoder();
    let rest = '';
    try {
      for await (const part of body) {
        const blocks = (rest + decoder.decode(part, { stream: true })).split('\n\n');
        rest = blocks.pop() ?? '';
        for (const block of blocks) this.take(block);
      }
    } catch {
      // Cut off; what was heard stays.
    }
    this.ended = true;
  }

  private take(block: string): void {
    if (block.startsWith(':')) this.comments += 1;
    else {
      const fields = new Map(
        block
          .split('\n')
          .map((line): [string, string] => [
            line.slice(0, line.indexOf(':')),
            line.slice(line.indexOf(':') + 2),
          ]),
      );
      this.events.push({
        event: fields.get('event') ?? '',
        data: fields.get('data') ?? '',
        at: Date.now(),
      });
    }
  }
}
