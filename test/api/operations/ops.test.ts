// What ops keep over HTTP: users, offices, schedules; each change recorded; nobody else may.
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Api, Driven, report } from '../../support/api.ts';
import { Visitor } from '../../support/console/visitor.ts';
import { goodAnswer } from '../../support/said.ts';

let api: Api;
beforeAll(async () => {
  api = await Api.open();
});
afterAll(() => api?.close());

const ops = (method: string, path: string, body?: unknown) => api.as('ops', method, path, body);
const changes = async (what: string, subject: string) => [
  ...(await api.sql`
    select by, change from admin_changes where what = ${what} and subject = ${subject} order by id`),
];
const password = 'kata sandi panjang';

describe('only ops', () => {
  const routes = [
    ['GET', '/v1/users'],
    ['POST', '/v1/users', { username: 'baru', name: 'Baru', role: 'admin', officeId: 'nasional' }],
    ['PATCH', '/v1/users/upt', { name: 'Lain' }],
    ['GET', '/v1/offices?inactive=true'],
    ['POST', '/v1/offices', { id: 'baru', name: 'Baru', level: 'agency', parentId: 'nasional' }],
    ['PATCH', '/v1/offices/upt-bandung', { name: 'Lain' }],
    ['GET', '/v1/operations'],
    ['POST', '/v1/categories', { code: 'lain', name: 'Lain' }],
    ['GET', '/v1/schedules'],
    ['POST', '/v1/schedules/recap/trigger'],
    ['POST', '/v1/schedules/recap/pause'],
    ['POST', '/v1/schedules/recap/resume'],
  ] as const;
  test.each(routes)('%s %s', async (method, path, body?: unknown) => {
    expect((await api.send(method, path, body)).status).toBe(401);
    const { status, body: problem } = await api.as('nasional', method, path, body);
    expect([status, problem.code]).toEqual([403, 'forbidden']);
  });
});

describe('users', () => {
  test('are listed, with when they were last there, and no word of passwords', async () => {
    await api.as('upt', 'GET', '/v1/inbox');
    const { body } = await ops('GET', '/v1/users');
    expect(body.items).toContainEqual({
      username: 'upt',
      name: 'Ujang Suparman',
      role: 'admin',
      office: { id: 'upt-bandung', name: 'UPT Pelayanan Bandung', level: 'upt' },
      active: true,
      email: null,
      lastSeenAt: expect.stringMatching(/\+07:00$/),
      linked: false,
      hasSecondFactor: false,
    });
    expect(JSON.stringify(body)).not.toMatch(/argon2|[Hh]ash|epoch/);
  });

  test('are made, sign in, move, and leave; each change is recorded, no password is', async () => {
    const made = await ops('POST', '/v1/users', {
      username: 'rina.wati',
      name: 'Rina Wati',
      role: 'admin',
      officeId: 'upt-bandung',
      email: 'rina@example.org',
      password,
    });
    expect([made.status, made.body]).toEqual([
      201,
      expect.objectContaining({
        username: 'rina.wati',
        active: true,
        email: 'rina@example.org',
        lastSeenAt: null,
      }),
    ]);
    const [hash] = await api.sql`select password_hash from users where username = 'rina.wati'`;
    expect(hash?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    const rina = new Visitor(api);
    expect((await rina.signIn('rina.wati', password)).status).toBe(200);
    const change = (body: object) => ops('PATCH', '/v1/users/rina.wati', body);
    // Moving changes what they see at once, without signing in anew.
    expect((await change({ officeId: 'upt-makassar', name: 'Rina W.' })).body.office.id).toBe('upt-makassar');
    expect((await rina.send('GET', '/v1/session')).body.user).toMatchObject({
      name: 'Rina W.',
      office: { id: 'upt-makassar' },
    });
    expect((await change({ email: null })).body.email).toBeNull();
    expect((await change({ password: 'yang lain lagi' })).status).toBe(200);
    expect((await rina.send('GET', '/v1/session')).status).toBe(401);
    await rina.signIn('rina.wati', 'yang lain lagi');
    expect((await change({ active: false })).body.active).toBe(false);
    expect((await rina.send('GET', '/v1/session')).status).toBe(401);
    expect((await rina.signIn('rina.wati', 'yang lain lagi')).status).toBe(401);
    await change({ active: true });
    // A session of before does not come back with its user.
    expect((await rina.send('GET', '/v1/session')).status).toBe(401);
    expect(await changes('user', 'rina.wati')).toEqual([
      {
        by: 'ops',
        change: {
          name: 'Rina Wati',
          role: 'admin',
          officeId: 'upt-bandung',
          email: 'rina@example.org',
          password: true,
        },
      },
      { by: 'ops', change: { officeId: 'upt-makassar', name: 'Rina W.' } },
      { by: 'ops', change: { email: null } },
      { by: 'ops', change: { password: true } },
      { by: 'ops', change: { active: false } },
      { by: 'ops', change: { active: true } },
    ]);
  });

  test('without a password sign in through the provider only', async () => {
    await ops('POST', '/v1/users', { username: 'tanpa', name: 'Tanpa', role: 'admin', officeId: 'nasional' });
    const { body } = await new Visitor(api).signIn('tanpa', '');
    expect(body.errors[0].path).toBe('password');
    expect((await new Visitor(api).signIn('tanpa', 'x')).body.code).toBe('bad-credentials');
  });

  test.each([
    [{ username: 'upt' }, 409, 'username-taken'],
    [{ username: 'a b' }, 422, 'username'],
    [{ officeId: 'tidak-ada' }, 422, 'officeId'],
    [{ password: 'sebelas...' }, 422, 'password'],
    [{ role: 'raja' }, 422, 'role'],
    [{ email: 'bukan surel' }, 422, 'email'],
  ])('are not made with %j', async (wrong, status, what) => {
    const right = { username: 'baru', name: 'Baru', role: 'admin', officeId: 'nasional', password };
    const answer = await ops('POST', '/v1/users', { ...right, ...wrong });
    expect([answer.status, answer.body.errors?.[0].path ?? answer.body.code]).toEqual([status, what]);
    expect((await api.sql`select from users where username = 'baru'`).length).toBe(0);
  });

  test('change no role, status or password of their own, and nothing of nobody', async () => {
    for (const own of [{ active: false }, { role: 'admin' }, { password }]) {
      expect((await ops('PATCH', '/v1/users/ops', own)).body.code).toBe('own-account');
    }
    expect((await ops('PATCH', '/v1/users/ops', { name: 'Oki P.' })).status).toBe(200);
    expect((await ops('PATCH', '/v1/users/tidak-ada', { name: 'X' })).status).toBe(404);
    expect((await ops('PATCH', '/v1/users/upt', {})).status).toBe(422);
  });
});

describe('offices', () => {
  const make = (fields: object) => ops('POST', '/v1/offices', { name: 'Kantor Baru', ...fields });
  const change = (id: string, body: object) => ops('PATCH', `/v1/offices/${id}`, body);

  test('are made below another, take reports, and end when they are empty', async () => {
    const made = await make({
      id: 'upt-ambon',
      name: 'UPT Ambon',
      level: 'upt',
      parentId: 'ditjen-prasarana',
      timeZone: 'Asia/Jayapura',
      email: 'ambon@example.org',
    });
    expect([made.status, made.body]).toEqual([
      201,
      {
        id: 'upt-ambon',
        name: 'UPT Ambon',
        level: 'upt',
        parentId: 'ditjen-prasarana',
        timeZone: 'Asia/Jayapura',
        email: 'ambon@example.org',
        active: true,
      },
    ]);
    expect((await change('upt-ambon', { name: 'UPT Maluku', email: null })).body).toMatchObject({
      name: 'UPT Maluku',
      email: null,
    });
    expect((await change('upt-ambon', { active: false })).body.active).toBe(false);
    const ids = async (query = '') =>
      (await ops('GET', `/v1/offices${query}`)).body.items.map(({ id }: { id: string }) => id);
    expect(await ids()).not.toContain('upt-ambon');
    expect(await ids('?inactive=true')).toContain('upt-ambon');
    expect((await api.as('upt', 'GET', '/v1/offices')).body.items[0]).not.toHaveProperty('email');
    expect((await change('upt-ambon', { active: true })).status).toBe(200);
    expect((await changes('office', 'upt-ambon')).map(({ change: one }) => one)).toEqual([
      expect.objectContaining({ id: 'upt-ambon', parentId: 'ditjen-prasarana' }),
      { name: 'UPT Maluku', email: null },
      { active: false },
      { active: true },
    ]);
  });

  test.each([
    [{ id: 'x-1', level: 'upt', parentId: 'kementerian-contoh' }, 422, 'level'],
    [{ id: 'x-1', level: 'agency', parentId: 'upt-bandung' }, 422, 'level'],
    [{ id: 'x-1', level: 'agency', parentId: 'x-1' }, 422, 'parentId'],
    [{ id: 'x-1', level: 'agency' }, 422, 'parentId'],
    [{ id: 'x-1', level: 'agency', parentId: 'tidak-ada' }, 422, 'parentId'],
    [{ id: 'x-1', level: 'national' }, 409, 'national-office'],
    [{ id: 'badan-contoh', level: 'agency', parentId: 'nasional' }, 409, 'office-exists'],
    [{ id: 'Huruf Besar', level: 'agency', parentId: 'nasional' }, 422, 'id'],
    [{ id: 'x-1', level: 'agency', parentId: 'nasional', timeZone: 'Europe/Paris' }, 422, 'timeZone'],
  ])('are not made as %j', async (wrong, status, what) => {
    const { status: answered, body } = await make(wrong);
    expect([answered, body.errors?.[0].path ?? body.code]).toEqual([status, what]);
    expect((await api.sql`select from offices where id = 'x-1'`).length).toBe(0);
  });

  test('of two national ones at the same moment none is made', async () => {
    const both = await Promise.all(['n-1', 'n-2'].map((id) => make({ id, level: 'national' })));
    expect(both.map(({ body }) => body.code)).toEqual(['national-office', 'national-office']);
  });

  test('stay while they hold an open report, or may get it back, or have offices below', async () => {
    const end = async (id: string) => {
      const { status, body } = await change(id, { active: false });
      return [status, body.code ?? 'ended', body.detail ?? ''];
    };
    const r = await (await api.report()).toRow8();
    await r.decide('eselon1', { action: 'dispose', officeId: 'upt-bandung' });
    expect(await end('upt-bandung')).toEqual([409, 'office-in-use', expect.stringContaining('1 laporan')]);
    await r.decide('upt', { action: 'receive' });
    await r.decide('upt', { action: 'answer', text: goodAnswer });
    // Row 11: an objection would bring it back.
    expect((await r.seenBy('nasional')).body.step).toBe(11);
    expect((await end('upt-bandung'))[1]).toBe('office-in-use');
    await r.reply({ type: 'confirmation' });
    expect((await end('upt-bandung'))[1]).toBe('ended');
    expect((await api.as('upt', 'GET', '/v1/inbox')).status).toBe(401);
    expect(await end('ditjen-pelayanan')).toEqual([
      409,
      'office-in-use',
      expect.stringContaining('kantor aktif'),
    ]);
    expect((await end('nasional'))[1]).toBe('national-office');
    expect((await change('upt-bandung', { active: true })).status).toBe(200);
    expect((await change('tidak-ada', { name: 'X' })).status).toBe(404);
  });

  test('come back only below an office that is there', async () => {
    await make({ id: 'badan-baru', level: 'agency', parentId: 'nasional' });
    await make({ id: 'deputi-baru', level: 'echelon1', parentId: 'badan-baru' });
    for (const id of ['deputi-baru', 'badan-baru']) await change(id, { active: false });
    expect((await change('deputi-baru', { active: true })).body.errors[0].path).toBe('active');
    for (const id of ['badan-baru', 'deputi-baru'])
      expect((await change(id, { active: true })).status).toBe(200);
  });

  test('in another zone have other deadlines', async () => {
    // A Monday: at 15:00 WIB the offices of Jayapura have closed.
    const { body } = await api.as('nasional', 'POST', '/v1/complaints', {
      ...report,
      agencyId: 'badan-contoh',
      receivedAt: '2026-01-05T15:00:00+07:00',
    });
    const r = new Driven(api, body.number, body.accessKey);
    const deadline = async () => Date.parse((await r.seenBy('nasional')).body.deadline);
    // The filing is answered before its record is written.
    await expect.poll(deadline).toBeGreaterThan(0);
    const before = await deadline();
    expect((await change('badan-contoh', { timeZone: 'Asia/Jayapura' })).body.timeZone).toBe('Asia/Jayapura');
    for (const until = Date.now() + 30_000; (await deadline()) === before && Date.now() < until; )
      await sleep(100);
    expect(await deadline()).not.toBe(before);
    expect((await r.events()).find(({ type }) => type === 'recomputed')).toMatchObject({
      reason: 'Zona waktu Badan Contoh Nasional: Asia/Jakarta → Asia/Jayapura (Oki P.)',
    });
  });
});

test('categories are a tree: made, renamed, moved and ended while reports keep their words, and are found by it', async () => {
  type Item = { code: string; name: string; agency: unknown; ended: boolean };
  const tree = async () => (await api.send('GET', '/v1/categories')).body.items as Item[];
  // What the form offered before there was a tree.
  expect((await tree()).map(({ name }) => name).slice(0, 3)).toEqual([
    'Infrastruktur',
    'Pelayanan publik',
    'Kesehatan',
  ]);
  const lamp = { code: 'lampu-jalan', name: 'Lampu jalan', parent: 'infrastruktur', examples: 'padam' };
  const made = await ops('POST', '/v1/categories', { ...lamp, agencyId: 'badan-contoh' });
  expect(made).toMatchObject({
    status: 201,
    body: { ...lamp, agency: { id: 'badan-contoh' }, ended: false },
  });
  expect((await tree()).slice(0, 2).map(({ code }) => code)).toEqual(['infrastruktur', 'lampu-jalan']);
  for (const [body, status, code] of [
    [{ ...lamp, code: 'lain' }, 409, 'category-exists'],
    [{ code: 'lain', name: 'KESEHATAN' }, 409, 'category-exists'],
    [{ code: 'lampu-jalan', name: 'Lain' }, 409, 'category-exists'],
    [{ code: 'Lain', name: 'Lain' }, 422, 'invalid-fields'],
    [{ code: 'lain', name: 'Lain', parent: 'tidak-ada' }, 422, 'invalid-fields'],
    [{ code: 'lain', name: 'Lain', agencyId: 'ditjen-pelayanan' }, 422, 'invalid-fields'],
  ] as const) {
    const answer = await ops('POST', '/v1/categories', body);
    expect([body, answer.status, answer.body.code]).toEqual([body, status, code]);
  }
  const change = (code: string, body: unknown) => ops('PATCH', `/v1/categories/${code}`, body);
  expect((await change('infrastruktur', { parent: 'lampu-jalan' })).status).toBe(422);
  expect((await change('tidak-ada', { name: 'x' })).status).toBe(404);
  expect((await api.as('nasional', 'PATCH', '/v1/categories/lampu-jalan', { name: 'x' })).status).toBe(403);

  const r = await api.report({ category: 'LAMPU jalan', title: 'Lampu padam' });
  const isFound = async (category: string) =>
    (await api.as('nasional', 'GET', `/v1/inbox?limit=200&category=${category}`)).body.items.some(
      ({ number }: { number: string }) => number === r.number,
    );
  const counted = async () => (await api.as('nasional', 'GET', '/v1/reports/summary')).body;
  const usual = async () =>
    (await api.as('nasional', 'GET', `${r.path}/office-suggestions`)).body.items.find(
      ({ usualFor }: { usualFor: string | null }) => usualFor,
    );
  expect(await usual()).toMatchObject({ office: { id: 'badan-contoh' }, usualFor: 'Lampu jalan' });
  expect(await isFound('infrastruktur')).toBe(true);
  const of = (figures: { categories: { code: string }[] }, code: string) =>
    figures.categories.find((one) => one.code === code);
  const before = await counted();
  expect(of(before, 'lampu-jalan')).toEqual({
    code: 'lampu-jalan',
    parent: 'infrastruktur',
    name: 'Lampu jalan',
    words: ['LAMPU jalan'],
    own: 1,
    total: 1,
  });
  // A branch counts as many as its list has.
  const list = (await api.as('nasional', 'GET', '/v1/complaints?limit=200&category=Infrastruktur')).body
    .items;
  expect(of(before, 'infrastruktur')).toMatchObject({ total: list.length });

  expect((await change('lampu-jalan', { name: 'Penerangan jalan', parent: 'perhubungan' })).status).toBe(200);
  expect([
    await isFound('infrastruktur'),
    await isFound('perhubungan'),
    await isFound('penerangan%20jalan'),
  ]).toEqual([false, true, true]);
  expect((await usual())?.usualFor).toBe('Penerangan jalan');
  expect((await r.seenBy('nasional')).body.category).toBe('LAMPU jalan');
  // The name it had is nobody else's.
  expect((await ops('POST', '/v1/categories', { code: 'lain', name: 'Lampu jalan' })).status).toBe(409);
  expect((await change('lampu-jalan', { ended: true })).body).toMatchObject({ ended: true });
  expect((await tree()).find(({ code }) => code === 'lampu-jalan')?.ended).toBe(true);
  expect(await isFound('perhubungan')).toBe(true);
  expect((await change('lampu-jalan', { ended: false })).body).toMatchObject({ ended: false });
  expect((await changes('category', 'lampu-jalan')).map(({ by, change: what }) => [by, what])).toEqual([
    ['ops', expect.objectContaining({ name: 'Lampu jalan', order: 0 })],
    ['ops', { name: 'Penerangan jalan', parent: 'perhubungan' }],
    ['ops', { ended: true }],
    ['ops', { ended: false }],
  ]);
});

describe('schedules', () => {
  const one = async (id: string) =>
    (await ops('GET', '/v1/schedules')).body.items.find((item: { id: string }) => item.id === id);
  const until = async (id: string, wanted: (item: { lastResult: string | null }) => boolean) => {
    for (const end = Date.now() + 30_000; ; await sleep(200)) {
      const item = await one(id);
      if ((item && wanted(item)) || Date.now() > end) return item;
    }
  };

  test('are listed in words, run at once, paused and resumed; each is recorded', async () => {
    await api.engine.schedules.ensure();
    await api.client.schedule.create({
      scheduleId: 'of-somebody-else',
      spec: { intervals: [{ every: '1h' }] },
      action: { type: 'startWorkflow', workflowType: 'x', taskQueue: 'another-queue' },
    });
    await until('weekly-wita', () => true);
    await sleep(1_000);
    const { items } = (await ops('GET', '/v1/schedules')).body;
    expect(items.map(({ id, when }: { id: string; when: string }) => [id, when])).toEqual([
      ['recap', 'awal bulan pukul 07.00 WIB'],
      ['reconcile', 'setiap 10 menit'],
      ['sla-digest-wib', 'hari kerja pukul 08.00 WIB'],
      ['sla-digest-wit', 'hari kerja pukul 08.00 WIT'],
      ['sla-digest-wita', 'hari kerja pukul 08.00 WITA'],
      ['weekly-wib', 'hari kerja pertama dalam pekan pukul 07.30 WIB'],
      ['weekly-wit', 'hari kerja pertama dalam pekan pukul 07.30 WIT'],
      ['weekly-wita', 'hari kerja pertama dalam pekan pukul 07.30 WITA'],
    ]);
    expect(await one('recap')).toEqual({
      id: 'recap',
      what: 'Rekap bulanan untuk setiap kantor',
      when: 'awal bulan pukul 07.00 WIB',
      paused: false,
      note: null,
      lastRunAt: null,
      lastResult: null,
      nextRunAt: expect.stringMatching(/-01T07:00:00.000\+07:00$/),
    });
    expect((await ops('POST', '/v1/schedules/recap/pause')).status).toBe(204);
    expect(await one('recap')).toMatchObject({ paused: true, note: 'Dijeda oleh Oki P.', nextRunAt: null });
    expect((await ops('POST', '/v1/schedules/recap/trigger')).status).toBe(204);
    expect(await until('recap', ({ lastResult }) => lastResult === 'completed')).toMatchObject({
      lastRunAt: expect.any(String),
      lastResult: 'completed',
    });
    expect((await ops('POST', '/v1/schedules/recap/resume')).status).toBe(204);
    expect(await one('recap')).toMatchObject({ paused: false, nextRunAt: expect.any(String) });
    expect((await changes('schedule', 'recap')).map(({ change }) => change.action)).toEqual([
      'pause',
      'trigger',
      'resume',
    ]);
  });

  test('of others, and those that are not, are not found and not recorded', async () => {
    for (const id of ['of-somebody-else', 'tidak-ada']) {
      for (const action of ['trigger', 'pause', 'resume']) {
        expect((await ops('POST', `/v1/schedules/${id}/${action}`)).status).toBe(404);
      }
      expect(await changes('schedule', id)).toEqual([]);
    }
  });
});

describe('the cockpit', () => {
  /** Of an API process that has kept nothing from before. */
  const look = async () => {
    const app = await api.replica();
    const begun = performance.now();
    const answer = await app.inject({
      url: '/v1/operations',
      headers: { authorization: `Bearer ${await api.tokenOf('ops')}` },
    });
    const took = performance.now() - begun;
    await app.close();
    expect(answer.statusCode).toBe(200);
    const { parts } = answer.json<{
      parts: Record<string, { state: string; troubles: string[]; facts: Record<string, unknown> | null }>;
    }>();
    return { parts, took };
  };

  test('says how each part is, and what is wrong with those that are not well', async () => {
    // Nothing was missed in the first hour of an installation; after it, something was.
    await api.sql`delete from reconciliations`;
    expect((await look()).parts).toMatchObject({
      reconciliation: { state: 'good', facts: { at: null, total: 0 } },
    });
    await api.sql`update migrations set ran_at = ran_at - interval '2 hours'`;
    expect((await look()).parts).toMatchObject({
      reconciliation: { state: 'look', troubles: ['not-reconciled'], facts: { at: null } },
    });
    const { number } = await api.report();
    await api.sql`
      with told as (
        insert into notifications (key, number, kind, subject, body) values ('c', ${number}, 'arrival', 's', 'b')
        returning id, number)
      insert into deliveries (key, number, channel, notification_id, status, attempts, last_error)
      select 'c:mail', number, 'mail', id, 'failed', 9, 'RCPT TO: 550' from told`;
    await api.sql`
      insert into reconciliations (started, differences) values (0, ${api.sql.json([{ number, what: 'workflow-ahead' }])})`;
    const { parts } = await look();
    expect(parts).toMatchObject({
      engine: { state: 'good', facts: { server: expect.stringMatching(/^\d+\./), namespace: 'default' } },
      worker: { state: 'good', troubles: [], facts: { answers: true } },
      queue: { state: 'good' },
      database: { state: 'good', facts: { version: expect.stringMatching(/^\d+/), waitingMigrations: [] } },
      size: { state: 'good', facts: { bytes: expect.any(Number) } },
      record: { state: 'good' },
      starting: { state: 'good', facts: { unstarted: 0, passedOver: 0 } },
      reconciliation: {
        state: 'look',
        troubles: ['differences'],
        facts: { total: 1, differences: [{ number, what: 'workflow-ahead' }] },
      },
      mail: {
        state: 'look',
        troubles: ['mail-given-up'],
        facts: { failing: [{ number, to: null, error: 'RCPT TO: 550', attempts: 9, nextAttemptAt: null }] },
      },
      webhooks: { state: 'good' },
      schedules: { facts: { next: expect.arrayContaining([expect.objectContaining({ id: 'reconcile' })]) } },
      calendar: { facts: { decreedUntil: expect.any(Number) } },
      storage: { facts: { disk: { free: expect.any(Number), bytes: expect.any(Number) } } },
      versions: { state: 'good', facts: { node: process.version } },
    });
    expect(parts['worker']?.facts?.['pollers']).toContainEqual({
      identity: expect.any(String),
      build: expect.any(String),
      lastSeenAt: expect.stringMatching(/\+07:00$/),
    });
    expect(JSON.stringify(parts)).not.toContain('Siti');
    const { failing } = (parts['mail']?.facts ?? {}) as { failing: { id: number }[] };
    expect((await ops('POST', `/v1/deliveries/${failing[0]?.id}/redeliver`)).status).toBe(202);
  });

  test('a part that hangs keeps back none of the others; nor do worker and engine that are away', {
    timeout: 120_000,
  }, async () => {
    await api.stopWorker();
    expect((await look()).parts).toMatchObject({
      engine: { state: 'good' },
      worker: { state: 'broken', troubles: ['no-worker'], facts: { answers: false } },
    });
    await api.stopEngine();
    await api.sql.begin(async (tx) => {
      await tx`lock table deliveries in access exclusive mode`;
      const { parts, took } = await look();
      expect(took).toBeLessThan(8_000);
      const away = { state: 'broken', facts: null };
      expect(parts).toMatchObject({
        engine: { ...away, troubles: ['engine-away'] },
        worker: { state: 'look', troubles: ['unseen'], facts: null },
        queue: { troubles: ['unseen'] },
        schedules: { troubles: ['unseen'] },
        mail: { ...away, troubles: ['hangs'] },
        webhooks: { ...away, troubles: ['hangs'] },
        database: { state: 'good' },
        record: { state: 'good' },
        starting: { facts: { passedOver: 0 } },
        calendar: { facts: { decreedUntil: expect.any(Number) } },
        storage: { facts: { disk: { free: expect.any(Number) } } },
      });
    });
    // What is asked of the engine itself is 503, and nothing of it is recorded.
    for (const [method, path] of [
      ['GET', '/v1/schedules'],
      ['POST', '/v1/schedules/reconcile/pause'],
    ] as const) {
      const { status, body } = await ops(method, path);
      expect([path, status, body.code]).toEqual([path, 503, 'engine-away']);
    }
    expect(await changes('schedule', 'reconcile')).toEqual([]);
    await api.startEngine();
    await api.startWorker();
  });
});

test('any officer learns where the Temporal UI is, and the version', async () => {
  const { status, body } = await api.as('upt', 'GET', '/v1/console');
  expect([status, body]).toEqual([
    200,
    { temporalUi: null, namespace: 'default', version: expect.stringMatching(/^\d+\.\d+\.\d+/) },
  ]);
  expect((await api.send('GET', '/v1/console')).status).toBe(401);
});

test('an officer sees which office returned to which, of their part of the tree', async () => {
  const r = await api.report();
  await r.decide('nasional', { action: 'dispose', officeId: 'kementerian-contoh' });
  await r.decide('instansi', { action: 'receive' });
  await r.decide('instansi', { action: 'return', reason: 'Bukan kewenangan kami.' });
  const item = {
    from: { id: 'kementerian-contoh', name: 'Kementerian Contoh' },
    to: { id: 'nasional', name: 'Admin Nasional SP4N-LAPOR!' },
    count: 1,
    reports: 1,
  };
  const reports = { total: 1, from: { 'kementerian-contoh': 1 }, to: { nasional: 1 } };
  const of = async (who: string, query = '') =>
    (await api.as(who, 'GET', `/v1/reports/returns${query}`)).body;
  expect(await of('nasional')).toEqual({ items: [item], next: null, reports });
  expect(await of('instansi')).toEqual({ items: [item], next: null, reports });
  const none = { total: 0, from: {}, to: {} };
  expect(await of('instansi2')).toEqual({ items: [], next: null, reports: none });
  expect((await of('nasional', '?to=2020-01-01')).items).toEqual([]);
});
