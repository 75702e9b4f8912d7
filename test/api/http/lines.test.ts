// reading 32: a title or name is one line that can be seen, whichever way it comes in; a title has a letter or digit besides.
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { decision } from '../../../contract/decision.ts';
import { newTemplate } from '../../../contract/desk.ts';
import { changedOffice, changedUser, newOffice, newUser } from '../../../contract/ops.ts';
import { reference } from '../../../contract/references.ts';
import { filing } from '../../../contract/reporter/public.ts';
import { putCalendar, putOfficeHours, putPolicy } from '../../../contract/operations/rules.ts';
import { policies } from '../../../sop/policy/policy.ts';
import { parsePolicy } from '../../../sop/policy/policy.schema.ts';
import { readDecision } from '../../../workflows/reading/read-decision.ts';
import { national } from '../../support/walks/small-ministry.ts';

const taken =
  (schema: z.ZodType, body: (text: string) => unknown) =>
  (text: string): boolean =>
    schema.safeParse(body(text)).success;
const report = { kind: 'aspirasi', title: 'Taman', description: 'Taman kota', reporter: { name: 'Siti' } };
const correction = (changes: object) => ({ action: 'correct', reason: 'Salah ketik', changes });
const year = { from: '2027-01-01', to: '2027-12-31', week: {} };
const byUpdate = (changes: object) => {
  const actor = { role: 'national', officeId: national.id, name: 'Petugas' };
  return 'value' in readDecision([{ ...correction(changes), actor }]);
};

const titles: Record<string, (text: string) => boolean> = {
  'of a report': taken(filing, (title) => ({ ...report, title })),
  'that is corrected': taken(decision, (title) => correction({ title })),
  'that is corrected, as the engine reads it': (title) => byUpdate({ title }),
  'of a template': taken(newTemplate, (title) => ({ action: 'answer', title, text: 'Selesai.' })),
};

const names: Record<string, (text: string) => boolean> = {
  'the reporter': taken(filing, (name) => ({ ...report, reporter: { name } })),
  'a category': taken(filing, (category) => ({ ...report, category })),
  'a place': taken(filing, (place) => ({ ...report, place })),
  'another system': taken(reference, (source) => ({ source, id: '1' })),
  'its number': taken(reference, (id) => ({ source: 'surat', id })),
  'a corrected category': taken(decision, (category) => correction({ category })),
  'a corrected place': taken(decision, (place) => correction({ place })),
  'a corrected place, as the engine reads it': (place) => byUpdate({ place }),
  'who decides, as the engine reads it': (name) =>
    'value' in
    readDecision([{ action: 'receive', actor: { role: 'national', officeId: national.id, name } }]),
  'an officer': taken(newUser, (name) => ({ username: 'siti', name, role: 'admin', officeId: 'nasional' })),
  'a changed officer': taken(changedUser, (name) => ({ name })),
  'an office': taken(newOffice, (name) => ({ id: 'kantor', name, level: 'national' })),
  'a changed office': taken(changedOffice, (name) => ({ name })),
  'a holiday': taken(putCalendar, (name) => [{ date: '2027-01-01', name, kind: 'libur nasional' }]),
  'office hours': taken(putCalendar, (name) => ({ days: [], hours: [{ ...year, name }] })),
  'hours of one office': taken(putOfficeHours, (name) => ({ hours: [{ ...year, name }] })),
  'a policy': taken(putPolicy, (name) => ({ ...policies.sop, name })),
  'a legal basis': taken(putPolicy, (basis) => ({ ...policies.sop, legalBasis: [basis] })),
  'a policy of a file': (name) => {
    try {
      return parsePolicy(JSON.stringify({ ...policies.sop, name }), 'berkas').name !== '';
    } catch {
      return false;
    }
  },
};

const odd: [string, string][] = [
  ['two lines', 'Judul\ndua'],
  ['a line of another kind', 'Judul\u2028dua'],
  ['a control character', 'Judul\u0007'],
  ['a turn of direction', 'a\u202Egnp.exe'],
  ['what is not seen', 'Ju\u200Bdul'],
  ['nothing that is seen', '\u3164'],
];

describe.each(Object.entries({ ...titles, ...names }))('%s', (_what, take) => {
  test('is one line that can be seen', () => {
    expect(take('Café di RT 03')).toBe(true);
    for (const [what, text] of odd) expect([what, take(text)]).toEqual([what, false]);
  });
});

describe.each(Object.entries(titles))('a title %s', (_what, take) => {
  test('has a letter or digit', () => {
    expect([take('7'), take('–!')]).toEqual([true, false]);
  });
});
