// Asks clamd over its socket whether a file is clean (its command INSTREAM), and never waits for it for good.
import { once } from 'node:events';
import { connect } from 'node:net';

/** Where it listens: TCP, or a Unix socket. */
export type ClamdAddress = { host: string; port: number } | { path: string };

/** `found`: under which name. */
type Verdict = { found: string | null };

/**
 * `away`: not reached. `slow`: not in time. `too-long`: beyond its StreamMaxLength. `broke-off`: it hung up without a word
 * that we heard; mostly as `too-long`, since what it says as it hangs up may be lost. `refused`: anything else.
 */
type WhyNot = 'away' | 'slow' | 'too-long' | 'broke-off' | 'refused';

/** It could not be found out; the file is no better and no worse than before. */
export class NotScanned extends Error {
  override readonly name = 'NotScanned';
  readonly why: WhyNot;

  constructor(why: WhyNot, cause?: unknown) {
    super(`The virus scanner did not scan: ${why}.`, { cause });
    this.why = why;
  }
}

/** It may be loading its signatures anew, which takes half a minute; ten MiB take it seconds. */
const patienceMs = 60_000;

/** Sends all of `content`. Throws `NotScanned`, and what `content` throws. */
export async function scan(
  at: ClamdAddress,
  content: AsyncIterable<Buffer>,
  ms = patienceMs,
): Promise<Verdict> {
  const socket = connect({ ...at });
  const said: Buffer[] = [];
  let fault: Error | undefined;
  let [isReached, isLate] = [false, false];
  socket.on('connect', () => {
    isReached = true;
  });
  socket.on('data', (chunk) => said.push(chunk));
  socket.on('error', (error) => {
    fault = error;
  });
  const closed = once(socket, 'close').catch(() => {});
  const timer = setTimeout(() => {
    isLate = true;
    socket.destroy();
  }, ms);
  try {
    for await (const part of framed(content)) {
      // It answers before it has heard all when it refuses, and hangs up.
      if (socket.destroyed || said.length > 0) break;
      if (!socket.write(part)) await Promise.race([once(socket, 'drain').catch(() => {}), closed]);
    }
    await closed;
  } finally {
    clearTimeout(timer);
    socket.destroy();
  }
  // What it said counts also when the line broke after it.
  const [answer = ''] = Buffer.concat(said).toString('utf8').split('\0');
  const verdict = verdictOf(answer);
  if (verdict) return verdict;
  if (/size limit exceeded/i.test(answer)) throw new NotScanned('too-long');
  if (answer !== '') throw new NotScanned('refused', new Error(answer));
  throw new NotScanned(isLate ? 'slow' : isReached ? 'broke-off' : 'away', fault);
}

/** Undefined: it is none. */
function verdictOf(answer: string): Verdict | undefined {
  if (answer === 'stream: OK') return { found: null };
  const [, name] = /^stream: (.+) FOUND$/s.exec(answer) ?? [];
  return name === undefined ? undefined : { found: name };
}

/** The command, each piece behind its length, and a piece of none. */
async function* framed(content: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield Buffer.from('zINSTREAM\0');
  for await (const piece of content) if (piece.length > 0) yield Buffer.concat([lengthOf(piece), piece]);
  yield lengthOf([]);
}

function lengthOf({ length }: { length: number }): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(length);
  return bytes;
}
