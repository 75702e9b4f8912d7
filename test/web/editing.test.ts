// Rules as they are edited: to the API and back without loss, and on top of what others saved meanwhile.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { consultationLimitOf } from '../../sop/beside/consultation.ts';
import { policies, rulesOf } from '../../sop/policy/policy.ts';
import type { CalendarYear } from '../../web/src/api/types.ts';
import {
  bodyOf,
  changesOf,
  draftOf as yearOf,
  mergeYears,
} from '../../web/src/oversight/calendar/calendar-draft.ts';
import { changedFields } from '../../web/src/oversight/people/changed-fields.ts';
import { draftOf, faultsOf, policyOf } from '../../web/src/oversight/policy/policy-form.ts';
import { mergeFields } from '../../web/src/oversight/rules/merge.ts';

test.each(Object.entries(policies))('the policy %s comes back from its form as it went in', (_, policy) => {
  const whole = {
    ...policy,
    rows: { ...policy.rows, 4: { default: { days: 5 }, informasi: { workingDays: 2 } } },
    backlogDays: 400,
    mailsPerDay: { unconfirmed: 2, confirmed: 9 },
    consultation: { days: 3 },
    rejection: { days: 8 },
    extensions: { ...policy.extensions, oversight: { workingDays: 30 } },
    objectionsToSame: 0,
    completionsPerStay: 3,
    letters: { answer: 50, firstResponse: 0 },
    retentionDays: 400,
  };
  expect(policyOf(draftOf(whole))).toEqual(whole);
  expect(faultsOf(draftOf(policy))).toEqual({});
});

test('what a policy of 0.1.0 does not say is shown, and sent, as it counts', () => {
  const { consultation, objectionsToSame, completionsPerStay, letters, rejection: _, ...old } = policies.sop;
  expect(policyOf(draftOf(old))).toEqual(policies.sop);
  expect(rulesOf(old)).toEqual(rulesOf({ ...old, objectionsToSame, completionsPerStay, letters }));
  expect(consultationLimitOf(old)).toEqual(consultation);
});

test('a percent is a fraction without the noise of binary ones', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99 }), (percent) => {
      const draft = draftOf({ ...policies.sop, warnAtFraction: percent / 100 });
      expect([draft.warnPercent, policyOf(draft).warnAtFraction]).toEqual([String(percent), percent / 100]);
    }),
  );
});

test('what is typed wrong is told of its field', () => {
  const draft = draftOf(policies.sop);
  const limits = {
    ...draft.limits,
    'rows.2': { amount: '', unit: 'workingDays' },
    'rows.3': { amount: '1,5', unit: 'officeMinutes' },
    completion: { amount: '0,05', unit: 'seconds' },
    firstResponse: { amount: '0,5', unit: 'seconds' },
    'extensions.informasi': { amount: '', unit: 'workingDays' },
  } as const;
  const numbers = { ...draft.numbers, maxObjections: '-1', completionsPerStay: '0', 'letters.answer': '' };
  const wrong = { ...draft, limits, numbers, name: ' ', warnPercent: '100' };
  expect(faultsOf(wrong)).toEqual({
    'rows.2': 'required',
    'rows.3': 'whole_',
    completion: 'seconds',
    name: 'required',
    warnAtFraction: 'percent',
    maxObjections: 'nonnegative',
    completionsPerStay: 'whole_',
    'letters.answer': 'required',
    'extensions.informasi': 'required',
  });
});

test('field by field: mine where I changed it, theirs elsewhere', () => {
  const base = { a: 1, b: { c: 1, d: 1 } };
  expect(mergeFields(base, { a: 2, b: { c: 1, d: 2 } }, { a: 3, b: { c: 3, d: 3 } })).toEqual({
    a: 2,
    b: { c: 3, d: 2 },
  });
});

test('what nobody changed merges into what is there, and what one alone changed stays', () => {
  const value = fc.record({ a: fc.integer({ max: 3 }), b: fc.record({ c: fc.boolean() }) });
  fc.assert(
    fc.property(value, value, (base, other) => {
      expect(mergeFields(base, base, other)).toEqual(other);
      expect(mergeFields(base, other, base)).toEqual(other);
    }),
  );
});

const day = (date: string, name: string) => ({ date, name, kind: 'libur nasional' as const });
const year = (...days: ReturnType<typeof day>[]): CalendarYear => ({
  year: 2026,
  revision: 'r1',
  days,
  hours: [
    {
      name: 'Biasa',
      from: '2020-01-01',
      to: '2099-12-31',
      week: { 1: [['08:00', '16:00']] },
    },
    {
      name: 'Ramadan',
      from: '2026-02-18',
      to: '2026-03-19',
      week: { 1: [['08:00', '15:00']], 6: [] },
    },
  ],
});

test('of a year, what lies within it is sent back, without closed days and without the keys of rows', () => {
  const draft = yearOf(year(day('2026-01-01', 'Tahun Baru')));
  expect(bodyOf(draft)).toEqual({
    days: [day('2026-01-01', 'Tahun Baru')],
    hours: [{ name: 'Ramadan', from: '2026-02-18', to: '2026-03-19', week: { 1: [['08:00', '15:00']] } }],
  });
});

test('days that I added and removed are put on top of what others saved; of one date, mine stays', () => {
  const base = yearOf(year(day('2026-01-01', 'Tahun Baru'), day('2026-05-01', 'Buruh')));
  const mine = yearOf(year(day('2026-01-01', 'Tahun Baru'), day('2026-12-25', 'Natal')));
  const theirs = yearOf(
    year(day('2026-01-01', 'Tahun Baru 2026'), day('2026-05-01', 'Buruh'), day('2026-12-25', 'Libur')),
  );
  const { days } = changesOf(base, mine);
  expect([days.added.map(({ name }) => name), days.removed.map(({ name }) => name)]).toEqual([
    ['Natal'],
    ['Buruh'],
  ]);
  expect(mergeYears(base, mine, theirs).days.map(({ name }) => name)).toEqual(['Tahun Baru 2026', 'Natal']);
});

test('of a form only what differs is sent, trimmed', () => {
  const known = { name: 'Rina', email: '', officeId: 'upt' };
  expect(changedFields(known, { name: ' Rina ', email: ' r@b.id', officeId: 'upt' })).toEqual({
    email: 'r@b.id',
  });
});
