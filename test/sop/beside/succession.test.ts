// reading 27: an office ends, and its reports, at any row and on any path, are its successor's with all that hangs on them.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Office } from '../../../sop/offices.ts';
import { policies } from '../../../sop/policy/policy.ts';
import { officesOf, succeed } from '../../../sop/beside/succession.ts';
import { type Case, isOver } from '../../../sop/case.ts';
import type { ClockRequest } from '../../../sop/time/clock.ts';
import {
  agency,
  agencyB,
  allOffices,
  echelon1,
  echelon1Other,
  national,
  upt,
  uptA2,
  uptOther,
} from '../../support/walks/small-ministry.ts';
import {
  by,
  byReporter,
  filed,
  joins,
  later,
  nextTimer,
  optionsOf,
  reporterOptionsOf,
  rings,
  type Walk,
} from '../../support/walks/walk.ts';
import { refusedAs, where } from '../../support/walks/walk-words.ts';

// A Monday, 09:00 WIB.
const monday = '2026-11-02T02:00:00.000Z';
const hour = 3_600_000;
const atRow4 = () => by(by(filed(monday), national, 'dispose', { target: agency }), agency, 'receive');
const atRow7 = () => by(by(atRow4(), agency, 'accept', { target: echelon1 }), echelon1, 'receive');
const atRow10 = () => by(by(atRow7(), echelon1, 'dispose', { target: upt }), upt, 'receive');

describe('the report of an office that ends', () => {
  test('held by it: the visit splits, its limit goes on, and what was open to it is open to the successor', () => {
    const before = later(atRow4(), 24 * hour);
    const walk = joins(before, agency, agencyB);
    const move = walk.entries.at(-1);
    expect(where(walk)).toEqual([4, 'b', 'in-process']);
    expect(move).toMatchObject({
      type: 'succeeded',
      actor: { role: 'system' },
      from: 'a',
      to: 'b',
      reason: 'Penggabungan',
      ends: before.case.visit,
      opens: { visit: before.case.visit + 1, step: 4, officeId: 'b' },
    });
    expect(move).not.toHaveProperty('pauses');
    expect(move?.moved).toEqual([
      { clock: 'row', old: '2026-11-05T09:00:00.000Z' },
      { clock: 'whole', old: '2026-11-20T09:30:00.000Z' },
    ]);
    // Who decides has seen another holder; nothing is missed, and the whole limit that rings is the successor's.
    expect(walk.case).toMatchObject({
      revision: before.case.revision + 1,
      stay: { completions: 0, missed: false },
      wholeFor: 'b',
    });
    // Three days from Monday, to the close of Thursday in Makassar, an hour before that in Jakarta.
    expect(before.case.clocks.row?.due).toBe('2026-11-05T09:00:00.000Z');
    expect(walk.case.clocks.row?.due).toBe('2026-11-05T08:00:00.000Z');
    expect(walk.case.clocks.whole?.request).toMatchObject({ officeId: 'b', from: monday });
    expect(refusedAs(() => by(walk, agency, 'accept'))).toBe('not-holder');
    expect(where(by(walk, agencyB, 'accept'))).toEqual([5, 'b', 'in-process']);
    // What was on its way to the office below, which is below the successor now.
    expect(where(by(walk, agencyB, 'accept', { target: { ...echelon1, parentId: 'b' } }))).toEqual([
      6,
      'a1',
      'in-process',
    ]);
  });

  test('on its path: the holder keeps its visit and its clock; returns, recalls and respon awal are the successor’s', () => {
    const before = atRow10();
    const walk = joins(before, echelon1, echelon1Other);
    expect(where(walk)).toEqual([10, 'a1x', 'in-process']);
    expect(walk.case.visit).toBe(before.case.visit);
    expect(walk.case.revision).toBe(before.case.revision);
    expect(walk.case.holder?.parentId).toBe('a2');
    expect(walk.case.clocks.row?.due).toBe(before.case.clocks.row?.due);
    expect(walk.case.clocks.firstResponse?.request).toMatchObject({ officeId: 'a2' });
    expect(walk.case.clocks.row?.rungs.map(({ officeIds }) => officeIds)).toEqual([
      ['a1x'],
      ['a1x', 'a2'],
      ['a'],
      ['nasional'],
    ]);
    expect(optionsOf(walk, 'a2')).toEqual(['respond', 'recall']);
    expect(where(by(walk, upt, 'return'))).toEqual([7, 'a2', 'in-process']);
    expect(where(by(walk, echelon1Other, 'recall'))).toEqual([7, 'a2', 'in-process']);
  });

  test('answered by it: the successor has the further word, and an objection lands there', () => {
    const walk = joins(by(atRow10(), upt, 'answer'), upt, uptA2);
    expect(where(walk)).toEqual([11, 'sistem', 'answered']);
    expect(optionsOf(walk, 'a2x')).toEqual(['respond']);
    expect(optionsOf(walk, 'a1x')).toEqual([]);
    expect(where(byReporter(walk, 'objection'))).toEqual([10, 'a2x', 'in-process']);
  });

  test('waiting for the reporter: the limit stands still at the successor, who goes on with what remained', () => {
    const asked = by(later(atRow4(), 24 * hour), agency, 'request-completion');
    const walk = joins(later(asked, 24 * hour), agency, agencyB);
    expect(walk.entries.at(-1)).toMatchObject({ pauses: walk.case.visit });
    expect(refusedAs(() => by(byReporter(walk, 'completion'), agencyB, 'request-completion'))).toBe(
      'already-requested',
    );
    const on = byReporter(later(walk, 24 * hour), 'completion');
    expect(where(on)).toEqual([4, 'b', 'in-process']);
    expect(on.case.clocks.row?.due).toBe('2026-11-09T08:00:00.000Z');
  });

  test('late: the breach stays with the old office, rings no second time, and leaves higher offices their recall', () => {
    const late = later(atRow7(), 8 * hour);
    const breached = nextTimer(nextTimer(late) ?? late) ?? late;
    expect(breached.entries.at(-1)).toMatchObject({ type: 'breached', alert: { charged: 'a1' } });
    // In Jayapura the same hour had been later still; in Jakarta it is the same.
    const walk = joins(breached, echelon1, echelon1Other);
    expect(walk.entries.at(-1)?.type).toBe('succeeded');
    expect(walk.case.stay).toMatchObject({ missed: true });
    expect(optionsOf(walk, 'nasional')).toContain('recall');
    const after = nextTimer(walk);
    expect(after?.entries.at(-1)).toMatchObject({ type: 'escalated', alert: { charged: 'a2' } });
  });

  test('late by the hour of its own zone alone: the breach stays the old office’s all the same (27)', () => {
    const atB = by(by(filed(monday), national, 'dispose', { target: agencyB }), agencyB, 'receive');
    let late = atB;
    while (late.entries.at(-1)?.type !== 'breached') late = nextTimer(late) as Walk;
    // Agency B closes at 16:00 in Makassar, an hour before the successor does in Jakarta.
    expect(late.case.clocks.row?.due).toBe('2026-11-05T08:00:00.000Z');
    const walk = joins(late, agencyB, agency);
    expect(walk.case.clocks.row?.due).toBe('2026-11-05T09:00:00.000Z');
    expect(walk.entries.at(-1)?.type).toBe('succeeded');
    expect(walk.case.stay).toMatchObject({ missed: true });
  });

  test('missed, and its alert still to go out: the breach is written first, as the old office’s (17, 31)', () => {
    const at4 = atRow4();
    const missed = later(at4, Date.parse('2026-11-05T09:00:00.300Z') - at4.now);
    expect(Date.parse(rings('2026-11-05T09:00:00.000Z'))).toBeGreaterThan(missed.now);
    const walk = joins(missed, agency, agencyB);
    expect(walk.entries.slice(-2)).toMatchObject([
      { type: 'breached', alert: { charged: 'a' } },
      { type: 'succeeded' },
    ]);
    expect(walk.case.stay).toMatchObject({ missed: true });
  });

  test('its clocks are the successor’s before they are reckoned anew, as 0.1.0 asked for them too', () => {
    const before = atRow4();
    const { row } = before.case.clocks;
    if (row?.request.clock !== 'row') throw new Error('row 4 has no clock');
    const joined = (resumed: Required<ClockRequest>['resumed']) => {
      const clocks = { ...before.case.clocks, row: { ...row, request: { ...row.request, resumed } } };
      const succession = { officeId: 'a', successor: agencyB, why: 'Penggabungan' };
      return succeed({ ...before.case, clocks }, succession, monday);
    };
    const alone = { due: row.due, pausedAt: monday, fired: 1 };
    const { next, entries } = joined({ ...alone, was: row.request });
    expect(entries[0]?.requests[0]?.resumed).toEqual({ ...alone, was: { ...row.request, officeId: 'b' } });
    expect(joined(alone).entries[0]?.requests[0]?.resumed).toStrictEqual(alone);
    expect(next.clocks.row).toMatchObject({ due: row.due, request: { officeId: 'b' } });
    const rungs = row.rungs.map((rung) => ({
      ...rung,
      officeIds: rung.officeIds.map((id) => (id === 'a' ? 'b' : id)),
    }));
    expect(next.clocks.row?.rungs).toEqual(rungs);
  });

  test('counted with are holder, path, whose limits run, rest or stand still, and whom they alert', () => {
    const { case: c } = atRow10();
    const { row, firstResponse } = c.clocks;
    if (!row || !firstResponse) throw new Error('row 10 has no clock');
    const bare = { ...c, holder: null, path: { national }, clocks: {}, wholeFor: null, wholes: {} };
    const counted = (one: Partial<Case>) => officesOf({ ...bare, ...one }).toSorted();
    expect(counted({})).toEqual(['nasional']);
    expect(counted({ holder: upt })).toEqual(['a1', 'a1x', 'nasional']);
    expect(counted({ path: { national, agency, echelon1 } })).toEqual(['a', 'a1', 'nasional']);
    expect(counted({ wholeFor: 'b' })).toEqual(['b', 'nasional']);
    expect(counted({ wholes: { b: { request: { ...row.request, officeId: 'c' } } } })).toEqual([
      'b',
      'c',
      'nasional',
    ]);
    expect(counted({ firstResponseOwed: firstResponse.request })).toEqual(['a1', 'nasional']);
    const alerts = ['a', 'a1', 'a1x', 'nasional'];
    expect(counted({ clocks: { row } })).toEqual(alerts);
    expect(counted({ stopped: { clock: row, at: monday } })).toEqual(alerts);
    const rejection = { step: 4, office: agencyB, at: monday, firstResponse: row } as const;
    expect(counted({ rejection })).toEqual(['a', 'a1', 'a1x', 'b', 'nasional']);
  });

  test('one whole limit of the two agencies that become one, also while none rings: of neither the earlier', () => {
    const again = by(later(by(atRow4(), agency, 'return'), 48 * hour), national, 'dispose', {
      target: agencyB,
    });
    const asked = by(by(again, agencyB, 'receive'), agencyB, 'request-completion');
    const from = (walk: Walk) =>
      Object.entries(walk.case.wholes ?? {}).map(([id, { request }]) => [id, request.from]);
    const wednesday = '2026-11-04T02:00:00.000Z';
    expect(from(joins(asked, agency, agencyB))).toEqual([['b', wednesday]]);
    expect(from(joins(asked, agencyB, agency))).toEqual([['a', wednesday]]);
    const third = { ...agencyB, id: 'c' };
    const back = by(by(again, agencyB, 'receive'), agencyB, 'return');
    const away = by(later(back, hour), national, 'dispose', { target: third });
    expect(from(joins(away, agency, agencyB))).toContainEqual(['b', monday]);
    expect(from(joins(away, agencyB, agency))).toContainEqual(['a', monday]);
  });

  test('one whole limit of the two agencies that become one: that which rings', () => {
    const back = by(atRow4(), agency, 'return');
    const again = by(later(back, 48 * hour), national, 'dispose', { target: agencyB });
    const walk = joins(again, agency, agencyB);
    expect(Object.keys(walk.case.wholes ?? {})).toEqual(['b']);
    expect(walk.case.clocks.whole?.request.from).toBe('2026-11-04T02:00:00.000Z');
    const other = joins(again, agencyB, agency);
    expect(Object.entries(other.case.wholes ?? {})).toMatchObject([
      ['a', { request: { from: '2026-11-04T02:00:00.000Z', officeId: 'a' } }],
    ]);
  });
});

const move = fc.record({ pick: fc.nat(), below: fc.nat(), hours: fc.integer({ min: 0, max: 40 }) });
const walks = fc.array(move, { maxLength: 25 });

/** By the policy of the SOP, or by one where agencies owe respon awal (reading 29). */
function begun(direct: boolean, lapor: boolean): Walk {
  const policy = lapor ? policies.lapor : policies.sop;
  return { ...filed(monday, { agency: direct ? agency : null }, monday, policy), policy };
}

/** Takes what is open to anybody, by numbers; now and then a clock rings instead. */
function roam(begun: Walk, moves: readonly { pick: number; below: number; hours: number }[]): Walk {
  const { offices = allOffices } = begun;
  let walk = begun;
  for (const { pick, below, hours } of moves) {
    walk = later(walk, hours * hour);
    const open = [
      ...offices.flatMap((office) => optionsOf(walk, office.id).map((action) => ({ office, action }))),
      ...reporterOptionsOf(walk).map((action) => ({ office: undefined, action })),
      { office: undefined, action: undefined },
    ];
    const { office, action } = open[pick % open.length] ?? {};
    if (!action) walk = nextTimer(walk) ?? walk;
    else if (!office) walk = byReporter(walk, action);
    else {
      const under = offices.filter(({ parentId }) => parentId === office.id);
      const target = under[below % Math.max(1, under.length)];
      if (action === 'dispose' && !target) continue;
      walk = by(walk, office, action, action === 'dispose' && target ? { target } : {});
    }
  }
  return walk;
}

const pairs: readonly [Office, Office][] = [
  [agency, agencyB],
  [agencyB, agency],
  [echelon1, echelon1Other],
  [upt, uptOther],
  [uptOther, upt],
];

test('whatever happened: the case knows nothing of the old office, and what was open to it is open to the successor', () => {
  fc.assert(
    fc.property(fc.boolean(), fc.boolean(), walks, fc.nat(), walks, (direct, lapor, moves, which, more) => {
      const before = roam(begun(direct, lapor), moves);
      const [office, successor] = pairs[which % pairs.length] ?? [agency, agencyB];
      const walk = joins(before, office, successor);
      const c = walk.case;
      if (isOver(c)) {
        expect(walk.entries).toEqual(before.entries);
        return;
      }
      expect(officesOf(c)).not.toContain(office.id);
      const succession = { officeId: office.id, successor, why: 'Penggabungan' };
      const unreckoned = succeed(before.case, succession, new Date(before.now).toISOString());
      expect(officesOf(unreckoned.next)).not.toContain(office.id);
      expect(optionsOf(walk, office.id)).toEqual([]);
      expect(optionsOf(walk, successor.id)).toEqual(
        expect.arrayContaining([...optionsOf(before, office.id), ...optionsOf(before, successor.id)]),
      );
      expect([c.step, c.status, c.returns, c.binding, c.objections, c.stay?.completions]).toEqual([
        before.case.step,
        before.case.status,
        before.case.returns,
        before.case.binding,
        before.case.objections,
        before.case.stay?.completions,
      ]);
      expect(Object.keys(c.clocks).toSorted()).toEqual(Object.keys(before.case.clocks).toSorted());
      expect(c.awaits).toEqual({});
      // Again, nothing; and whatever happens next, nobody comes back to it.
      expect(joins(walk, office, successor).entries).toEqual(walk.entries);
      const left = (walk.offices ?? allOffices).filter(({ id }) => id !== office.id);
      const after = roam({ ...walk, offices: left }, more);
      expect(officesOf(after.case)).not.toContain(office.id);
    }),
    { numRuns: 300 },
  );
});
