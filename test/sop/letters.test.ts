// reading 32: an answer and a first response have letters enough, by the policy's numbers; a mark or a blank is no answer.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Refusal } from '../../sop/refusal.ts';
import { policies, type Policy, rulesOf } from '../../sop/policy/policy.ts';
import { lettersIn } from '../../sop/texts/text.ts';
import { goodAnswer, goodFirstResponse } from '../support/said.ts';
import { agency, echelon1, national, upt } from '../support/walks/small-ministry.ts';
import { refusedAs, where } from '../support/walks/walk-words.ts';
import { by, filed, type Walk } from '../support/walks/walk.ts';

const monday = '2026-11-02T02:00:00.000Z';
const letters = (count: number) => 'a'.repeat(count);

const atRow4 = (policy?: Policy) => {
  const walk = by(filed(monday, {}, monday, policy), national, 'dispose', { target: agency });
  return by(walk, agency, 'receive');
};
const atRow6 = (policy?: Policy) => by(atRow4(policy), agency, 'accept', { target: echelon1 });
const atRow7 = (policy?: Policy) => by(atRow6(policy), echelon1, 'receive');
const atRow8 = (policy?: Policy) => by(atRow7(policy), echelon1, 'accept');
const atRow9 = (policy?: Policy) => by(atRow7(policy), echelon1, 'dispose', { target: upt });
const atRow10 = (policy?: Policy) => by(atRow9(policy), upt, 'receive');
const waiting = () => by(atRow8(), echelon1, 'request-completion');

/** Wherever an answer or a first response is given, and by how many letters. */
const places: [string, Walk, typeof echelon1, 'answer' | 'respond', number][] = [
  ['row 4, where the agency owes it (reading 29)', atRow4(policies.lapor), agency, 'respond', 15],
  ['row 6', atRow6(), echelon1, 'respond', 15],
  ['row 7', atRow7(), echelon1, 'respond', 15],
  ['row 8', atRow8(), echelon1, 'respond', 15],
  ['row 9', atRow9(), echelon1, 'respond', 15],
  ['row 10', atRow10(), echelon1, 'respond', 15],
  ['the completion', waiting(), echelon1, 'respond', 15],
  ['row 8', atRow8(), echelon1, 'answer', 30],
  ['row 10', atRow10(), upt, 'answer', 30],
];

test.each([
  ['', 0],
  ['-', 0],
  ['--- ... !!! 12 345', 0],
  ['Sudah, "selesai".', 12],
  ['é', 1],
  // Of Javanese the signs of vowels are marks.
  ['ꦲꦏ꧀ꦱꦫ', 4],
  ['報告', 2],
  ['\u{1F6A7}\u{FE0F} \u0301', 0],
])('%j has %i letters', (text, count) => {
  expect(lettersIn(text.normalize('NFC'))).toBe(count);
});

describe.each(places)('%s: %s', (_place, walk, office, action, least) => {
  const refused = (text: string) => refusedAs(() => by(walk, office, action, { text }));

  test(`one letter fewer than ${least} is too few, and no other character makes up for it`, () => {
    expect(refused(letters(least - 1))).toBe('too-short');
    expect(refused(`${letters(least - 1)}${' .-1'.repeat(50)}`)).toBe('too-short');
    expect(refused('-')).toBe('too-short');
    expect(refused(' ')).toBe('text-required');
    expect(refused(letters(least))).toBe('taken');
    expect(refused('a - '.repeat(least))).toBe('taken');
  });

  test('the refusal says how many are wanted', () => {
    expect(() => by(walk, office, action, { text: '-' })).toThrow(
      expect.objectContaining({ code: 'too-short', letters: least }),
    );
    expect(() => by(walk, office, action, { text: '' })).toThrow(
      expect.objectContaining({ code: 'text-required', letters: undefined }),
    );
  });
});

test('what is refused as too short has too few letters, and changes nothing', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.string({ unit: fc.constantFrom('a', 'Ж', '7', ' ', '.', '\u0301'), maxLength: 60 }),
  );
  fc.assert(
    fc.property(fc.constantFrom(...places), texts, ([_place, walk, office, action, least], text) => {
      const before = structuredClone(walk);
      try {
        by(walk, office, action, { text });
        expect(lettersIn(text)).toBeGreaterThanOrEqual(least);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        expect(error.code).toBe(text.trim() === '' ? 'text-required' : 'too-short');
        expect(lettersIn(text)).toBeLessThan(least);
      }
      expect(walk).toEqual(before);
    }),
  );
});

test('a further word after the answer is neither of the two', () => {
  const answered = by(atRow8(), echelon1, 'answer');
  expect(refusedAs(() => by(answered, echelon1, 'respond', { text: 'Ya.' }))).toBe('taken');
});

describe('the policy says how many', () => {
  const withLetters = (written: Policy['letters']): Policy => ({ ...policies.sop, letters: written });
  const taken = (policy: Policy, answer: string, response: string) => [
    refusedAs(() => by(atRow8(policy), echelon1, 'answer', { text: answer })),
    refusedAs(() => by(atRow8(policy), echelon1, 'respond', { text: response })),
  ];

  test('its own numbers; none at all', () => {
    const own = withLetters({ answer: 3, firstResponse: 2 });
    expect(taken(own, letters(3), letters(2))).toEqual(['taken', 'taken']);
    expect(taken(own, letters(2), letters(1))).toEqual(['too-short', 'too-short']);
    const none = withLetters({ answer: 0, firstResponse: 0 });
    expect(rulesOf(none).letters).toEqual({ answer: 0, firstResponse: 0 });
    expect(taken(none, '-', '-')).toEqual(['taken', 'taken']);
  });

  test('one that does not say, as those of before, asks for thirty and fifteen', () => {
    const { letters: _, ...before } = policies.sop;
    expect(rulesOf(before)).toEqual(rulesOf(policies.sop));
    expect(taken(before, letters(29), letters(14))).toEqual(['too-short', 'too-short']);
    expect(taken(before, goodAnswer, goodFirstResponse)).toEqual(['taken', 'taken']);
  });

  test('a report whose history knows no such number goes on as it did', () => {
    const walk = atRow8();
    const { letters: _, ...rules } = walk.case.rules;
    const old = { ...walk, case: { ...walk.case, rules } };
    const answered = by(old, echelon1, 'answer', { text: '-' });
    expect(where(answered)).toEqual([11, 'sistem', 'answered']);
  });
});
