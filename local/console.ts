// Builds the web console, when its sources are newer than what was built.
import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './programs/run.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'web', 'dist');

/** As `npm run build:web`, into `folder`; replaces what is there. */
export async function buildConsole(folder = dist): Promise<void> {
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const config = join(root, 'web/vite.config.ts');
  await run(
    process.execPath,
    [vite, 'build', '--config', config, '--outDir', folder, '--logLevel', 'error'],
    {
      timeoutMs: 180_000,
      progress: 'Building the console',
      env: { NODE_ENV: 'production' },
    },
  );
}

/** For `npm start`; into another folder somebody else builds. */
export async function keepConsoleBuilt(webDir: string): Promise<void> {
  if (webDir !== dist || (await isFresh())) return;
  await buildConsole();
}

async function isFresh(): Promise<boolean> {
  const page = join(dist, 'index.html');
  if (!existsSync(page)) return false;
  const built = (await stat(page)).mtimeMs;
  const sources = ['web/src', 'web/public', 'web/building'].map((folder) => join(root, folder));
  const inside = await Promise.all(
    sources.map(async (folder) =>
      (await readdir(folder, { recursive: true })).map((name) => join(folder, name)),
    ),
  );
  const others = ['web/index.html', 'web/vite.config.ts', 'package-lock.json', 'sop/terms.ts'].map((name) =>
    join(root, name),
  );
  const times = await Promise.all(
    [...inside.flat(), ...others].map(async (name) => (await stat(name)).mtimeMs),
  );
  return times.every((time) => time <= built);
}
