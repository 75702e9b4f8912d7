// Policies are data (reading 7): the shipped ones, what a file may hold, and where it is wrong.
import { execFileSync, spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { type Policy, policies } from '../../sop/policy/policy.ts';
import { limitForKind, limitKinds, type Step } from '../../sop/terms.ts';
import { type LimitOf, limitEnds, limitOf, ofKind, type WrittenLimit } from '../../sop/time/clock.ts';
import { parsePolicy } from '../../sop/policy/policy.schema.ts';

const root = new URL('../..', import.meta.url).pathname;
const cli = ['--import', 'tsx', 'cli/policy.ts'];

describe('the shipped policies', () => {
  test('sop has every limit as the SOP writes it', () => {
    const { rows, firstResponse, whole, completion } = policies.sop;
    const [hour, days] = [{ officeMinutes: 60 }, { workingDays: 3 }];
    expect(rows).toEqual({
      1: hour,
      2: days,
      3: hour,
      4: days,
      5: days,
      6: hour,
      7: hour,
      8: days,
      9: hour,
      10: hour,
      11: { workingDays: 10 },
    });
    expect(firstResponse).toEqual(days);
    expect(whole).toEqual({
      informasi: { workingDays: 5 },
      aspirasi: { workingDays: 5 },
      pengaduan: { workingDays: 14 },
      oversight: { workingDays: 60 },
    });
    expect(completion).toEqual({ workingDays: 10 });
  });

  test('realistis differs in row 10 and by what it extends (readings 7, 25)', () => {
    const { name, rows, extensions, ...rest } = policies.realistis;
    const { name: _, rows: written, ...same } = policies.sop;
    expect(name).toBe('realistis');
    expect(rest).toEqual(same);
    expect(extensions).toEqual({ informasi: { workingDays: 7 } });
    expect(rows).toEqual({ ...written, 10: { workingDays: 3 } });
  });

  test.each(['sop', 'realistis', 'lapor'] as const)('%s is printed in the form that a file takes', (name) => {
    const printed = execFileSync(process.execPath, [...cli, name], { cwd: root, encoding: 'utf8' });
    expect(parsePolicy(printed, 'printed')).toEqual(policies[name]);
  });

  test('another name is refused with those there are', () => {
    const { status, stderr } = spawnSync(process.execPath, [...cli, 'lain'], { cwd: root, encoding: 'utf8' });
    expect([status, stderr.includes('sop, realistis, lapor')]).toEqual([2, true]);
  });
});

test('a limit as histories of 0.1.0 have it is the same limit', () => {
  const { rows, firstResponse, whole, completion } = policies.realistis;
  const limit = (which: LimitOf | WrittenLimit) => [limitOf(policies.realistis, which), limitEnds(which)];
  for (const [step, wanted] of Object.entries(rows)) {
    const ends = step === '11' ? 'closed' : undefined;
    expect(limit({ clock: 'row', limit: `row-${Number(step) as Step}` })).toEqual([wanted, ends]);
    expect(limit({ clock: 'row', step: Number(step) as Step })).toEqual([wanted, ends]);
  }
  // Which kind of report it is goes along.
  const byKind: Policy = {
    ...policies.sop,
    rows: { ...policies.sop.rows, 8: { default: { workingDays: 3 }, pengaduan: { workingDays: 9 } } },
  };
  for (const [kind, workingDays] of [
    ['pengaduan', 9],
    ['aspirasi', 3],
    [undefined, 3],
  ] as const) {
    const which = { clock: 'row', limit: 'row-8', ...(kind && { kind }) } as const;
    expect(limitOf(byKind, which)).toEqual({ workingDays });
  }
  for (const kind of ['informasi', 'aspirasi', 'pengaduan', 'oversight'] as const) {
    expect(limit({ clock: 'whole', limit: `whole-${kind}` })).toEqual([whole[kind], undefined]);
    expect(limit({ clock: 'whole', kind })).toEqual([whole[kind], undefined]);
  }
  expect(limit({ clock: 'firstResponse', limit: 'first-response' })).toEqual([firstResponse, undefined]);
  expect(limit({ clock: 'completion', limit: 'completion' })).toEqual([completion, 'withdrawn']);
});

test('a limit that differs by no kind is the same of every kind', () => {
  const limits = [{ clock: 'firstResponse' }, { clock: 'completion' }, { clock: 'rejection' }] as const;
  for (const limit of limits) expect(ofKind(limit, 'aspirasi')).toEqual(limit);
});

test('an objection to a rejection has its own limit, or that of row 11 (reading 22)', () => {
  const own = { ...policies.sop, completion: { workingDays: 4 }, rejection: { workingDays: 7 } };
  expect(limitOf(own, { clock: 'rejection' })).toEqual({ workingDays: 7 });
  const { rejection: _, ...silent } = own;
  expect(limitOf(silent, { clock: 'rejection' })).toEqual(silent.rows[11]);
});

describe('a file', () => {
  const drill = structuredClone(policies.sop) as unknown as Record<string, unknown> & {
    rows: Record<string, unknown>;
  };
  const text = (change: (policy: typeof drill) => void) => {
    const policy = structuredClone(drill);
    change(policy);
    return JSON.stringify(policy);
  };

  test('may count seconds, for drills', () => {
    const parsed = parsePolicy(
      text(({ rows }) => Object.assign(rows, { 3: { seconds: 2.5 } })),
      'drill.json',
    );
    expect(parsed.rows[3]).toEqual({ seconds: 2.5 });
  });

  test.each([
    ['not JSON', '{ "name": ', /drill\.json: not JSON/],
    ['not an object', '[]', /at \(top\)/],
    ['a row is missing', text(({ rows }) => delete rows[7]), /at rows\.7/],
    ['a row too many', text(({ rows }) => Object.assign(rows, { 12: { seconds: 1 } })), /at rows.*12/],
    ['no unit', text(({ rows }) => Object.assign(rows, { 2: 3 })), /at rows\.2: expected \{"officeMinutes"/],
    [
      'two units',
      text(({ rows }) => Object.assign(rows, { 2: { seconds: 1, workingDays: 1 } })),
      /at rows\.2/,
    ],
    ['zero', text(({ rows }) => Object.assign(rows, { 2: { workingDays: 0 } })), /at rows\.2/],
    ['negative', text((policy) => Object.assign(policy, { completion: { seconds: -1 } })), /at completion/],
    [
      'a word for a number',
      text((policy) => Object.assign(policy, { maxObjections: 'dua' })),
      /at maxObjections/,
    ],
    [
      'warned after the limit',
      text((policy) => Object.assign(policy, { warnAtFraction: 1.5 })),
      /at warnAtFraction/,
    ],
    [
      'a name with what nobody sees',
      text((policy) => Object.assign(policy, { name: 'per\u202Eketat' })),
      /at name: expected one line/,
    ],
    ['a name nobody knows', text((policy) => Object.assign(policy, { warning: 1 })), /warning/],
  ])('%s: refused with the place', (_, content, place) => {
    expect(() => parsePolicy(content, 'drill.json')).toThrow(place);
  });
});

describe('reading 29: a row may have a limit by kind', () => {
  const rows = {
    ...policies.sop.rows,
    4: { default: { workingDays: 3 }, informasi: { days: 2 } },
    8: { default: { workingDays: 3 }, pengaduan: { workingDays: 5 }, oversight: { workingDays: 30 } },
  };

  test('its own, or that of every other report; berkadar pengawasan is a pengaduan first', () => {
    const days = (step: Step) => limitKinds.map((kind) => Object.values(limitForKind(rows[step], kind))[0]);
    expect(limitKinds).toEqual(['pengaduan', 'aspirasi', 'informasi', 'oversight']);
    expect(days(4)).toEqual([3, 3, 2, 3]);
    expect(days(8)).toEqual([5, 3, 3, 30]);
    expect(limitForKind({ default: { days: 1 }, pengaduan: { days: 4 } }, 'oversight')).toEqual({
      days: 4,
    });
    // Until 0.2.0 nobody said of which kind.
    expect(limitForKind(rows[4])).toEqual({ workingDays: 3 });
    expect(limitForKind(rows[5], 'informasi')).toEqual({ workingDays: 3 });
  });

  test('a file may have it, and is told where it is wrong', () => {
    const read = (limit: unknown) => () =>
      parsePolicy(JSON.stringify({ ...policies.sop, rows: { ...rows, 5: limit } }), 'kebijakan.json');
    expect(read({ default: { days: 1 }, aspirasi: { seconds: 2 } })().rows[5]).toEqual({
      default: { days: 1 },
      aspirasi: { seconds: 2 },
    });
    expect(read({ informasi: { days: 1 } })).toThrow(/at rows\.5: expected .*by kind/);
    expect(read({ days: 0 })).toThrow(/at rows\.5\.days: /);
    expect(read({ default: { days: 1 }, usul: { days: 1 } })).toThrow(/at rows\.5: .*"usul"/);
  });
});

test('a file with several faults says each on a line of its own, under its name', () => {
  const wrong = JSON.stringify({ ...policies.sop, name: '', maxObjections: -1 });
  expect(() => parsePolicy(wrong, 'drill.json')).toThrow(
    /^drill\.json: not a policy:\n {2}at name: .+\n {2}at maxObjections: .+$/,
  );
});
