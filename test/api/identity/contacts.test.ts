// Addresses over HTTP (reading 33): confirmed by a press, asked for again but not too often; nothing is sent again at will.
import { contactKey } from '../../../db/secrets/secrets.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Confirmed, signConfirmation } from '../../../db/people/contact-address.ts';
import { Api } from '../../support/api.ts';

let api: Api;
beforeAll(async () => {
  api = await Api.open({ mailing: true });
});
afterAll(() => api?.close());

const confirm = (token: string) => api.send('POST', '/v1/email-confirmations', { token });
const tokenOf = async (who: Confirmed['who'], subject: string, email: string) =>
  signConfirmation(await contactKey(api.sql), { who, subject }, email);
const asked = () => api.sql`
  select n.number, d.username from deliveries d join notifications n on n.id = d.notification_id
  where n.kind = 'confirm-address' order by d.id`;

test('a reporter’s address is confirmed by the press, known at the next report, and asked again with measure', async () => {
  const one = await api.report({ reporter: { name: 'Siti', email: 'Siti@XN--BCHER-KVA.example' } });
  const key = { 'x-access-key': one.key };
  const viewOf = async (report: typeof one) => (await report.followed()).body.emailConfirmed;
  const again = (headers: Record<string, string>) =>
    api.send('POST', `${one.path}/email-confirmation`, undefined, headers);
  expect(await viewOf(one)).toBe(false);
  expect((await again({})).status).toBe(401);
  expect((await again({ 'x-access-key': 'SALAH' })).status).toBe(404);
  expect((await again(key)).status).toBe(202);
  const soon = await again(key);
  expect([soon.status, Number(soon.headers.get('retry-after')) > 30]).toEqual([429, true]);
  expect(await asked()).toEqual([{ number: one.number, username: null }]);

  const token = await tokenOf('reporter', one.number, 'Siti@XN--BCHER-KVA.example');
  const looked = await api.send('GET', `/v1/email-confirmations?token=${token}`);
  expect(looked.status).toBeGreaterThanOrEqual(400);
  expect(await viewOf(one)).toBe(false);
  const bad = await confirm(`${token}A`);
  expect([bad.status, bad.body.code]).toEqual([410, 'link-expired']);
  expect((await confirm(token)).body).toEqual({ who: 'reporter', number: one.number });
  expect((await confirm(token)).status).toBe(200);
  expect(await viewOf(one)).toBe(true);
  expect((await again(key)).body.code).toBe('already-confirmed');
  const next = await api.report({ reporter: { name: 'Siti', email: 'siti@xn--bcher-kva.example' } });
  expect(await viewOf(next)).toBe(true);
  const none = await api.report({ reporter: { name: 'Budi' } });
  expect(await viewOf(none)).toBeNull();
});

test('an officer’s own address is noted, asked to confirm itself, and no means to write to many', async () => {
  const put = (who: string, email: string | null) =>
    api.as(who, 'PUT', '/v1/notification-choices', { email, topics: [] });
  expect((await put('upt', 'ujang@example.org')).body.emailConfirmed).toBe(false);
  expect((await put('upt', 'ujang@example.org')).status).toBe(200);
  const mine = async () => (await asked()).filter(({ username }) => username === 'upt');
  expect(await mine()).toHaveLength(1);
  expect((await confirm(await tokenOf('officer', 'upt', 'lain@example.org'))).status).toBe(410);
  expect((await confirm(await tokenOf('officer', 'upt', 'ujang@example.org'))).body.who).toBe('officer');
  expect((await api.as('upt', 'GET', '/v1/notification-choices')).body.emailConfirmed).toBe(true);
  const notes = await api.sql`select change from admin_changes where subject = 'upt' order by id`;
  expect(notes.map(({ change }) => change)).toEqual([
    { email: 'ujang@example.org' },
    { emailConfirmed: 'ujang@example.org' },
  ]);
  expect((await put('upt', 'baru@example.org')).body.emailConfirmed).toBe(false);
  for (let n = 3; n <= 5; n += 1) expect((await put('upt', `korban${n}@example.org`)).status).toBe(200);
  expect((await put('upt', 'korban6@example.org')).status).toBe(429);
  expect(await mine()).toHaveLength(5);
  expect((await put('upt', null)).body.emailConfirmed).toBeNull();
  // By ops too.
  const changed = await api.as('ops', 'PATCH', '/v1/users/upt2', { email: 'utari@example.org' });
  expect(changed.status).toBe(200);
  expect((await asked()).at(-1)).toMatchObject({ username: 'upt2' });
});

test('the same mail goes out again every ten minutes at most, and a webhook is tried out ten times', async () => {
  const one = await api.report({ reporter: { name: 'Siti', email: 'ulang@example.org' } });
  const [row] = await api.sql<{ id: number }[]>`
    with told as (
      insert into notifications (key, number, kind, subject, body) values ('x', ${one.number}, 'receipt', 's', 'b')
      returning id)
    insert into deliveries (key, number, channel, notification_id, status) select 'x', ${one.number}, 'mail', id, 'sent'
    from told returning id`;
  const again = () => api.as('nasional', 'POST', `/v1/deliveries/${row?.id}/redeliver`);
  expect((await again()).status).toBe(202);
  const soon = await again();
  expect([soon.status, soon.body.code, soon.headers.get('retry-after')]).toEqual([
    429,
    'too-many-requests',
    '600',
  ]);
  await api.sql`update deliveries set redelivered_at = now() - interval '11 minutes'`;
  expect((await again()).status).toBe(202);

  const hook = await api.as('nasional', 'POST', '/v1/webhooks', { url: 'http://127.0.0.1:9/' });
  const tryOut = async () => (await api.as('nasional', 'POST', `/v1/webhooks/${hook.body.id}/test`)).status;
  for (let n = 0; n < 10; n += 1) expect(await tryOut()).toBe(202);
  expect(await tryOut()).toBe(429);
});
