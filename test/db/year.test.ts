// A simulated year: five hundred random reports whose record, ledger, figures and mails agree with an independent recount.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createActivities } from '../../activities/index.ts';
import type {
  ComplaintActivities,
  ConsultationActivities,
  CourierActivities,
} from '../../activities/types.ts';
import { summarise } from '../../api/figures/summary.ts';
import { openDatabase } from '../../db/connection/client.ts';
import { lockComplaint } from '../../db/complaints/update-complaint.ts';
import {
  addConsultation,
  consultationById,
  nextPlace,
  settleConsultation,
} from '../../db/consultations/consultations.ts';
import { noteConsultation } from '../../db/consultations/note-consultation.ts';
import { agencyFigures } from '../../db/figures/agencies.ts';
import { lateAt } from '../../db/figures/brief/stood.ts';
import { weeksOf } from '../../db/figures/brief/weeks.ts';
import { foldFigures, unfolded } from '../../db/figures/fold.ts';
import { firstBrokenAddition } from '../../db/record/addition-chains.ts';
import { firstBreak } from '../../db/record/chain.ts';
import { addPolicy } from '../../db/rules/policies.ts';
import { consultationClock, consultationId, consultationLimitOf } from '../../sop/beside/consultation.ts';
import type { EntryType } from '../../sop/entry.ts';
import { closeOfWorkingDay, officeMsBetween } from '../../sop/time/office-time.ts';
import type { Office } from '../../sop/offices.ts';
import { shippedCalendar } from '../../sop/time/shipped-calendar.ts';
import { spreadMs } from '../../sop/time/spread.ts';
import type { LimitKind } from '../../sop/terms.ts';
import { runCourier } from '../support/courier.ts';
import { allOffices } from '../support/walks/small-ministry.ts';
import { iso, liveThrough, type Lived, type Question, yearPolicy as policy } from '../support/walks/year.ts';
import { clockFigures, totals } from '../support/recount/figures.ts';
import { recounted } from '../support/recount/summary.ts';
import { recountedWeeks } from '../support/recount/weeks.ts';
import { SmtpSink } from '../support/servers/smtp-sink.ts';
import { runProgram } from '../support/program.ts';
import { openRegistry, type Registry, store } from '../support/registry.ts';

const reportsWanted = 500;
const ever = { from: null, to: null };

let r: Registry;
let sink: SmtpSink;
let activities: ComplaintActivities & ConsultationActivities & CourierActivities;
beforeAll(async () => {
  sink = await SmtpSink.open();
  r = await openRegistry();
  activities = createActivities({ sql: r.sql, mail: { url: sink.url, from: 'tuntas@example.org' } });
});
afterAll(async () => {
  await r?.close();
  await sink?.close();
});

/** One after the other from those that are left; several of these share the work. */
async function recordAll(left: IterableIterator<Lived>): Promise<void> {
  for (const { number, receivedAt, email, batches, questions } of left) {
    await store(r.sql, number, receivedAt, email);
    // What an address gets in a day is bounded, one that nobody confirmed the more so (reading 33).
    await r.sql`update identities set email_confirmed_at = now() where number = ${number} and email is not null`;
    for (const [n, entries] of batches.entries()) {
      await activities.record({ number, entries });
      const asks = questions.get(n);
      if (asks) await ask(number, asks, batches[n + 1]?.[0]?.at);
    }
    // While others record.
    if (number.endsWith('50')) await foldFigures(r.sql);
  }
}

/** Asks, and lets the clock of the question run until it is settled, or until the report goes on at `next`. */
async function ask(
  number: string,
  { asker, asked, at, settled }: Question,
  next = iso(Date.now()),
): Promise<void> {
  const n = await nextPlace(r.sql, number);
  const id = consultationId(number, n);
  const limit = consultationLimitOf(policy);
  const clock = consultationClock(limit, at, policy.warnAtFraction, {
    zone: asked.zone,
    calendar: shippedCalendar,
  });
  const actor = (office: Office) => ({
    role: office.level,
    officeId: office.id,
    name: `Petugas ${office.id}`,
  });
  const note = (happened: Pick<Parameters<typeof noteConsultation>[3], 'type' | 'at' | 'actor'>) =>
    r.sql.begin(async (tx) => {
      const report = await lockComplaint(tx, number);
      if (happened.type === 'consultation-asked') {
        const place = { id, number, n, fromId: asker.id, officeId: asked.id };
        const words = {
          question: 'Milik siapa?',
          askedBy: 'Nani',
          askedAt: at,
          limit,
          policyVersion: 1,
          ...clock,
        };
        if (!(await addConsultation(tx, { ...place, ...words }))) return false;
      } else if (settled) {
        await settleConsultation(tx, id, { status: settled.as, at: settled.at });
      }
      const k = await consultationById(tx, id);
      if (k && report?.state)
        await noteConsultation(tx, k, { ...report.state, title: 'Judul' }, happened, true);
      return true;
    });
  if (!(await note({ type: 'consultation-asked', at, actor: actor(asker) }))) return;
  const until = settled && settled.at < next ? settled.at : next;
  for (const rung of [clock.warnAt, clock.due]) {
    const rings = iso(Date.parse(rung) + spreadMs(number));
    if (rings < until) await activities.lookAtConsultation({ id, at: rings });
  }
  if (settled && settled.at < next) {
    const by = settled.as === 'answered' ? asked : asker;
    await note({ type: `consultation-${settled.as}`, at: settled.at, actor: actor(by) });
  }
}

interface Row {
  number: string;
  seq: number;
  at: Date;
  type: string;
  step: number;
  status: string;
  deadline: Date | null;
  fromOfficeId: string | null;
  toOfficeId: string | null;
  data: {
    ends?: number;
    opens?: { visit: number; step: number; officeId: string | null };
    alert?: { clock: string; missed?: boolean };
    clocks: {
      request: { clock: string; officeId: string; kind: LimitKind; extension?: { workingDays: number } };
      due: string;
    }[];
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
    // reading 27: it waits on at the successor.
    if (open && since !== undefined && type === 'succeeded' && data.ends !== undefined) {
      open.paused.push([since, now]);
      stopped.set(number, now);
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
    if (isMissed({ type, data }) && data.alert?.clock === 'row' && open) open.breached = true;
  }
  return [...visits.values()];
}

/** A limit is missed by its breach, or by a later rung when that was past already (reading 15). */
const isMissed = ({ type, data }: Pick<Row, 'type' | 'data'>) =>
  type === 'breached' || data.alert?.missed === true;

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
    if (['completion-requested', 'answered', 'rejected'].includes(type)) stopped.set(number, now);
    if ((type === 'completed' || type === 'objected') && since !== undefined) {
      stops.set(number, [...(stops.get(number) ?? []), [since, now]]);
      stopped.delete(number);
    }
    for (const { request, due } of data.clocks.filter((clock) => clock.request.clock === 'whole')) {
      const from = arrivals.get(number + request.officeId) ?? 0;
      computed.push(`${number}/${seq} ${due}`);
      const { workingDays } = policy.whole[request.kind] as { workingDays: number };
      const days = workingDays + (request.extension?.workingDays ?? 0);
      const end = wholeEnd(request.officeId, from, days, stops.get(number) ?? []);
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

/**
 * What was held late at that moment, by row and office: of each report as its last entry of then has it. A life that was
 * broken off before its clock rang has no entry that says so.
 */
function lateThen(rows: Row[], visits: Visit[], at: string): string[] {
  const then = Date.parse(at);
  const last = new Map<string, Row>();
  for (const row of rows) {
    // An alert of another clock bears that clock's deadline.
    if (row.at.getTime() <= then && (row.data.alert?.clock ?? 'row') === 'row') last.set(row.number, row);
  }
  const late = visits.flatMap(({ key, step, officeId, from, to = Infinity, breached }) => {
    const { deadline, status } = last.get(key.split('/')[0] ?? '') ?? {};
    if (to === Infinity && !breached && deadline && deadline.getTime() > from) return [];
    const isLate = deadline && deadline.getTime() < then && status !== 'awaiting-completion';
    return officeId !== null && from <= then && then < to && isLate ? [`${step} ${officeId}`] : [];
  });
  return Object.entries(counted(late)).map(([held, count]) => `${held}: ${count}`);
}

const counted = (values: string[]) => {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
};

test('the record, the ledger, the figures and the mails of a year agree', async () => {
  await addPolicy(r.sql, policy, 'ops');
  const lived = Array.from({ length: reportsWanted }, (_, i) => liveThrough(i + 1)).values();
  //
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

  let wasLate = 0;
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

  // What was late at moments of that year: at any, and in the minutes after a close of office (reading 31).
  const begin = rows.reduce((first, { at }) => Math.min(first, at.getTime()), Infinity);
  for (const day of Array.from({ length: 24 }, (_, i) => 20 + i * 15)) {
    const date = iso(begin + day * 86_400_000).slice(0, 10);
    for (const at of [`${date}T03:30:00.000Z`, `${date}T09:04:00.000Z`]) {
      const late = await lateAt(r.sql, { officeId: null, ...ever }, at);
      const said = late.map(({ step, officeId, count }) => `${step} ${officeId}: ${count}`);
      expect([at, said.toSorted()]).toEqual([at, lateThen(rows, visits, at).toSorted()]);
      wasLate += said.length;
    }
  }
  expect(wasLate).toBeGreaterThan(100);

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
    went(
      ({ type, step, data }) => type === 'objected' && step === 11 && [4, 7].includes(data.opens?.step ?? 0),
    ),
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
      rows.filter((row) => isMissed(row) && row.data.alert?.clock === clock).map(({ number }) => number),
    );
    const started = begun(clock);
    expect(figures.clocks[clock].late).toBe([...late].filter((number) => started.has(number)).length);
  }
  const months = Object.values(figures.trend.months);
  expect(months.reduce((total, { received }) => total + received, 0)).toBe(reportsWanted);
  // It was a lively year: each of these is in it.
  const types = Object.keys(counted(rows.map(({ type }) => type)));
  expect(types).toEqual(
    expect.arrayContaining<EntryType>([
      'asked',
      'breached',
      'closed',
      'completed',
      'confirmed',
      'corrected',
      'escalated',
      'extended',
      'messaged',
      'objected',
      'original-ended',
      'recalled',
      'rejected',
      'rejection-final',
      'replied',
      'returned',
      'succeeded',
      'withdrawn',
    ]),
  );

  // Beyond the straight way: the reports, each once, to whom that happened.
  expect(await firstBrokenAddition(r.sql)).toBeUndefined();
  const asked = await r.sql<{ number: string; type: string }[]>`
    select number, type from consultation_events order by number, nth`;
  const settled = counted(asked.map(({ type }) => type));
  const reports = (some: { number: string }[]) => new Set(some.map(({ number }) => number)).size;
  const of = (type: EntryType) => rows.filter((row) => row.type === type);
  // Not against a rejection (22).
  const upward = of('objected').filter(
    ({ step, data }) => step === 11 && [7, 4].includes(data.opens?.step ?? 0),
  );
  const total = Object.fromEntries(Object.entries(figures.beyond).map(([name, { total }]) => [name, total]));
  const all = asked.filter(({ type }) => type === 'consultation-asked');
  expect(total).toMatchObject({
    recalling: reports(of('recalled')),
    recalled: reports(of('recalled')),
    correcting: reports(of('corrected')),
    extending: reports(of('extended')),
    consulting: reports(all),
    consulted: reports(all),
    objectedUpward: reports(upward),
  });
  expect(Math.min(...Object.values(total))).toBeGreaterThan(0);
  expect(Object.keys(settled).toSorted()).toEqual(
    ['answered', 'asked', 'ended', 'late', 'warned', 'withdrawn'].map((what) => `consultation-${what}`),
  );

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

const spans = [
  ever,
  { from: '2026-01-31T17:00:00.000Z', to: '2026-04-30T17:00:00.000Z' },
  { from: '2026-02-10T04:00:00.000Z', to: null },
  { from: '2026-05-03T17:00:00.000Z', to: '2026-05-20T01:00:00.000Z' },
];
const scopes = [
  ...spans.map((span) => ({ officeId: null, ...span })),
  ...spans.map((span, i) => ({ officeId: ['a', 'b', 'a1', 'nasional'][i] ?? null, ...span })),
  ...['a1x', 'a1y', 'a2x'].map((officeId) => ({ officeId, ...ever })),
];

const nothing = { within: 0, late: 0 };

async function expectRecount(): Promise<void> {
  for (const scope of scopes) {
    expect({ scope, ...(await summarise(r.sql, scope)) }).toEqual({
      scope,
      ...(await recounted(r.sql, scope)),
    });
  }
  for (const span of spans.slice(0, 2)) {
    const figures = await agencyFigures(r.sql, ['a', 'b'], span);
    for (const officeId of ['a', 'b']) {
      const scope = { officeId, ...span };
      const { within, late } =
        (await clockFigures(r.sql, scope)).find(({ clock }) => clock === 'whole') ?? nothing;
      const { whole = nothing, medianDays } = figures.get(officeId) ?? {};
      expect({ scope, ...whole }).toEqual({ scope, within, late });
      // A tenth of a day, and two percent (see agencies.ts).
      const { median: exact } = await totals(r.sql, scope);
      if (exact === null) expect(medianDays ?? null).toBe(null);
      else expect(Math.abs((medianDays ?? NaN) - exact)).toBeLessThanOrEqual(0.05 + exact * 0.02);
    }
  }
  const offices = [null, 'a', 'a1', 'a1x', 'b'];
  const { figures } = await r.sql.begin('isolation level repeatable read', (tx) =>
    weeksOf(tx, [...offices.slice(1), ''] as string[], 1_000),
  );
  for (const officeId of offices) {
    const own = [...(figures.get(officeId ?? '') ?? [])].map(
      ([week, { handled, late }]) => `${week} ${handled} ${late}`,
    );
    expect([officeId, own.toSorted()]).toEqual([officeId, await recountedWeeks(r.sql, officeId)]);
  }
}

/** Cuts off who folds in the middle of its batch, once it waits for a lock that is held here. */
async function foldAndDie(): Promise<void> {
  const doomed = openDatabase(r.url, { max: 1 });
  await r.sql.begin(async (tx) => {
    await tx`lock table figure_reports in share mode`;
    const folding = foldFigures(doomed).then(
      () => 'done',
      () => 'dead',
    );
    await expect
      .poll(
        () => r.sql`
          select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock' and query like '%wanted as (%'`,
      )
      .toHaveLength(1);
    expect(await folding).toBe('dead');
  });
  await doomed.end();
}

test('the figures that are kept equal a recount, whatever of it is folded in', {
  timeout: 120_000,
}, async () => {
  expect((await r.sql`select from figure_reports`).length).toBeGreaterThan(0);
  const waiting = await unfolded(r.sql);
  expect(waiting.length).toBeGreaterThan(0);
  await expectRecount();

  await foldAndDie();
  expect((await unfolded(r.sql)).toSorted()).toEqual(waiting.toSorted());
  await foldFigures(r.sql);
  expect(await unfolded(r.sql)).toEqual([]);
  await expectRecount();

  // What changes yesterday: a rating, a deadline that passes, what was put right by hand, another tree.
  await r.sql`
    insert into ratings (number, score, office_id)
    select number, 1 + seq % 5, answer_office_id from complaints where answer_office_id is not null`;
  await r.sql`
    update complaints set deadline = now() + interval '300 milliseconds'
    where ended_at is null and holder_id in ('a', 'a1', 'b1')`;
  await r.sql`
    update complaints set deadline = now() + interval '3 hours' where ended_at is null and holder_id = 'a1x'`;
  await r.sql`update complaints set category = 'Jalan' where kind = 'aspirasi'`;
  await foldFigures(r.sql);
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect((await unfolded(r.sql)).length).toBeGreaterThan(0);
  await expectRecount();
  await r.sql`update offices set successor_id = 'a1x' where id = 'a1y'`;
  await r.sql`update offices set parent_id = 'b' where id = 'a2'`;
  await expectRecount();
  await foldFigures(r.sql);
  await expectRecount();

  // Counted anew after somebody meddled with them.
  await r.sql`update figure_cells set n = n + 1`;
  expect((await summarise(r.sql, { officeId: null, ...ever })).total).not.toBe(reportsWanted);
  const { code, out } = await runProgram('rebuild-figures', [], { env: { DATABASE_URL: r.url } });
  expect([code, out.trim()]).toEqual([0, `The figures are those of ${reportsWanted} reports.`]);
  await expectRecount();
});
