// What README and CONTRIBUTING name is there: files, folders and commands.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import ours from '../package.json' with { type: 'json' };

const root = new URL('..', import.meta.url);
const scripts = new Set(Object.keys(ours.scripts));

describe.each(['README.md', 'CONTRIBUTING.md', 'SECURITY.md'])('%s', (page) => {
  const text = readFileSync(new URL(page, root), 'utf8');

  test('names files and folders that exist', () => {
    const path = /`([\w.-]+(?:\/[\w.-]*)+|[\w-]+\.(?:tsx?|js|json|md|sql|yml))`|\]\((?!https?:)([^)#]+)/g;
    const named = text.split('\n').flatMap((line) => {
      const names = [...line.matchAll(path)].map(([, quoted, linked]) => quoted ?? linked ?? '');
      // In a row about a folder, also what is in it.
      const folders = ['', ...names.flatMap((name) => (name.endsWith('/') ? [name, `${name}src/`] : []))];
      return names.map((name) => folders.map((folder) => `${folder}${name}`));
    });
    expect(named.length).toBeGreaterThan(3);
    // Made at run time, or no path at all.
    const not = /^(\.data|dist|web\/dist|DATA_DIR|node_modules|PUBLIC_URL|tuntas)(\/|$)/;
    const isThere = (name: string) => not.test(name) || existsSync(new URL(name, root));
    expect(named.filter((places) => !places.some(isThere))).toEqual([]);
  });

  test('names commands that exist', () => {
    const named = [...text.matchAll(/npm run (?:-s )?([\w:-]+)/g)].map(([, name = '']) => name);
    expect(named.filter((name) => !scripts.has(name))).toEqual([]);
  });
});

test('no folder holds more than a dozen loose files, but the lists that only grow', () => {
  const lists = /^(\.|db\/migrations|docs\/|test\/replay\/histories)/;
  const files = execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' }).trim().split('\n');
  const loose = new Map<string, number>();
  for (const file of files) loose.set(dirname(file), (loose.get(dirname(file)) ?? 0) + 1);
  const heaps = [...loose].filter(([folder, count]) => count > 12 && !lists.test(folder));
  expect(heaps).toEqual([]);
});
