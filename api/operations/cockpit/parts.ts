// What each part of the running system is asked, and by what it is not well.
import type { FastifyBaseLogger } from 'fastify';
import { lateFindings, scansWaiting } from '../../../db/attachments/scans.ts';
import { lagGauges } from '../../../db/figures/gauges.ts';
import { failingDeliveries, webhooksGivenUp } from '../../../db/messages/failing.ts';
import { connectionFacts, databaseBytes } from '../../../db/operations/database-facts.ts';
import { lastReconciliation } from '../../../db/operations/reconciliations.ts';
import { busyDays } from '../../../db/record/looks.ts';
import { waitingMigrations } from '../../../db/schema/migrate.ts';
import { readingBounds, unusualIn } from '../../../sop/beside/looks.ts';
import { calendarEnd } from '../../../sop/time/calendar-end.ts';
import { decreedYears } from '../../../sop/time/calendar.ts';
import type { Services } from '../../services.ts';
import { keptFor } from '../../values/kept.ts';
import { version } from '../version.ts';
import { lanes } from './lanes.ts';
import { type Look, looked } from './look.ts';
import { bounds, troublesOf } from './troubles.ts';

/** Of the connections that all requests share. */
const databaseLanes = 4;
/** More stand in the lists that they come from. */
const listed = 5;
/** The schedules' list is given as long as the engine's other answers. */
const scheduleMs = 2_000;
/** A worker asks anew within a minute; who died stays on the engine's list for longer. */
const pollerSeenMs = 90_000;
/** It goes through a month of looks, which not every look at the cockpit need do. */
const readingMs = 10_000;

/** Gives a function that looks at all of them at once; it takes as long as the slowest one may. */
export function cockpitParts(services: Services, log: FastifyBaseLogger) {
  const { sql, engine, store, scanner, keptRules, mailing } = services;
  const onFault = (error: unknown) => log.warn({ err: error }, 'a part cannot be looked at');
  const lane = lanes(databaseLanes);
  const part = <Facts>(look: Omit<Look<Facts>, 'onFault'>) => looked({ ...look, onFault });
  const inDatabase = <Facts>({ ask, judge }: Omit<Look<Facts>, 'onFault'>) =>
    part({ ask: () => lane(ask), ...(judge && { judge }) });

  const unusualReading = keptFor(readingMs, async () => {
    const days = await busyDays(sql);
    return days.flatMap((day) => {
      const why = unusualIn(day);
      return why.length > 0 ? [{ ...day, why }] : [];
    });
  });

  const looks = {
    engine: () =>
      part({ ask: async () => ({ server: await engine.serverVersion(), namespace: engine.namespace }) }),

    worker: () =>
      part({
        behindEngine: true,
        ask: async () => {
          const [answers, { pollers }] = await Promise.all([
            engine.askWorker().then(
              () => true,
              () => false,
            ),
            engine.queue(),
          ]);
          const since = Date.now() - pollerSeenMs;
          return { answers, pollers: pollers.filter(({ lastSeenAt }) => lastSeenAt.getTime() > since) };
        },
        judge: ({ answers, pollers }) =>
          troublesOf({
            'no-worker': !answers,
            'several-builds': new Set(pollers.map(({ build }) => build)).size > 1,
          }),
      }),

    queue: () =>
      part({
        behindEngine: true,
        ask: async () => {
          const { waiting, waitsSeconds } = await engine.queue();
          return { waiting, waitsSeconds };
        },
        judge: ({ waitsSeconds }) => troublesOf({ 'queue-late': (waitsSeconds ?? 0) > bounds.queueSeconds }),
      }),

    database: () =>
      inDatabase({
        ask: async () => ({
          ...(await connectionFacts(sql)),
          waitingMigrations: await waitingMigrations(sql),
        }),
        judge: ({ connections, connectionsAllowed, waitingMigrations: waiting }) =>
          troublesOf({
            'connections-few': connections > connectionsAllowed * bounds.connectionsShare,
            'migrations-waiting': waiting.length > 0,
          }),
      }),

    size: () => inDatabase({ ask: async () => ({ bytes: await databaseBytes(sql) }) }),

    record: () =>
      inDatabase({
        ask: async () => ({ lagSeconds: (await lagGauges(sql, ['recordLag'])).recordLag }),
        judge: ({ lagSeconds }) => troublesOf({ 'record-late': lagSeconds > bounds.recordLagSeconds }),
      }),

    starting: () =>
      inDatabase({
        ask: () => lagGauges(sql, ['unstarted', 'passedOver']),
        judge: ({ unstarted, passedOver }) =>
          troublesOf({ unstarted: unstarted > 0, 'passed-over': passedOver > 0 }),
      }),

    reconciliation: () =>
      inDatabase({
        ask: async () => {
          const { at, agoSeconds, mended, differences } = await lastReconciliation(sql);
          return {
            at,
            agoSeconds,
            total: differences.length,
            differences: differences.slice(0, listed),
            mended: mended.slice(0, listed),
            mendedTotal: mended.length,
          };
        },
        judge: ({ agoSeconds, total }) =>
          troublesOf({
            differences: total > 0,
            'not-reconciled': agoSeconds > bounds.reconciledAgoSeconds,
          }),
      }),

    mail: () =>
      inDatabase({
        ask: async () => {
          const lag = await lagGauges(sql, ['mailPending', 'mailRefused', 'mailLag']);
          const failing = await failingDeliveries(sql, 'mail', listed);
          const { mailPending: pending, mailRefused: refused, mailLag: lagSeconds } = lag;
          return { on: mailing, pending, refused, lagSeconds, failing };
        },
        judge: ({ refused, lagSeconds, failing }) =>
          troublesOf({
            'mail-refused': refused > 0,
            'mail-late': lagSeconds > bounds.mailLagSeconds,
            'mail-given-up': failing.some(({ nextAttemptAt }) => nextAttemptAt === null),
          }),
      }),

    webhooks: () =>
      inDatabase({
        ask: async () => ({
          pending: (await lagGauges(sql, ['callsPending'])).callsPending,
          off: await webhooksGivenUp(sql, listed),
          failing: await failingDeliveries(sql, 'webhook', listed),
        }),
        judge: ({ off, failing }) =>
          troublesOf({ 'webhooks-off': off.length > 0, 'calls-failing': failing.length > 0 }),
      }),

    schedules: () =>
      part({
        behindEngine: true,
        ask: async () => ({ next: await engine.schedules.list(scheduleMs) }),
        judge: ({ next }) =>
          troublesOf({
            'schedule-failed': next.some(({ lastResult }) => lastResult === 'failed'),
            'schedule-paused': next.some(({ paused }) => paused),
          }),
      }),

    calendar: () =>
      inDatabase({
        ask: async () => {
          const { calendar, policy } = await keptRules.now(sql);
          const end = calendarEnd(policy.document, calendar, new Date().toISOString());
          return {
            decreedUntil: decreedYears(calendar).at(-1) ?? null,
            end: end ? { year: end.year, until: new Date(end.until) } : null,
          };
        },
        judge: ({ end }) => troublesOf({ 'calendar-ends': end !== null }),
      }),

    storage: () =>
      part({
        ask: async () => ({ disk: await store.room() }),
        judge: ({ disk }) =>
          troublesOf({ 'disk-full': disk !== null && disk.free < disk.bytes * bounds.freeShare }),
      }),

    scanning: () =>
      inDatabase({
        ask: async () => ({
          on: scanner !== undefined,
          ...(await scansWaiting(sql)),
          found: await lateFindings(sql, { days: bounds.foundDays, limit: listed }),
        }),
        judge: ({ waitsSeconds, found }) =>
          troublesOf({
            'scan-late': waitsSeconds > bounds.scanSeconds,
            'virus-found': found.length > 0,
          }),
      }),

    reading: () =>
      inDatabase({
        ask: async () => ({ days: readingBounds.shownDays, unusual: await unusualReading() }),
        judge: ({ unusual }) => troublesOf({ 'unusual-reading': unusual.length > 0 }),
      }),

    versions: () => part({ ask: async () => ({ product: version, node: process.version }) }),
  };
  return async () => ({ at: new Date(), parts: await allOf(looks) });
}

/** All of them at once, by their names. */
async function allOf<Looks extends Record<string, () => Promise<unknown>>>(looks: Looks) {
  const found = await Promise.all(Object.entries(looks).map(async ([name, look]) => [name, await look()]));
  return Object.fromEntries(found) as { [Name in keyof Looks]: Awaited<ReturnType<Looks[Name]>> };
}
