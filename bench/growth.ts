// How long each page takes with a thousand open reports, and with ten times as many: on a database of its own, without an engine.
import { Client, Connection } from '@temporalio/client';
import { sendDigests } from '../activities/scheduled/digest.ts';
import { buildApp } from '../api/app.ts';
import { logIn } from '../cli/shared/api-client.ts';
import { openDatabase, type Sql } from '../db/connection/client.ts';
import { heldGauges, lagGauges } from '../db/figures/gauges.ts';
import { prepareDatabase } from '../db/schema/prepare.ts';
import { Engine } from '../engine/engine.ts';
import { seedDemo } from '../local/seed.ts';
import { startPostgres } from '../local/servers/postgres.ts';
import { ownSettings } from '../settings/read.ts';
import { publicZone } from '../sop/offices.ts';
import { FileStore } from '../store/file-store.ts';
import { round } from './support/figures.ts';
import { agencyOfficer, generated, grow, models } from './support/history.ts';
import { inFolder } from './support/product.ts';

/** Of each page, after some that warm up. */
const [warming, asked] = [4, 21];
const least = 1_000;

export function growth() {
  return inFolder(async (folder) => {
    const postgres = await startPostgres(folder, 'bench');
    const sql = openDatabase(postgres.url, { statementTimeoutMs: 600_000 });
    try {
      await prepareDatabase(postgres.url);
      await seedDemo(sql);
      return await measure(sql, folder, ownSettings('bench').BENCH_GROWTH);
    } finally {
      await sql.end({ timeout: 2 });
      await postgres.stop();
    }
  });
}

async function measure(sql: Sql, folder: string, most: number): Promise<Record<string, number | string>> {
  const known = await models(sql);
  const address = '127.0.0.1:9';
  const engine = new Engine(new Client({ connection: Connection.lazy({ address }) }));
  const secret = 'a secret of more than thirty-two characters';
  const store = new FileStore(folder);
  const app = await buildApp({ sql, engine, store, secret, demoPeople: true, logLevel: 'silent' });
  const figures: Record<string, number> = {};
  try {
    const base = await app.listen({ port: 0, host: '127.0.0.1' });
    const pages = await pagesOf(sql, base);
    for (let [from, to] = [0, least]; to <= most; [from, to] = [to, to * 10]) {
      const begun = performance.now();
      const { folding } = await grow(sql, known, { from, to });
      figures[`filling${to}Seconds`] = round((performance.now() - begun) / 1000);
      figures[`folding${to}MsAReport`] = round(folding / (to - from));
      for (const [page, open] of Object.entries(pages)) {
        const ms = await medianOf(open);
        figures[`${page}${to}Ms`] = ms;
        if (to > least) figures[`${page}${to}Times`] = round(ms / (figures[`${page}${least}Ms`] ?? ms));
      }
    }
  } finally {
    await app.close();
  }
  return { generated, ...figures };
}

/** The words that a third, a two-hundredth of the reports have, and one (see `grow`). */
const [common, rare, number] = ['jalan', 'perkara77', 'LAP-2026-900500'];

/** What a screen shows of a list. */
const inSight = Array.from({ length: 20 }, (_, n) => `LAP-2026-${900_500 + n}`);

async function pagesOf(sql: Sql, base: string): Promise<Record<string, () => Promise<unknown>>> {
  const [national, agency] = [
    await logIn(base, 'nasional', 'demo'),
    await logIn(base, agencyOfficer, 'demo'),
  ];
  const of =
    ({ send }: typeof national, path: string) =>
    () =>
      send('GET', path);
  const since = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
  return {
    figures: of(national, '/v1/reports/summary'),
    figuresOfAgency: of(agency, '/v1/reports/summary'),
    figuresOfYear: of(national, `/v1/reports/summary?from=${since(0).slice(0, 4)}-01-01`),
    figuresOfMonth: of(national, `/v1/reports/summary?from=${since(29)}`),
    inbox: of(agency, '/v1/inbox'),
    inboxCounts: of(agency, '/v1/inbox/counts'),
    duplicates: of(national, `/v1/complaints/${number}/duplicates`),
    likelyInRows: of(national, `/v1/likely-duplicates?numbers=${inSight.join(',')}`),
    inboxLate: of(agency, '/v1/inbox?overdue=true'),
    inboxGrouped: of(agency, '/v1/inbox?group=assignee'),
    inboxGroupCounts: of(agency, '/v1/inbox/counts?group=assignee'),
    loads: of(agency, '/v1/colleagues/load'),
    list: of(national, '/v1/complaints'),
    listOfAgency: of(agency, '/v1/complaints'),
    listByStatus: of(national, '/v1/complaints?status=answered'),
    listLate: of(national, '/v1/complaints?overdue=true'),
    searchCommon: of(national, `/v1/complaints?q=${common}`),
    searchRare: of(national, `/v1/complaints?q=${rare}&limit=5`),
    searchNumber: of(national, `/v1/complaints?q=${number}`),
    searchOfAgency: of(agency, `/v1/complaints?q=${common}`),
    register: of(national, '/v1/register'),
    registerSearch: of(national, `/v1/register?q=${common}`),
    // What /metrics asks the record for, which the page itself keeps for five seconds.
    metrics: async () => [await heldGauges(sql), await lagGauges(sql)],
    digest: () => sendDigests(sql, false, { zone: publicZone, scheduledAt: new Date().toISOString() }),
  };
}

async function medianOf(open: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let n = -warming; n < asked; n += 1) {
    const begun = performance.now();
    await open();
    if (n >= 0) times.push(performance.now() - begun);
  }
  return round(times.toSorted((a, b) => a - b)[Math.floor(asked / 2)] ?? 0);
}
