// @ts-check
// Makes `dist/` anew when a source is newer than it.
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = join(root, 'dist/built');

/** Says what it does once it takes more than two seconds. Throws when the sources do not build. */
export async function keepBuilt() {
  if (await isFresh()) return;
  const began = Date.now();
  const late = setTimeout(() => process.stderr.write('Building the programs …\n'), 2_000);
  try {
    const { build } = await import('./bundle.js');
    await build();
  } catch (error) {
    if (!isWithoutBuilder(error)) throw error;
    // What was built before is all there is.
    if ((await timeOf(stamp)) === undefined)
      throw new Error('Nothing is built. Run `npm ci && npm run build`.', { cause: error });
  } finally {
    clearTimeout(late);
  }
  const seconds = Math.round((Date.now() - began) / 1_000);
  if (seconds >= 2) process.stderr.write(`Building the programs: ${seconds} s\n`);
}

/** @type {(error: unknown) => boolean} Installed without what only builds. */
const isWithoutBuilder = (error) =>
  error instanceof Error &&
  'code' in error &&
  error.code === 'ERR_MODULE_NOT_FOUND' &&
  error.message.includes('rolldown');

async function isFresh() {
  const built = await timeOf(stamp);
  if (built === undefined) return false;
  const folders = (await readFile(stamp, 'utf8')).split('\n');
  const found = await Promise.all(folders.map((name) => timesIn(join(root, name))));
  return found.flat().every((time) => time <= built);
}

/**
 * Folders too: theirs is the time at which a file came or went.
 * @type {(path: string) => Promise<number[]>}
 */
async function timesIn(path) {
  const names = await readdir(path, { recursive: true }).catch(() => []);
  const times = await Promise.all(['', ...names].map((name) => timeOf(join(path, name))));
  return times.filter((time) => time !== undefined);
}

/** @type {(path: string) => Promise<number | undefined>} */
async function timeOf(path) {
  return stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => undefined,
  );
}
