// The console, built for a test into a folder of its own, and served before an API.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { preview } from 'vite';

const root = new URL('../..', import.meta.url).pathname;
const configFile = join(root, 'web/vite.config.ts');

export interface BuiltConsole {
  folder: string;
  remove: () => void;
}

/** As `npm run build:web`, elsewhere. In a process of its own: here NODE_ENV is that of a test. */
export async function buildConsole(): Promise<BuiltConsole> {
  const folder = mkdtempSync(join(tmpdir(), 'tuntas-console-'));
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  await promisify(execFile)(process.execPath, [vite, 'build', '--config', configFile, '--outDir', folder], {
    env: { ...process.env, NODE_ENV: 'production' },
    timeout: 120_000,
  });
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Gives its address. */
export async function serveConsole({ folder }: BuiltConsole, api: string) {
  const server = await preview({
    configFile,
    logLevel: 'warn',
    build: { outDir: folder },
    preview: { port: 0, host: '127.0.0.1', proxy: { '/v1': api } },
  });
  return { base: server.resolvedUrls?.local[0]?.replace(/\/$/, '') ?? '', close: () => server.close() };
}
