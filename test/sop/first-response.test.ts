// Respon awal from the agency on, as LAPOR! counts it (reading 29): who owes it, who may give it, and by when.
import { describe, expect, test } from 'vitest';
import { firstResponseOf } from '../../sop/terms.ts';
import { type Policy, policies } from '../../sop/policy/policy.ts';
import { parsePolicy } from '../../sop/policy/policy.schema.ts';
import { agency, agencyB, echelon1, echelon1Other, national } from '../support/walks/small-ministry.ts';
import { by, byReporter, filed, later, nextTimer, optionsOf, type Walk } from '../support/walks/walk.ts';

const hour = 3_600_000;
// Monday 2 November 2026, 10:00 WIB; five working days end on Monday the 9th.
const monday = '2026-11-02T03:00:00.000Z';
const due = '2026-11-09T09:00:00.000Z';
const start = (policy: Policy = policies.lapor) =>
  by(filed(monday, { agency }, undefined, policy), agency, 'receive');
const toUnit = (walk: Walk, target = echelon1) => by(walk, agency, 'accept', { target });
const owed = ({ case: c }: Walk) => {
  const { firstResponse } = c.clocks;
  return firstResponse && [firstResponse.request.officeId, firstResponse.due];
};

/** Fires every rung until then. */
function until(start_: Walk, iso: string): Walk {
  let walk = start_;
  for (let next = nextTimer(walk); next && next.now <= Date.parse(iso); next = nextTimer(walk)) walk = next;
  return { ...walk, now: Date.parse(iso) };
}

describe('from the arrival at the agency', () => {
  test('the agency owes it, then the unit what remains, and the agency again after a return or a recall', () => {
    const walk = start();
    expect(owed(walk)).toEqual(['a', due]);
    const below = toUnit(later(walk, 24 * hour));
    expect(owed(below)).toEqual(['a1', due]);
    const returned = by(by(later(below, hour), echelon1, 'receive'), echelon1, 'return');
    expect([returned.case.step, owed(returned)]).toEqual([4, ['a', due]]);
    const recalled = by(toUnit(later(returned, hour), echelon1Other), agency, 'recall');
    expect([recalled.case.step, owed(recalled)]).toEqual([4, ['a', due]]);
    // With national nobody owes it; another agency owes it from its own arrival on.
    const away = by(later(recalled, 22 * hour), agency, 'return');
    expect([owed(away), away.case.firstResponseFrom]).toEqual([undefined, undefined]);
    // In WITA, on Wednesday the 4th: five days to the 11th.
    expect(owed(by(away, national, 'dispose', { target: agencyB }))).toEqual([
      'b',
      '2026-11-11T08:00:00.000Z',
    ]);
  });

  test('the agency may respond at rows 4 and 5, also while the reporter is waited for; a question or request is none', () => {
    const walk = start();
    expect(optionsOf(walk, 'a')).toContain('respond');
    const asked = by(walk, agency, 'ask');
    expect(owed(asked)).toEqual(['a', due]);
    const waiting = by(asked, agency, 'request-completion');
    expect(owed(waiting)).toEqual(['a', due]);
    expect(optionsOf(waiting, 'a')).toContain('respond');
    const accepted = by(byReporter(waiting, 'completion'), agency, 'accept');
    for (const before of [walk, waiting, accepted]) {
      const given = by(before, agency, 'respond');
      expect([given.case.firstResponseGiven, owed(given)]).toEqual([true, undefined]);
      expect(given.entries.at(-1)).toMatchObject({ type: 'responded', actor: { officeId: 'a' } });
    }
    const given = by(by(accepted, agency, 'respond'), agency, 'dispose', { target: echelon1 });
    expect([given.case.step, owed(given)]).toEqual([6, undefined]);
    expect(owed(by(by(given, echelon1, 'receive'), echelon1, 'return'))).toBeUndefined();
  });

  test('given once it is owed by nobody, whichever agency comes next; while the unit’s is back, its agency may add to it', () => {
    const given = by(by(toUnit(start()), echelon1, 'receive'), echelon1, 'respond');
    const back = by(given, echelon1, 'return');
    expect([back.case.step, owed(back), optionsOf(back, 'a').includes('respond')]).toEqual([
      4,
      undefined,
      true,
    ]);
    const other = by(by(back, agency, 'return'), national, 'dispose', { target: agencyB });
    expect([other.case.firstResponseFrom, other.case.firstResponseGiven]).toEqual(['agency', true]);
    expect([owed(other), other.case.firstResponseOwed]).toEqual([undefined, undefined]);
  });

  test('what has rung for the agency has rung; it climbs on from the unit', () => {
    const alerts = (one: Walk) =>
      one.entries.flatMap(({ alert }) =>
        alert?.clock === 'firstResponse' ? [[alert.kind, alert.charged, ...alert.officeIds]] : [],
      );
    const late = until(start(), '2026-11-10T01:00:00.000Z');
    const rung = [
      ['warn', 'a', 'a'],
      ['breach', 'a', 'a', 'nasional'],
    ];
    expect(alerts(late)).toEqual(rung);
    const below = until(toUnit(late), '2026-11-20T01:00:00.000Z');
    expect(alerts(below)).toEqual([...rung, ['escalation', 'a1', 'nasional']]);
  });

  test('handed down in the minutes before its alert, the breach is written of the agency first', () => {
    const number = 'LAP-2026-000003';
    const held = by(filed(monday, { agency, number }, monday, policies.lapor), agency, 'receive');
    const near = until(held, due);
    const after = toUnit({ ...near, now: Date.parse(due) + 60_000 });
    const breach = after.entries.find(
      ({ alert }) => alert?.clock === 'firstResponse' && alert.kind === 'breach',
    );
    expect(breach).toMatchObject({ alert: { charged: 'a', due }, after: { step: 4 } });
    expect(after.case.clocks.firstResponse).toMatchObject({
      fired: 2,
      request: { officeId: 'a1', from: monday },
    });
  });
});

test('from the arrival at Eselon 1, as the SOP has it, the agency neither owes it nor may respond', () => {
  for (const policy of [policies.sop, policies.realistis]) {
    const walk = start(policy);
    expect([owed(walk), optionsOf(walk, 'a').includes('respond')]).toEqual([undefined, false]);
    expect(() => by(walk, agency, 'respond')).toThrow(expect.objectContaining({ code: 'wrong-step' }));
    expect(owed(toUnit(walk))).toEqual(['a1', '2026-11-05T09:00:00.000Z']);
  }
});

test('a change of policy goes for what comes to an agency after it', () => {
  const asked = by({ ...start(policies.sop), policy: policies.lapor }, agency, 'ask');
  expect(asked.case.rules.firstResponseFrom).toBe('agency');
  expect(optionsOf(asked, 'a')).not.toContain('respond');
  expect(owed(by(by(asked, agency, 'return'), national, 'dispose', { target: agency }))?.[0]).toBe('a');
  // And the other way about: what the agency owes already it owes on, and then the unit.
  const owing = by({ ...start(), policy: policies.sop }, agency, 'ask');
  expect(owing.case.rules.firstResponseFrom).toBeUndefined();
  expect(optionsOf(owing, 'a')).toContain('respond');
  expect(owed(toUnit(owing))?.[0]).toBe('a1');
});

test('a policy may say it bare, or with where it counts from', () => {
  const read = (firstResponse: unknown) =>
    parsePolicy(JSON.stringify({ ...policies.sop, firstResponse }), 'kebijakan.json').firstResponse;
  expect(firstResponseOf(read({ days: 3 }))).toEqual({ limit: { days: 3 }, from: 'echelon1' });
  const lapor = { limit: { workingDays: 5 }, from: 'agency' };
  expect([read(lapor), policies.lapor.firstResponse]).toEqual([lapor, lapor]);
  expect(() => read({ limit: { days: 1 }, from: 'upt' })).toThrow(/at firstResponse/);
});
