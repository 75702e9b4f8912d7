// A backlog comes in many at once: each row for itself, nothing twice, and started behind what people file.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startLeft } from '../../../activities/start-left.ts';
import { unstarted } from '../../../db/complaints/filing/unstarted.ts';
import { Api, type Answer, report } from '../../support/api.ts';

let api: Api;
beforeAll(async () => {
  api = await Api.open();
});
afterAll(() => api?.close());

const row = (fields: object) => ({ ...report, backlog: true, ...fields });
const send = (items: object[], who = 'nasional') => api.as(who, 'POST', '/v1/imports', { items });
const said = ({ body }: Answer) =>
  body.items.map((one: Answer['body']) => [one.status, one.code ?? one.alreadyFiled]);

test('each row is answered alone, as if it came alone; the same again files nothing', async () => {
  const { number } = await api.report();
  await api.as('nasional', 'POST', `/v1/complaints/${number}/references`, { source: 'surat', id: 'S/1' });
  const items = [
    row({ externalId: 'I-1', references: [{ source: 'surat', id: 'S/2' }] }),
    row({ externalId: 'I-2', title: '' }),
    row({ externalId: 'I-1' }),
    row({ externalId: 'I-3', references: [{ source: 'surat', id: 'S/1' }] }),
    row({ externalId: 'I-4', Confidentiality: 'anonim' }),
    row({ agencyId: 'tidak-ada' }),
    row({ key: 'kunci', agencyId: 'kementerian-contoh' }),
    row({ key: 'kunci', title: 'Yang lain' }),
    row({ title: 'a\0b' }),
    row({ happenedOn: '0000-01-01' }),
  ];
  const first = await send(items);
  expect([first.status, said(first)]).toEqual([
    200,
    [
      [201, false],
      [422, 'invalid-fields'],
      [200, true],
      [422, 'reference-taken'],
      [422, 'invalid-fields'],
      [422, 'invalid-fields'],
      [201, false],
      [422, 'idempotency-key-reused'],
      [422, 'invalid-fields'],
      [422, 'invalid-fields'],
    ],
  ]);
  expect(first.body.items[1].errors).toMatchObject([{ path: 'title' }, {}]);
  expect(first.body.items[3].errors).toMatchObject([{ path: 'references.0.id' }]);
  const [one, , twice] = first.body.items;
  expect([twice.number, twice.accessKey]).toEqual([one.number, one.accessKey]);
  const numbers = await api.sql`select from complaints`;
  const again = await send(items);
  expect(again.body.items[0]).toEqual({ ...one, status: 200, alreadyFiled: true });
  expect((await api.sql`select from complaints`).length).toBe(numbers.length);
  const followed = await api.send('GET', `/v1/complaints/${one.number}`, undefined, {
    'x-access-key': one.accessKey,
  });
  expect(followed.body).toMatchObject({ step: 1, holder: { name: 'Sistem' }, references: [{}, {}] });
  const alone = row({ externalId: 'I-1', references: [{ source: 'surat', id: 'S/2' }] });
  expect((await api.as('nasional', 'POST', '/v1/complaints', alone)).status).toBe(200);
});

test('one that the database does not take costs none of the others', async () => {
  await api.sql`alter table complaints add constraint uji check (title <> 'Racun') not valid`;
  const { body } = await send([row({ title: 'Baik' }), row({ title: 'Racun' }), row({ agencyId: 'tiada' })]);
  await api.sql`alter table complaints drop constraint uji`;
  expect(body.items.map(({ status, code }: Answer['body']) => [status, code])).toEqual([
    [201, null],
    [500, 'internal'],
    [422, 'invalid-fields'],
  ]);
});

test('only national admins import', async () => {
  expect((await send([row({})], 'instansi')).body.code).toBe('forbidden');
  expect((await send([])).body.code).toBe('invalid-fields');
});

test('what people file goes before a backlog, a decision begins its report at once, and the sweep the rest', async () => {
  await api.sql`update complaints set filed_at = now() - interval '1 minute' where started_at is null`;
  await startLeft(api.appSql, api.engine);
  const { body } = await send(Array.from({ length: 30 }, (_, n) => row({ title: `Lama ${n}` })));
  const numbers: string[] = body.items.map(({ number }: { number: string }) => number);
  await api.sql`update complaints set filed_at = now() - interval '1 minute' where number = any(${numbers})`;
  // As a crash right after it was written down leaves it.
  const [lost] = await api.sql<{ number: string }[]>`
    insert into complaints (number, kind, title, description, channel, confidentiality, access_key_hash, received_at, filed_at)
    values ('LAP-2026-800001', 'pengaduan', 'Judul', 'Uraian', 'web', 'terbuka', '', now(), now() - interval '5 seconds')
    returning number`;
  await api.sql`insert into identities (number, name) values ('LAP-2026-800001', 'Siti')`;
  const waiting = await unstarted(api.sql, 3, 10);
  expect(waiting.map(({ number }) => number)).toEqual([lost?.number, ...numbers.slice(0, 9)]);

  const last = numbers.at(-1) ?? '';
  const decided = await api.as('nasional', 'POST', `/v1/complaints/${last}/decisions`, {
    action: 'dispose',
    officeId: 'kementerian-contoh',
  });
  expect([decided.status, decided.body.step]).toEqual([200, 3]);
  const stop = new AbortController();
  stop.abort();
  expect(await startLeft(api.appSql, api.engine, { stop: stop.signal })).toMatchObject({ started: 0 });
  expect((await unstarted(api.sql, 3, 100)).length).toBeGreaterThan(20);
  expect(await startLeft(api.appSql, api.engine)).toMatchObject({ more: false });
  expect(await unstarted(api.sql, 3, 100)).toEqual([]);
  const rows = await api.sql`select step from complaints where number = any(${numbers})`;
  expect(rows.map(({ step }) => step).toSorted((a, b) => a - b)).toEqual([...Array(29).fill(2), 3]);
});
