// Prometheus metrics of the API process and of the record it serves. No label carries personal data.
import { createHash, timingSafeEqual } from 'node:crypto';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Sql } from '../../db/connection/client.ts';
import { within } from '../../db/connection/away.ts';
import { readCalendar } from '../../db/rules/calendar.ts';
import { policyInForce } from '../../db/rules/policies.ts';
import { heldGauges, lagGauges, type LagGauges } from '../../db/figures/gauges.ts';
import { calendarEnd } from '../../sop/time/calendar-end.ts';
import { installErrors } from './errors.ts';
import { keptFor } from '../values/kept.ts';
import { Problem } from './problems.ts';

const buckets = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const patienceMs = 3_000;
/** The gauges of the record cost a walk through it: however many scrape, one walk in this time. */
const keptMs = 5_000;

/** Who is served: the backlog of each office is not for everybody. */
export interface MetricsSettings {
  /** What a scraper brings as Bearer token. */
  token?: string | undefined;
  /** A port that serves nothing else; the API's own then serves no metrics. */
  port?: number | undefined;
  /** Where that port listens. */
  host?: string | undefined;
}

const lagNames: Record<keyof LagGauges, [name: string, help: string]> = {
  unstarted: [
    'tuntas_unstarted_complaints',
    'Filed more than 30 s ago, of a backlog more than an hour, and without a workflow',
  ],
  mailPending: ['tuntas_mail_pending', 'Mails owed'],
  mailFailed: ['tuntas_mail_failed', 'Mails given up'],
  mailRefused: [
    'tuntas_mail_refused',
    'Mails owed that our own mail server refused: its log-in, our sender, the connection',
  ],
  mailLag: ['tuntas_mail_lag_seconds', 'Time since the oldest mail owed became due'],
  callsPending: ['tuntas_webhook_calls_pending', 'Webhook calls owed'],
  callsFailed: ['tuntas_webhook_calls_failed', 'Webhook calls given up'],
  recordLag: [
    'tuntas_record_lag_seconds',
    'Longest time from a decision to its record in the last five minutes',
  ],
  differences: [
    'tuntas_reconciliation_differences',
    'Rows and workflows that differ, at the last reconciliation',
  ],
  passedOver: ['tuntas_passed_over_items', 'Items that a job could not do, went on past, and tries again'],
  reconciledAgo: [
    'tuntas_reconciliation_age_seconds',
    'Time since the last reconciliation; -1 before the first',
  ],
};

/**
 * Measures every request, and serves `/metrics`: to who brings the token, on a port of its own, or not at all. While the
 * database is away the gauges of the record are left out.
 */
export function installMetrics(app: FastifyInstance, sql: Sql, settings: MetricsSettings): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  measure(app, registry);
  const { token, port, host = '127.0.0.1' } = settings;
  if (token === undefined && port === undefined) return;
  const record = keptFor(keptMs, recordGauges(sql));
  const answer = async (_request: FastifyRequest, reply: FastifyReply) => {
    const own = await registry.metrics();
    const ofRecord = await within(patienceMs, record()).catch(() => 'tuntas_database_up 0\n');
    return reply.type(registry.contentType).send(`${own}\n${ofRecord}`);
  };
  if (port === undefined) {
    app.get(
      '/metrics',
      { config: { callers: ['scraper'] }, schema: { summary: 'Prometheus', tags: ['ops'] } },
      answer,
    );
    return;
  }
  const alone = fastify();
  installErrors(alone);
  alone.get('/metrics', async (request, reply) => {
    if (!isScraper(request, settings)) throw new Problem('unauthenticated');
    return answer(request, reply);
  });
  app.addHook('onReady', async () => void (await alone.listen({ port, host })));
  app.addHook('onClose', () => alone.close());
}

function measure(app: FastifyInstance, registry: Registry): void {
  const requests = new Histogram({
    name: 'tuntas_http_request_duration_seconds',
    help: 'Requests by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets,
    registers: [registry],
  });
  const decisions = new Histogram({
    name: 'tuntas_decision_duration_seconds',
    help: 'Decisions and replies that were taken, from request to answer',
    buckets,
    registers: [registry],
  });
  app.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'none';
    // How long somebody looks on is no time that they wait.
    if (route.endsWith('/live')) return done();
    const seconds = reply.elapsedTime / 1000;
    requests.observe({ method: request.method, route, status: String(reply.statusCode) }, seconds);
    const decides = route.endsWith('/decisions') || route.endsWith('/replies');
    if (decides && reply.statusCode === 200) decisions.observe(seconds);
    done();
  });
}

/** Who brings the token, when one is set. Compared without telling by its time how much of it was right. */
export function isScraper({ headers }: FastifyRequest, { token }: MetricsSettings): boolean {
  if (token === undefined) return true;
  const given = /^Bearer (.+)$/i.exec(headers.authorization ?? '')?.[1] ?? '';
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(token));
}

function recordGauges(sql: Sql): () => Promise<string> {
  const registry = new Registry();
  const gauge = (name: string, help: string, labelNames: string[] = []) =>
    new Gauge({ name, help, labelNames, registers: [registry] });
  const up = gauge('tuntas_database_up', 'Whether the database answers');
  const open = gauge('tuntas_open_complaints', 'Open complaints by row and holder', ['step', 'office']);
  const overdue = gauge('tuntas_overdue_complaints', 'Held past the limit of the row', ['step', 'office']);
  const calendarEnds = gauge(
    'tuntas_calendar_end_year',
    'The first year without decreed days that now and the longest limit reach; 0: none',
  );
  const lags = Object.entries(lagNames).map(([key, [name, help]]) => ({
    key: key as keyof LagGauges,
    gauge: gauge(name, help),
  }));
  return async () => {
    const [held, lag] = [await heldGauges(sql), await lagGauges(sql)];
    up.set(1);
    open.reset();
    overdue.reset();
    for (const { step, office, open: count, overdue: late } of held) {
      open.set({ step, office }, count);
      overdue.set({ step, office }, late);
    }
    const { document } = await policyInForce(sql);
    const end = calendarEnd(document, await readCalendar(sql), new Date().toISOString());
    calendarEnds.set(end?.year ?? 0);
    for (const { key, gauge: one } of lags) one.set(lag[key]);
    return registry.metrics();
  };
}
