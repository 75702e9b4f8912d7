// The console, built for a test into a folder of its own, and served before an API.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { preview } from 'vite';

const root = new URL('../..', import.meta.url).pathname;
const configFile = join(root, 'web/vite.config.ts');

/** As `npm run build:web`, into `folder`. In a process of its own: here NODE_ENV is that of a test. */
export async function buildConsole(folder: string): Promise<void> {
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  await promisify(execFile)(process.execPath, [vite, 'build', '--config', configFile, '--outDir', folder], {
    env: { ...process.env, NODE_ENV: 'production' },
    timeout: 120_000,
  });
}

/** Gives its address. */
export async function serveConsole(folder: string, api: string) {
  const server = await preview({
    configFile,
    logLevel: 'warn',
    build: { outDir: folder },
    preview: { port: 0, host: '127.0.0.1', proxy: { '/v1': api } },
  });
  return { base: server.resolvedUrls?.local[0]?.replace(/\/$/, '') ?? '', close: () => server.close() };
}
