// A TCP line between two parts, with the toxics of toxiproxy: what they do to one line is set while it is used.
import { EventEmitter, once } from 'node:events';
import { createConnection, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** None: the line is as it is. */
export interface Toxics {
  /** Each part arrives so much later, and by chance up to `jitterMs` more, in the order in which it was sent. */
  latencyMs?: number;
  jitterMs?: number;
  /** So much goes through in a second, each way. */
  bandwidthKB?: number;
  /** Parts are cut into pieces of that many bytes, each `delayMs` after the one before. */
  slicer?: { bytes: number; delayMs: number };
  /** Nothing goes through, and nobody is told; `answers`: what is asked arrives, and its answer does not. It goes on afterwards. */
  timeout?: 'both' | 'answers';
  /** Each connection is reset so long after it was opened, or after this was set. */
  resetPeerMs?: number;
}

type Way = 'asked' | 'answered';

interface Joined {
  client: Socket;
  server: Socket;
}

/** Beyond so many bytes on their way, who sends is let wait. */
const mostOnItsWay = 1_000_000;

export class Link {
  private toxics: Toxics = {};
  private readonly listener: Server;
  private readonly joined = new Set<Joined>();
  private readonly target: number;
  /** Rung when the toxics change. */
  private readonly bell = new EventEmitter().setMaxListeners(0);

  private constructor(target: number) {
    this.target = target;
    // Each way ends by itself, as it does without us.
    this.listener = createServer({ allowHalfOpen: true }, (client) => this.join(client));
  }

  /** Before that port of this machine. */
  static async before(target: number): Promise<Link> {
    const link = new Link(target);
    link.listener.listen(0, '127.0.0.1');
    await once(link.listener, 'listening');
    return link;
  }

  get port(): number {
    return (this.listener.address() as { port: number }).port;
  }

  /** From now on, also for what is connected; nothing given, and it is as it was. */
  set(toxics: Toxics = {}): void {
    this.toxics = toxics;
    this.bell.emit('ring');
    for (const one of this.joined) this.resetLater(one);
  }

  async close(): Promise<void> {
    this.set();
    const closed = once(this.listener, 'close');
    this.listener.close();
    for (const one of this.joined) reset(one);
    await closed;
  }

  private join(client: Socket): void {
    const server = createConnection({ port: this.target, host: '127.0.0.1', allowHalfOpen: true });
    const one = { client, server };
    this.joined.add(one);
    for (const socket of [client, server]) {
      socket.setNoDelay(true);
      socket.on('error', () => reset(one));
      socket.once('close', () => {
        if (client.destroyed && server.destroyed) this.joined.delete(one);
      });
    }
    void this.carry(client, server, 'asked');
    void this.carry(server, client, 'answered');
    this.resetLater(one);
  }

  private resetLater(one: Joined): void {
    const { resetPeerMs } = this.toxics;
    if (resetPeerMs === undefined) return;
    const late = setTimeout(() => {
      if (this.toxics.resetPeerMs !== undefined) reset(one);
    }, resetPeerMs);
    late.unref();
  }

  /** One way of a connection. What comes waits in line, so that its order stays whatever is done to it. */
  private async carry(from: Socket, to: Socket, way: Way): Promise<void> {
    const line: { part: Buffer; at: number }[] = [];
    const bell = new EventEmitter();
    let onItsWay = 0;
    let ended = false;
    from.on('data', (part: Buffer) => {
      line.push({ part, at: performance.now() + this.late() });
      onItsWay += part.length;
      if (onItsWay > mostOnItsWay) from.pause();
      bell.emit('ring');
    });
    for (const event of ['end', 'close']) {
      from.once(event, () => {
        ended = true;
        bell.emit('ring');
      });
    }
    for (;;) {
      const next = line.shift();
      if (next) {
        const early = next.at - performance.now();
        if (early > 0) await sleep(early);
        await this.pass(next.part, to, way);
        onItsWay -= next.part.length;
        if (onItsWay <= mostOnItsWay) from.resume();
      } else if (ended) {
        to.end();
        return;
      } else await once(bell, 'ring');
    }
  }

  private late(): number {
    const { latencyMs = 0, jitterMs = 0 } = this.toxics;
    return latencyMs + jitterMs * Math.random();
  }

  private async pass(part: Buffer, to: Socket, way: Way): Promise<void> {
    while (this.isHeld(way) && !to.destroyed) await once(this.bell, 'ring');
    const { slicer, bandwidthKB } = this.toxics;
    const size = slicer?.bytes ?? part.length;
    for (let from = 0; from < part.length && !to.destroyed; from += size) {
      const piece = part.subarray(from, from + size);
      if (slicer && from > 0) await sleep(slicer.delayMs);
      if (bandwidthKB !== undefined) await sleep(piece.length / bandwidthKB);
      // Who is gone drains nothing any more.
      if (!to.write(piece)) await drained(to);
    }
  }

  private isHeld(way: Way): boolean {
    const { timeout } = this.toxics;
    return timeout === 'both' || (timeout === 'answers' && way === 'answered');
  }
}

/** As a machine does that is gone: without a farewell. */
function reset({ client, server }: Joined): void {
  client.resetAndDestroy();
  server.resetAndDestroy();
}

/** When more may be written, or never will be. */
async function drained(to: Socket): Promise<void> {
  const waited = new AbortController();
  const { signal } = waited;
  await Promise.race([once(to, 'drain', { signal }), once(to, 'close', { signal })]).catch(() => {});
  waited.abort();
}
