// The user's cache folder for downloaded programs: filled once, by atomic rename, so that two processes race safely.
import { access, chmod, constants, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { ofTheMachine } from '../../settings/environment.ts';

const folder = join(ofTheMachine('XDG_CACHE_HOME') || join(homedir(), '.cache'), 'tuntas');

/** Whether a file is there and may be executed. */
export async function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}

/** The path of a cached program, or undefined. */
export async function cached(name: string): Promise<string | undefined> {
  const path = join(folder, name);
  return (await isExecutable(path)) ? path : undefined;
}

/** Lets `make` produce a program in a scratch folder beside the cache, and moves it into place under `name`. */
export async function fillCache(name: string, make: (scratch: string) => Promise<string>): Promise<string> {
  await mkdir(dirname(join(folder, name)), { recursive: true });
  const scratch = await mkdtemp(join(folder, '.new-'));
  try {
    const made = await make(scratch);
    await chmod(made, 0o755);
    await rename(made, join(folder, name));
    return join(folder, name);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
