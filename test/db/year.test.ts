// A simulated year: five hundred random reports whose record, ledger, figures and mails agree with an independent recount.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createActivities } from '../../activities/index.ts';
import type { ComplaintActivities, CourierActivities } from '../../activities/types.ts';
import { summarise } from '../../api/figures/summary.ts';
import { firstBreak } from '../../db/record/chain.ts';
import type { Entry } from '../../sop/entry.ts';
import { nextDue } from '../../sop/fire.ts';
import { closeOfWorkingDay, officeMsBetween } from '../../sop/time/office-time.ts';
import { policies } from '../../sop/policy/policy.ts';
import { shippedCalendar } from '../../sop/time/shipped-calendar.ts';
import { type Action, isEnd, type Kind } from '../../sop/terms.ts';
import { runCourier } from '../support/courier.ts';
import { agency, agencyB, allOffices } from '../support/walks/small-ministry.ts';
import { SmtpSink } from '../support/servers/smtp-sink.ts';
import {
  by,
  byReporter,
  filed,
  nextTimer,
  optionsOf,
  reporterOptionsOf,
  type Walk,
} from '../support/walks/walk.ts';
import { openRegistry, type Registry, since, store } from '../support/registry.ts';

const reportsWanted = 500;
const yearBegins = Date.parse('2025-10-01T00:00:00+07:00');
const yearMs = 365 * 86_400_000;

let r: Registry;
let sink: SmtpSink;
let activities: ComplaintActivities & CourierActivities;
beforeAll(async () => {
  sink = await SmtpSink.open();
  r = await openRegistry();
  activities = createActivities({ sql: r.sql, mail: { url: sink.url, from: 'tuntas@example.org' } });
});
afterAll(async () => {
  await r?.close();
  await sink?.close();
});

/** The same year at every run. */
let state = 20_261_124;
function random(): number {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
}
const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;

/** What seldom happens in an office. */
const seldom: Partial<Record<Action, number>> = {
  reject: 0.05,
  return: 0.2,
  'request-completion': 0.1,
  objection: 0.2,
  recall: 0.1,
  ask: 0.3,
  withdrawal: 0.1,
};

/** Lets the clocks run for a while, then somebody may act. */
function live(before: Walk): Walk {
  const until = before.now + random() * random() * 12 * 86_400_000;
  let walk = before;
  for (let due = nextDue(walk.case); due && Date.parse(due.rung.at) <= until; due = nextDue(walk.case)) {
    walk = nextTimer(walk) ?? walk;
  }
  return act({ ...walk, now: Math.max(walk.now, until) });
}

/** One open decision by whom it is open to, or nothing this time. */
function act(walk: Walk): Walk {
  const said = reporterOptionsOf(walk);
  const open = allOffices.flatMap((office) =>
    optionsOf(walk, office.id).map((action) => ({ office, action })),
  );
  if (said.length > 0 && (open.length === 0 || random() < (walk.case.holder ? 0.2 : 0.5))) {
    const word = pick(said);
    return random() > (seldom[word] ?? 0.7) ? walk : byReporter(walk, word);
  }
  if (open.length === 0) return walk;
  const { office, action } = pick(open);
  if (random() > (seldom[action] ?? 0.9)) return walk;
  const below = allOffices.filter(({ parentId }) => parentId === office.id);
  const disposes = action === 'dispose' || (action === 'accept' && office.level === 'agency');
  return by(walk, office, action, disposes ? { target: pick(below) } : {});
}

interface Lived {
  number: string;
  receivedAt: string;
  email: string | null;
  /** Recorded as the workflow does: what has gathered since, in one batch. */
  batches: Entry[][];
}

function liveThrough(n: number): Lived {
  const number = `LAP-2026-${String(n).padStart(6, '0')}`;
  const receivedAt = new Date(yearBegins + random() * yearMs).toISOString();
  const kind = pick<Kind>(['pengaduan', 'aspirasi', 'informasi']);
  let walk = filed(receivedAt, { number, kind, agency: random() < 0.3 ? pick([agency, agencyB]) : null });
  let written = 0;
  const batches: Entry[][] = [];
  const gather = () => {
    if (walk.entries.length > written) batches.push(since(walk.entries, written));
    written = walk.entries.length;
  };
  for (let moves = 0; moves < 40 && !isEnd(walk.case.status) && walk.now < yearBegins + yearMs; moves += 1) {
    walk = live(walk);
    if (random() < 0.6) gather();
  }
  gather();
  return { number, receivedAt, email: n % 4 === 0 ? `siti${n}@example.org` : null, batches };
}

/** One after the other from those that are left; several of these share the work. */
async function recordAll(left: IterableIterator<Lived>): Promise<void> {
  for (const { number, receivedAt, email, batches } of left) {
    await store(r.sql, number, receivedAt, email);
    // What an address gets in a day is bounded, one that nobody confirmed the more so (reading 33).
    await r.sql`update identities set email_confirmed_at = now() where number = ${number} and email is not null`;
    for (const entries of batches) await activities.record({ number, entries });
  }
}

interface Row {
  number: string;
  seq: number;
  at: Date;
  type: string;
  status: string;
  fromOfficeId: string | null;
  toOfficeId: string | null;
  data: {
    ends?: number;
    opens?: { visit: number; step: number; officeId: string | null };
    alert?: { clock: string };
    clocks: { request: { clock: string; officeId: string; kind: Kind }; due: string }[];
  };
}

interface Visit {
  key: string;
  step: number;
  officeId: string | null;
  from: number;
  to: number | undefined;
  paused: [number, number][];
  breached: boolean;
}

/** Rebuilds every visit from the events alone. */
function visitsOf(rows: Row[]): Visit[] {
  const visits = new Map<string, Visit>();
  const current = new Map<string, Visit>();
  const stopped = new Map<string, number>();
  for (const { number, at, type, data } of rows) {
    const now = at.getTime();
    const open = current.get(number);
    if (type === 'completion-requested') stopped.set(number, now);
    const since = stopped.get(number);
    if (open && since !== undefined && (type === 'completed' || type === 'withdrawn')) {
      open.paused.push([since, now]);
      stopped.delete(number);
    }
    if (data.ends !== undefined && open) open.to = now;
    if (data.opens) {
      const { visit, step, officeId } = data.opens;
      const made: Visit = {
        key: `${number}/${visit}`,
        step,
        officeId,
        from: now,
        to: undefined,
        paused: [],
        breached: false,
      };
      visits.set(made.key, made);
      current.set(number, made);
    }
    if (type === 'breached' && data.alert?.clock === 'row' && open) open.breached = true;
  }
  return [...visits.values()];
}

function consumed({ officeId, from, to, paused }: Visit): number | null {
  const zone = allOffices.find(({ id }) => id === officeId)?.zone;
  if (!zone || to === undefined) return null;
  const span = (a: number, b: number) => officeMsBetween(shippedCalendar, zone, a, b);
  return span(from, to) - paused.reduce((total, [a, b]) => total + span(a, b), 0);
}

/** Every whole deadline that was computed, and when the events alone say that it is (reading 13). */
function wholesOf(rows: Row[]): { computed: string[]; told: string[] } {
  const [computed, told]: [string[], string[]] = [[], []];
  const arrivals = new Map<string, number>();
  const stops = new Map<string, [number, number][]>();
  const stopped = new Map<string, number>();
  for (const { number, seq, at, type, data } of rows) {
    const now = at.getTime();
    const { step, officeId } = data.opens ?? {};
    if (step === 3 && !arrivals.has(number + officeId)) arrivals.set(number + officeId, now);
    const since = stopped.get(number);
    if (type === 'completion-requested' || type === 'answered') stopped.set(number, now);
    if ((type === 'completed' || type === 'objected') && since !== undefined) {
      stops.set(number, [...(stops.get(number) ?? []), [since, now]]);
      stopped.delete(number);
    }
    for (const { request, due } of data.clocks.filter((clock) => clock.request.clock === 'whole')) {
      const from = arrivals.get(number + request.officeId) ?? 0;
      computed.push(`${number}/${seq} ${due}`);
      const { workingDays } = policies.sop.whole[request.kind] as { workingDays: number };
      const end = wholeEnd(request.officeId, from, workingDays, stops.get(number) ?? []);
      told.push(`${number}/${seq} ${new Date(end).toISOString()}`);
    }
  }
  return { computed, told };
}

/** The first close by which as much office time has passed, stops left out, as until the close of the nth working day. */
function wholeEnd(officeId: string, from: number, n: number, stops: [number, number][]): number {
  const zone = allOffices.find(({ id }) => id === officeId)?.zone ?? 'Asia/Jakarta';
  const span = (a: number, b: number) => (b > a ? officeMsBetween(shippedCalendar, zone, a, b) : 0);
  const close = (day: number) => closeOfWorkingDay(shippedCalendar, zone, from, day);
  const used = (until: number) =>
    stops.reduce((left, [a, b]) => left - span(Math.max(a, from), Math.min(b, until)), span(from, until));
  const limit = span(from, close(n));
  let day = n;
  while (used(close(day)) < limit) day += 1;
  return close(day);
}

const counted = (values: string[]) => {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
};

test('the record, the ledger, the figures and the mails of a year agree', { timeout: 300_000 }, async () => {
  const lived = Array.from({ length: reportsWanted }, (_, i) => liveThrough(i + 1)).values();
  await Promise.all(Array.from({ length: 4 }, () => recordAll(lived)));

  // The record: without a gap, its chain whole, each complaint where its last event left it.
  expect(await firstBreak(r.sql)).toBeUndefined();
  const rows = await r.sql<Row[]>`select * from events order by number, seq`;
  const last = new Map(rows.map((row) => [row.number, row]));
  const complaints = await r.sql<
    { number: string; status: string; seq: number; step: number; closedBy: string | null }[]
  >`
    select number, status, seq, step, closed_by from complaints`;
  expect(complaints).toHaveLength(reportsWanted);
  for (const { number, status, seq } of complaints) {
    expect([number, seq, status]).toEqual([number, last.get(number)?.seq, last.get(number)?.status]);
  }

  // The ledger: every visit as the events alone tell it.
  const visits = visitsOf(rows);
  const ledger = await r.sql<
    { key: string; step: number; officeId: string | null; consumedMs: number | null; breached: boolean }[]
  >`
    select number || '/' || visit as key, step, office_id, consumed_ms, breached_at is not null as breached
    from visits order by number, visit`;
  const told = visits.map((visit) => ({
    key: visit.key,
    step: visit.step,
    officeId: visit.officeId,
    consumedMs: consumed(visit),
    breached: visit.breached,
  }));
  const byKey = (a: { key: string }, b: { key: string }) => (a.key < b.key ? -1 : 1);
  expect(ledger.toSorted(byKey)).toEqual(told.toSorted(byKey));

  // The whole limits: one of each agency from the first arrival there, whatever came between.
  const wholes = wholesOf(rows);
  expect(wholes.computed).toEqual(wholes.told);
  expect(wholes.computed.length).toBeGreaterThan(reportsWanted);

  // The figures: a recount of the same events by other means.
  const figures = await summarise(r.sql, { officeId: null, from: null, to: null });
  expect(figures.total).toBe(reportsWanted);
  expect(figures.byStatus).toEqual(counted(complaints.map(({ status }) => status)));
  expect(figures.returns.total).toBe(rows.filter(({ type }) => type === 'returned').length);
  expect(figures.reopenings).toBe(rows.filter(({ type }) => type === 'objected').length);
  const went = (is: (row: Row) => boolean) => new Set(rows.filter(is).map(({ number }) => number)).size;
  const { recalling, recalled, correcting, objectedUpward } = figures.beyond;
  expect([recalling.total, recalled.total]).toEqual(Array(2).fill(went(({ type }) => type === 'recalled')));
  expect(correcting.total).toBe(went(({ type, toOfficeId }) => type === 'corrected' && toOfficeId !== null));
  expect(objectedUpward.total).toBe(
    went(({ type, data }) => type === 'objected' && [4, 7].includes(data.opens?.step ?? 0)),
  );
  expect(Object.values({ recalled, correcting, objectedUpward }).map(({ total }) => total > 0)).not.toContain(
    false,
  );
  const closings = counted(
    rows.filter(({ type }) => type === 'closed' || type === 'confirmed').map(({ type }) => type),
  );
  expect(figures.closedBy).toEqual({
    system: closings.closed ?? 0,
    reporter: closings.confirmed ?? 0,
    office: 0,
  });
  const held = told.filter(({ officeId }) => officeId !== null);
  for (const { step, visits: all, late, meanMinutes, medianMinutes } of figures.steps) {
    const own = held.filter((visit) => visit.step === step && (visit.consumedMs !== null || visit.breached));
    const times = own.flatMap(({ consumedMs }) => consumedMs ?? []).toSorted((a, b) => a - b);
    expect([step, all, late]).toEqual([step, own.length, own.filter(({ breached }) => breached).length]);
    const mean = times.reduce((total, ms) => total + ms, 0) / times.length / 60_000;
    expect(meanMinutes).toBeCloseTo(mean, 0);
    const middle =
      (times[Math.floor((times.length - 1) / 2)] ?? 0) + (times[Math.ceil((times.length - 1) / 2)] ?? 0);
    expect(medianMinutes).toBeCloseTo(middle / 2 / 60_000, 0);
  }
  const begun = (clock: string) =>
    new Set(
      rows
        .filter(({ data }) => data.clocks.some(({ request }) => request.clock === clock))
        .map(({ number }) => number),
    );
  for (const clock of ['whole', 'firstResponse'] as const) {
    const late = new Set(
      rows
        .filter(({ type, data }) => type === 'breached' && data.alert?.clock === clock)
        .map(({ number }) => number),
    );
    const started = begun(clock);
    expect(figures.clocks[clock].late).toBe([...late].filter((number) => started.has(number)).length);
  }
  const months = Object.values(figures.trend.months);
  expect(months.reduce((total, { received }) => total + received, 0)).toBe(reportsWanted);
  // It was a lively year: every kind of entry is in it.
  expect(Object.keys(counted(rows.map(({ type }) => type))).length).toBeGreaterThanOrEqual(17);

  // The mails: each owed one is sent, and counted, once.
  const [{ owed } = { owed: 0 }] = await r.sql<{ owed: number }[]>`
    select count(*) as owed from deliveries`;
  const courier = runCourier(activities);
  const pending = async () =>
    Number((await r.sql`select count(*) from deliveries where status = 'pending'`)[0]?.count);
  for (const until = Date.now() + 120_000; (await pending()) > 0 && Date.now() < until; )
    await new Promise((resolve) => setTimeout(resolve, 200));
  await courier.stop();
  expect(owed).toBeGreaterThan(reportsWanted / 4);
  expect(sink.mails).toHaveLength(owed);
  expect(new Set(sink.mails.map((mail) => /^message-id: (.*)$/im.exec(mail)?.[1])).size).toBe(owed);
});
