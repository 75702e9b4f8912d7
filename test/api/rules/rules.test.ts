// Calendar and policy while running: previews change nothing, changes move every open deadline, also over a crash.
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { workingDaysBetween } from '../../../sop/time/office-time.ts';
import { policies } from '../../../sop/policy/policy.ts';
import { shippedCalendar } from '../../../sop/time/shipped-calendar.ts';
import { Api, type Driven } from '../../support/api.ts';
import { decreeDay } from '../../support/clock/decree-day.ts';

let api: Api;
beforeAll(async () => {
  api = await Api.open();
});
afterAll(() => api?.close());

type Day = { date: string; name: string; kind: string };

const date = decreeDay();
const year = Number(date.slice(0, 4));
const put = (days: unknown, query = '', who = 'ops') =>
  api.as(who, 'PUT', `/v1/calendar/${year}${query}`, days);
const current = async (): Promise<Day[]> => (await api.as('ops', 'GET', `/v1/calendar/${year}`)).body.days;
const deadlineOf = async (r: Driven): Promise<string> => (await r.seenBy('nasional')).body.deadline;

async function finished(id: number) {
  for (const until = Date.now() + 60_000; ; await sleep(100)) {
    const { body } = await api.as('ops', 'GET', `/v1/recomputations/${id}`);
    if (body.finishedAt || Date.now() > until) return body;
  }
}

/** From morning to night, on Saturdays too. */
const serving = {
  name: 'Jam pelayanan',
  from: '2000-01-01',
  to: '2099-12-31',
  week: Object.fromEntries(['1', '2', '3', '4', '5', '6', '7'].map((day) => [day, [['06:00', '22:00']]])),
};

describe('hours of one office (reading 29)', () => {
  const url = '/v1/offices/nasional/hours';
  const read = async () => (await api.as('upt', 'GET', url)).body;

  test('count before the common ones, move its own open deadlines alone, and are taken back', async () => {
    const r = await api.report();
    const before = await deadlineOf(r);
    const { revision, hours, common } = await read();
    expect([hours, common.length > 0]).toEqual([[], true]);
    // As many and as long as they may be: what moved records why, however much that is.
    const others = (mark: string) =>
      Array.from({ length: 19 }, (_, n) => {
        const date = `2098-01-${n + 10}`;
        return { ...serving, name: `${n} ${mark.repeat(197)}`, from: date, to: date };
      });
    const body = { hours: [serving, ...others('a')] };
    const preview = await api.as('ops', 'PUT', `${url}?preview=true`, body);
    expect(preview.body).toMatchObject({
      officeId: 'nasional',
      preview: true,
      recomputation: null,
      total: 1,
    });
    expect((await read()).hours).toEqual([]);
    const changed = await api.as('ops', 'PUT', url, body, { 'if-match': `"${revision}"` });
    expect(changed.body.changes).toEqual([
      {
        number: r.number,
        clock: 'row',
        officeId: 'nasional',
        old: before,
        new: expect.stringContaining('T22:00:00'),
        provisional: expect.any(Boolean),
      },
    ]);
    expect(await finished(changed.body.recomputation)).toMatchObject({ moved: 1 });
    expect(await deadlineOf(r)).toBe(changed.body.changes[0].new);
    expect((await r.events()).at(-1)).toMatchObject({
      type: 'recomputed',
      reason: expect.stringContaining('+“Jam pelayanan”'),
    });
    // Three days of sixteen hours: what remains is counted by its own hours too.
    const { remaining } = (await r.seenBy('nasional')).body;
    expect(remaining.stepMinutes).toBeGreaterThan(2 * 16 * 60);
    const stale = await api.as('ops', 'PUT', url, { hours: [] }, { 'if-match': `"${revision}"` });
    expect([stale.status, stale.body.code]).toEqual([409, 'rules-changed']);
    // As it came, it is the same; not for another office, nor over what changed meanwhile.
    const came = await read();
    expect((await api.as('ops', 'PUT', `${url}?preview=true`, came)).body).toMatchObject({ total: 0 });
    const wrong = (some: object) => api.as('ops', 'PUT', `${url}?preview=true`, { ...came, ...some });
    expect((await wrong({ officeId: 'upt-bandung' })).body.errors).toMatchObject([{ path: 'officeId' }]);
    expect((await wrong({ revision })).body.code).toBe('rules-changed');
    const back = await api.as('ops', 'PUT', url, { hours: others('b') });
    await finished(back.body.recomputation);
    expect((await r.events()).at(-1)?.reason).toMatch(/^Jam kerja .* dan \d+ perubahan lain \(/);
    expect(await deadlineOf(r)).toBe(before);
    await r.reply({ type: 'withdrawal' });
    await finished((await api.as('ops', 'PUT', url, { hours: [] })).body.recomputation);
  });

  test('are changed by ops, of an office that there is, and without contradicting each other', async () => {
    const status = async (who: string, address: string, body: unknown) =>
      (await api.as(who, 'PUT', address, body)).status;
    expect(await status('nasional', url, { hours: [] })).toBe(403);
    expect(await status('ops', '/v1/offices/tiada/hours', { hours: [] })).toBe(404);
    expect(await status('ops', url, { hours: [serving, { ...serving, name: 'Lain' }] })).toBe(422);
    expect((await api.as('ops', 'GET', '/v1/offices/tiada/hours')).status).toBe(404);
  });
});

describe('the calendar', () => {
  test('is shipped, read by every officer and changed by ops only', async () => {
    expect((await api.as('upt', 'GET', '/v1/calendar/2026')).body.days).toContainEqual({
      date: '2026-12-24',
      name: 'Cuti Bersama Hari Raya Natal',
      kind: 'cuti bersama',
    });
    const denied = await put([], '', 'nasional');
    expect([denied.status, denied.body.code]).toEqual([403, 'forbidden']);
  });

  test('a decree moves an open deadline by a working day; the record says old, new and why', async () => {
    const r = await api.report();
    const before = await deadlineOf(r);
    const days = [...(await current()), { date, name: 'Cuti bersama baru', kind: 'cuti bersama' }];
    const preview = await put({ days }, '?preview=true');
    expect(preview.body).toMatchObject({ year, preview: true, recomputation: null, total: 1 });
    expect(preview.body.changes).toEqual([
      {
        number: r.number,
        clock: 'row',
        officeId: 'nasional',
        old: before,
        new: expect.any(String),
        provisional: expect.any(Boolean),
      },
    ]);
    const due = preview.body.changes[0].new;
    expect(preview.body.offices).toEqual([
      { officeId: 'nasional', total: 1, late: 0, relieved: 0, earliest: due, latest: due },
    ]);
    expect((await current()).some((day) => day.date === date)).toBe(false);
    expect(await deadlineOf(r)).toBe(before);

    const decree = 'SKB 3 Menteri Nomor 1497 Tahun 2025';
    const changed = await put({ days, decree });
    expect(changed.body).toMatchObject({ preview: false, total: 1, changes: preview.body.changes });
    expect((await api.as('upt', 'GET', `/v1/calendar/${year}`)).body).toMatchObject({
      decree,
      changes: [{ by: 'Oki Pranata', decree, what: `+${date}`, at: expect.stringMatching(/\+07:00$/) }],
    });
    expect(await finished(changed.body.recomputation)).toMatchObject({
      moved: 1,
      finishedAt: expect.any(String),
    });
    const after = await deadlineOf(r);
    expect(after).toBe(preview.body.changes[0].new);
    expect(workingDaysBetween(shippedCalendar, 'Asia/Jakarta', Date.parse(before), Date.parse(after))).toBe(
      1,
    );
    const event = (await r.events()).at(-1);
    expect(event).toMatchObject({
      type: 'recomputed',
      reason: `Kalender ${year}: +${date} menurut ${decree} (Oki Pranata)`,
      actor: { role: 'system' },
      changes: [{ clock: 'row', old: before, new: after }],
    });
    // A decision goes on from there; the revision was not moved by it.
    expect(
      (await r.decide('nasional', { action: 'ask', text: 'Di mana?' }, { 'if-match': '"1"' })).status,
    ).toBe(200);
    await r.reply({ type: 'withdrawal' });
    await put((await current()).filter((day) => day.date !== date));
    // Without a decree of its own that change leaves the year to the one before.
    expect((await api.as('ops', 'GET', `/v1/calendar/${year}`)).body).toMatchObject({
      decree,
      changes: [{ decree: null, what: `−${date}` }, { decree }],
    });
  });

  test('what becomes late by a change, and what no longer is, is said by office', async () => {
    const r = await api.report();
    const preview = async (limit: object) => {
      const policy = { ...policies.sop, rows: { ...policies.sop.rows, 2: limit } };
      return (await api.as('ops', 'PUT', '/v1/policies/current?preview=true', policy)).body.offices;
    };
    // Once that limit is over.
    await expect
      .poll(() => preview({ seconds: 0.1 }))
      .toMatchObject([{ officeId: 'nasional', total: 1, late: 1, relieved: 0 }]);
    const late = { ...policies.sop, rows: { ...policies.sop.rows, 2: { seconds: 0.1 } } };
    await finished((await api.as('ops', 'PUT', '/v1/policies/current', late)).body.recomputation);
    expect(await preview({ workingDays: 3 })).toMatchObject([{ total: 1, late: 0, relieved: 1 }]);
    await finished((await api.as('ops', 'PUT', '/v1/policies/current', policies.sop)).body.recomputation);
    await r.reply({ type: 'withdrawal' });
  });

  test.each([
    ['another year', [{ date: '2020-01-01', name: 'x', kind: 'libur nasional' }], 'days.0.date'],
    [
      'a day twice',
      [0, 1].map(() => ({ date: `${year}-01-01`, name: 'x', kind: 'libur nasional' })),
      'days.1.date',
    ],
    ['no date', [{ date: `${year}-02-30`, name: 'x', kind: 'libur nasional' }], 'days.0.date'],
    ['another kind', [{ date: `${year}-02-03`, name: 'x', kind: 'bolos' }], 'days.0.kind'],
    [
      'overlapping hours',
      {
        days: [],
        hours: [
          {
            name: 'x',
            from: `${year}-01-01`,
            to: `${year}-01-31`,
            week: {
              1: [
                ['08:00', '12:00'],
                ['11:00', '16:00'],
              ],
            },
          },
        ],
      },
      'hours.0.week.1',
    ],
    [
      'hours that end before they begin',
      { days: [], hours: [{ name: 'x', from: `${year}-02-01`, to: `${year}-01-31`, week: {} }] },
      'hours.0.to',
    ],
    [
      'the same hours twice',
      {
        days: [],
        hours: [1, 2].map(() => ({ name: 'x', from: `${year}-01-01`, to: `${year}-01-31`, week: {} })),
      },
      'hours.1.name',
    ],
    [
      'hours that overlap others in part',
      {
        days: [],
        hours: ['01-10', '01-20'].map((from) => ({
          name: `sejak ${from}`,
          from: `${year}-${from}`,
          to: `${year}-02-${from.slice(3)}`,
          week: {},
        })),
      },
      'hours.1.from',
    ],
  ])('%s is refused and changes nothing', async (_, body, path) => {
    const before = await current();
    const { status, body: problem } = await put(body);
    expect([status, problem.code]).toEqual([422, 'invalid-fields']);
    expect(problem.errors[0].path).toBe(path);
    expect(await current()).toEqual(before);
  });
});

test.each([2025, 2026, 2027, 2030])('%i can be put back as it came, and is the same', async (read) => {
  const path = `/v1/calendar/${read}`;
  const { body: came } = await api.as('ops', 'GET', path);
  const back = await api.as('ops', 'PUT', path, came);
  expect([back.status, back.body.total]).toEqual([200, 0]);
  expect(back.body.why).toContain('hari yang sama');
  expect((await api.as('ops', 'GET', path)).body).toEqual(came);
  const stale = await api.as('ops', 'PUT', path, { ...came, revision: 'lama' });
  expect([stale.status, stale.body.code]).toEqual([409, 'rules-changed']);
  expect((await api.as('ops', 'PUT', path, { ...came, year: read + 1 })).body.errors[0].path).toBe('year');
});

test('what is recorded as the reason names the hours that change, too', async () => {
  const { days, hours } = (await api.as('ops', 'GET', '/v1/calendar/2027')).body;
  const own = hours.filter(({ from }: { from: string }) => from.startsWith('2027-'));
  const why = async (body: unknown) =>
    (await api.as('ops', 'PUT', '/v1/calendar/2027?preview=true', body)).body.why;
  const within = { name: 'Jumat pendek', from: '2027-02-10', to: '2027-02-12', week: {} };
  expect(await why({ days, hours: own })).toBe('Kalender 2027: hari yang sama (Oki Pranata)');
  expect(await why({ days: days.slice(1), hours: [...own, within] })).toBe(
    'Kalender 2027: −2027-01-01 +jam “Jumat pendek” (Oki Pranata)',
  );
});

test('what somebody else changed meanwhile is not overwritten unseen', async () => {
  const { days, revision } = (await api.as('ops', 'GET', `/v1/calendar/${year}`)).body;
  const { version } = (await api.as('ops', 'GET', '/v1/policies/current')).body;
  const seen = { 'if-match': `"${revision}"` };
  const own = { days: [...days, { date: `${year}-01-04`, name: 'Milik saya', kind: 'lainnya' }] };
  await put({ days: [...days, { date: `${year}-01-03`, name: 'Milik orang lain', kind: 'lainnya' }] });
  for (const query of ['', '?preview=true']) {
    const late = await api.as('ops', 'PUT', `/v1/calendar/${year}${query}`, own, seen);
    expect([late.status, late.body.code]).toEqual([409, 'rules-changed']);
  }
  expect((await current()).map(({ name }) => name)).toContain('Milik orang lain');
  await put({ days });
  // What is again as it was seen is no conflict.
  expect((await api.as('ops', 'PUT', `/v1/calendar/${year}?preview=true`, own, seen)).status).toBe(200);
  const policy = (ifMatch: string) =>
    api.as('ops', 'PUT', '/v1/policies/current?preview=true', policies.sop, { 'if-match': ifMatch });
  expect((await policy(`"${version}"`)).status).toBe(200);
  expect((await policy(`"${version - 1}"`)).body.code).toBe('rules-changed');
});

describe('the policy', () => {
  test('the shipped ones can be compared with', async () => {
    expect((await api.as('ops', 'GET', '/v1/policies/shipped')).body.items).toEqual(Object.values(policies));
  });

  test('a new version moves what is open and counts from then on', async () => {
    const r = await api.report();
    const before = (await api.as('ops', 'GET', '/v1/policies/current')).body;
    expect(before.policy).toEqual(policies.sop);
    const asItCame = (some: object) =>
      api.as('ops', 'PUT', '/v1/policies/current?preview=true', { ...before, ...some });
    expect((await asItCame({})).body).toMatchObject({ total: 0, preview: true });
    expect((await asItCame({ version: before.version - 1 })).body.code).toBe('rules-changed');
    const quick = { ...policies.sop, name: 'cepat', rows: { ...policies.sop.rows, 2: { workingDays: 1 } } };
    const preview = await api.as('ops', 'PUT', '/v1/policies/current?preview=true', quick);
    expect([preview.body.version, preview.body.total]).toEqual([null, 1]);
    const changed = await api.as('ops', 'PUT', '/v1/policies/current', quick);
    expect(changed.body.version).toBeGreaterThan(before.version);
    await finished(changed.body.recomputation);
    expect(await deadlineOf(r)).toBe(changed.body.changes[0].new);
    expect((await deadlineOf(await api.report())).slice(0, 10)).toBe((await deadlineOf(r)).slice(0, 10));
    const bad = await api.as('ops', 'PUT', '/v1/policies/current', { ...quick, rows: {} });
    expect([bad.status, bad.body.code]).toEqual([422, 'invalid-fields']);
    expect(bad.body.errors.map(({ path }: { path: string }) => path)).toContain('rows.2');
    await finished((await api.as('ops', 'PUT', '/v1/policies/current', policies.sop)).body.recomputation);
    const { items } = (await api.as('ops', 'GET', '/v1/policies')).body;
    expect(items.slice(0, 2).map(({ policy }: { policy: unknown }) => policy)).toEqual([policies.sop, quick]);
    expect(items[1]).toMatchObject({ version: changed.body.version, createdBy: 'ops' });
  });
});

test('a batch goes on where it was when the worker dies half-way', async () => {
  const reports = [];
  for (let n = 0; n < 60; n += 1) reports.push(await api.report());
  const before = await Promise.all(reports.map(deadlineOf));
  const changed = await put([...(await current()), { date, name: 'Cuti', kind: 'cuti bersama' }]);
  expect(changed.body.total).toBeGreaterThanOrEqual(60);
  const { recomputation: id } = changed.body;
  const moved = async () => (await api.as('ops', 'GET', `/v1/recomputations/${id}`)).body.moved;
  for (const until = Date.now() + 30_000; (await moved()) === 0 && Date.now() < until; ) await sleep(5);
  await api.stopWorker();
  await api.startWorker();
  await finished(id);
  const after = await Promise.all(reports.map(deadlineOf));
  expect(after.every((deadline, n) => deadline !== before[n])).toBe(true);
  const [{ twice } = { twice: 0 }] = await api.sql<{ twice: number }[]>`
    select count(*) as twice from (
      select number from events where type = 'recomputed' and number = any(${reports.map(({ number }) => number)})
      group by number having count(*) > 1) again`;
  // At most those that were on their way when it died.
  expect(twice).toBeLessThanOrEqual(10);
});
