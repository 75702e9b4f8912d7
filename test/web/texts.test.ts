// English says everything that the API and the Indonesian pages can say, and each thing has one word.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { problems } from '../../api/http/problems.ts';
import { topics } from '../../sop/notices/notices.ts';
import { desk } from '../../web/src/texts/en/office/desk.ts';
import { problems as english } from '../../web/src/texts/en/problems.ts';

const root = new URL('../..', import.meta.url).pathname;
const filesIn = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.ts'),
  );

test('every problem of the API, and every topic of a notice, has its English', () => {
  expect(Object.keys(problems).filter((code) => !(code in english))).toEqual([]);
  expect(Object.keys(desk.notifications.topics ?? {}).toSorted()).toEqual(Object.keys(topics).toSorted());
});

/** Each text by where it stands; functions with something for each thing that they speak of. */
function textsOf(value: unknown, at: string): [string, string][] {
  if (typeof value === 'string') return [[at, value]];
  if (typeof value === 'function') return saidBy(value as (...given: unknown[]) => unknown, at);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => textsOf(one, `${at}.${key}`));
}

/** Which things it speaks of is in its type alone: those are tried with which it says something. */
function saidBy(says: (...given: unknown[]) => unknown, at: string): [string, string][] {
  for (const thing of ['7', 7, ['7'], {}]) {
    try {
      const said = says(...Array.from({ length: 6 }, () => thing));
      if (typeof said === 'string') return [[at, said]];
    } catch {
      // Not of this kind.
    }
  }
  return [];
}

async function spoken(language: 'id' | 'en'): Promise<Map<string, string>> {
  const folder = `web/src/texts/${language}`;
  const all: [string, string][] = [];
  for (const file of filesIn(folder)) all.push(...textsOf(await import(join(root, folder, file)), file));
  return new Map(all);
}

test('both languages have the same texts, and English has no Indonesian left in it', async () => {
  const [indonesian, said] = [await spoken('id'), await spoken('en')];
  expect(said.size).toBeGreaterThan(900);
  // What officers are not shown, and what makes words.
  const others = /^office\/words\.ts\.words\.actions\.(?!receive)|hoursAndMinutes$/;
  const shared = new Set([...indonesian.keys()].map((at) => at.split('.ts.')[0]));
  const missing = (from: Map<string, string>, to: Map<string, string>) =>
    [...from.keys()].filter((at) => !to.has(at) && !others.test(at) && shared.has(at.split('.ts.')[0] ?? ''));
  expect(missing(indonesian, said)).toEqual([]);
  const words =
    /\b(yang|dan|dengan|untuk|laporan|kantor|tidak|belum|sudah|dari|pada|anda|dapat|oleh|akan)\b/i;
  expect([...said].filter(([, text]) => words.test(text))).toEqual([]);
});

/** What people read of the one thing, and how else it could be called. */
const oneWord: [RegExp, string][] = [
  [/\b(tahap|tahapan)(nya)?\b/i, 'langkah'],
  [/\b(tanggapan|respons?) (awal|pertama)\b(?<!respon awal)/i, 'respon awal'],
  [/\be-?mail\b/i, 'surel'],
  [/\b(deadline|batas akhir)\b/i, 'tenggat'],
];

/** Without what stands beside it in English. */
const indonesianIn = (source: string) => source.replaceAll(/\ben:\s*(?:'[^'\n]*'|"[^"\n]*"|`[^`]*`)/g, '');

test('one thing has one word, on pages and in mails', async () => {
  const pages = [...(await spoken('id'))];
  const mails = filesIn('sop/notices').flatMap((file) =>
    [
      ...indonesianIn(readFileSync(join(root, 'sop/notices', file), 'utf8')).matchAll(
        /'([^'\n]*)'|`([^`]*)`/g,
      ),
    ].map(([, plain, made]): [string, string] => [
      file,
      (plain ?? made ?? '').replaceAll(/\$\{[^}]*\}/g, '7'),
    ]),
  );
  expect(mails.length).toBeGreaterThan(200);
  const wrong = [...pages, ...mails].flatMap(([at, text]) =>
    oneWord.filter(([other]) => other.test(text)).map(([, word]) => `${at}: ${text} → ${word}`),
  );
  expect(wrong).toEqual([]);
});
