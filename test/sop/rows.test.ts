// The eleven rows and every branch, as rules: who decides, where it goes, what is recorded.
import { describe, expect, test } from 'vitest';
import {
  agency,
  agencyB,
  echelon1,
  echelon1Other,
  national,
  upt,
  uptOther,
} from '../support/walks/small-ministry.ts';
import {
  by,
  byReporter,
  filed,
  later,
  nextTimer,
  optionsOf,
  reporterOptionsOf,
  rings,
  type Walk,
} from '../support/walks/walk.ts';
import { refusedAs, where } from '../support/walks/walk-words.ts';
import { goodAnswer } from '../support/said.ts';

// A Monday, 09:00 WIB.
const monday = '2026-11-02T02:00:00.000Z';
const atNational = () => filed(monday);
const atRow4 = () => by(by(filed(monday), national, 'dispose', { target: agency }), agency, 'receive');
const atRow6 = () => by(atRow4(), agency, 'accept', { target: echelon1 });
const atRow7 = () => by(atRow6(), echelon1, 'receive');
const atRow8 = () => by(atRow7(), echelon1, 'accept');
const atRow10 = () => by(by(atRow7(), echelon1, 'dispose', { target: upt }), upt, 'receive');
const atRow11 = () => by(atRow10(), upt, 'answer');

describe('the rows in order', () => {
  test('SOP 1–11 through a UPT, each row with its holder and its record', () => {
    let walk = filed(monday);
    expect(where(walk)).toEqual([2, 'nasional', 'received']);
    walk = by(walk, national, 'dispose', { target: agency });
    expect(where(walk)).toEqual([3, 'a', 'in-process']);
    walk = by(walk, agency, 'receive');
    expect(where(walk)).toEqual([4, 'a', 'in-process']);
    walk = by(walk, agency, 'accept');
    expect(where(walk)).toEqual([5, 'a', 'in-process']);
    walk = by(walk, agency, 'dispose', { target: echelon1 });
    expect(where(walk)).toEqual([6, 'a1', 'in-process']);
    walk = by(walk, echelon1, 'receive');
    expect(where(walk)).toEqual([7, 'a1', 'in-process']);
    walk = by(walk, echelon1, 'accept');
    expect(where(walk)).toEqual([8, 'a1', 'in-process']);
    walk = by(walk, echelon1, 'dispose', { target: upt });
    expect(where(walk)).toEqual([9, 'a1x', 'in-process']);
    walk = by(walk, upt, 'receive');
    expect(where(walk)).toEqual([10, 'a1x', 'in-process']);
    walk = by(walk, upt, 'answer', { text: goodAnswer });
    expect(where(walk)).toEqual([11, 'sistem', 'answered']);
    walk = byReporter(walk, 'confirmation');
    expect(where(walk)).toEqual([11, 'sistem', 'closed']);
    expect(walk.entries.map(({ type }) => type)).toEqual([
      'filed',
      'acknowledged',
      'disposed',
      'received',
      'accepted',
      'disposed',
      'received',
      'accepted',
      'disposed',
      'received',
      'answered',
      'confirmed',
    ]);
    expect(walk.entries.flatMap(({ opens }) => (opens ? [opens.step] : []))).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11,
    ]);
  });

  test('SOP 3: straight to an agency; its first return gives national its first verification (reading 8)', () => {
    const walk = filed(monday, { agency });
    expect(where(walk)).toEqual([3, 'a', 'received']);
    expect(where(by(by(walk, agency, 'receive'), agency, 'return'))).toEqual([2, 'nasional', 'in-process']);
  });

  test('SOP 4 and 5 in one action are two records (reading 4)', () => {
    const walk = by(atRow4(), agency, 'accept', { target: echelon1 });
    expect(where(walk)).toEqual([6, 'a1', 'in-process']);
    expect(walk.entries.slice(-2).map(({ type, step }) => [type, step])).toEqual([
      ['accepted', 4],
      ['disposed', 5],
    ]);
    expect(walk.case.revision).toBe(atRow4().case.revision + 1);
  });

  test('SOP 6: responding before receiving also receives (reading 5)', () => {
    const walk = by(atRow6(), echelon1, 'respond', { text: 'Laporan kami terima.' });
    expect(where(walk)).toEqual([7, 'a1', 'in-process']);
    expect(walk.entries.slice(-2).map(({ type }) => type)).toEqual(['received', 'responded']);
    expect(walk.case.clocks.firstResponse).toBeUndefined();
  });

  test('SOP 6: respon awal stays open to the Eselon 1 office while a UPT holds the report', () => {
    const walk = atRow10();
    expect(walk.case.clocks.firstResponse?.request.officeId).toBe('a1');
    const responded = by(walk, echelon1, 'respond');
    expect(where(responded)).toEqual([10, 'a1x', 'in-process']);
    expect(responded.case.clocks.firstResponse).toBeUndefined();
    expect(by(walk, upt, 'answer').case.clocks.firstResponse).toBeUndefined();
  });

  test.each([
    ['accept', undefined, [8, 'a1', 'in-process']],
    ['dispose', upt, [9, 'a1x', 'in-process']],
    ['return', undefined, [4, 'a', 'in-process']],
  ] as const)('SOP 7, three ways: %s', (action, target, place) => {
    expect(where(by(atRow7(), echelon1, action, target ? { target } : {}))).toEqual(place);
  });

  test.each([
    ['answer', undefined, [11, 'sistem', 'answered']],
    ['dispose', uptOther, [9, 'a1y', 'in-process']],
  ] as const)('SOP 8, two ways: %s', (action, target, place) => {
    expect(where(by(atRow8(), echelon1, action, target ? { target } : {}))).toEqual(place);
  });

  test('reading 9: a UPT returns to row 7 of its Eselon 1 unit, whose row limit begins afresh', () => {
    const walk = by(later(atRow10(), 3_600_000), upt, 'return');
    expect(where(walk)).toEqual([7, 'a1', 'in-process']);
    expect(walk.case.clocks.row?.request.from).toBe(new Date(walk.now).toISOString());
  });
});

describe('reading 10: no ping-pong', () => {
  test('the third disposition to the level that returned twice is binding, and says so', () => {
    let walk = filed(monday);
    for (const target of [agency, agencyB]) {
      walk = by(walk, national, 'dispose', { target });
      walk = by(by(walk, target, 'receive'), target, 'return');
    }
    walk = by(walk, national, 'dispose', { target: agency });
    expect(walk.entries.at(-1)).toMatchObject({ type: 'disposed', binding: true });
    walk = by(walk, agency, 'receive');
    expect(optionsOf(walk, 'a')).toEqual(['accept', 'reject', 'request-completion', 'ask', 'correct']);
    expect(refusedAs(() => by(walk, agency, 'return'))).toBe('binding-disposition');
    const below = by(by(walk, agency, 'accept', { target: echelon1 }), echelon1, 'receive');
    expect(where(by(below, echelon1, 'return'))).toEqual([4, 'a', 'in-process']);
  });
});

describe('reading 11: completion', () => {
  test('the row clock stands still; on with what remained, or withdrawn after 10 hari kerja', () => {
    const before = atRow4();
    const asked = by(before, agency, 'request-completion');
    expect(asked.case.clocks.row).toBeUndefined();
    expect(optionsOf(asked, 'a')).toEqual(['ask']);
    expect(refusedAs(() => by(asked, agency, 'accept'))).toBe('wrong-step');
    // Monday, due Thursday: three working days remain; completed on Wednesday of the next week → Monday after.
    const completed = byReporter(later(asked, 9 * 86_400_000), 'completion');
    expect(where(completed)).toEqual([4, 'a', 'in-process']);
    expect(completed.case.clocks.row?.due).toBe('2026-11-16T09:00:00.000Z');
    let silent: Walk | undefined = asked;
    while (silent && silent.case.status === 'awaiting-completion') silent = nextTimer(silent);
    expect(silent?.case.status).toBe('withdrawn');
    expect(new Date(silent?.now ?? 0).toISOString()).toBe(rings('2026-11-16T09:00:00.000Z'));
  });
});

describe('SOP 11 (reading 12)', () => {
  test('a reply or a further word restarts the 10 hari kerja; silence closes by the system', () => {
    const answered = atRow11();
    const replied = byReporter(later(answered, 5 * 86_400_000), 'reply');
    expect(answered.case.clocks.row?.due).toBe('2026-11-16T09:00:00.000Z');
    expect(replied.case.clocks.row?.due).toBe('2026-11-20T09:30:00.000Z');
    expect(by(replied, upt, 'respond').case.status).toBe('answered');
    const closed = nextTimer(replied);
    expect(closed?.case.status).toBe('closed');
    expect(closed?.entries.at(-1)).toMatchObject({ type: 'closed', actor: { role: 'system' } });
  });

  test('of two objections the first goes back to the answering row, the other upward (reading 23)', () => {
    let walk = byReporter(atRow11(), 'objection');
    expect(where(walk)).toEqual([10, 'a1x', 'in-process']);
    walk = byReporter(by(walk, upt, 'answer'), 'objection');
    expect(where(walk)).toEqual([7, 'a1', 'in-process']);
    expect(walk.case.path.upt).toBeUndefined();
    walk = by(by(walk, echelon1, 'accept'), echelon1, 'answer');
    expect(reporterOptionsOf(walk)).toEqual(['reply', 'confirmation']);
    expect(refusedAs(() => byReporter(walk, 'objection'))).toBe('objection-limit');
    let own = byReporter(by(atRow8(), echelon1, 'answer'), 'objection');
    expect(where(own)).toEqual([8, 'a1', 'in-process']);
    own = byReporter(by(own, echelon1, 'answer'), 'objection');
    expect(where(own)).toEqual([4, 'a', 'in-process']);
    expect(Object.keys(own.case.clocks).toSorted()).toEqual(['row', 'whole']);
  });

  test('of a report of 0.1.0, whose rules do not say, every objection goes to who answered', () => {
    const old = ({ case: c, ...walk }: Walk): Walk => {
      const { objectionsToSame: _, ...rules } = c.rules;
      return { ...walk, case: { ...c, rules } };
    };
    const once = byReporter(old(atRow11()), 'objection');
    const twice = byReporter(old(by(once, upt, 'answer')), 'objection');
    expect([where(once), where(twice)]).toEqual([
      [10, 'a1x', 'in-process'],
      [10, 'a1x', 'in-process'],
    ]);
  });
});

describe('refusals', () => {
  test.each([
    ['another office', () => by(atNational(), agency, 'dispose', { target: agency }), 'not-holder'],
    ['another row', () => by(atNational(), national, 'answer'), 'wrong-step'],
    ['an old revision', () => by(atNational(), national, 'reject', { expectedRevision: 0 }), 'stale'],
    ['no target', () => by(atNational(), national, 'dispose'), 'office-required'],
    [
      'two levels down',
      () => by(atNational(), national, 'dispose', { target: echelon1 }),
      'office-not-below',
    ],
    [
      'another agency’s unit',
      () => by(atRow4(), agency, 'accept', { target: { ...echelon1, parentId: 'b' } }),
      'office-not-below',
    ],
    ['sideways', () => by(atRow7(), echelon1, 'dispose', { target: echelon1Other }), 'office-not-below'],
    ['no reason', () => by(atRow4(), agency, 'return', { reason: ' ' }), 'reason-required'],
    ['no text', () => by(atRow8(), echelon1, 'answer', { text: '' }), 'text-required'],
    ['the reporter before the answer', () => byReporter(atRow4(), 'reply'), 'wrong-step'],
    ['the Eselon 1 office answering for its UPT', () => by(atRow10(), echelon1, 'answer'), 'not-holder'],
    ['an answer at row 11', () => by(atRow11(), upt, 'answer'), 'wrong-step'],
    ['after the end', () => byReporter(byReporter(atRow11(), 'confirmation'), 'reply'), 'closed'],
  ] as const)('%s', (_what, act, code) => {
    expect(refusedAs(act)).toBe(code);
  });
});

describe('reading 15: warn, breach, and a climb one office a working day', () => {
  test('nobody acts at row 10: the UPT, its Eselon 1 unit, the agency, national; each rung once', () => {
    let walk: Walk | undefined = atRow10();
    const seen: unknown[] = [];
    while (walk && walk.case.clocks.row && seen.length < 40) {
      walk = nextTimer(walk);
      const alert = walk?.entries.at(-1)?.alert;
      if (alert?.clock === 'row') seen.push([alert.kind, ...alert.officeIds]);
    }
    expect(seen).toEqual([
      ['warn', 'a1x'],
      ['breach', 'a1x', 'a1'],
      ['escalation', 'a'],
      ['escalation', 'nasional'],
    ]);
    expect(walk).toBeUndefined();
  });
});
