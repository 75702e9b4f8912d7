// Who looked at an identity or opened a file is on record before they see it (reading 33), and is read by whom it concerns.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LookLog } from '../../../api/looks/look-log.ts';
import { zoned } from '../../../api/values/zoned.ts';
import { firstBrokenAddition } from '../../../db/record/addition-chains.ts';
import { insertLooks, type Look } from '../../../db/record/looks.ts';
import type { Driven } from '../../support/api.ts';
import { clearOfMidnight } from '../../support/clock/midnight.ts';
import { pdf } from '../../support/files/files.ts';
import { photo } from '../../support/files/planted.ts';
import { key, Uploads } from '../../support/files/uploads.ts';

let u: Uploads;
beforeAll(async () => {
  u = await Uploads.open();
});
afterAll(() => u?.close());

const dayBefore = (days: number) =>
  zoned(new Date(Date.now() - days * 86_400_000), 'Asia/Jakarta').slice(0, 10);

const views = async (r: Driven, headers: Record<string, string>, query = '') =>
  u.api.send('GET', `${r.path}/identity-views${query}`, undefined, headers);

const written = async (r: Driven) =>
  (
    await u.api.sql<Look[]>`select username, what, in_hand from looks where number = ${r.number} order by nth`
  ).map(({ username, what, inHand }) => `${username} ${what}${inHand ? ' in hand' : ''}`);

test('once per officer, kind and day, by whichever process; the reporter reads the office, superiors and ops the officer', async () => {
  await clearOfMidnight(30_000);
  const { dirty } = photo();
  const r = await u.api.report();
  await r.toRow8();
  const [eselon1, instansi, ops] = [
    await u.bearer('eselon1'),
    await u.bearer('instansi'),
    await u.bearer('ops'),
  ];
  const { body: file } = await u.add(r, key(r), dirty, { name: 'foto.jpg' });
  const { body: draft } = await u.add(r, eselon1, pdf('Telaah'), { name: 'telaah.pdf' });
  expect(await written(r)).toEqual([]);

  for (const who of ['eselon1', 'instansi', 'eselon1'])
    expect((await r.seenBy(who)).body.reporter.name).toBe('Siti Rahmawati');
  // All photos of a page come at once, a download may follow; and ops see neither the reporter nor the original.
  const opened = [file, file, draft, file].map(({ id }) => u.download(r, id, eselon1));
  expect((await Promise.all(opened)).map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  expect((await r.seenBy('ops')).body.reporter).toBeNull();
  await u.download(r, file.id, ops);
  const program = await u.api.keyOf('ditjen-pelayanan', ['complaints:read']);
  await u.download(r, file.id, { authorization: `Bearer ${program}` });
  await u.api.send('HEAD', `${r.path}/attachments/${file.id}`, undefined, instansi);
  // What the reporter sees of their own is nobody's look.
  await u.download(r, file.id, key(r));
  const all = await written(r);
  expect(all.toSorted()).toEqual([
    'eselon1 identity in hand',
    'eselon1 internal in hand',
    'eselon1 original in hand',
    'instansi identity',
    expect.stringMatching(/^kunci:\S+ copy in hand$/),
    'ops copy',
  ]);
  // A process that knows nothing of it writes none of it again.
  const [known] = await u.api.sql<Look[]>`
    select number, what, username, by_name, office_id, in_hand, to_char(day, 'YYYY-MM-DD') as day, hour
    from looks where number = ${r.number} and nth = 1`;
  if (known) await new LookLog(u.api.appSql).note(known);
  expect(await written(r)).toEqual(all);
  expect(await firstBrokenAddition(u.api.sql)).toBeUndefined();

  const { body: theirs } = await views(r, key(r));
  const office = { id: 'ditjen-pelayanan', name: 'Direktorat Jenderal Pelayanan', level: 'echelon1' };
  expect(theirs.items).toContainEqual({ at: expect.stringMatching(/\+07:00$/), what: 'original', office });
  expect(theirs.items.map(({ what }: Look) => what).toSorted()).toEqual([
    'copy',
    'copy',
    'identity',
    'identity',
    'original',
  ]);
  expect(JSON.stringify(theirs)).not.toMatch(/eselon1|Eka Saputra|kunci/);
  const counts = { eselon1: 4, instansi: 5, nasional: 6, ops: 6 };
  for (const [who, count] of Object.entries(counts)) {
    const { body } = await views(r, await u.bearer(who));
    expect([who, body.items.length, body.next]).toEqual([who, count, null]);
    expect(body.items).toContainEqual(
      expect.objectContaining({ by: { username: 'eselon1', name: 'Eka Saputra' }, inHand: true, office }),
    );
    expect(JSON.stringify(body)).not.toContain('Siti');
  }
  for (const headers of [{ 'x-access-key': 'AAAA' }, await u.bearer('instansi2')])
    expect((await views(r, headers)).status).toBe(404);
  const first = (await views(r, ops, '?limit=4')).body;
  const rest = (await views(r, ops, `?limit=4&cursor=${first.next}`)).body;
  expect([first.items.length, rest.items.length, rest.next]).toEqual([4, 2, null]);

  const read = async (who: string, officer: string) =>
    (await u.api.as(who, 'GET', `/v1/identity-views?officer=${officer}&day=${dayBefore(0)}`)).body.items;
  const own = (await read('instansi', 'eselon1')).filter(({ number }: Look) => number === r.number);
  expect(own).toEqual([
    {
      number: r.number,
      at: expect.stringMatching(/\+07:00$/),
      what: expect.arrayContaining(['identity', 'original', 'internal']),
      by: { username: 'eselon1', name: 'Eka Saputra' },
      office,
      inHand: true,
    },
  ]);
  // Who stands above is no business of those below.
  expect(await read('eselon1', 'instansi')).toEqual([]);
  expect((await read('ops', 'instansi')).length).toBe(1);
});

test('who cannot be written down sees nothing', async () => {
  const r = await u.api.report();
  const { body: file } = await u.add(r, key(r), pdf('Surat'), { name: 'surat.pdf' });
  const nasional = await u.bearer('nasional');
  await u.api.sql`alter table looks add constraint not_national check (username <> 'nasional') not valid`;
  const seen = await r.seenBy('nasional');
  const got = await u.download(r, file.id, nasional);
  await u.api.sql`alter table looks drop constraint not_national`;
  expect([seen.status, JSON.stringify(seen.body).includes('Siti')]).toEqual([500, false]);
  expect([got.status, got.content.includes('Surat')]).toEqual([500, false]);
  expect((await r.seenBy('nasional')).body.reporter.name).toBe('Siti Rahmawati');
  expect((await u.download(r, file.id, nasional)).status).toBe(200);
  expect(await written(r)).toEqual(['nasional identity in hand', 'nasional original in hand']);
});

test('unusual reading stands in the cockpit, with who, when and why; what is usual does not', async () => {
  const { sql } = u.api;
  await sql`
    insert into complaints (number, kind, title, description, channel, confidentiality, access_key_hash, received_at, started_at)
    select 'LAP-BACA-' || to_char(n, 'FM00'), 'pengaduan', 'Jalan berlubang', 'Uraian', 'web', 'terbuka', '', now(), now()
    from generate_series(1, 31) n`;
  const reads = (username: string, count: number, how: Partial<Look>): Look[] =>
    Array.from({ length: count }, (_, n) => ({
      number: `LAP-BACA-${String(n + 1).padStart(2, '0')}`,
      what: 'identity',
      username,
      byName: username.toUpperCase(),
      officeId: 'badan-contoh',
      inHand: true,
      day: dayBefore(0),
      hour: 9,
      ...how,
    }));
  await insertLooks(u.api.appSql, [
    ...reads('asing', 21, { inHand: false }),
    ...reads('bukan-asing', 20, { inHand: false }),
    ...reads('malam', 6, { hour: 22 }),
    ...reads('bukan-malam', 6, { hour: 5 }),
    ...reads('lonjakan', 31, {}),
    ...reads('lonjakan', 2, { day: dayBefore(5) }),
    // Of a new officer nothing is usual yet; a copy tells nobody's name.
    ...reads('baru', 31, {}),
    ...reads('salinan', 31, { what: 'copy', inHand: false }),
  ]);
  const replica = await u.api.replica();
  const answer = await replica.inject({ url: '/v1/operations', headers: await u.bearer('ops') });
  await replica.close();
  const { reading } = answer.json().parts;
  const [office, day] = ['Badan Contoh Nasional', dayBefore(0)];
  const none = { elsewhere: 0, atNight: 0, usual: null };
  expect(reading).toEqual({
    state: 'look',
    troubles: ['unusual-reading'],
    facts: {
      days: 4,
      unusual: [
        {
          ...none,
          username: 'lonjakan',
          name: 'LONJAKAN',
          office,
          day,
          reports: 31,
          usual: 2,
          why: ['above-usual'],
        },
        {
          ...none,
          username: 'asing',
          name: 'ASING',
          office,
          day,
          reports: 21,
          elsewhere: 21,
          why: ['elsewhere'],
        },
        { ...none, username: 'malam', name: 'MALAM', office, day, reports: 6, atNight: 6, why: ['at-night'] },
      ],
    },
  });
  const page = async (cursor = '') =>
    (await u.api.as('ops', 'GET', `/v1/identity-views?officer=asing&day=${day}&limit=15${cursor}`)).body;
  const first = await page();
  const rest = await page(`&cursor=${first.next}`);
  expect([...first.items, ...rest.items].map(({ number }: Look) => number)).toEqual(
    reads('asing', 21, {}).map(({ number }) => number),
  );
  expect(rest.next).toBeNull();
});
