// docs/security: each requirement of ASVS 5.0.0 of levels 1 and 2 stands there once, and what is said of it names what is there.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import asvs from './asvs-5.0.0.json' with { type: 'json' };
import ours from '../../package.json' with { type: 'json' };

const root = new URL('../..', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, root), 'utf8');
const isThere = (name: string) => existsSync(new URL(name, root));
const lists = ['input', 'browser', 'people', 'access', 'keys', 'running'].map(
  (name) => `docs/security/${name}.md`,
);
const words = [
  'docs/security.md',
  'docs/leak.md',
  'docs/backups.md',
  'docs/security/ways.md',
  'docs/security/data.md',
];

const cellsOf = (line: string) =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
const rows = lists.flatMap((page) =>
  read(page)
    .split('\n')
    .filter((line) => /^\| *\d+\.\d+\.\d+ /.test(line))
    .map((line) => {
      const [id = '', level = '', , met = '', where = '', tested = ''] = cellsOf(line);
      return { id, level: Number(level), met, where, tested };
    }),
);
const decisions = new Set(
  readdirSync(new URL('docs/decisions', root)).map((name) => Number(name.slice(0, 4))),
);

/** Files and folders of ours that a text names. */
const pathsIn = (text: string) =>
  [
    ...text.matchAll(
      /`([\w.-]+(?:\/[\w.-]+)+|[\w-]*\.?[\w-]+\.(?:json|yml|ts|md)|Dockerfile|\.dockerignore)`/g,
    ),
  ]
    .map(([, name = '']) => name)
    // Made by the build, and by `npm start`.
    .filter((name) => !/^(dist|DATA_DIR)\//.test(name));
const recordsIn = (text: string) => [...text.matchAll(/\bADR (\d+)/g)].map(([, number]) => Number(number));

test('all requirements of levels 1 and 2, each once, with its level', () => {
  const wanted = Object.entries(asvs.sections).flatMap(([section, all]) =>
    Object.entries(all).map(([nth, level]) => `${section}.${nth} L${level}`),
  );
  expect(wanted).toHaveLength(253);
  expect(rows.map(({ id, level }) => `${id} L${level}`)).toEqual(wanted);
});

test('what is named is there', () => {
  const texts = [...lists, ...words].map(read);
  expect(texts.flatMap(pathsIn).length).toBeGreaterThan(200);
  expect(texts.flatMap(pathsIn).filter((name) => !isThere(name))).toEqual([]);
  expect(texts.flatMap(recordsIn).filter((number) => !decisions.has(number))).toEqual([]);
  const commands = texts.flatMap((text) =>
    [...text.matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => name),
  );
  expect(commands.filter((name) => !(name in ours.scripts))).toEqual([]);
});

test('a yes says where, and by which test or why by none; all else says why not', () => {
  const faults = rows.flatMap(({ id, met, where, tested }) => {
    const isNamed = pathsIn(where).length > 0 || recordsIn(where).length > 0 || /\/docs/.test(where);
    const isTested = pathsIn(tested).some((name) => name.startsWith('test/')) || /^none\b.{10}/.test(tested);
    switch (met) {
      case 'yes':
        return isNamed && isTested ? [] : [`${id}: a yes without where or test`];
      case 'partly':
      case 'no':
      case 'not applicable':
        return tested.length > 5 ? [] : [`${id}: no reason`];
      default:
        return [`${id}: ${met}`];
    }
  });
  expect(faults).toEqual([]);
});

test('the sums are those of the lists', () => {
  const kinds = ['yes', 'partly', 'no', 'not applicable'];
  const sums = (of: typeof rows) => kinds.map((kind) => of.filter(({ met }) => met === kind).length);
  const told = read('docs/security.md')
    .split('\n')
    .map(cellsOf)
    .flatMap(([chapter = '', ...counts]) => {
      const number = /^\[V(\d+) /.exec(chapter)?.[1] ?? (chapter.startsWith('**all') ? '' : undefined);
      return number === undefined ? [] : [[number, ...counts.map(Number)]];
    });
  const chapters = [...new Set(rows.map(({ id }) => id.split('.')[0] ?? '')), ''];
  expect(told).toEqual(
    chapters.map((chapter) => [
      chapter,
      ...sums(rows.filter(({ id }) => id.startsWith(chapter && `${chapter}.`))),
    ]),
  );
});

test('links lead to pages and headings that are there', () => {
  const anchorsOf = (page: string) =>
    [...read(page).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
    );
  const links = [...lists, ...words, 'SECURITY.md'].flatMap((page) =>
    [...read(page).matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]+))?\)/g)].map(([, to = '', anchor]) => ({
      page,
      to: to === '' ? page : join(dirname(page), to),
      anchor,
    })),
  );
  expect(links.length).toBeGreaterThan(20);
  const broken = links.filter(
    ({ to, anchor }) => !isThere(to) || (anchor !== undefined && !anchorsOf(to).includes(anchor)),
  );
  expect(broken).toEqual([]);
});
