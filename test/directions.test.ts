// Which folder may import which: the house's table, held against every import there is.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = new URL('..', import.meta.url).pathname;
const folders = [
  'sop',
  'contract',
  'workflows',
  'engine',
  'activities',
  'worker',
  'api',
  'db',
  'store',
  'passwords',
  'settings',
  'tracing',
  'codec',
  'cli',
  'local',
  'bench',
  'web',
] as const;
type Folder = (typeof folders)[number];

/** How a process begins to tell what it does. */
const startUp = ['settings', 'tracing/start.ts', 'tracing/log-safely.ts'];

/** From a folder: the folders it may import, and the packages (undefined: any). `types` may come by `import type` only. */
const table: Record<Folder, { folders: string[]; types?: string[]; packages?: RegExp }> = {
  sop: { folders: ['sop'], packages: /^$/ },
  contract: { folders: ['sop', 'contract'], packages: /^zod$/ },
  workflows: {
    folders: ['sop', 'workflows'],
    types: ['activities'],
    packages: /^@temporalio\/(workflow|common)$/,
  },
  db: {
    folders: ['sop', 'db', 'codec/gcm.ts'],
    types: ['settings'],
    packages: /^(postgres|node:.*)$/,
  },
  settings: { folders: ['settings'], packages: /^(zod|node:.*)$/ },
  engine: {
    folders: ['sop', 'engine', 'workflows/messages.ts'],
    packages: /^@temporalio\/(client|common|envconfig)$/,
  },
  activities: { folders: ['sop', 'db', 'engine', 'activities'] },
  tracing: { folders: ['tracing', 'settings', 'db/connection/watch-statements.ts'] },
  codec: { folders: ['sop', 'db', 'settings', 'codec'], packages: /^(@temporalio\/(common|proto)|node:.*)$/ },
  store: { folders: ['store', 'settings/known.ts'], packages: /^(@aws-sdk\/client-s3|node:.*)$/ },
  passwords: { folders: ['passwords'], packages: /^(@node-rs\/argon2|@zxcvbn-ts\/.*)$/ },
  api: {
    folders: ['sop', 'contract', 'db', 'engine', 'store', 'passwords', 'api', 'codec', ...startUp],
  },
  worker: {
    folders: ['sop', 'db', 'codec', 'engine', 'activities', 'workflows', 'worker', ...startUp],
  },
  cli: {
    folders: [
      'sop',
      'contract',
      'db',
      'engine',
      'activities',
      'store',
      'passwords',
      'settings',
      'codec',
      'worker/bundle.ts',
      'cli',
    ],
  },
  local: { folders: [...folders, 'build'] },
  bench: { folders: [...folders, 'test/support'] },
  web: {
    folders: [
      'web',
      'sop/offices.ts',
      'sop/procedure.ts',
      'sop/row.ts',
      'sop/beside/beyond.ts',
      'sop/beside/rating.ts',
      'sop/texts/entry-names.ts',
      'sop/texts/ombudsman.ts',
      'sop/texts/en/terms.ts',
      'sop/texts/en/text-faults.ts',
      'sop/texts/language.ts',
      'sop/terms.ts',
      'sop/texts/text.ts',
      'sop/texts/public-text.ts',
      'sop/time/date.ts',
      'contract/attachments/kinds.ts',
      'contract/attachments/parts.ts',
      'contract/problems/english.ts',
      'docs/runbook.md?raw',
    ],
    types: ['contract'],
    packages:
      /^(react|react-dom|@mantine|@tabler|@tanstack|wouter|eventsource-parser|idb|qr|@simplewebauthn|virtual:land)(\/|$)/,
  },
};

/** Within sop: zod in schemas. Within web: zod for types only, any package to build with. */
function packagesOf(folder: Folder, file: string): RegExp | undefined {
  if (file.endsWith('.schema.ts')) return /^zod$/;
  if (file === 'web/src/api/types.ts') return /^zod$/;
  if (file === 'web/vite.config.ts' || file.startsWith('web/building/')) return undefined;
  return table[folder].packages;
}

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name));
}

const statement = /^\s*(?:import|export)\s(type\s)?[^;]*?from\s+'([^']+)'|import\('([^']+)'\)/gm;

function violations(folder: Folder, file: string): string[] {
  const found: string[] = [];
  for (const [, type, name, dynamic] of readFileSync(join(root, file), 'utf8').matchAll(statement)) {
    const target = name ?? dynamic ?? '';
    if (target.startsWith('.')) {
      const path = relative(root, join(root, file, '..', target));
      const open = [...table[folder].folders, ...((type && table[folder].types) || [])];
      if (!open.some((allowed) => path === allowed || path.startsWith(`${allowed}/`))) found.push(path);
    } else {
      const packages = packagesOf(folder, file);
      if (packages && !packages.test(target)) found.push(target);
    }
  }
  return found;
}

describe.each(folders)('%s', (folder) => {
  test('imports only what the table allows', () => {
    const files = sources(folder);
    expect(files.length).toBeGreaterThan(0);
    expect(files.flatMap((file) => violations(folder, file).map((what) => `${file} → ${what}`))).toEqual([]);
  });
});

test('what makes traces is loaded only when it is asked for', () => {
  const others = folders.filter((folder) => folder !== 'tracing').flatMap((folder) => sources(folder));
  const text = (file: string) => readFileSync(join(root, file), 'utf8');
  expect(others.filter((file) => /opentelemetry|@fastify\/otel/.test(text(file)))).toEqual([]);
  const statically = /^import (?!type).* from '(.*)'/gm;
  expect([...text('tracing/start.ts').matchAll(statically)]).toEqual([]);
});

test('PostgreSQL is opened in one place, and nothing streams from it', () => {
  const others = folders.filter((folder) => folder !== 'web').flatMap((folder) => sources(folder));
  const having = (what: RegExp) => others.filter((file) => what.test(readFileSync(join(root, file), 'utf8')));
  expect(having(/^import (?!type).*'postgres'|import\('postgres'\)/m)).toEqual(['db/connection/client.ts']);
  // A connection is nobody else's while a reader is slow, and out of step once one leaves late.
  expect(having(/\.cursor\(|`\.(forEach|readable|writable|describe)\(/)).toEqual([]);
});
