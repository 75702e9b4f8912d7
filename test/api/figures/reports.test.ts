// Figures and exports over HTTP: who sees which, what a spreadsheet and a mining tool get.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { unzipSync } from 'fflate';
import { Api, type Driven } from '../../support/api.ts';
import { dateOf, localDay } from '../../../sop/time/calendar.ts';
import { clearOfMidnight } from '../../support/clock/midnight.ts';
import { goodAnswer } from '../../support/said.ts';

let api: Api;
let closed: Driven;
let late: Driven;
beforeAll(async () => {
  api = await Api.open();
  await clearOfMidnight(60_000);
  closed = await (
    await api.report({
      title: '=HYPERLINK("http://jahat.example","klik")',
      category: '@SUM(A1);=1+1;"+2| -3',
    })
  ).toRow8();
  await closed.decide('eselon1', { action: 'answer', text: 'Sudah kami kerjakan, "selesai" seluruhnya.' });
  await closed.reply({ type: 'confirmation' });
  const back = await api.report({
    kind: 'aspirasi',
    channel: 'surat',
    title: 'Usul, dengan koma',
  });
  // As reports may stand there that were filed before a title was one line.
  await api.sql`update complaints set title = E'Usul, dengan koma\\ndan baris' where number = ${back.number}`;
  await back.decide('nasional', { action: 'dispose', officeId: 'kementerian-contoh' });
  await back.decide('instansi', { action: 'receive' });
  await back.decide('instansi', { action: 'return', reason: 'Bukan kami.' });
  late = await api.report({ kind: 'informasi', agencyId: 'badan-contoh' });
  await api.sql`update complaints set deadline = now() - interval '1 hour' where number = ${late.number}`;
  await api.sql`
    update complaints set deadline = ((now() at time zone 'Asia/Jakarta')::date + 1)::timestamp at time zone 'Asia/Jakarta'
      - interval '1 second' where number = ${back.number}`;
  await api.as('nasional', 'POST', '/v1/complaints', {
    kind: 'pengaduan',
    title: 'Lama',
    description: 'Tahun lalu.',
    reporter: { name: 'Budi' },
    receivedAt: '2025-06-02T09:00:00+07:00',
    externalId: 'L-1',
  });
});
afterAll(() => api?.close());

const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0);
const summary = async (who: string, query = '') =>
  (await api.as(who, 'GET', `/v1/reports/summary${query}`)).body;

describe('summary', () => {
  test('counts what came in since a day', async () => {
    const figures = await summary('nasional', '?from=2026-01-01');
    expect(figures).toMatchObject({
      from: '2026-01-01T00:00:00.000+07:00',
      to: null,
      officeId: null,
      total: 3,
      open: 2,
      byStatus: { closed: 1, 'in-process': 1, received: 1 },
      byKind: { pengaduan: 1, aspirasi: 1, informasi: 1 },
      byChannel: { web: 2, surat: 1 },
      byStep: { 2: 1, 3: 1, 11: 1 },
      byOffice: { nasional: 1, 'badan-contoh': 1, system: 1 },
      clocks: { firstResponse: { within: 1, late: 0, withinPercent: 100 }, whole: { within: 1, late: 0 } },
      dueToday: { total: 1, items: [{ step: 2, officeId: 'nasional', count: 1 }] },
      overdueNow: { total: 1, items: [{ step: 3, officeId: 'badan-contoh', count: 1 }] },
      returns: {
        total: 1,
        reports: 1,
        between: [{ from: 'kementerian-contoh', to: 'nasional', count: 1, reports: 1 }],
      },
      reopenings: 0,
      closedBy: { system: 0, reporter: 1, office: 0 },
    });
    expect(figures.trend.months).toEqual([
      { period: expect.stringMatching(/^\d{4}-\d\d$/), received: 3, answered: 1, ended: 1 },
    ]);
    expect(figures.trend.weeks[0].period).toMatch(/^\d{4}-W\d\d$/);
    const row2 = figures.steps.find(({ step }: { step: number }) => step === 2);
    expect(row2).toMatchObject({ visits: 2, within: 2, late: 0, withinPercent: 100 });
  });

  test('a day counts whole, and what lies before or after does not', async () => {
    expect((await summary('nasional', '?from=2025-06-02&to=2025-06-02')).total).toBe(1);
    expect((await summary('nasional', '?to=2025-06-01')).total).toBe(0);
    expect((await summary('nasional')).total).toBe(4);
  });

  test.each(['nasional', 'instansi', 'ops'])('each count is what the list shows to %s', async (who) => {
    const since = '?from=2026-01-01';
    const counted = async (query: string) =>
      (await api.as(who, 'GET', `/v1/complaints${since}${query}`)).body.items.length;
    const figures = await summary(who, since);
    expect(await counted('')).toBe(figures.total);
    expect(await counted('&open=true')).toBe(figures.open);
    expect(await counted('&open=false')).toBe(figures.total - figures.open);
    expect(await counted('&dueToday=true')).toBe(figures.dueToday.total);
    expect(await counted('&overdue=true')).toBe(figures.overdueNow.total);
    for (const [status, count] of Object.entries(figures.byStatus)) {
      expect(await counted(`&status=${status}`)).toBe(count);
    }
    const below = await summary(who, `${since}&officeId=ditjen-pelayanan`);
    expect(await counted('&under=ditjen-pelayanan')).toBe(below.total);
    expect((await api.as('instansi', 'GET', '/v1/complaints?under=badan-contoh')).status).toBe(404);
  });

  test('an office sees its own part of the tree; another’s looks like none', async () => {
    expect((await summary('instansi', '?from=2026-01-01')).total).toBe(2);
    expect((await summary('eselon1')).offices.map(({ officeId }: { officeId: string }) => officeId)).toEqual([
      'ditjen-pelayanan',
    ]);
    expect((await summary('instansi2')).byKind).toEqual({ informasi: 1 });
    expect((await summary('instansi', '?officeId=ditjen-pelayanan')).total).toBe(1);
    expect((await summary('ops', '?officeId=badan-contoh')).total).toBe(1);
    for (const officeId of ['badan-contoh', 'tidak-ada']) {
      expect((await api.as('instansi', 'GET', `/v1/reports/summary?officeId=${officeId}`)).status).toBe(404);
    }
    expect((await api.as('nasional', 'GET', '/v1/reports/summary?from=kemarin')).status).toBe(422);
    expect((await api.send('GET', '/v1/reports/summary')).status).toBe(401);
  });
});

describe('what a superior reads first', () => {
  /** All of a list, page by page. */
  const listed = async (who: string, query: string): Promise<number> => {
    let [all, cursor] = [0, ''];
    do {
      const { body } = await api.as(who, 'GET', `/v1/complaints?limit=2${query}${cursor}`);
      all += body.items.length;
      cursor = body.next === null ? '' : `&cursor=${encodeURIComponent(body.next)}`;
    } while (cursor !== '');
    return all;
  };

  test.each(['nasional', 'instansi', 'instansi2', 'eselon1', 'ops'])(
    'is one ranking for %s, each number of it as long as its list',
    async (who) => {
      const { brief, officeId, overdueNow } = await summary(who);
      const part = officeId === null ? '' : `&heldUnder=${officeId}`;
      expect(await listed(who, `&overdue=true${part}`)).toBe(brief.late.now);
      expect(await listed(who, `&dueToday=true${part}`)).toBe(brief.dueToday);
      expect(brief.late.now + brief.outside.late).toBe(overdueNow.total);
      const sums = { late: 0, before: 0 };
      for (const one of brief.ranking) {
        const holder = one.own ? `&officeId=${one.officeId}` : `&heldUnder=${one.officeId}`;
        expect([one, await listed(who, `&overdue=true${holder}`)]).toEqual([one, one.late.now]);
        expect([one, await listed(who, `&open=true${holder}`)]).toEqual([one, one.open]);
        for (const [step, count] of Object.entries(one.lateBySteps)) {
          expect(await listed(who, `&overdue=true&step=${step}${holder}`)).toBe(count);
        }
        sums.late += one.late.now;
        sums.before += one.late.before;
      }
      expect(sums).toEqual({ late: brief.late.now, before: brief.late.before });
      const order = brief.ranking.map(({ late: { now } }: { late: { now: number } }) => now);
      expect(order).toEqual(order.toSorted((a: number, b: number) => b - a));
    },
  );

  test('says what was late at the same moment a week ago, by the record', async () => {
    const before = (await summary('nasional')).brief;
    expect(before.late).toEqual({ now: 2, before: 0 });
    // As if it had come ten days ago, been missed nine days ago, and lain there since.
    await api.sql`
      update visits set received_at = now() - interval '10 days', due_at = now() - interval '9 days',
        breached_at = now() - interval '9 days' + interval '3 minutes'
      where number = ${late.number} and office_id = 'badan-contoh'`;
    const { brief } = await summary('nasional');
    expect(brief).toMatchObject({ weeks: 1, late: { now: 2, before: 1 }, worstStep: 2 });
    expect(brief.ranking[0]).toMatchObject({ officeId: 'badan-contoh', late: { now: 1, before: 1 } });
    expect((await summary('instansi')).brief.late).toEqual({ now: 0, before: 0 });
    // Of a period of ten days it is two weeks ago, and of what came in two weeks before.
    const since = new Date(Date.now() - 10 * 86_400_000).toISOString();
    const period = (await summary('nasional', `?from=${since}`)).brief;
    expect([period.weeks, period.late.before]).toEqual([2, 0]);
    expect(period.flowBefore).toMatchObject({ returned: 0, ratings: 0, withinPercent: null });
    expect(period.received).toEqual({ now: 3, before: 0 });
  });

  test('shows week by week what offices were late with, each number as long as its list', async () => {
    await api.sql`insert into figure_changes (number) values (${late.number})`;
    for (const who of ['nasional', 'instansi2', 'instansi']) {
      const { weeks, whole, offices } = (await api.as(who, 'GET', '/v1/reports/weeks')).body;
      expect(weeks).toHaveLength(13);
      expect(whole).toHaveLength(13);
      const all: number[] = whole.map((week: { late: number }) => week.late);
      expect(all.some((count) => count > 0)).toBe(who !== 'instansi');
      for (const [nth, week] of weeks.entries())
        expect([week, await listed(who, `&lateIn=${week}`)]).toEqual([week, all[nth]]);
      for (const { officeId, figures } of offices)
        for (const [nth, week] of weeks.entries())
          expect(await listed(who, `&lateIn=${week}&under=${officeId}`)).toBe(figures[nth].late);
    }
    expect((await api.as('instansi', 'GET', '/v1/reports/weeks?officeId=badan-contoh')).status).toBe(404);
    expect((await api.as('nasional', 'GET', '/v1/complaints?lateIn=2026-48')).status).toBe(422);
    await api.sql`
      update visits set breached_at = null, due_at = now(), received_at = now()
      where number = ${late.number} and office_id = 'badan-contoh'`;
  });
});

describe('how offices do, for everybody', () => {
  const performance = async (query = '') => (await api.send('GET', `/v1/performance${query}`)).body;

  test('is what superiors read, by year, of offices that had something', async () => {
    await api.send('PUT', `${closed.path}/rating`, { score: 4 }, { 'x-access-key': closed.key });
    const [all, figures] = [await performance(), await summary('nasional')];
    expect(all).toMatchObject({
      year: null,
      received: figures.total,
      open: figures.open,
      withinPercent: figures.clocks.whole.withinPercent,
      medianDays: figures.answerDays.median,
    });
    expect(all.years).toEqual([expect.any(Number), 2025]);
    const ids = new Set(all.offices.map(({ id }: { id: string }) => id));
    expect(ids).toEqual(
      new Set(['badan-contoh', ...figures.offices.map(({ officeId }: { officeId: string }) => officeId)]),
    );
    for (const { officeId, visits, withinPercent, medianMinutes } of figures.offices)
      expect(all.offices).toContainEqual(
        expect.objectContaining({ id: officeId, handled: visits, withinPercent, medianMinutes }),
      );
    expect(await performance('?year=2025')).toMatchObject({ year: 2025, received: 1, years: all.years });
    expect((await performance('?year=2024')).offices).toEqual([]);
    expect((await api.send('GET', '/v1/performance?year=24')).status).toBe(422);
  });

  test('tells no stars of fewer than five, who would be known by them', async () => {
    expect((await summary('nasional')).ratings.total).toBe(1);
    const { rating, offices } = await performance();
    expect([rating, offices.map((office: { rating: unknown }) => office.rating)]).toEqual([
      null,
      offices.map(() => null),
    ]);
    // Nor how long the one answer of an agency took.
    const few = offices.find(({ id }: { id: string }) => id === 'kementerian-contoh');
    expect(few.whole).toEqual({ open: 0, answered: 1, withinPercent: null, medianDays: null });
  });

  test('is a table too, which any page may take', async () => {
    const { body, headers } = await api.send('GET', '/v1/performance.csv?year=2025');
    expect(headers.get('access-control-allow-origin')).toBe('*');
    const [head, ...lines] = body.replace('\ufeff', '').trim().split('\r\n');
    expect(head).toBe(
      'year,office_id,office,level,open,handled,within_percent,median_minutes,rating_mean,ratings,whole_open,whole_answered,whole_within_percent,whole_median_days',
    );
    expect(lines).toEqual([expect.stringMatching(/^2025,nasional,[^,]+,national,1,\d+,\d*,[\d.]*,,,,,,$/)]);
  });
});

test('a breach counts in the part of the tree that held the report then (reading 17)', async () => {
  await api.sql`
    insert into events (number, seq, at, type, step, to_step, status, actor_role, actor_name, data)
    select number, max(seq) + 1, max(at), 'breached', 4, 4, 'in-process', 'system', 'Sistem',
      '{"alert": {"clock": "whole", "charged": "kementerian-contoh"}}'
    from events where number = ${closed.number} group by number`;
  const whole = async (who: string) => (await summary(who, '?from=2026-01-01')).clocks.whole;
  for (const who of ['nasional', 'instansi']) expect(await whole(who)).toMatchObject({ within: 0, late: 1 });
  expect(await whole('eselon1')).toEqual({ within: 0, late: 0, withinPercent: null });
});

test('an office that is no more keeps its name in the figures', async () => {
  await api.sql`update offices set active = false where id = 'ditjen-pelayanan'`;
  const figures = await summary('nasional');
  await api.sql`update offices set active = true where id = 'ditjen-pelayanan'`;
  const name = 'Direktorat Jenderal Pelayanan';
  expect(figures.officeNames['ditjen-pelayanan']).toBe(name);
  expect(figures.offices.map((office: { name: string }) => office.name)).toContain(name);
});

describe('exports', () => {
  test('complaints.csv: formulas are harmless, quotes and lines survive, nobody is named', async () => {
    const { headers, body } = await api.as('nasional', 'GET', '/v1/reports/complaints.csv?from=2026-01-01');
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(headers.get('content-disposition')).toBe('attachment; filename="complaints.csv"');
    const { parse } = await import('csv-parse/sync');
    const rows: Record<string, string>[] = parse(body, { columns: true });
    expect(rows).toHaveLength(3);
    expect(rows[0]).toMatchObject({
      number: closed.number,
      title: `'=HYPERLINK("http://jahat.example","klik")`,
      category: `'@SUM(A1);'=1+1;"'+2| '-3`,
      status: 'closed',
      closed_by: 'reporter',
      answered_by: 'Direktorat Jenderal Pelayanan',
    });
    expect(rows[1]).toMatchObject({ title: 'Usul, dengan koma\ndan baris', returns: '1' });
    // As Excel splits it with the settings of Indonesia: no piece begins a formula.
    expect(body.split(/[;\r\n]/).filter((piece: string) => /^[\s"]*[=+@-]/.test(piece))).toEqual([]);
    expect(body).not.toMatch(/Siti|siti@|Budi/);
  });

  test('events.csv: a case, an activity, an instant and a resource a row, in order', async () => {
    const { body } = await api.as('nasional', 'GET', '/v1/reports/events.csv');
    const { parse } = await import('csv-parse/sync');
    const rows: Record<string, string>[] = parse(body, { columns: true });
    expect(Object.keys(rows[0] ?? {}).slice(0, 4)).toEqual(['case_id', 'activity', 'timestamp', 'resource']);
    const own = rows.filter(({ case_id }) => case_id === closed.number);
    const events = await closed.events();
    expect(own.map(({ activity }) => activity)).toEqual(events.map(({ type }) => type));
    expect(own.map(({ timestamp }) => timestamp)).toEqual(events.map(({ at }) => new Date(at).toISOString()));
    expect(body).not.toMatch(/Siti|Nadia|Sudah/);
    expect((await api.as('instansi2', 'GET', '/v1/reports/events.csv')).body).not.toContain(closed.number);
  });

  test('say what came by signal, and which signal was refused and why', async () => {
    const actor = { officeId: 'badan-contoh', name: 'Operator' };
    const open = api.client.workflow.getHandle(late.number);
    await open.signal('decideSignal', { action: 'answer', actor, text: 'Belum waktunya.' });
    await open.signal('decideSignal', { action: 'receive', actor, text: 'x'.repeat(20_001) });
    await open.signal('decideSignal', { action: 'receive', actor });
    await open.signal('decideSignal', { action: 'return', actor, reason: 'Bukan kewenangan kami.' });
    await expect.poll(() => late.events()).toHaveLength(6);
    const why = { action: 'answer', code: 'wrong-step', title: expect.stringContaining('tidak terbuka') };
    const none = { field: null, length: null };
    expect((await late.events()).slice(1)).toMatchObject([
      { type: 'acknowledged', via: null, refused: null },
      { type: 'refused', via: 'signal', refused: { ...why, ...none }, actor: { role: 'agency', ...actor } },
      { type: 'refused', refused: { action: 'receive', code: 'too-long', field: 'text', length: 20_001 } },
      { type: 'received', via: 'signal', refused: null },
      { type: 'returned', via: 'signal' },
    ]);
    const { notes } = (await late.seenBy('nasional')).body;
    expect(notes).toMatchObject([{ name: 'Operator', text: 'Bukan kewenangan kami.', via: 'signal' }]);
    const { body } = await api.as('nasional', 'GET', '/v1/reports/events.csv');
    expect(body).toMatch(/,signal,answer,wrong-step,(true|false)\r\n/);
    expect(body).toMatch(/,signal,,,(true|false)\r\n/);
    const log = (await api.as('nasional', 'GET', '/v1/reports/events.xes')).body;
    expect(log).toContain('<string key="via" value="signal"/><string key="refused:action" value="answer"/>');
    const metadata: { currentDetails?: string } = await open.query('__temporal_workflow_metadata');
    expect(metadata.currentDetails).toContain('diterima → 4 Badan Contoh Nasional · Admin Instansi (sinyal)');
  });

  test('events.xes is well-formed and holds the same', async () => {
    const { body, headers } = await api.as('nasional', 'GET', '/v1/reports/events.xes');
    expect(headers.get('content-type')).toContain('xml');
    expect(body.match(/<trace>/g)).toHaveLength(4);
    expect(body.match(/<trace>/g)?.length).toBe(body.match(/<\/trace>/g)?.length);
    expect(body.match(/<event>/g)?.length).toBe(
      Number((await api.sql`select count(*) from events`)[0]?.count),
    );
    expect(body).toContain('<string key="concept:name" value="answered"/>');
  });

  const bytesOf = async (who: string, file: string) => {
    const headers = { authorization: `Bearer ${await api.tokenOf(who)}` };
    return new Uint8Array(
      await (await fetch(new URL(`/v1/reports/${file}`, api.base), { headers })).arrayBuffer(),
    );
  };
  const workbook = async (who: string) =>
    Object.entries(unzipSync(await bytesOf(who, 'complaints.xlsx')))
      .filter(([name]) => name.endsWith('.xml'))
      .map(([, content]) => Buffer.from(content).toString())
      .join('');

  test('complaints.xlsx is a workbook with text as text', async () => {
    const text = await workbook('nasional');
    expect(text).toContain('HYPERLINK');
    // A formula would stand in an <f> element.
    expect(text).not.toMatch(/<f[ >]/);
  });

  test.each([
    ['Asia/Jakarta', 'WIB', 7],
    ['Asia/Jayapura', 'WIT', 9],
  ])('its times are those of an office in %s, and say %s', async (zone, name, hours) => {
    await api.sql`update offices set time_zone = ${zone} where id = 'ditjen-pelayanan'`;
    const text = await workbook('eselon1');
    await api.sql`update offices set time_zone = 'Asia/Jakarta' where id = 'ditjen-pelayanan'`;
    expect(text).toContain(`received_at (${name})`);
    expect(text).toContain(`ended_at (${name})`);
    const [row] = await api.sql`select received_at from complaints where number = ${closed.number}`;
    // Days since the eve of 1900, as workbooks count them.
    const days = (new Date(row?.receivedAt).getTime() + hours * 3_600_000) / 86_400_000 + 25_569;
    const numbers = [...text.matchAll(/<v>(\d+\.\d+)<\/v>/g)].map(([, number]) => Number(number));
    expect(Math.min(...numbers.map((number) => Math.abs(number - days)))).toBeLessThan(1e-5);
  });

  test.each(['complaints.csv', 'events.csv'])(
    '%s begins with the mark by which Excel knows UTF-8',
    async (file) => {
      const text = Buffer.from(await bytesOf('nasional', file)).toString();
      expect(text.slice(0, 8)).toBe(file === 'events.csv' ? '\uFEFFcase_id' : '\uFEFFnumber,');
    },
  );

  test('an empty export has its header', async () => {
    const { body } = await api.as('upt2', 'GET', '/v1/reports/complaints.csv');
    expect(body).toMatch(/^number,kind,oversight,.*\r\n$/);
    expect((await api.as('upt2', 'GET', '/v1/reports/events.xes')).body).toMatch(/<\/log>\n$/);
  });
});

test('every number of reports opens a list that is as long, for whoever looks', async () => {
  // Returned twice from and to the same offices, and late at every stay: one report all the same.
  const twice = await api.report({ title: 'Dua kali' });
  for (const reason of ['Bukan kami.', 'Tetap bukan kami.']) {
    await twice.decide('nasional', { action: 'dispose', officeId: 'kementerian-contoh' });
    await twice.decide('instansi', { action: 'receive' });
    await twice.decide('instansi', { action: 'return', reason });
  }
  await api.sql`
    update visits set breached_at = received_at, due_at = received_at where number = ${twice.number} and office_id is not null`;
  await api.sql`insert into figure_changes (number) values (${twice.number})`;
  for (const [who, since] of [
    ['nasional', ''],
    ['instansi', '&from=2026-01-01'],
    ['eselon1', ''],
  ] as const) {
    const listed = async (filter: string) =>
      (await api.as(who, 'GET', `/v1/complaints?limit=200${since}&${filter}`)).body.items.length;
    const figures = await summary(who, `?${since}`);
    const { clocks, steps, offices, returns, trend, brief } = figures;
    const returned = (await api.as(who, 'GET', `/v1/reports/returns?${since}`)).body.reports;
    const numbers: [filter: string, number: number][] = [
      ['wasLate=true', clocks.row.lateReports],
      ['wasLate=false', figures.total - clocks.row.lateReports],
      ['returned=true', returns.reports],
      ['returned=false', figures.total - returns.reports],
      ['returned=true', returned.total],
      [`open=true&heldUnder=${brief.officeId}`, sum(brief.ranking.map(({ open }: { open: number }) => open))],
    ];
    for (const clock of ['firstResponse', 'whole']) {
      numbers.push([`clock=${clock}&clockMet=true`, clocks[clock].within]);
      numbers.push([`clock=${clock}`, clocks[clock].late]);
    }
    for (const one of steps) numbers.push([`lateStep=${one.step}`, one.lateReports]);
    for (const one of offices) numbers.push([`lateOffice=${one.officeId}`, one.lateReports]);
    for (const { from, to, reports } of returns.between)
      numbers.push([`returnedFrom=${from}&returnedTo=${to}`, reports]);
    for (const [from, count] of Object.entries(returned.from))
      numbers.push([`returnedFrom=${from}`, Number(count)]);
    for (const [to, count] of Object.entries(returned.to)) numbers.push([`returnedTo=${to}`, Number(count)]);
    for (const { period, ...marks } of [...trend.weeks, ...trend.months])
      for (const [mark, count] of Object.entries(marks)) numbers.push([`${mark}In=${period}`, Number(count)]);
    for (const by of ['system', 'reporter', 'office']) numbers.push([`closedBy=${by}`, figures.closedBy[by]]);
    for (const [channel, count] of Object.entries(figures.byChannel))
      numbers.push([`channel=${channel}`, Number(count)]);
    for (const [filter, number] of numbers)
      expect([who, since, filter, await listed(filter)]).toEqual([who, since, filter, number]);
    if (who === 'nasional') {
      expect(clocks.row.late).toBeGreaterThan(clocks.row.lateReports + 2);
      expect(returns.total).toBe(returns.reports + 1);
    }
  }
  expect((await api.as('nasional', 'GET', '/v1/complaints?answeredIn=2026-13')).status).toBe(422);
});

test('of an agency everybody reads what its head does, with all offices under it, once five were answered', async () => {
  for (const days of [2, 3, 5, 8]) {
    const one = await (await api.report()).toRow8();
    expect((await one.decide('eselon1', { action: 'answer', text: goodAnswer })).status).toBe(200);
    await api.sql`
      update complaints set answered_at = received_at + make_interval(days => ${days}) where number = ${one.number}`;
  }
  const year = dateOf(localDay(Date.now(), 'Asia/Jakarta')).slice(0, 4);
  const { offices } = (await api.send('GET', `/v1/performance?year=${year}`)).body;
  const { clocks, answerDays } = await summary('instansi', `?from=${year}-01-01`);
  // One of five was late (see above).
  expect([clocks.whole, answerDays.median]).toEqual([{ within: 4, late: 1, withinPercent: 80 }, 3]);
  expect(offices.find(({ id }: { id: string }) => id === 'kementerian-contoh')).toMatchObject({
    whole: { open: 0, answered: 5, withinPercent: 80, medianDays: 3 },
  });
  expect(offices.find(({ id }: { id: string }) => id === 'ditjen-pelayanan').whole).toBe(null);
});
