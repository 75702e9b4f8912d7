// What documents show of the procedure and the settings is what these say.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { documents } from '../cli/shared/documents.ts';

/** As it is read, whatever a formatter made of its tables. */
const plain = (text: string) => text.replaceAll(/ +/g, ' ').replaceAll(/-{3,}/g, '---');

test.each([...documents()])('%s is up to date; if not: npm run documents', (file, text) => {
  expect(plain(readFileSync(new URL(`../${file}`, import.meta.url), 'utf8'))).toBe(plain(text));
});
