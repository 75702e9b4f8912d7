// The one line before each decision: what will happen, whom the time is charged to, what the reporter will be told.
import { describe, expect, test } from 'vitest';
import { decisionsAt, rows } from '../../sop/procedure.ts';
import { policies } from '../../sop/policy/policy.ts';
import { type OfficeAction, officeActions, type Step } from '../../sop/terms.ts';
import { nextStepWords } from '../../web/src/office/deciding/next-step.ts';
import { deciding as english } from '../../web/src/texts/en/office/deciding.ts';
import { words as englishWords } from '../../web/src/texts/en/office/words.ts';
import { deciding } from '../../web/src/texts/id/office/deciding.ts';
import { words } from '../../web/src/texts/id/office/words.ts';

const report = {
  kind: 'informasi',
  oversight: false,
  binding: { came: false, goes: false },
  firstResponseDue: null,
  firstResponse: null,
  holder: { id: 'upt-bandung', name: 'UPT Pelayanan Bandung', level: 'upt' },
} as const;
const languages = [
  { texts: { deciding, words }, charged: /dibebankan/, reporter: /[Pp]elapor/ },
  { texts: { deciding: english, words: englishWords }, charged: /charged/, reporter: /reporter/ },
] as const;
const open = rows.flatMap(({ step }) =>
  officeActions
    .filter((action) => action in decisionsAt(step))
    .flatMap((action) => [{ step, action, disposes: action === 'dispose' }]),
);

const line = (decided: object, texts: object = languages[0].texts, policy = policies.realistis) =>
  nextStepWords({ level: 'agency', office: undefined, report, ...decided } as never, policy, texts as never);

describe.each(languages)('in each language', ({ texts, charged, reporter }) => {
  test.each(open)('$action at row $step says all three', ({ step, action, disposes }) => {
    const said = line({ step, action, disposes }, texts);
    // At row 11 the time is nobody's: the report waits for its closing.
    if (step !== 11) expect(said).toMatch(charged);
    expect(said).toMatch(reporter);
  });
});

const rejected = (step: Step, repeats: boolean) =>
  line({ action: 'reject' satisfies OfficeAction, step, disposes: false, repeats });

test('a duplicate is another rejection: below national always, there once its original is named', () => {
  expect(rejected(2, false)).not.toMatch(/laporan asal/);
  for (const said of [rejected(2, true), rejected(4, false), rejected(7, false)])
    expect(said).toMatch(/mengikuti laporan asal/);
});

test('a correction names each limit that the other kind moves, of the row too', () => {
  const to = { kind: 'pengaduan', oversight: false };
  const corrected = (policy = policies.sop) =>
    line({ action: 'correct', step: 8, disposes: false, to }, languages[0].texts, policy);
  expect(corrected()).toMatch(/^Batas keseluruhan 5 hari kerja menjadi 14 hari kerja/);
  expect(corrected()).not.toMatch(/Batas langkah/);
  const byKind = { default: { workingDays: 3 }, informasi: { workingDays: 2 } };
  expect(corrected({ ...policies.sop, rows: { ...policies.sop.rows, 8: byKind } })).toMatch(
    /Batas langkah ini 2 hari kerja menjadi 3 hari kerja/,
  );
  expect(line({ action: 'correct', step: 8, disposes: false })).toMatch(/^Tenggat tidak berubah/);
});
