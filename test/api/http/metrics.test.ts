// What Prometheus scrapes; and that dashboard, alerts and runbook speak of what there is.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { bounds } from '../../../api/operations/cockpit/troubles.ts';
import { openDatabase } from '../../../db/connection/client.ts';
import { freePort } from '../../../local/parts/ports.ts';
import { sectionOf } from '../../../web/src/oversight/operations/cockpit/runbook-sections.ts';
import { Api, metricsToken } from '../../support/api.ts';

let api: Api;
beforeAll(async () => {
  api = await Api.open();
});
afterAll(() => api?.close());

const read = (path: string) => readFileSync(new URL(`../../../docs/${path}`, import.meta.url), 'utf8');
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const scrape = async (): Promise<string> =>
  (await api.send('GET', '/metrics', undefined, bearer(metricsToken))).body;
const valueOf = (text: string, series: string): number =>
  Number(
    text
      .split('\n')
      .find((line) => line.startsWith(`${series} `))
      ?.slice(series.length) ?? Number.NaN,
  );

test('metrics count what is open, late and owed, and how long decisions take', async () => {
  const late = await api.report({ agencyId: 'badan-contoh' });
  await (await api.report()).toRow8();
  await api.sql`update complaints set deadline = now() - interval '1 hour' where number = ${late.number}`;
  await api.sql`
    with told as (
      insert into notifications (key, number, kind, subject, body) values ('x', ${late.number}, 'arrival', 's', 'b')
      returning id, number)
    insert into deliveries (key, number, channel, notification_id, due_at)
    select 'x:mail', number, 'mail', id, now() - interval '10 minutes' from told`;
  const text = await scrape();
  expect(valueOf(text, 'tuntas_database_up')).toBe(1);
  expect(valueOf(text, 'tuntas_open_complaints{step="3",office="badan-contoh"}')).toBe(1);
  expect(valueOf(text, 'tuntas_overdue_complaints{step="3",office="badan-contoh"}')).toBe(1);
  expect(valueOf(text, 'tuntas_overdue_complaints{step="8",office="ditjen-pelayanan"}')).toBe(0);
  expect(valueOf(text, 'tuntas_decision_duration_seconds_count')).toBe(5);
  expect(valueOf(text, 'tuntas_mail_pending')).toBe(1);
  expect(valueOf(text, 'tuntas_mail_lag_seconds')).toBeGreaterThan(500);
  expect(valueOf(text, 'tuntas_record_lag_seconds')).toBeLessThan(5);
  expect(text).toMatch(
    /tuntas_http_request_duration_seconds_count\{method="POST",route="\/v1\/complaints\/:number\/decisions",status="200"\} 5/,
  );
  expect(text).not.toMatch(/Siti|LAP-/);
});

test('metrics are served though the database is away', async () => {
  const sql = openDatabase(api.proxy.url);
  // A replica, which has kept nothing from before.
  const app = await api.replica({ sql, metrics: { token: metricsToken } });
  api.proxy.cut();
  const text = (await app.inject({ url: '/metrics', headers: bearer(metricsToken) })).body;
  expect(valueOf(text, 'tuntas_database_up')).toBe(0);
  expect(text).toContain('process_cpu_seconds_total');
  api.proxy.mend();
  await app.close();
  await sql.end({ timeout: 1 });
});

test('metrics are for who brings the token, or on a port of their own, or for nobody', async () => {
  for (const headers of [{}, bearer('another'), bearer(await api.tokenOf('ops'))]) {
    const refused = await api.send('GET', '/metrics', undefined, headers);
    expect([refused.status, refused.body.code]).toEqual([401, 'unauthenticated']);
  }
  const port = await freePort();
  const [bare, apart] = await Promise.all([api.replica(), api.replica({ metrics: { port } })]);
  for (const app of [bare, apart]) {
    const accept = 'text/html';
    expect((await app.inject({ url: '/metrics', headers: { accept } })).statusCode).toBe(404);
  }
  const alone = (path: string) => fetch(`http://127.0.0.1:${port}${path}`);
  const served = await alone('/metrics');
  expect([served.status, await served.text()]).toEqual([
    200,
    expect.stringContaining('tuntas_database_up 1'),
  ]);
  expect((await alone('/v1/agencies')).status).toBe(404);
  await Promise.all([bare.close(), apart.close()]);
  await expect(alone('/metrics')).rejects.toThrow();
});

test('however many look, the record and the engine are asked once', async () => {
  let asked = 0;
  const sql = new Proxy(api.sql, {
    apply: (target, self, args: unknown[]) => {
      asked += 1;
      return Reflect.apply(target, self, args) as unknown;
    },
    get: (target, name) => {
      if (name === 'begin' || name === 'unsafe') asked += 1;
      return Reflect.get(target, name) as unknown;
    },
  });
  const app = await api.replica({ sql, metrics: { token: metricsToken } });
  const all = await Promise.all(
    Array.from({ length: 40 }, (_, n) =>
      app.inject(n % 2 ? '/readyz' : { url: '/metrics', headers: bearer(metricsToken) }),
    ),
  );
  expect(new Set(all.map(({ statusCode }) => statusCode))).toEqual(new Set([200]));
  // Two of the gauges, a transaction and a statement, one that the database is there; policy and calendar, each with a fragment.
  expect(asked).toBe(7);
  await app.close();
});

test('an answer names its request, which a proxy may have named', async () => {
  const own = await api.send('GET', '/v1/agencies');
  expect(own.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  const given = await api.send('GET', '/v1/nothing', undefined, { 'x-request-id': 'proxy-12345678' });
  expect([given.headers.get('x-request-id'), given.body.requestId]).toEqual([
    'proxy-12345678',
    'proxy-12345678',
  ]);
  const odd = await api.send('GET', '/v1/agencies', undefined, { 'x-request-id': 'x'.repeat(100) });
  expect(odd.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
});

describe('monitoring', () => {
  interface Rule {
    alert: string;
    expr: string;
    annotations: { runbook: string };
  }
  const { groups } = parse(read('monitoring/alerts.yml')) as { groups: { rules: Rule[] }[] };
  const rules = groups.flatMap((group) => group.rules);
  const dashboard = JSON.parse(read('monitoring/grafana-tuntas.json')) as {
    panels: { targets: { expr: string }[] }[];
  };

  test('every metric of ours that an alert or a panel reads is served', async () => {
    const text = await scrape();
    const expressions = [
      ...rules.map(({ expr }) => expr),
      ...dashboard.panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)),
    ];
    const names = new Set(expressions.flatMap((expr) => expr.match(/\b(tuntas|nodejs)_\w+/g) ?? []));
    expect(names.size).toBeGreaterThan(10);
    for (const name of names) expect(text).toContain(name);
  });

  test('the cockpit looks at the same bounds as the alerts, and names sections that there are', () => {
    const watched = rules.map(({ expr }) => expr).join('\n');
    for (const [metric, seconds] of [
      ['tuntas_record_lag_seconds', bounds.recordLagSeconds],
      ['tuntas_mail_lag_seconds', bounds.mailLagSeconds],
      ['tuntas_reconciliation_age_seconds', bounds.reconciledAgoSeconds],
    ])
      expect(watched).toContain(`${metric} > ${seconds}`);
    const headings = new Set([...read('runbook.md').matchAll(/^## (.+)$/gm)].map(([, name]) => name));
    expect(Object.values(sectionOf).filter((section) => !headings.has(section))).toEqual([]);
  });

  test('every alert has its section in the runbook, and no section is without its alert', () => {
    const sections = [...read('runbook.md').matchAll(/^## (Tuntas\w+)$/gm)].map(([, name]) => name);
    expect(rules.map(({ alert }) => alert)).toEqual(sections);
    for (const { alert, annotations } of rules) {
      expect(annotations.runbook).toBe(`docs/runbook.md#${alert.toLowerCase()}`);
    }
  });
});
