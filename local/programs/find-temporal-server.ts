// A whole Temporal server and the tool of its schemas, built from their official source: for clusters without containers.
import { mkdir, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { cached, fillCache } from './cache.ts';
import { run } from './run.ts';

/** The same that docker-compose.yml runs. */
const serverVersion = '1.32.0';

const made = {
  'temporal-server': `go.temporal.io/server/cmd/server@v${serverVersion}`,
  'temporal-sql-tool': `go.temporal.io/server/cmd/tools/sql@v${serverVersion}`,
};

/** Where they are; built once into the user's cache. Throws with what to install when there is no Go. */
export async function findTemporalServer(): Promise<{ folder: string; server: string }> {
  const version = `temporal-cluster-${serverVersion}`;
  const paths: string[] = [];
  for (const [name, module] of Object.entries(made)) {
    const place = join(version, name);
    paths.push((await cached(place)) ?? (await fillCache(place, (scratch) => build(module, scratch))));
  }
  const [server = ''] = paths;
  return { folder: dirname(server), server };
}

async function build(module: string, scratch: string): Promise<string> {
  await run('go', ['install', module], {
    timeoutMs: 1_800_000,
    progress: `Building ${module} with Go, some minutes`,
    env: { GOBIN: scratch },
  }).catch((error: unknown) => {
    throw new Error(`A Temporal server is built with Go (https://go.dev/dl): ${String(error)}`, {
      cause: error,
    });
  });
  const name = module.replace(/@.*/, '').split('/').at(-1) ?? '';
  const path = join(scratch, 'made');
  await mkdir(scratch, { recursive: true });
  await rename(join(scratch, name), path);
  return path;
}
