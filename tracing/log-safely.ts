// How processes write their logs: nothing of what people typed, are called or hold as a key, and no other system's words.
import { type DestinationStream, pino } from 'pino';

/** Errors as a log keeps them. */
interface LoggedError {
  [more: string]: unknown;
  type: string;
  /** Of our own errors only, else empty: a library's or a server's may repeat what it was given. */
  message: string;
  code?: string;
  /** Frames without the lines before them, which repeat the message. */
  stack: string;
  cause?: LoggedError;
}

/** Whatever was thrown, its causes too. Never throws. */
function loggedError(thrown: unknown, depth = 0): LoggedError {
  if (!(thrown instanceof Error)) return { type: typeof thrown, message: '', stack: '' };
  const frames = (thrown.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const { code } = thrown as { code?: unknown };
  const { cause } = thrown;
  return {
    type: thrown.name,
    message: isOurs(frames[0]) ? withoutQueries(thrown.message) : '',
    ...(typeof code === 'string' && /^[\w.-]{1,60}$/.test(code) && { code }),
    stack: frames.join('\n'),
    ...(cause !== undefined && depth < 4 && { cause: loggedError(cause, depth + 1) }),
  };
}

/** Made in this repository, not in a library, Node, or the parser of some input. */
function isOurs(frame: string | undefined): boolean {
  return frame !== undefined && /\.[jt]s:\d/.test(frame) && !/node_modules|node:|<anonymous>/.test(frame);
}

/** A line that a library wrote may name an address, and what was asked there. */
function withoutQueries(text: string): string {
  return text.replaceAll(/\?[^\s"'<>]*=[^\s"'<>]*/g, '?…');
}

type Write = (this: unknown, ...args: unknown[]) => void;

/** In bytes, of lines that cannot be written. */
const mostWaiting = 1_000_000;

/**
 * Where lines go. A disk that is full costs lines: it stops nobody, holds no more in memory than that, and keeps no process
 * from its end, at which what waits would be tried for good.
 */
export function logStream(file = 1): DestinationStream {
  const stream = pino.destination({ dest: file, maxLength: mostWaiting });
  const [flush, flushSync] = [stream.flush.bind(stream), stream.flushSync.bind(stream)];
  let fails = false;
  // Without a listener it would end the process.
  stream.on('error', () => (fails = true));
  stream.on('write', () => (fails = false));
  stream.flush = (done) => (fails ? done?.() : flush(done));
  stream.flushSync = () => {
    if (!fails) flushSync();
  };
  return stream;
}

/** For pino, of every process. */
export const logSafely = {
  serializers: {
    err: loggedError,
    error: (given: unknown) => (given instanceof Error ? loggedError(given) : given),
  },
  hooks: {
    /** Without words of its own a line of an error would take the error's. */
    logMethod(this: unknown, args: unknown[], write: Write) {
      const [first, words, ...rest] = args;
      if (typeof first === 'string') return write.call(this, withoutQueries(first), words, ...rest);
      const what = first instanceof Error ? { err: first } : (first as { err?: unknown } | undefined);
      const said = typeof words === 'string' ? words : '';
      const err = what?.err;
      const ownWords = err instanceof Error && (said === '' || said === err.message);
      return write.call(this, what, ownWords ? err.name : withoutQueries(said), ...rest);
    },
  },
};
