// English says everything that the API can say.
import { expect, test } from 'vitest';
import { problems } from '../../api/http/problems.ts';
import { problems as english } from '../../web/src/texts/en/problems.ts';

test('every problem of the API has an English sentence', () => {
  expect(Object.keys(problems).filter((code) => !(code in english))).toEqual([]);
});
