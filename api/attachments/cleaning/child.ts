// The process in which one file is cleaned: it comes on standard input, its media type as the argument; what is left goes
// to standard output. Exit code 3: it cannot be cleaned.
import { buffer } from 'node:stream/consumers';
import { Worker } from 'node:worker_threads';
import { clean } from './clean.ts';

/** Of the whole process. A small file can inflate to anything; this one then ends, and no other. */
const mostBytes = 600_000_000;
const watch = `setInterval(() => process.memoryUsage.rss() > ${mostBytes} && process.kill(process.pid, 'SIGKILL'), 20)`;
// In a thread of its own, for this one is busy.
new Worker(watch, { eval: true }).unref();

try {
  const cleaned = await clean(await buffer(process.stdin), process.argv[2] ?? '');
  process.stdout.end(cleaned);
} catch (error) {
  // Its words may hold some of the file's.
  process.stderr.write(error instanceof Error ? error.name : 'Error');
  process.exitCode = 3;
}
