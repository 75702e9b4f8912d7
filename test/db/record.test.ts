// The record: one transaction a batch, exactly once, in order, on a real PostgreSQL; the rules' own clocks are the oracle.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createActivities } from '../../activities/index.ts';
import type { ComplaintActivities } from '../../activities/types.ts';
import { reporter } from '../../sop/case.ts';
import { recordRefusal } from '../../sop/decide.ts';
import type { Outcome } from '../../sop/entry.ts';
import { officeMsBetween } from '../../sop/time/office-time.ts';
import { shippedCalendar } from '../../sop/time/shipped-calendar.ts';
import { agency, echelon1, national, upt } from '../support/walks/small-ministry.ts';
import { by, byReporter, filed, later, nextTimer, type Walk } from '../support/walks/walk.ts';
import { openRegistry, type Registry, since, store } from '../support/registry.ts';

const monday = '2026-11-23T02:00:00.000Z';
const hour = 3_600_000;
let r: Registry;
let activities: ComplaintActivities;
let count = 0;
beforeAll(async () => {
  r = await openRegistry();
  activities = createActivities({ sql: r.sql });
});
afterAll(() => r?.close());

async function begin(email: string | null = null): Promise<Walk> {
  count += 1;
  const number = `LAP-REKAM-${count}`;
  await store(r.sql, number, monday, email);
  return filed(monday, { number });
}

const write = (walk: Walk, after = 0) =>
  activities.record({ number: walk.case.number, entries: since(walk.entries, after) });

/** The answered report, nine decisions on, half an hour each. */
function answered(start: Walk): Walk {
  const half = (walk: Walk) => later(walk, hour / 2);
  let walk = half(by(half(start), national, 'dispose', { target: agency }));
  walk = half(by(walk, agency, 'receive'));
  walk = half(by(walk, agency, 'accept', { target: echelon1 }));
  walk = half(by(walk, echelon1, 'respond', { text: 'Sedang kami periksa.' }));
  walk = half(by(walk, echelon1, 'dispose', { target: upt }));
  walk = half(by(walk, upt, 'receive'));
  return half(by(walk, upt, 'answer', { text: 'Lubang itu sudah kami tambal seluruhnya.' }));
}

const rowOf = async (number: string) =>
  (await r.sql`select * from complaints where number = ${number}`)[0] ?? {};
const visitsOf = (number: string) => r.sql`select * from visits where number = ${number} order by visit`;
const countOf = async (table: string, number: string) =>
  Number((await r.sql`select count(*) from ${r.sql(table)} where number = ${number}`)[0]?.count);

describe('a batch', () => {
  test('gives the clocks the rules ask for, and the policy numbers', async () => {
    const walk = await begin();
    const recorded = await write(walk);
    expect(recorded.rules).toEqual({
      returnsBeforeBinding: 2,
      maxObjections: 2,
      objectionsToSame: 1,
      completionsPerStay: 1,
      letters: { answer: 30, firstResponse: 15 },
    });
    // SOP 2: three working days after Monday 23 November end on Thursday at 16:00 WIB.
    const given = recorded.clocks.map(({ seq, clock: { request, due } }) => ({ seq, request, due }));
    expect(given).toMatchObject([
      { seq: 2, request: { clock: 'row', step: 2 }, due: '2026-11-26T09:00:00.000Z' },
    ]);
    expect(recorded.clocks[0]?.clock.rungs).toEqual(walk.case.clocks.row?.rungs);
    expect((await rowOf(walk.case.number)).deadline).toEqual(new Date('2026-11-26T09:00:00.000Z'));
  });

  test('written twice is written once and answers the same, though the policy changed between', async () => {
    const walk = answered(await begin('siti@example.org'));
    const { number } = walk.case;
    const first = await write(walk);
    const tables = ['events', 'visits', 'notifications'];
    const before = await Promise.all(tables.map((table) => countOf(table, number)));
    const [kept] = await r.sql`select version from policies order by version desc limit 1`;
    const [changed] = await r.sql`
      insert into policies (name, document)
      select name, jsonb_set(document, '{rows,2}', '{"workingDays": 9}') from policies where version = ${kept?.version}
      returning version`;
    const again = await write(walk);
    await r.sql`delete from policies where version = ${changed?.version}`;
    expect(again.clocks).toEqual(first.clocks);
    expect(await Promise.all(tables.map((table) => countOf(table, number)))).toEqual(before);
    expect(before[0]).toBe(walk.entries.length);
  });

  test('tried by several at once is written once', async () => {
    const walk = answered(await begin());
    const all = await Promise.all([write(walk), write(walk), write(walk), write(walk)]);
    for (const one of all) expect(one).toEqual(all[0]);
    expect(await countOf('events', walk.case.number)).toBe(walk.entries.length);
  });

  test('that overlaps what is written adds the rest and answers all its clocks', async () => {
    const start = await begin();
    const first = await write(start);
    const walk = by(later(start, hour), national, 'dispose', { target: agency });
    const both = await write(walk);
    expect(both.clocks.slice(0, first.clocks.length)).toEqual(first.clocks);
    expect(both.clocks.map(({ clock }) => clock.request.clock)).toEqual(['row', 'row', 'whole']);
    expect(await countOf('events', walk.case.number)).toBe(walk.entries.length);
  });

  test('of which one decision is only in part on record is of a process that knows less, and is refused', async () => {
    const half = (walk: Walk) => later(walk, hour / 2);
    const filedNow = await begin();
    let walk = by(half(filedNow), national, 'dispose', { target: agency });
    walk = by(half(walk), agency, 'receive');
    walk = by(half(walk), agency, 'accept', { target: echelon1 });
    // Taken, written and answered; the engine never learnt of it.
    const received = by(later(walk, 1_000), echelon1, 'receive');
    await write(received);
    // So the next one, which receives the report by itself, begins alike.
    const responded = by(later(walk, 2_000), echelon1, 'respond', { text: 'Sedang kami periksa.' });
    const both = responded.entries.slice(walk.entries.length);
    expect(both.map(({ type }) => type)).toEqual(['received', 'responded']);
    await expect(write(responded)).rejects.toThrow(/another entry/);
    expect(await countOf('events', walk.case.number)).toBe(received.entries.length);
    expect((await rowOf(walk.case.number)).revision).toBe(received.case.revision);
  });

  test('with an entry missing before it is refused and leaves nothing', async () => {
    const start = await begin();
    await write(start);
    const walk = answered(start);
    const gap = since(walk.entries, start.entries.length + 1);
    await expect(activities.record({ number: walk.case.number, entries: gap })).rejects.toThrow(/missing/);
    expect(await countOf('events', walk.case.number)).toBe(start.entries.length);
    expect((await rowOf(walk.case.number)).seq).toBe(start.case.seq);
  });

  test('of an unknown complaint is refused', async () => {
    const { entries } = filed(monday, { number: 'LAP-TIADA' });
    await expect(activities.record({ number: 'LAP-TIADA', entries })).rejects.toThrow();
  });
});

describe('the complaint row', () => {
  test('mirrors the case, with first response, answer and closing clock', async () => {
    const walk = answered(await begin());
    await write(walk);
    expect(await rowOf(walk.case.number)).toMatchObject({
      seq: walk.case.seq,
      revision: walk.case.revision,
      status: 'answered',
      step: 11,
      holderId: null,
      firstResponse: 'Sedang kami periksa.',
      answer: 'Lubang itu sudah kami tambal seluruhnya.',
      answerOfficeId: upt.id,
      deadline: new Date(walk.case.clocks.row?.due ?? ''),
      endedAt: null,
      closedBy: null,
    });
    // The walk carries the whole policy as its rules; clocks are compared above.
    const { clocks: _, rules: _r, ...state } = (await rowOf(walk.case.number)).state;
    const { clocks: __, rules: __r, ...expected } = walk.case;
    expect(state).toEqual(expected);
  });

  test('says who closed it, and stays ended when a refused decision comes later', async () => {
    const confirmed = byReporter(answered(await begin()), 'confirmation');
    await write(confirmed);
    const end = { status: 'closed', closedBy: 'reporter', endedAt: new Date(confirmed.now), deadline: null };
    expect(await rowOf(confirmed.case.number)).toMatchObject(end);
    const late = recordRefusal(
      confirmed.case,
      { action: 'reply', actor: reporter },
      { code: 'closed' },
      monday,
    );
    await activities.record({ number: confirmed.case.number, entries: late.entries });
    expect(await rowOf(confirmed.case.number)).toMatchObject(end);
  });

  test('is closed by the system after silence, and by the office when its rejection is final', async () => {
    const silent = nextTimer(answered(await begin()));
    if (!silent) throw new Error('row 11 has no clock');
    await write(silent);
    expect(await rowOf(silent.case.number)).toMatchObject({ status: 'closed', closedBy: 'system' });
    const rejected = by(await begin(), national, 'reject');
    await write(rejected);
    const stands = { status: 'rejected', closedBy: null, endedAt: null };
    expect(await rowOf(rejected.case.number)).toMatchObject(stands);
    const final = nextTimer(rejected);
    if (!final) throw new Error('a rejection has no clock');
    await write(final);
    expect(await rowOf(rejected.case.number)).toMatchObject({ status: 'rejected', closedBy: 'office' });
  });

  test('keeps the first of two first responses, in one batch as in two', async () => {
    const start = await begin();
    let walk = by(start, national, 'dispose', { target: agency });
    walk = by(by(walk, agency, 'receive'), agency, 'accept', { target: echelon1 });
    walk = by(walk, echelon1, 'respond', { text: 'kabar yang pertama' });
    walk = by(later(walk, hour), echelon1, 'respond', { text: 'kabar yang kedua kali' });
    await write(walk);
    expect((await rowOf(walk.case.number)).firstResponse).toBe('kabar yang pertama');
  });
});

describe('the ledger of visits (reading 17)', () => {
  test('charges each office its own office time', async () => {
    const walk = answered(await begin());
    await write(walk);
    const visits = await visitsOf(walk.case.number);
    expect(visits.map(({ step, officeId }) => [step, officeId])).toEqual([
      [1, null],
      [2, 'nasional'],
      [3, 'a'],
      [4, 'a'],
      [5, 'a'],
      [6, 'a1'],
      [7, 'a1'],
      [9, 'a1x'],
      [10, 'a1x'],
      [11, null],
    ]);
    // The system's visits consume nobody's time; row 5 ends with the action that began it (reading 4); row 10's half
    // hour lies in the break from 12:00 (reading 16).
    const half = hour / 2;
    expect(visits.map(({ consumedMs }) => consumedMs)).toEqual([
      null,
      half,
      half,
      half,
      0,
      half,
      half,
      half,
      0,
      null,
    ]);
    expect(visits.at(-1)?.endedAt).toBeNull();
  });

  test('stops while the reporter completes the report, and goes on with what remained (reading 11)', async () => {
    const start = await begin();
    const asked = by(later(start, hour), national, 'request-completion');
    await write(asked);
    expect((await rowOf(asked.case.number)).deadline).toEqual(
      new Date(asked.case.clocks.completion?.due ?? ''),
    );
    expect((await visitsOf(asked.case.number))[1]?.pausedAt).toEqual(new Date(asked.now));
    const back = byReporter(later(asked, 24 * hour), 'completion');
    await write(back, asked.case.seq);
    const paused = officeMsBetween(shippedCalendar, national.zone, asked.now, back.now);
    const due = new Date(back.case.clocks.row?.due ?? '');
    expect((await visitsOf(back.case.number))[1]).toMatchObject({
      pausedAt: null,
      pausedMs: paused,
      dueAt: due,
    });
    expect((await rowOf(back.case.number)).deadline).toEqual(due);
    const gone = by(later(back, hour), national, 'dispose', { target: agency });
    await write(gone, back.case.seq);
    expect((await visitsOf(gone.case.number))[1]).toMatchObject({ consumedMs: 2 * hour, pausedMs: paused });
  });

  test('marks the breach of the row limit once, on the visit that was late', async () => {
    const start = await begin();
    const warned = nextTimer(start);
    const breached = warned && nextTimer(warned);
    if (!breached) throw new Error('row 2 has no clock');
    await write(breached);
    const [, visit] = await visitsOf(breached.case.number);
    // As it was noted; the deadline is exact (reading 31).
    expect(visit).toMatchObject({
      breachedAt: new Date(breached.now),
      dueAt: new Date(start.case.clocks.row?.due ?? ''),
    });
    const escalated = nextTimer(later(breached, hour)) ?? breached;
    await write(escalated, breached.case.seq);
    expect((await visitsOf(breached.case.number))[1]?.breachedAt).toEqual(visit?.breachedAt);
  });
});

describe('events are append-only', () => {
  test.each([
    ['update', "update events set text = 'lain'"],
    ['delete', 'delete from events'],
    ['truncate', 'truncate events'],
  ])('%s is refused by the database', async (_, statement) => {
    await write(await begin());
    await expect(r.sql.unsafe(statement)).rejects.toThrow(/append-only/);
  });
});

describe('the answer of a decision under a key', () => {
  const under = { key: 'kunci', request: 'r' };
  const outcomeOf = async (walk: Walk) =>
    (await r.sql`select outcome from kept_answers where number = ${walk.case.number}`)[0]?.outcome;

  test('is kept with the deadline that was computed, or as it was given before that, whichever attempt comes through', async () => {
    for (const early of [false, true]) {
      const start = await begin();
      await write(start);
      const walk = by(start, national, 'dispose', { target: agency });
      const entries = since(walk.entries, start.case.seq);
      const outcome = { number: walk.case.number, deadline: null } as Outcome;
      const attempt = (given: boolean) =>
        activities.record({
          number: walk.case.number,
          entries: entries.map((entry) => ({ ...entry, answer: { ...under, outcome, early: given } })),
        });
      const first = await attempt(false);
      const [{ deadline } = { deadline: null }] = first.deadlines ?? [];
      expect(deadline).toBe(walk.case.clocks.row?.due);
      expect(await outcomeOf(walk)).toEqual({ ...outcome, deadline });
      expect((await attempt(early)).deadlines).toEqual(first.deadlines);
      expect(await outcomeOf(walk)).toEqual({ ...outcome, deadline: early ? null : deadline });
    }
  });
});

test('an original is claimed once, by who sees it, and given up for good (reading 21)', async () => {
  const [one, other] = [await begin(), await begin()];
  await write(one);
  await write(other);
  const claim = { number: one.case.number, original: other.case.number, officeId: national.id, token: 't' };
  const back = { ...claim, number: claim.original, original: claim.number, token: 'u' };
  expect(await activities.claimOriginal({ ...claim, officeId: agency.id })).toBe(false);
  expect(await activities.claimOriginal({ ...claim, original: 'LAP-TIADA' })).toBe(false);
  const both = await Promise.all([
    activities.claimOriginal(claim),
    activities.claimOriginal(claim),
    activities.claimOriginal(back),
  ]);
  expect(both[0]).toBe(both[1]);
  expect(both[0]).not.toBe(both[2]);
  const [own, opposite] = both[0] ? [claim, back] : [back, claim];
  await activities.releaseOriginal(own);
  // An attempt that comes late claims nothing any more; the other one may now.
  expect(await activities.claimOriginal(own)).toBe(false);
  expect(await activities.claimOriginal(opposite)).toBe(true);
});
