// Server-sent events to one reader, who may be slower than what happens.
import { Readable } from 'node:stream';

/** In bytes; who has not read this much by the next news is cut off, and reads everything anew on coming back. */
const longestBacklog = 64 * 1024;
const reconnectMs = { least: 1_000, spread: 4_000 };

export class EventStream extends Readable {
  /** `ready` is what the first event says. */
  constructor(ready: object = {}) {
    super({ read: () => {} });
    // After a break not everybody comes back at once.
    const retry = Math.round(reconnectMs.least + Math.random() * reconnectMs.spread);
    this.push(`retry: ${retry}\nevent: ready\ndata: ${JSON.stringify(ready)}\n\n`);
  }

  /** Tells the news of one moment. Memory is bounded by what was left unread before, and these. */
  tell(news: readonly { event: 'complaint' | 'notification' | 'presence'; data: object }[]): void {
    this.write(news.map(({ event, data }) => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`).join(''));
  }

  /** A comment, so that whoever is between keeps the connection. */
  beat(): void {
    this.write(': beat\n\n');
  }

  /** The reader comes back by itself. */
  finish(): void {
    if (!this.destroyed && !this.readableEnded) this.push(null);
  }

  private write(text: string): void {
    if (this.destroyed || this.readableEnded || text === '') return;
    if (this.readableLength > longestBacklog) this.destroy();
    else this.push(text);
  }
}
