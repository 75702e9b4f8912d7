// Limits that end together: of a close of office, whose alerts are spread (reading 31), and of a minute, which ring at once. Decisions meanwhile.
import { setTimeout as sleep } from 'node:timers/promises';
import { logIn, type Send } from '../cli/shared/api-client.ts';
import type { Sql } from '../db/connection/client.ts';
import { ownSettings } from '../settings/read.ts';
import { publicZone } from '../sop/offices.ts';
import type { Policy } from '../sop/policy/policy.ts';
import type { Limit } from '../sop/terms.ts';
import { dayMs } from '../sop/time/calendar.ts';
import { dayIn, localTime } from '../sop/time/local-time.ts';
import { costOf } from './support/cpu.ts';
import { quantilesOf, round } from './support/figures.ts';
import { repeat } from './support/journey.ts';
import { askOn, fileAll } from './support/meanwhile.ts';
import { figuresOf, untilOver } from './support/open-loop.ts';
import { onProduct, onRecord, type Running } from './support/product.ts';

/** Reports that are decided on all the time, and how often. */
const decided = 40;
const aSecond = 10;
/** After the last alert is due. */
const patienceMs = 90_000;

/** All end at the same close of office; looks for ten minutes after it. */
export function storm() {
  const { BENCH_STORM, BENCH_STORM_SECONDS } = ownSettings('bench');
  return onProduct((product) => measureClose(product, BENCH_STORM, BENCH_STORM_SECONDS * 1_000));
}

/** All end in the same minute, as those of a night do in the morning. */
export function flood() {
  return onProduct((product) => measureMinute(product, ownSettings('bench').BENCH_STORM));
}

async function measureClose(product: Running, count: number, lookMs: number) {
  return onRecord(product.folder, async (sql) => {
    const ops = await logIn(product.base, 'ops', 'demo');
    const national = await logIn(product.base, 'nasional', 'demo');
    await everyDayIsWorked(ops.send);
    await limitRow2(ops.send, { workingDays: 1 }, 0.01);
    const { ask, eachMs } = await decidedOn(product);
    // One of a backlog is warned of at once, too.
    const close = await minuteIn(3 * eachMs * count + 60_000);
    await worksOnly(ops.send, '00:00', clockTime(close));
    const receivedAt = new Date(Date.now() - dayMs).toISOString();
    await repeat(count, 8, () => fileReceived(national.send, receivedAt));
    await alerts(sql, 'warned', count, Date.now() + patienceMs);
    if (Date.now() > close) throw new Error('They were not all filed before the close of office.');
    return measure(product, sql, ask, { count, from: close, until: close + lookMs });
  });
}

async function measureMinute(product: Running, count: number) {
  return onRecord(product.folder, async (sql) => {
    const ops = await logIn(product.base, 'ops', 'demo');
    await everyDayIsWorked(ops.send);
    await limitRow2(ops.send, { officeMinutes: 1 }, 0.5);
    const { ask, eachMs } = await decidedOn(product);
    const open = await minuteIn(1.5 * eachMs * count + 60_000);
    await worksOnly(ops.send, clockTime(open), '23:59');
    await fileAll(product.base, count);
    if (Date.now() > open) throw new Error('They were not all filed before the office opened.');
    const due = open + 60_000;
    return measure(product, sql, ask, { count: count + decided, from: due, until: due + patienceMs });
  });
}

/** From just before `from` (epoch milliseconds) to the last breach, or `until`. */
async function measure(
  { pid }: Running,
  sql: Sql,
  ask: Awaited<ReturnType<typeof askOn>>,
  { count, from, until }: { count: number; from: number; until: number },
) {
  await sleep(Math.max(0, from - 3_000 - Date.now()));
  const cost = costOf(pid);
  const isOver = async () => (await numberOf(sql, 'breached')) >= count || Date.now() > until;
  const answers = await untilOver(isOver, aSecond, ask);
  const rang = await breaches(sql);
  return {
    limits: count,
    alerts: rang.length,
    lastAlertSeconds: round(Math.max(...rang.map(({ afterMs }) => afterMs)) / 1_000),
    // Against its own moment.
    ...quantilesOf(
      'alertLate',
      rang.map(({ lateMs }) => lateMs),
    ),
    // What the decisions took is part of it.
    ...cost(rang.length),
    ...figuresOf('decision', answers),
  };
}

/** What is decided on meanwhile, and how long each took to file. */
async function decidedOn({ base }: Running) {
  const begun = performance.now();
  const ask = await askOn(base, await fileAll(base, decided));
  return { ask, eachMs: (performance.now() - begun) / decided };
}

async function numberOf(sql: Sql, type: string): Promise<number> {
  const [row] = await sql<
    { count: number }[]
  >`select count(*)::int as count from events where type = ${type}`;
  return row?.count ?? 0;
}

async function alerts(sql: Sql, type: string, count: number, until: number): Promise<void> {
  while ((await numberOf(sql, type)) < count && Date.now() < until) await sleep(200);
}

/** How long after its deadline each went out, and how long after its own moment. */
function breaches(sql: Sql): Promise<{ afterMs: number; lateMs: number }[]> {
  const msSince = (of: string) =>
    sql`(extract(epoch from at - (data #>> array['alert', ${of}])::timestamptz) * 1000)::float8`;
  return sql<{ afterMs: number; lateMs: number }[]>`
    select ${msSince('due')} as after_ms, ${msSince('at')} as late_ms from events where type = 'breached'`;
}

async function everyDayIsWorked(ops: Send): Promise<void> {
  const year = dateAt(Date.now()).slice(0, 4);
  const { days } = await ops<{ days: { date: string }[] }>('GET', `/v1/calendar/${year}`);
  const near = new Set([-1, 0, 1].map((n) => dateAt(Date.now() + n * dayMs)));
  await ops(
    'PUT',
    `/v1/calendar/${year}`,
    days.filter(({ date }) => !near.has(date)),
  );
}

async function limitRow2(ops: Send, limit: Limit, warnAtFraction: number): Promise<void> {
  const { policy } = await ops<{ policy: Policy }>('GET', '/v1/policies/current');
  const rows = { ...policy.rows, 2: limit };
  await ops('PUT', '/v1/policies/current', { ...policy, rows, warnAtFraction });
}

/** National works between these times of day (WIB), every day. */
async function worksOnly(ops: Send, opens: string, closes: string): Promise<void> {
  const week = Object.fromEntries(['1', '2', '3', '4', '5', '6', '7'].map((day) => [day, [[opens, closes]]]));
  const hours = [{ name: 'Jam ukur', from: '2000-01-01', to: '2099-12-31', week }];
  await ops('PUT', '/v1/offices/nasional/hours', { hours });
}

async function fileReceived(national: Send, receivedAt: string): Promise<unknown> {
  return national('POST', '/v1/complaints', {
    kind: 'pengaduan',
    title: 'Jalan berlubang',
    description: 'Lubang di depan pasar.',
    reporter: { name: 'Siti' },
    receivedAt,
  });
}

/** A whole minute of WIB, at least that much later and on the same day: waits for the next day where there is none. */
async function minuteIn(ms: number): Promise<number> {
  const minute = () => Math.ceil((Date.now() + ms) / 60_000) * 60_000;
  while (dateAt(minute() + 120_000) !== dateAt(Date.now())) await sleep(1_000);
  return minute();
}

/** `HH:MM` in WIB. */
function clockTime(at: number): string {
  return localTime(new Date(at).toISOString(), publicZone).slice(11, 16);
}

/** `YYYY-MM-DD` in WIB. */
function dateAt(at: number): string {
  return dayIn(new Date(at).toISOString(), publicZone);
}
