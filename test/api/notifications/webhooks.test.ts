// Webhooks over HTTP: signed, retried, logged, sent again, and to no private address unless it is allowed.
import { Webhook } from 'standardwebhooks';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { webhookAddress } from '../../../api/notifications/webhook-address.ts';
import { createActivities } from '../../../activities/index.ts';
import { Api } from '../../support/api.ts';
import { eventually, runCourier } from '../../support/courier.ts';
import { type Received, WebhookSink } from '../../support/servers/webhook-sink.ts';

let api: Api;
let sink: WebhookSink;
beforeAll(async () => {
  api = await Api.open();
});
afterAll(() => api?.close());
beforeEach(async () => {
  sink = await WebhookSink.open();
});
afterEach(async () => {
  await api.sql`update webhooks set active = false`;
  await sink.close();
});

const add = async (who: string, types: string[] = [], path = '/masuk') =>
  (await api.as(who, 'POST', '/v1/webhooks', { url: `${sink.url}${path}`, types })).body;
const log = async (who: string, id: number) =>
  (await api.as(who, 'GET', `/v1/webhooks/${id}/deliveries`)).body.items;
const at = (host: string) => `https://${host}/`;
const headersOf = ({ headers }: Received) => headers as Record<string, string>;
const typesOf = (calls: Received[]): string[] => calls.map(({ body }) => JSON.parse(body).type);
const dueNow = async () => {
  await api.sql`update deliveries set next_attempt_at = now() where status = 'pending'`;
  await api.sql`select pg_notify('notifications', '')`;
};

describe('a webhook', () => {
  test('is called, signed, for what its office and those below it have a part in, without text or identity', async () => {
    const hook = await add('instansi');
    const other = await add('instansi2', [], '/lain');
    const one = await api.report();
    await one.toRow8();
    await eventually(async () => sink.calls.length >= 7);
    const calls = sink.calls.filter(({ path }) => path === '/masuk');
    for (const call of calls) {
      const said = new Webhook(hook.secret).verify(call.body, headersOf(call)) as Record<string, unknown>;
      expect(Object.keys(said)).toEqual(['type', 'timestamp', 'data']);
      expect(call.body).not.toMatch(/Siti|siti@|Jalan berlubang|tiga bulan|Sedang kami periksa/);
    }
    expect(typesOf(calls).toSorted((a, b) => a.localeCompare(b))).toEqual([
      'complaint.accepted',
      'complaint.accepted',
      'complaint.disposed',
      'complaint.disposed',
      'complaint.received',
      'complaint.received',
      'complaint.responded',
    ]);
    const answers = calls.map(({ body }) => JSON.parse(body).data);
    expect(answers.find(({ to }) => to === 'ditjen-pelayanan')).toMatchObject({
      number: one.number,
      seq: expect.any(Number),
      step: expect.any(Number),
      status: 'in-process',
      deadline: expect.any(String),
    });
    expect(await log('instansi2', other.id)).toEqual([]);
    expect(await log('instansi2', hook.id)).toEqual([]);
    expect(sink.calls.filter(({ path }) => path === '/lain')).toEqual([]);
  });

  test('gets only the types it asked for, and both signatures for a day after its secret changed', async () => {
    const hook = await add('nasional', ['complaint.rejected']);
    const { body } = await api.as('nasional', 'POST', `/v1/webhooks/${hook.id}/secret`);
    const one = await api.report();
    await one.decide('nasional', { action: 'reject', reason: 'Iklan.' });
    await eventually(async () => sink.calls.length > 0);
    const [call] = sink.calls;
    expect(typesOf(sink.calls)).toEqual(['complaint.rejected']);
    for (const secret of [hook.secret, body.secret]) {
      expect(new Webhook(secret).verify(call?.body ?? '', call ? headersOf(call) : {})).toMatchObject({
        data: { number: one.number },
      });
    }
    expect(JSON.stringify((await api.as('nasional', 'GET', '/v1/webhooks')).body)).not.toContain('whsec_');
  });
});

describe('what fails', () => {
  test('is tried again as the same message, kept in the log, and sent again on demand', async () => {
    const hook = await add('nasional', ['complaint.disposed']);
    sink.answer = () => ({ status: 503, headers: { 'retry-after': '7200' }, body: 'sedang dirawat' });
    const one = await api.report();
    await one.decide('nasional', { action: 'dispose', officeId: 'kementerian-contoh' });
    await eventually(async () => (await log('nasional', hook.id))[0]?.tries.length === 1);
    const [owed] = await log('nasional', hook.id);
    expect(owed).toMatchObject({ status: 'pending', what: 'complaint.disposed', sentAt: null });
    expect(owed.tries[0]).toMatchObject({
      outcome: 'failed',
      statusCode: 503,
      error: 'answered 503',
    });
    expect(Date.parse(owed.nextAttemptAt) - Date.now()).toBeGreaterThan(7_000_000);
    sink.answer = () => ({ status: 302, headers: { location: `${sink.url}/jebakan` } });
    await dueNow();
    await eventually(async () => (await log('nasional', hook.id))[0]?.tries.length === 2);
    sink.answer = () => ({ status: 204 });
    await dueNow();
    await eventually(async () => (await log('nasional', hook.id))[0]?.status === 'sent');
    expect(sink.calls.map(({ path }) => path)).toEqual(['/masuk', '/masuk', '/masuk']);
    expect(new Set(sink.calls.map(({ headers }) => headers['webhook-id'])).size).toBe(1);

    expect((await api.as('instansi', 'POST', `/v1/deliveries/${owed.id}/redeliver`)).status).toBe(404);
    expect((await api.as('nasional', 'POST', `/v1/deliveries/${owed.id}/redeliver`)).status).toBe(202);
    await eventually(async () => sink.calls.length === 4);
    await eventually(async () => (await log('nasional', hook.id))[0]?.tries.length === 4);
    const ofComplaint = await api.as('nasional', 'GET', `${one.path}/deliveries`);
    expect(
      ofComplaint.body.items.find(({ channel }: { channel: string }) => channel === 'webhook'),
    ).toMatchObject({
      id: owed.id,
      to: { kind: 'webhook' },
      status: 'sent',
    });
  });

  test('410 switches the webhook off and tells its office; switched on, it is called again', async () => {
    const hook = await add('nasional');
    sink.answer = () => ({ status: 410 });
    await api.as('nasional', 'POST', `/v1/webhooks/${hook.id}/test`);
    await eventually(async () => sink.calls.length === 1);
    const mine = async () =>
      (await api.as('nasional', 'GET', '/v1/webhooks')).body.items.find(
        ({ id }: { id: number }) => id === hook.id,
      );
    await eventually(async () => !(await mine()).active);
    expect((await mine()).disabledWhy).toContain('410');
    const reads = (language: 'id' | 'en') =>
      api.as('nasional', 'PUT', '/v1/notification-choices', { language });
    await reads('en');
    expect((await mine()).disabledWhy).toBe('its receiver answered 410 (gone)');
    await reads('id');
    const told = await api.as('nasional', 'GET', '/v1/notifications?limit=1');
    expect(told.body.items[0]).toMatchObject({ kind: 'webhook-off', subject: 'Webhook dimatikan' });
    sink.answer = () => ({ status: 204 });
    const on = await api.as('nasional', 'PATCH', `/v1/webhooks/${hook.id}`, { active: true });
    expect(on.body).toMatchObject({ active: true, disabledWhy: null });
    await api.as('nasional', 'POST', `/v1/webhooks/${hook.id}/test`);
    await eventually(async () => sink.calls.length === 2);
    expect((await api.as('nasional', 'DELETE', `/v1/webhooks/${hook.id}`)).status).toBe(204);
    expect(await mine()).toBeUndefined();
  });

  test('a mute receiver is left after fifteen seconds', async () => {
    const hook = await add('nasional');
    sink.answer = () => 'mute';
    const { body } = await api.as('nasional', 'POST', `/v1/webhooks/${hook.id}/test`);
    await eventually(async () => (await log('nasional', hook.id))[0]?.tries.length === 1);
    const [tried] = await log('nasional', hook.id);
    expect(tried).toMatchObject({ id: body.delivery, status: 'pending' });
    expect(tried.tries[0]).toMatchObject({ statusCode: null, error: 'no answer within 15 s' });
    expect(tried.tries[0].tookMs).toBeLessThan(16_000);
  });
});

describe('addresses', () => {
  test('private ones are not called unless they are allowed', async () => {
    const hook = await add('nasional');
    const port = new URL(sink.url).port;
    await api.stopWorker();
    const courier = runCourier(createActivities({ sql: api.sql }));
    for (const host of [
      '127.0.0.1',
      'localhost',
      '[::1]',
      '[::ffff:127.0.0.1]',
      '169.254.169.254',
      '10.0.0.1',
      '0.0.0.0',
    ]) {
      await api.as('nasional', 'PATCH', `/v1/webhooks/${hook.id}`, { url: `http://${host}:${port}/` });
      await api.as('nasional', 'POST', `/v1/webhooks/${hook.id}/test`);
      await eventually(async () => (await log('nasional', hook.id))[0]?.tries.length === 1);
      const [tried] = await log('nasional', hook.id);
      expect([host, tried.tries[0].error]).toEqual([host, expect.stringContaining('not allowed')]);
    }
    await courier.stop();
    await api.startWorker();
    expect(sink.calls).toEqual([]);
  });

  test('must be https or http without a password, and an office has at most twenty', async () => {
    const bad = [
      'ftp://example.org',
      'javascript:alert(1)',
      'https://a:b@example.org',
      'https://:b@x.org',
      'nirwana',
    ];
    for (const url of bad) {
      const refused = await api.as('nasional', 'POST', '/v1/webhooks', { url });
      expect([url, refused.status, refused.body.errors[0].path]).toEqual([url, 422, 'url']);
    }
    expect((await api.as('ops', 'POST', '/v1/webhooks', { url: 'https://example.org' })).status).toBe(403);
    await api.tokenOf('upt2');
    const all = await Promise.all(
      Array.from({ length: 25 }, (_, n) =>
        api.as('upt2', 'POST', '/v1/webhooks', { url: `https://example.org/${n}` }),
      ),
    );
    expect(all.filter(({ status }) => status === 201)).toHaveLength(20);
    expect(all.find(({ status }) => status === 409)?.body.code).toBe('too-many-webhooks');
  });
});

describe('an address', () => {
  const out = (url: string) => webhookAddress(url, { privateOnes: false });

  test('is kept as every program reads it', () => {
    expect(out('HTTPS://Example.ORG/Masuk?x=1#y')).toBe('https://example.org/Masuk?x=1');
    expect(out('https://[2606:4700::1111]/')).toBe('https://[2606:4700::1111]/');
  });

  test.each([
    'http://example.org',
    'HTTP://example.org',
    'https://:pass@example.org',
    ...['localhost', 'LOCALHOST.', 'x.localhost', 'intranet', 'db.internal', 'printer.local'].map(at),
    ...['127.1', '2130706433', '0x7f000001', '0177.0.0.1', '①②⑦.0.0.1', '0.0.0.0', '10.1.2.3.'].map(at),
    ...['100.64.0.1', '169.254.169.254', '172.16.0.1', '192.168.1.1', '198.18.0.1', '224.0.0.1'].map(at),
    ...['[::1]', '[::]', '[::ffff:127.0.0.1]', '[fe80::1]', '[fd00::1]', '[2002:7f00:1::]'].map(at),
    ...['[64:ff9b::7f00:1]', '[2001::1]', '[2001:db8::1]', '255.255.255.255'].map(at),
  ])('%s is refused', (url) => {
    expect(() => out(url)).toThrow();
  });

  test('by plain HTTP is called at the private addresses that are allowed, and nowhere else', async () => {
    const hook = await add('nasional');
    await api.as('nasional', 'PATCH', `/v1/webhooks/${hook.id}`, { url: 'HTTP://203.0.113.9/' });
    await api.as('nasional', 'POST', `/v1/webhooks/${hook.id}/test`);
    await eventually(async () => (await log('nasional', hook.id))[0]?.tries.length === 1);
    expect((await log('nasional', hook.id))[0].tries[0].error).toContain('not allowed');
    const secure = { url: sink.url.replace('http:', 'HTTPS:') };
    await api.as('nasional', 'PATCH', `/v1/webhooks/${hook.id}`, secure);
    const { body } = await api.as('nasional', 'POST', `/v1/webhooks/${hook.id}/test`);
    const mine = async () =>
      (await log('nasional', hook.id)).find(({ id }: { id: number }) => id === body.delivery);
    await eventually(async () => (await mine())?.tries.length === 1);
    // It spoke TLS to a receiver that speaks none.
    expect((await mine()).tries[0]).toMatchObject({ statusCode: null });
    expect(sink.calls).toEqual([]);
  });
});

describe('choices and the inbox', () => {
  test('are each officer’s own', async () => {
    const before = await api.as('upt', 'GET', '/v1/notification-choices');
    expect(before.body.topics[0]).toEqual({
      topic: 'arrival',
      name: 'Laporan masuk atau dikembalikan',
      inApp: true,
      mail: 'off',
    });
    const choice = { email: 'upt@example.org', topics: [{ topic: 'arrival', inApp: false, mail: 'daily' }] };
    const after = await api.as('upt', 'PUT', '/v1/notification-choices', choice);
    expect(after.body).toMatchObject({ email: 'upt@example.org' });
    expect(after.body.topics[0]).toMatchObject({ inApp: false, mail: 'daily' });
    expect((await api.as('upt2', 'GET', '/v1/notification-choices')).body.email).toBeNull();
    const twice = { email: null, topics: [choice.topics[0], choice.topics[0]] };
    expect((await api.as('upt', 'PUT', '/v1/notification-choices', twice)).status).toBe(422);
  });

  test('a report handed to a colleague is told to them alone', async () => {
    await api.sql`
      insert into users (username, name, password_hash, role, office_id)
      select 'nasional2', 'Nina', password_hash, 'admin', office_id from users where username = 'nasional'`;
    const one = await api.report();
    await api.as('nasional', 'POST', `${one.path}/assignee`, { username: 'nasional2' });
    const kinds = async (who: string) =>
      (await api.as(who, 'GET', '/v1/notifications?limit=3')).body.items
        .filter(({ number }: { number: string }) => number === one.number)
        .map(({ kind }: { kind: string }) => kind);
    expect(await kinds('nasional2')).toEqual(['assigned', 'arrival']);
    expect(await kinds('nasional')).toEqual(['arrival']);
    await api.as('nasional2', 'PUT', '/v1/notification-choices', {
      email: null,
      topics: [{ topic: 'arrival', inApp: false, mail: 'off' }],
    });
    expect(await kinds('nasional2')).toEqual(['assigned']);
  });
});
