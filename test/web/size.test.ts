// What a citizen's phone loads before a public page is there.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, expect, inject, test } from 'vitest';

interface Chunk {
  file: string;
  isEntry?: boolean;
  imports?: string[];
  dynamicImports?: string[];
}

const limit = 150_000;
const perPage = 140_000;
let manifest: Record<string, Chunk>;

beforeAll(() => {
  manifest = JSON.parse(readFileSync(join(inject('consoleDir'), '.vite/manifest.json'), 'utf8'));
});

/** A chunk and everything that it cannot start without. */
function withImports(name: string, found = new Set<string>()): Set<string> {
  if (found.has(name)) return found;
  found.add(name);
  for (const other of manifest[name]?.imports ?? []) withImports(other, found);
  return found;
}

/** Of the scripts, as a server sends them, in bytes. */
function gzipped(names: Iterable<string>): number {
  const files = [...names].map((name) => manifest[name]?.file ?? '').filter((file) => file.endsWith('.js'));
  return [...files, 'scheme.js']
    .map((file) => gzipSync(readFileSync(join(inject('consoleDir'), file)), { level: 9 }).length)
    .reduce((sum, bytes) => sum + bytes, 0);
}

test('each public page stays below 140 kB of JavaScript, all that a phone keeps of them below 150', () => {
  const entry = Object.keys(manifest).find((name) => manifest[name]?.isEntry) ?? '';
  const lazy = manifest[entry]?.dynamicImports ?? [];
  // Pages, and not what few come to need beside them.
  const publicPages = lazy.filter((name) => /^src\/public\/.*-pages?\.tsx$/.test(name));
  expect(publicPages.length).toBeGreaterThanOrEqual(4);
  const first = withImports(entry);
  const each = publicPages.map((page) => [page, gzipped(withImports(page, new Set(first)))] as const);
  const kept = new Set(first);
  // Figures are nothing without a line.
  for (const page of publicPages.filter((name) => !name.includes('/performance/'))) withImports(page, kept);
  console.log(
    `gzip: start ${gzipped(first)}, ${each.map(([page, bytes]) => `${page} ${bytes}`).join(', ')}, kept ${gzipped(kept)}`,
  );
  expect(each.filter(([, bytes]) => bytes > perPage)).toEqual([]);
  expect(gzipped(kept)).toBeLessThan(limit);
  expect(gzipped(first)).toBeGreaterThan(20_000);
});

test('no public page brings an office page along', () => {
  const entry = Object.keys(manifest).find((name) => manifest[name]?.isEntry) ?? '';
  const offices = [...withImports(entry)].filter((name) => /src\/(office|oversight)\//.test(name));
  expect(offices).toEqual([]);
});
