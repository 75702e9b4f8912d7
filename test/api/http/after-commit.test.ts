// Nothing is answered from within a transaction: what a client was told might still be rolled back, or not be seen yet.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const api = new URL('../../../api/', import.meta.url).pathname;

/** The bodies of the functions that are handed to `begin`. */
function transactionsIn(source: string): string[] {
  return [...source.matchAll(/\.begin\(\s*async \(\w+\) => \{/g)].map(({ index, 0: opening }) => {
    const from = index + opening.length;
    let depth = 1;
    let end = from;
    while (depth > 0 && end < source.length) {
      if (source[end] === '{') depth += 1;
      if (source[end] === '}') depth -= 1;
      end += 1;
    }
    return source.slice(from, end);
  });
}

test('no route sends its answer before its transaction is committed', () => {
  const files = readdirSync(api, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  const found = files.flatMap((file) =>
    transactionsIn(readFileSync(api + file, 'utf8')).map((body) => ({ file, body })),
  );
  expect(found.length).toBeGreaterThan(10);
  const answers = /\b(?:reply|answer|response)\s*\.(?:code|send|header|redirect)\(/;
  expect(found.filter(({ body }) => answers.test(body)).map(({ file }) => file)).toEqual([]);
});
