// An officer's day: likely duplicates, rejecting one, many decisions at once, notes, a colleague, templates, drafts, filing for somebody.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import type { itemList } from '../../../contract/office.ts';
import { dropOldDrafts } from '../../../db/desk/drafts.ts';
import { Api, type Driven } from '../../support/api.ts';
import { clearOfMidnight } from '../../support/clock/midnight.ts';
import { goodAnswer } from '../../support/said.ts';

type Item = z.output<typeof itemList>['items'][number];

let api: Api;
beforeAll(async () => {
  api = await Api.open();
  await api.sql`
    insert into users (username, name, password_hash, role, office_id)
    select 'nasional2', 'Nina Kartika', password_hash, 'admin', office_id from users where username = 'nasional'`;
});
afterAll(() => api?.close());

describe('duplicates', () => {
  test('the most alike come first; what the officer may not see does not come', async () => {
    const first = await api.report({
      title: 'Lampu jalan padam di Jalan Melati',
      description: 'Sejak Senin lampu jalan di Jalan Melati padam semua.',
      agencyId: 'badan-contoh',
    });
    const again = await api.report({
      title: 'Lampu jalan di Jl. Melati padam',
      description: 'Lampu jalan Jalan Melati padam semua sejak Senin.',
    });
    await api.report({ title: 'Antrean loket sejak subuh', description: 'Nomor antrean habis pukul enam.' });
    const { body } = await api.as('nasional', 'GET', `${again.path}/duplicates`);
    expect(body.items[0]).toMatchObject({
      number: first.number,
      kind: 'pengaduan',
      status: 'received',
      similarity: expect.any(Number),
    });
    expect(body.items).toHaveLength(1);
    await again.decide('nasional', { action: 'dispose', officeId: 'kementerian-contoh' });
    expect((await api.as('instansi', 'GET', `${again.path}/duplicates`)).body.items).toEqual([]);
    expect((await api.as('instansi2', 'GET', `${again.path}/duplicates`)).status).toBe(404);
    // The same for the rows of a list, each with the best one; of reports that are not for my eyes nothing is said.
    const rows = async (who: string, ...numbers: string[]) =>
      (await api.as(who, 'GET', `/v1/likely-duplicates?numbers=${numbers.join(',')}`)).body.items;
    const [one] = await rows('nasional', again.number, 'LAP-1');
    expect(one).toEqual({
      number: again.number,
      other: { number: first.number, title: 'Lampu jalan padam di Jalan Melati' },
      similarity: body.items[0].similarity,
    });
    expect(await rows('nasional', again.number, first.number)).toHaveLength(2);
    expect(await rows('instansi', again.number, first.number)).toEqual([]);
    expect(await rows('instansi2', again.number, first.number)).toEqual([]);
  });

  test('rejected as one, both reporters hear of it and neither learns of the other', async () => {
    const original = await api.report({ title: 'Pohon tumbang' });
    const repeat = await api.report({
      title: 'Pohon tumbang di jalan',
      reporter: { name: 'Budi', email: 'budi@example.org' },
    });
    for (const duplicateOf of ['LAP-2026-999999', repeat.number]) {
      const refused = await repeat.decide('nasional', { action: 'reject', duplicateOf });
      expect([refused.status, refused.body.errors[0].path]).toEqual([422, 'duplicateOf']);
    }
    const rejected = await repeat.decide('nasional', { action: 'reject', duplicateOf: original.number });
    expect([rejected.status, rejected.body.status]).toEqual([200, 'rejected']);
    expect((await repeat.seenBy('nasional')).body.duplicateOf).toBe(original.number);
    expect(JSON.stringify((await repeat.followed()).body)).toContain(original.number);
    const told = await api.sql<{ number: string; kind: string; body: string }[]>`
      select number, kind, body from notifications
      where office_id is null and kind in ('rejection', 'repeated') order by id`;
    expect(told.map(({ number, kind }) => [number, kind])).toEqual([
      [repeat.number, 'rejection'],
      [original.number, 'repeated'],
    ]);
    expect(told.map(({ body }) => body).join()).not.toMatch(/Siti|Budi/);
    expect(told[1]?.body).not.toContain(repeat.number);
  });
});

describe('many decisions in one request', () => {
  test('are answered alone: taken, refused, unknown, not mine', async () => {
    const good = await Promise.all(Array.from({ length: 20 }, () => api.report()));
    const elsewhere = await api.report({ agencyId: 'badan-contoh' });
    const items = [
      ...good.map(({ number }) => ({
        number,
        action: 'dispose',
        officeId: 'kementerian-contoh',
        key: `b-${number}`,
      })),
      { number: good[0]?.number, action: 'dispose', officeId: 'kementerian-contoh', revision: 1 },
      { number: elsewhere.number, action: 'dispose', officeId: 'kementerian-contoh' },
      { number: 'LAP-2026-999999', action: 'dispose', officeId: 'kementerian-contoh' },
    ];
    const { status, body } = await api.as('nasional', 'POST', '/v1/decisions', { items });
    expect(status).toBe(200);
    expect(body.items.map(({ number }: { number: string }) => number)).toEqual(
      items.map(({ number }) => number),
    );
    expect(
      body.items
        .slice(0, 20)
        .every(
          (one: { status: number; outcome: { step: number } }) =>
            one.status === 200 && one.outcome.step === 3,
        ),
    ).toBe(true);
    expect(
      body.items.slice(20).map(({ status: s, code }: { status: number; code: string }) => [s, code]),
    ).toEqual([
      [409, 'stale'],
      [403, 'not-holder'],
      [404, 'not-found'],
    ]);
    // The same request again takes nothing twice.
    const again = await api.as('nasional', 'POST', '/v1/decisions', { items: items.slice(0, 20) });
    expect(again.body.items).toEqual(body.items.slice(0, 20));
    expect((await good[0]?.events())?.filter(({ type }) => type === 'disposed')).toHaveLength(1);
  });

  test('are at most two hundred, and each must be well-formed', async () => {
    const item = { number: 'LAP-1', action: 'receive' };
    expect(
      (await api.as('nasional', 'POST', '/v1/decisions', { items: Array.from({ length: 201 }, () => item) }))
        .status,
    ).toBe(422);
    const odd = await api.as('nasional', 'POST', '/v1/decisions', {
      items: [item, { number: 'LAP-2', action: 'dance' }],
    });
    expect(odd.body.errors[0].path).toBe('items.1.action');
  });
});

test('two rejected at once as duplicates of each other never make a circle, by API and by signal (reading 21)', async () => {
  const pairs = await Promise.all(
    Array.from({ length: 4 }, async () => [await api.report(), await api.report()] as const),
  );
  const duplicates = await Promise.all(
    pairs.map(async ([one, other], n) => {
      const actor = { officeId: 'nasional', name: 'Operator' };
      const first = one.decide('nasional', { action: 'reject', duplicateOf: other.number });
      const second = { action: 'reject', duplicateOf: one.number, reason: 'Sama' };
      const opposite =
        n % 2 === 0
          ? other.decide('nasional', second)
          : api.client.workflow.getHandle(other.number).signal('decideSignal', { ...second, actor });
      const answers = (await Promise.all([first, opposite])).filter((answer) => answer !== undefined);
      await expect
        .poll(async () => [...(await one.events()), ...(await other.events())].map(({ type }) => type))
        .toContain('rejected');
      if (n % 2) await expect.poll(async () => (await other.events()).length).toBe(3);
      return { answers, seen: [(await one.seenBy('nasional')).body, (await other.seenBy('nasional')).body] };
    }),
  );
  for (const { answers, seen } of duplicates) {
    expect(seen.filter(({ duplicateOf }) => duplicateOf !== null)).toHaveLength(1);
    for (const { status, body } of answers) {
      if (status !== 200) expect([status, body.code]).toEqual([422, 'not-an-original']);
    }
  }
  const [pair] = pairs;
  if (!pair) throw new Error('No pair.');
  const [rejected, kept] = duplicates[0]?.seen[0].status === 'rejected' ? pair : [pair[1], pair[0]];
  const another = await api.report();
  // Neither a duplicate nor what was rejected is an original; what matters more is said first.
  for (const of of [rejected.number, another.number]) {
    const refused = await another.decide('nasional', { action: 'reject', duplicateOf: of });
    expect([refused.status, refused.body.code]).toEqual([422, 'not-an-original']);
  }
  const late = await rejected.decide('nasional', { action: 'reject', duplicateOf: 'LAP-TIADA' });
  expect(late.body.code).toBe('closed');
  expect((await another.decide('nasional', { action: 'reject', duplicateOf: kept.number })).status).toBe(200);
});

test('a key answers the same for good: in another run, after the end; another request under it is refused', {
  timeout: 120_000,
}, async () => {
  const r = await api.report();
  const { runId } = await api.client.workflow.getHandle(r.number).describe();
  const dispose = { action: 'dispose', officeId: 'kementerian-contoh' };
  const key = { 'idempotency-key': 'sekali' };
  const first = await r.decide('nasional', dispose, key);
  const says = { type: 'reply', text: 'Terima kasih.' };
  await r.toRow8();
  // More than one run of the workflow: four hundred events, seven a decision.
  for (let n = 0; n < 60; n += 1)
    await r.decide('eselon1', { action: 'respond', text: `Kabar ke-${n} dari kantor kami` });
  await r.decide('eselon1', { action: 'answer', text: goodAnswer });
  const ends = { type: 'confirmation', text: 'Baik.' };
  const heard = await r.reply(says, key);
  const before = (await r.events()).length;
  const same = async () => {
    expect(await r.decide('nasional', dispose, { ...key, 'if-match': '"1"' })).toMatchObject({
      status: 200,
      body: first.body,
    });
    const bulk = { number: r.number, ...dispose, key: 'sekali' };
    const many = [bulk, { ...bulk, officeId: 'badan-contoh' }];
    const { body } = await api.as('nasional', 'POST', '/v1/decisions', { items: many });
    expect(body.items).toMatchObject([{ outcome: first.body }, { code: 'idempotency-key-reused' }]);
    const other = await r.decide('nasional', { ...dispose, reason: 'Lain' }, key);
    expect([other.status, other.body.code]).toEqual([422, 'idempotency-key-reused']);
    expect((await r.reply(says, key)).status).toBe(200);
    expect((await r.reply({ ...says, text: 'Lain' }, key)).body.code).toBe('idempotency-key-reused');
  };
  expect(first.body.deadline).toEqual(expect.any(String));
  expect([heard.status, heard.body.status]).toEqual([200, 'answered']);
  expect((await api.client.workflow.getHandle(r.number).describe()).runId).not.toBe(runId);
  await same();
  // The key of another is another key.
  expect((await r.decide('instansi', dispose, key)).body.code).toBe('not-holder');
  expect((await r.events()).length).toBe(before);
  await r.reply(ends);
  await same();
  expect((await r.decide('nasional', dispose)).body.code).toBe('closed');
});

test('notes are read by offices, in order with the remarks of decisions, and never by the reporter', async () => {
  const r = await api.report();
  expect((await api.as('nasional', 'POST', `${r.path}/notes`, { text: 'Sudah ditelepon.' })).status).toBe(
    204,
  );
  await r.decide('nasional', { action: 'dispose', officeId: 'kementerian-contoh', reason: 'Wilayah Anda.' });
  await api.as('instansi', 'POST', `${r.path}/notes`, { text: 'Kami cek dulu.' });
  const { notes } = (await r.seenBy('instansi')).body;
  expect(notes.map(({ name, text }: { name: string; text: string }) => [name, text])).toEqual([
    ['Nadia Prameswari', 'Sudah ditelepon.'],
    ['Nadia Prameswari', 'Wilayah Anda.'],
    ['Indra Kusuma', 'Kami cek dulu.'],
  ]);
  expect(JSON.stringify((await r.followed()).body)).not.toMatch(/ditelepon|Wilayah|cek dulu/);
  expect((await api.as('ops', 'POST', `${r.path}/notes`, { text: 'x' })).status).toBe(403);
  expect((await api.as('upt', 'POST', `${r.path}/notes`, { text: 'x' })).status).toBe(404);
  await expect(api.sql`delete from notes`).rejects.toThrow(/append-only/);
});

test('whoever is named in a note is told; who may not see the report cannot be named', async () => {
  const r = await api.report({ title: 'Jembatan retak' });
  await r.decide('nasional', { action: 'dispose', officeId: 'kementerian-contoh' });
  const seers = async (who: string, query = '') =>
    (await api.as(who, 'GET', `${r.path}/officers${query}`)).body.items.map(
      ({ username }: { username: string }) => username,
    );
  // Those of one's own office come first, oneself not at all; who never had a part in it is not there.
  expect(await seers('nasional')).toEqual(['nasional2', 'instansi']);
  expect(await seers('instansi', '?q=NINA')).toEqual(['nasional2']);
  expect((await api.as('upt', 'GET', `${r.path}/officers`)).status).toBe(404);
  const note = (text: string, mentions: string[]) =>
    api.as('instansi', 'POST', `${r.path}/notes`, { text, mentions });
  const refused = await note('@Ujang Suparman tolong cek.', ['nasional2', 'upt']);
  expect([refused.status, refused.body.errors]).toEqual([
    422,
    [{ path: 'mentions.1', message: 'upt tidak dapat melihat laporan ini' }],
  ]);
  expect((await r.seenBy('instansi')).body.notes).toEqual([]);
  const text = '@Nina Kartika tolong dicek anggarannya.';
  expect((await note(text, ['nasional2', 'instansi', 'nasional2'])).status).toBe(204);
  const told = async (who: string) => {
    const { items } = (await api.as(who, 'GET', '/v1/notifications')).body;
    return items.filter(({ kind }: { kind: string }) => kind === 'mentioned');
  };
  expect(await told('nasional2')).toMatchObject([{ number: r.number, subject: `Anda disebut: ${r.number}` }]);
  expect([...(await told('nasional')), ...(await told('instansi'))]).toEqual([]);
  const [{ body }] = await told('nasional2');
  expect(body).toContain('Indra Kusuma menyebut Anda');
  expect(body).not.toContain('anggaran');
  // By which the mails are chosen.
  const topics = await api.sql<{ topic: string; username: string }[]>`
    select topic, username from notifications where number = ${r.number} and kind = 'mentioned'`;
  expect(topics).toEqual([{ topic: 'mentioned', username: 'nasional2' }]);
  expect((await r.seenBy('nasional')).body.notes).toMatchObject([{ text }]);
});

test('a report is handed to a colleague of the office that holds it, and found by them', async () => {
  const r = await api.report({ title: 'Untuk Nina' });
  expect((await api.as('nasional', 'GET', '/v1/colleagues')).body.items).toEqual([
    { username: 'nasional', name: 'Nadia Prameswari' },
    { username: 'nasional2', name: 'Nina Kartika' },
  ]);
  const hand = (who: string, username: string | null) =>
    api.as(who, 'POST', `${r.path}/assignee`, { username });
  expect((await hand('nasional', 'upt')).body.errors[0].path).toBe('username');
  expect((await hand('nasional', 'nasional2')).status).toBe(204);
  const mine = (await api.as('nasional2', 'GET', '/v1/complaints?assignee=me')).body.items;
  expect(
    mine.map(({ number, assignee }: { number: string; assignee: string }) => [number, assignee]),
  ).toEqual([[r.number, 'nasional2']]);
  expect((await r.seenBy('nasional')).body.notes.at(-1).text).toBe('Diserahkan kepada Nina Kartika.');
  const reads = (language: 'id' | 'en') =>
    api.as('nasional', 'PUT', '/v1/notification-choices', { language });
  await reads('en');
  expect((await r.seenBy('nasional')).body.notes.at(-1).text).toBe('Handed to Nina Kartika.');
  await reads('id');
  const found = async (who: string) => {
    const { body } = await api.as('nasional', 'GET', `/v1/inbox?assignee=${who}&limit=200`);
    return body.items.some(({ number }: { number: string }) => number === r.number);
  };
  // Who leaves or moves has nothing in hand, wherever it is asked.
  for (const [change, back] of [
    [{ active: false }, { active: true }],
    [{ officeId: 'badan-contoh' }, { officeId: 'nasional' }],
  ]) {
    expect([await found('nasional2'), await found('none')]).toEqual([true, false]);
    expect((await api.as('ops', 'PATCH', '/v1/users/nasional2', change)).status).toBe(200);
    expect([await found('nasional2'), await found('none')]).toEqual([false, true]);
    expect((await r.seenBy('nasional')).body.assignee).toBeNull();
    await api.as('ops', 'PATCH', '/v1/users/nasional2', back);
  }
  await r.decide('nasional', { action: 'dispose', officeId: 'kementerian-contoh' });
  // It left the office, and with it the colleague.
  expect((await r.seenBy('instansi')).body.assignee).toBeNull();
  expect((await hand('nasional', null)).body.code).toBe('not-holder');
});

test('many are handed over in one request, each by itself, told as one, and undone in one', async () => {
  await api.sql`
    insert into users (username, name, password_hash, role, office_id)
    select 'nasional3', 'Nurul Hayati', password_hash, 'admin', office_id from users where username = 'nasional'`;
  const r = [];
  for (const title of ['Satu', 'Dua', 'Tiga']) r.push(await api.report({ title: `Serah ${title}` }));
  const [one, two, three] = r as [Driven, Driven, Driven];
  const elsewhere = await api.report({ agencyId: 'badan-contoh' });
  await api.as('nasional', 'POST', `${three.path}/assignee`, { username: 'nasional' });
  const hand = async (who: string, items: object[]) =>
    (await api.as(who, 'POST', '/v1/assignees', { items })).body;
  const load = async () =>
    (await api.as('nasional', 'GET', '/v1/colleagues/load')).body.items.map(
      ({ name, held }: { name: string | null; held: number }) => [name, held],
    );
  const [nadia, nina, nurul, nobody] = (await load()) as [string, number][];
  const to = (number: string, username: string | null, more: object = {}) => ({ number, username, ...more });
  const { items } = await hand('nasional', [
    ...r.map(({ number }) => to(number, 'nasional3')),
    to(elsewhere.number, 'nasional3'),
    to('LAP-2026-999999', 'nasional3'),
  ]);
  const told = items.map((item: { status: number; before: string; code: string }) => [
    item.status,
    item.before,
    item.code,
  ]);
  expect(told).toEqual([
    [200, null, null],
    [200, null, null],
    [200, 'nasional', null],
    [403, null, 'not-holder'],
    [404, null, 'not-found'],
  ]);
  expect((await hand('nasional', [to(one.number, 'upt')])).items[0].code).toBe('invalid-fields');
  expect((await hand('instansi2', [to(one.number, 'instansi2')])).items[0].code).toBe('not-found');
  expect((await hand('nasional', [to(one.number, null), to(one.number, null)])).errors[0].path).toBe('items');
  expect(await load()).toEqual([
    [nadia?.[0], (nadia?.[1] ?? 0) - 1],
    nina,
    [nurul?.[0], (nurul?.[1] ?? 0) + 3],
    [null, (nobody?.[1] ?? 0) - 2],
  ]);
  const { items: notices } = (await api.as('nasional3', 'GET', '/v1/notifications?limit=200')).body;
  const mine = notices.filter(({ kind }: { kind: string }) => kind === 'assigned');
  expect(mine[0].body).toContain(two.number);
  expect(mine.map(({ subject }: { subject: string }) => subject)).toEqual([
    'Diserahkan kepada Anda: 3 laporan',
  ]);
  // The same again says nothing twice; meanwhile one went on.
  expect((await hand('nasional', [to(two.number, 'nasional3')])).items[0].status).toBe(200);
  expect((await two.seenBy('nasional')).body.notes).toHaveLength(1);
  await api.as('nasional3', 'POST', `${one.path}/assignee`, { username: null });
  const back = r.map(({ number }, n) => to(number, items[n].before, { from: 'nasional3' }));
  const undone = (await hand('nasional', back)).items.map(({ code }: { code: string | null }) => code);
  expect(undone).toEqual([null, null, null]);
  const stale = await hand('nasional', [to(three.number, null, { from: 'nasional3' })]);
  expect(stale.items[0]).toMatchObject({ code: 'stale', before: 'nasional' });
  expect((await three.seenBy('nasional')).body.assignee).toBe('nasional');
  expect((await api.as('ops', 'POST', '/v1/assignees', { items: back })).status).toBe(403);
});

test('lists are kept under a name: a person’s for them alone, an office’s for who sits there; what is old breaks nothing', async () => {
  const keep = (who: string, body: object) => api.as(who, 'POST', '/v1/views', { list: 'inbox', ...body });
  const names = async (who: string) =>
    (await api.as(who, 'GET', '/v1/views')).body.items.map(({ name }: { name: string }) => name);
  const mine = await keep('nasional', { name: 'Milik saya', query: { assignee: 'me', sort: 'newest' } });
  expect([mine.status, mine.body]).toEqual([
    201,
    expect.objectContaining({ name: 'Milik saya', office: false, outdated: false, updatedBy: 'nasional' }),
  ]);
  const late = { name: 'Lewat', query: { overdue: 'true', group: 'category' }, office: true };
  const { body: shared } = await keep('nasional', late);
  expect((await keep('nasional3', { ...late, name: 'LEWAT' })).body.errors[0].path).toBe('name');
  for (const query of [{ status: 'answered' }, { overdue: 'ya' }, { cursor: 'x' }, { group: 'title' }]) {
    const [field = ''] = Object.keys(query);
    expect((await keep('nasional', { name: 'Salah', query })).body.errors[0].path).toBe(`query.${field}`);
  }
  // Who sees and changes what.
  expect(await names('nasional')).toEqual(['Lewat', 'Milik saya']);
  expect(await names('nasional3')).toEqual(['Lewat']);
  expect(await names('instansi')).toEqual([]);
  const path = `/v1/views/${mine.body.id}`;
  for (const [who, of] of [
    ['nasional3', path],
    ['instansi', path],
    ['instansi', `/v1/views/${shared.id}`],
  ] as const) {
    expect((await api.as(who, 'PATCH', of, { name: 'Rebut' })).status).toBe(404);
    expect((await api.as(who, 'DELETE', of)).status).toBe(404);
  }
  expect((await api.as('ops', 'DELETE', `/v1/views/${shared.id}`)).status).toBe(403);
  expect((await keep('ops', { ...late, name: 'Ops' })).status).toBe(403);
  const renamed = await api.as('nasional3', 'PATCH', `/v1/views/${shared.id}`, { name: 'Terlambat' });
  expect(renamed.body).toMatchObject({ name: 'Terlambat', query: late.query, updatedBy: 'nasional3' });
  expect(
    (await api.as('nasional', 'PATCH', path, { name: 'terlambat', office: true })).body.errors[0].path,
  ).toBe('name');
  // A filter that is no more takes neither the view nor the page along.
  await api.sql`update saved_views set query = '{"overdue":"kadang","gone":"x","kind":"pengaduan"}' where id = ${shared.id}`;
  const [old] = (await api.as('nasional', 'GET', '/v1/views')).body.items;
  expect(old).toMatchObject({ query: { kind: 'pengaduan' }, outdated: true });
  const counts = (await api.as('nasional', 'GET', '/v1/views/counts')).body.items;
  const { total } = (await api.as('nasional', 'GET', '/v1/inbox/counts?kind=pengaduan')).body;
  expect(counts.map(({ id, total: count }: { id: number; total: number }) => [id, count])).toEqual([
    [shared.id, total],
    [mine.body.id, expect.any(Number)],
  ]);
  expect((await api.as('nasional', 'DELETE', path)).status).toBe(204);
  expect(await names('nasional')).toEqual(['Terlambat']);
});

test('templates belong to the office', async () => {
  const put = (who: string, body: unknown) => api.as(who, 'PUT', '/v1/templates', body);
  const made = await put('eselon1', { action: 'answer', title: 'Selesai', text: 'Sudah kami kerjakan.' });
  expect(made.body).toMatchObject({
    id: expect.any(Number),
    action: 'answer',
    title: 'Selesai',
    updatedBy: 'eselon1',
  });
  const changed = await put('eselon1', { action: 'answer', title: 'Selesai', text: 'Sudah selesai.' });
  expect(changed.body).toMatchObject({ id: made.body.id, text: 'Sudah selesai.' });
  expect((await api.as('eselon1', 'GET', '/v1/templates')).body.items).toHaveLength(1);
  expect((await api.as('eselon1b', 'GET', '/v1/templates')).body.items).toEqual([]);
  expect((await api.as('eselon1b', 'DELETE', `/v1/templates/${made.body.id}`)).status).toBe(404);
  expect((await put('eselon1', { action: 'receive', title: 'x', text: 'y' })).status).toBe(422);
  expect((await api.as('eselon1', 'DELETE', `/v1/templates/${made.body.id}`)).status).toBe(204);
});

describe('what is being written', () => {
  const nothing = { officeId: '', reason: '', text: '', duplicateOf: '', changes: '' };
  const kept = async (who: string, path: string) => (await api.as(who, 'GET', `${path}/drafts`)).body.items;

  test('is its writer’s alone, on every PC, and of two windows none writes over the other; it goes when it is decided', async () => {
    const r = await (await api.report()).toRow8();
    const save = (words: object, version: number, who = 'eselon1') =>
      api.as(who, 'PUT', `${r.path}/drafts/answer`, { words, version });
    const first = await save({ text: 'Sudah ka' }, 0);
    expect(first.body).toMatchObject({ words: { ...nothing, text: 'Sudah ka' }, version: 1, sendsAt: null });
    const second = await save({ text: 'Sudah kami\n' }, 1);
    expect([second.status, second.body.version]).toEqual([200, 2]);
    // The other window still has the first one.
    for (const version of [0, 1])
      expect((await save({ text: 'Lain' }, version)).body.code).toBe('draft-changed');
    expect(await kept('eselon1', r.path)).toEqual([second.body]);
    // Neither national, which sees everything, nor an office without a part in it.
    expect(await kept('nasional', r.path)).toEqual([]);
    expect((await api.as('eselon1b', 'GET', `${r.path}/drafts`)).status).toBe(404);
    expect((await api.as('ops', 'GET', `${r.path}/drafts`)).status).toBe(403);
    expect((await save({ text: 'x'.repeat(20_001) }, 2)).status).toBe(422);
    expect((await r.decide('eselon1', { action: 'answer', text: goodAnswer })).status).toBe(200);
    expect(await kept('eselon1', r.path)).toEqual([]);
    // What was on its way to be kept then is a draft of nothing.
    expect((await save({ text: 'Sudah kami' }, 2)).body.code).toBe('draft-changed');
  });

  test('is thrown away by its writer, and after thirty days by itself', async () => {
    const r = await api.report();
    const put = () =>
      api.as('nasional', 'PUT', `${r.path}/drafts/ask`, { words: { text: 'Di mana?' }, version: 0 });
    expect((await put()).status).toBe(200);
    expect((await api.as('nasional', 'DELETE', `${r.path}/drafts/ask`)).status).toBe(204);
    expect((await put()).status).toBe(200);
    await api.sql`update drafts set saved_at = now() - interval '31 days' where number = ${r.number}`;
    expect(await kept('nasional', r.path)).toEqual([]);
    expect(await dropOldDrafts(api.appSql)).toBe(1);
    expect((await put()).body.version).toBe(1);
  });

  test('an answer stands by on the server, is taken back, and goes without its writer', async () => {
    const r = await (await api.report()).toRow8();
    const { revision } = (await r.seenBy('eselon1')).body;
    const path = `${r.path}/drafts/answer/sending`;
    const send = (body: object) => api.as('eselon1', 'POST', path, { revision, ...body });
    // What the rules refuse is refused at once.
    expect((await send({ key: 'a', text: 'Pendek' })).body.code).toBe('too-short');
    expect((await send({ key: 'a', text: goodAnswer, revision: 1 })).body.code).toBe('stale');
    const standing = await send({ key: 'a', text: goodAnswer });
    expect(standing.status).toBe(202);
    const seconds = (Date.parse(standing.body.sendsAt) - Date.now()) / 1_000;
    expect(seconds).toBeGreaterThan(5);
    expect(seconds).toBeLessThan(11);
    // The same again is the same; another one has to wait, and nothing is written over it.
    expect((await send({ key: 'a', text: goodAnswer })).body.sendsAt).toBe(standing.body.sendsAt);
    expect((await send({ key: 'b', text: `${goodAnswer} Lagi.` })).body.code).toBe('draft-changed');
    const back = await api.as('eselon1', 'DELETE', path);
    expect(back.body).toMatchObject({ sendsAt: null, words: { text: goodAnswer } });
    expect((await api.as('eselon1', 'DELETE', path)).body.code).toBe('already-sent');
    expect((await r.followed()).body.answer).toBeNull();
    await send({ key: 'c', text: goodAnswer });
    expect((await api.as('eselon1', 'GET', '/v1/sendings')).body.items).toMatchObject([{ number: r.number }]);
    expect((await api.as('eselon1', 'POST', `${path}/now`)).status).toBe(202);
    await expect.poll(async () => (await r.followed()).body.answer?.text).toBe(goodAnswer);
    await expect.poll(() => kept('eselon1', r.path)).toEqual([]);
    expect((await api.as('eselon1', 'POST', `${path}/now`)).body.code).toBe('already-sent');
  });

  test('a process that died after it had decided leaves it to another, which decides nothing twice', async () => {
    const r = await (await api.report()).toRow8();
    const path = `${r.path}/drafts/answer/sending`;
    const { revision } = (await r.seenBy('eselon1')).body;
    await api.as('eselon1', 'POST', path, { revision, key: 'mati', text: goodAnswer });
    await api.sql`
      update drafts set sends_at = now(), claimed_until = now() + interval '1 minute' where number = ${r.number}`;
    const sent = { action: 'answer', text: goodAnswer };
    const taken = await r.decide('eselon1', sent, { 'idempotency-key': 'mati', 'if-match': `"${revision}"` });
    expect(taken.status).toBe(200);
    // The engine has heard of it: it cannot be taken back.
    expect((await api.as('eselon1', 'DELETE', path)).body.code).toBe('already-sent');
    await api.sql`update drafts set claimed_until = now() - interval '1 second' where number = ${r.number}`;
    const left = async () => (await api.sql`select from drafts where number = ${r.number}`).length;
    await expect.poll(left).toBe(0);
    expect((await r.events()).filter(({ type }) => type === 'answered')).toHaveLength(1);
  });

  test('what has moved meanwhile is not answered: the draft says why, and its writer hears of it', async () => {
    const r = await (await api.report()).toRow8();
    const path = `${r.path}/drafts/answer/sending`;
    const { revision } = (await r.seenBy('eselon1')).body;
    await api.as('eselon1', 'POST', path, { revision, key: 'usang', text: goodAnswer });
    await r.decide('instansi', { action: 'recall', reason: 'Salah unit.' });
    await api.as('eselon1', 'POST', `${path}/now`);
    await expect
      .poll(async () => (await api.as('eselon1', 'GET', '/v1/sendings')).body.items)
      .toMatchObject([{ number: r.number, sendsAt: null, refused: { code: 'stale' } }]);
    expect((await api.as('eselon1', 'GET', `${r.path}/drafts`)).body.items).toMatchObject([
      { action: 'answer', words: { text: goodAnswer }, refused: { code: 'stale' } },
    ]);
    const { items } = (await api.as('eselon1', 'GET', '/v1/notifications?limit=5')).body;
    const told = items.find(({ kind }: { kind: string }) => kind === 'unsent');
    expect(told).toMatchObject({ number: r.number, subject: `Tidak terkirim: ${r.number}` });
    expect(told.body).not.toContain(goodAnswer);
    expect((await r.followed()).body.answer).toBeNull();
  });

  test('one rejection for many stands by as one, each answered for itself; taken back, nothing written is lost', async () => {
    const [own, other, gone] = [await api.report(), await api.report(), await api.report()];
    await gone.decide('nasional', { action: 'reject', reason: 'Bukan pelayanan publik.' });
    const typed = { words: { reason: 'Ini masih saya tulis sendiri.' }, version: 0 };
    await api.as('nasional', 'PUT', `${own.path}/drafts/reject`, typed);
    const items = [own, other, gone].map(({ number }) => ({ number, revision: 1, key: `ramai-${number}` }));
    const many = { action: 'reject', reason: 'Bukan pelayanan publik.', batch: 'ramai', items };
    const send = () => api.as('nasional', 'POST', '/v1/sendings', many);
    const { body } = await send();
    const brief = ({ status, code }: { status: number; code: string }) => [status, code];
    expect(body.items.map(brief)).toEqual([
      [202, null],
      [202, null],
      [409, 'closed'],
    ]);
    expect(body.items[0].sendsAt).toBe(body.items[1].sendsAt);
    // The same again is the same.
    expect((await send()).body.items).toEqual(body.items);
    const standing = async () => (await api.as('nasional', 'GET', '/v1/sendings')).body.items;
    expect(await standing()).toMatchObject([own, other].map(({ number }) => ({ number, batch: 'ramai' })));
    // A name of one's own: nobody else's batch is touched by it.
    expect((await api.as('instansi', 'DELETE', '/v1/sendings/ramai')).body.code).toBe('already-sent');
    expect((await api.as('nasional', 'DELETE', '/v1/sendings/ramai')).body.items).toHaveLength(2);
    const reasonOf = async ({ path }: typeof own) => (await kept('nasional', path))[0]?.words.reason;
    expect(await reasonOf(own)).toBe('Ini masih saya tulis sendiri.');
    expect(await reasonOf(other)).toBe('Bukan pelayanan publik.');
    expect((await own.seenBy('nasional')).body.status).toBe('received');
    await send();
    expect((await api.as('nasional', 'POST', '/v1/sendings/ramai/now')).status).toBe(202);
    for (const one of [own, other])
      await expect.poll(async () => (await one.seenBy('nasional')).body.status).toBe('rejected');
    await expect.poll(standing).toEqual([]);
    const twice = { ...many, items: [items[0], items[0]] };
    expect((await api.as('nasional', 'POST', '/v1/sendings', twice)).status).toBe(422);
  });

  test('near the end of a limit it goes at once; the mail beforehand is the mail that goes', async () => {
    const r = await (await api.report()).toRow8();
    await api.sql`update complaints set deadline = now() + interval '30 seconds' where number = ${r.number}`;
    const said = { action: 'answer', text: goodAnswer };
    const { letter } = (await api.as('eselon1', 'POST', `${r.path}/decisions/preview`, said)).body;
    const { revision } = (await r.seenBy('eselon1')).body;
    const path = `${r.path}/drafts/answer/sending`;
    await api.as('eselon1', 'POST', path, { revision, key: 'genting', text: goodAnswer });
    await expect.poll(async () => (await r.followed()).body.answer?.text).toBe(goodAnswer);
    const [told] = await api.sql<{ subject: string; body: string }[]>`
      select subject, body from notifications where number = ${r.number} and kind = 'answer'`;
    expect(letter.subject).toBe(told?.subject);
    for (const line of told?.body.split('\n') ?? []) expect(letter.text).toContain(line);
    expect(letter.text).toContain('Seberapa puas Anda dengan jawaban ini?');
    // What nobody is told of has none.
    const b = await api.report();
    const dispose = { action: 'dispose', officeId: 'kementerian-contoh' };
    expect((await api.as('nasional', 'POST', `${b.path}/decisions/preview`, dispose)).body.letter).toBeNull();
  });
});

test('an officer files for somebody who came by; who did is in the record', async () => {
  const { body } = await api.as('upt', 'POST', '/v1/complaints', {
    kind: 'pengaduan',
    title: 'Datang ke kantor',
    description: 'Disampaikan langsung.',
    channel: 'tatap-muka',
    reporter: { name: 'Pak Tono', phone: '081200003333' },
  });
  const seen = await api.as('upt', 'GET', `/v1/complaints/${body.number}`);
  expect(seen.body).toMatchObject({
    channel: 'tatap-muka',
    filedBy: { name: 'Ujang Suparman', office: 'UPT Pelayanan Bandung' },
  });
  const own = await api.report();
  expect((await own.seenBy('nasional')).body.filedBy).toBeNull();
});

describe('the inbox', () => {
  test('narrows by kind, row, lateness, officer and words, and tells the revision for If-Match', async () => {
    const asked = await api.report({
      kind: 'informasi',
      title: 'Biaya resmi kartu perpustakaan',
      agencyId: 'badan-contoh',
    });
    const other = await api.report({ title: 'Parkir liar di trotoar', agencyId: 'badan-contoh' });
    await asked.decide('instansi2', { action: 'receive' });
    const numbers = async (query: string) =>
      (await api.as('instansi2', 'GET', `/v1/inbox?${query}`)).body.items.map(
        ({ number }: { number: string }) => number,
      );
    expect(await numbers('limit=200')).toEqual(expect.arrayContaining([asked.number, other.number]));
    for (const query of ['q=perpustakaan', `q=${asked.number}`, 'kind=informasi&step=4', 'step=4']) {
      expect([query, await numbers(query)]).toEqual([query, [asked.number]]);
    }
    expect(await numbers('overdue=true')).toEqual([]);
    expect(await numbers('assignee=me')).toEqual([]);
    await api.as('instansi2', 'POST', `${asked.path}/assignee`, { username: 'instansi2' });
    expect(await numbers('assignee=me')).toEqual([asked.number]);
    expect(await numbers('assignee=none&limit=200')).not.toContain(asked.number);
    const [item] = (await api.as('instansi2', 'GET', `/v1/inbox?q=perpustakaan`)).body.items;
    const decided = await asked.decide(
      'instansi2',
      { action: 'accept', officeId: 'deputi-data' },
      { 'if-match': `"${item.revision}"` },
    );
    expect(decided.status).toBe(200);
  });

  test('narrows by what a row says, in any order, and counts all of it', async () => {
    const lamp = await api.report({
      title: 'Lampu padam',
      description: '  Sejak\n\nSenin lampu padam.  ',
      category: 'Penerangan jalan',
      place: 'Jalan Melati, Bandung',
      confidentiality: 'rahasia',
      agencyId: 'badan-contoh',
    });
    const queue = await api.report({ title: 'Antrean panjang', channel: 'surat', agencyId: 'badan-contoh' });
    const old = await api.report({ title: 'Laporan lama', agencyId: 'badan-contoh' });
    await api.sql`update complaints set received_at = now() - interval '8 days', deadline = now() - interval '1 day' where number = ${old.number}`;
    await api.sql`update complaints set warn_at = now() - interval '1 minute' where number = ${queue.number}`;
    await api.as('instansi2', 'POST', `${lamp.path}/references`, { source: 'SP4N', id: '77' });
    const all = new Set([lamp.number, queue.number, old.number]);
    const numbers = async (query: string) => {
      const { body } = await api.as('instansi2', 'GET', `/v1/inbox?${query}`);
      const found: string[] = body.items.map(({ number }: { number: string }) => number);
      return found.filter((number) => all.has(number));
    };
    for (const [query, found] of [
      ['category=PENERANGAN', [lamp.number]],
      ['place=melati', [lamp.number]],
      ['confidentiality=rahasia', [lamp.number]],
      ['reference=sp4n:77', [lamp.number]],
      ['channel=surat', [queue.number]],
      ['soon=true', [queue.number]],
      ['olderThan=7', [old.number]],
      ['overdue=true', [old.number]],
      [`numbers=${old.number},${lamp.number},LAP-1`, [old.number, lamp.number]],
      ['agencyId=kementerian-contoh', []],
      ['sort=oldest', [old.number, lamp.number, queue.number]],
      ['sort=newest', [queue.number, lamp.number, old.number]],
    ] as const)
      expect([query, await numbers(query)]).toEqual([query, found]);
    // Each page goes on where the last one ended, in every order.
    for (const sort of ['deadline', 'newest', 'oldest']) {
      const paged: string[] = [];
      for (let cursor = ''; cursor !== 'null'; ) {
        const path = `/v1/inbox?limit=2&sort=${sort}${cursor && `&cursor=${cursor}`}`;
        const { body } = await api.as('instansi2', 'GET', path);
        paged.push(...body.items.map(({ number }: { number: string }) => number));
        cursor = String(body.next);
      }
      const whole = (await api.as('instansi2', 'GET', `/v1/inbox?limit=200&sort=${sort}`)).body.items;
      expect([sort, paged]).toEqual([sort, whole.map(({ number }: { number: string }) => number)]);
    }
    // Groups stand together over pages as well, what has none last, each in the order of the list; and each is counted.
    await api.as('instansi2', 'POST', `${queue.path}/assignee`, { username: 'instansi2' });
    for (const [group, of] of [
      ['category', ({ category }: Item) => category],
      ['place', ({ place }: Item) => place],
      ['office', ({ agencyId }: Item) => agencyId],
      ['assignee', ({ assignee }: Item) => assignee],
      ['day', ({ deadline }: Item) => deadline?.slice(0, 10) ?? null],
      ['step', ({ step }: Item) => String(step)],
    ] as const) {
      const paged: Item[] = [];
      for (let cursor = ''; cursor !== 'null'; ) {
        const asked = `/v1/inbox?limit=2&sort=newest&group=${group}${cursor && `&cursor=${cursor}`}`;
        const { body } = await api.as('instansi2', 'GET', asked);
        paged.push(...body.items);
        cursor = String(body.next);
      }
      const groups = paged.map((row) => of(row)).filter((one, n, all) => n === 0 || one !== all[n - 1]);
      expect([group, groups]).toEqual([group, [...new Set(groups)]]);
      expect(groups.includes(null) ? groups.at(-1) : null).toBe(null);
      const newest = (await api.as('instansi2', 'GET', '/v1/inbox?limit=200&sort=newest')).body
        .items as Item[];
      const expected = groups.flatMap((one) => newest.filter((row) => of(row) === one));
      expect(paged.map(({ number }) => number)).toEqual(expected.map(({ number }) => number));
      const counted = (await api.as('instansi2', 'GET', `/v1/inbox/counts?group=${group}`)).body.groups;
      expect(
        new Map(counted.map((one: { group: string | null; count: number }) => [one.group, one.count])),
      ).toEqual(new Map(groups.map((one) => [one, newest.filter((row) => of(row) === one).length])));
    }
    // What is searched for is put in groups alike: by what an office has or had, and by who sees all.
    for (const who of ['instansi2', 'nasional']) {
      const whole = async (query: string) => {
        const paged: Item[] = [];
        for (let cursor = ''; cursor !== 'null'; ) {
          const path = `/v1/complaints?limit=3${query}${cursor && `&cursor=${cursor}`}`;
          const { status, body } = await api.as(who, 'GET', path);
          expect([path, status]).toEqual([path, 200]);
          paged.push(...body.items);
          cursor = String(body.next);
        }
        return paged;
      };
      const newest = await whole('&channel=web');
      for (const [group, of] of [
        ['category', ({ category }: Item) => category],
        ['office', ({ holder }: Item) => holder.id],
        ['day', ({ deadline }: Item) => deadline?.slice(0, 10) ?? null],
        ['step', ({ step }: Item) => String(step)],
      ] as const) {
        const paged = await whole(`&channel=web&group=${group}`);
        const groups = [...new Set(paged.map((row) => of(row)))];
        expect([who, group, paged.map(({ number }) => number)]).toEqual([
          who,
          group,
          groups.flatMap((one) => newest.filter((row) => of(row) === one)).map(({ number }) => number),
        ]);
        expect(groups.includes(null) ? groups.at(-1) : null).toBe(null);
      }
    }
    expect((await api.as('nasional', 'GET', '/v1/complaints?group=assignee')).status).toBe(422);
    const { items } = (await api.as('instansi2', 'GET', '/v1/inbox?place=melati')).body;
    expect(items[0]).toMatchObject({
      excerpt: 'Sejak Senin lampu padam.',
      category: 'Penerangan jalan',
      place: 'Jalan Melati, Bandung',
      confidentiality: 'rahasia',
      attachments: 0,
    });
    const counts = async (query = '') => (await api.as('instansi2', 'GET', `/v1/inbox/counts${query}`)).body;
    await clearOfMidnight(10_000);
    const before = await counts();
    expect(await counts('?olderThan=7')).toMatchObject({ total: 1, late: 1, soon: 0 });
    expect(await counts('?channel=surat')).toMatchObject({ total: 1, late: 0, soon: 1 });
    await lamp.decide('instansi2', { action: 'receive' });
    await lamp.decide('instansi2', { action: 'return', reason: 'Bukan kewenangan kami.' });
    const after = await counts();
    expect(after.total).toBe(before.total - 1);
    // Two decisions on one report are one report.
    expect(after.decidedToday.mine).toBe(before.decidedToday.mine + 1);
    expect(await api.as('ops', 'GET', '/v1/inbox/counts')).toMatchObject({ status: 200, body: { total: 0 } });
    for (const wrong of [
      'numbers=',
      `numbers=${'a,'.repeat(21)}`,
      'sort=title',
      'olderThan=0',
      'group=title',
    ])
      expect([wrong, (await api.as('instansi2', 'GET', `/v1/inbox?${wrong}`)).status]).toEqual([wrong, 422]);
  });
});
