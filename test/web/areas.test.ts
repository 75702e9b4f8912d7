// The console's areas stand beside each other: what two of them need is in shared/, and no folder is a heap.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';

const root = new URL('../../web/src', import.meta.url).pathname;
/** From a part: which others it may import. All may import itself, and `session`, `theme` and such at the root. */
const table: Record<string, string[]> = {
  api: [],
  texts: ['shared'],
  shared: ['api', 'texts'],
  offline: ['shared'],
  shell: ['api', 'texts', 'shared'],
  public: ['api', 'texts', 'shared', 'shell'],
  office: ['api', 'texts', 'shared', 'shell'],
  oversight: ['api', 'texts', 'shared', 'shell'],
};
const most = 12;

const all = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) => path.includes('.'));
const sources = all.filter((path) => /\/.*\.tsx?$/.test(path));
const partOf = (path: string) => path.split('/')[0] ?? '';
const imported = (file: string) =>
  [...readFileSync(join(root, file), 'utf8').matchAll(/(?:from|import\()\s*'(\.[^']*)'/g)]
    .map(([, name = '']) => relative(root, join(root, dirname(file), name)))
    .filter((path) => !path.startsWith('..') && path.includes('/'));

test('no area imports another', () => {
  const wrong = sources.flatMap((file) => {
    const open = new Set([partOf(file), ...(table[partOf(file)] ?? [])]);
    return imported(file)
      .filter((path) => !open.has(partOf(path)))
      .map((path) => `${file} → ${path}`);
  });
  expect(sources.length).toBeGreaterThan(200);
  expect(wrong).toEqual([]);
});

test('what citizens load comes without the pages of officers, and what these share', () => {
  const files = sources.filter((file) => /^(public|shell|api|shared\/(?!officers))/.test(file));
  const wrong = files.filter((file) => imported(file).some((path) => path.startsWith('shared/officers/')));
  expect(files.length).toBeGreaterThan(50);
  expect(wrong).toEqual([]);
});

test('no folder holds more than a dozen files', () => {
  const folders = new Map<string, number>();
  for (const file of all) {
    folders.set(dirname(file), (folders.get(dirname(file)) ?? 0) + 1);
  }
  expect([...folders].filter(([, count]) => count > most)).toEqual([]);
});

test('days and times are typed and shown as people here write them: no field is the browser’s own, which may say mm/dd/yyyy and pm', () => {
  const own = /type(?:=|: )["'](?:date|datetime-local|month|time|week)["']/;
  const fields = sources.filter((file) => file.endsWith('.tsx'));
  expect(fields.filter((file) => own.test(readFileSync(join(root, file), 'utf8')))).toEqual([]);
  const using = (field: string) =>
    fields.filter((file) => readFileSync(join(root, file), 'utf8').includes(`<${field}`)).length;
  expect([using('DateInput') > 5, using('TimeInput')]).toEqual([true, 1]);
});
