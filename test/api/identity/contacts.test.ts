// Addresses over HTTP (reading 33): confirmed by a press, asked for again but not too often; nothing is sent again at will.
import { contactKey } from '../../../db/secrets/secrets.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Confirmed, signConfirmation } from '../../../db/people/contact-address.ts';
import { createActivities } from '../../../activities/index.ts';
import { simpleParser } from 'mailparser';
import { firstBrokenAddition } from '../../../db/record/addition-chains.ts';
import { Api, type Driven } from '../../support/api.ts';
import { clearOfMidnight } from '../../support/clock/midnight.ts';
import { eventually, runCourier, type RunningCourier } from '../../support/courier.ts';
import { eraseExpired } from '../../../activities/erase-expired.ts';
import { firstBreak } from '../../../db/record/chain.ts';
import { dumpOf, toldBy } from '../../support/files/dump.ts';
import { png } from '../../support/files/files.ts';
import { formOf } from '../../support/files/uploads.ts';
import { SmtpSink } from '../../support/servers/smtp-sink.ts';

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

test('hand-overs are mailed where that is wished for, to a confirmed address alone; the way back comes by link, without a key', async () => {
  const email = 'kabar@example.org';
  const updates = ['hand-overs', 'lateness'];
  const one = await api.report({ reporter: { name: 'Siti', email, updates } });
  const told = async () =>
    (
      await api.sql`select kind from notifications where number = ${one.number} and office_id is null order by id`
    ).map(({ kind }) => kind);
  const wish = (wished: string[]) =>
    api.send('PATCH', one.path, { reporter: { updates: wished } }, { 'x-access-key': one.key });
  expect((await one.followed()).body.updates).toEqual(updates);
  await one.decide('nasional', { action: 'dispose', officeId: 'kementerian-contoh' });
  expect(await told()).toEqual(['receipt']);
  await confirm(await tokenOf('reporter', one.number, email));
  await confirm(await tokenOf('reporter', one.number, email));
  expect(await told()).toEqual(['receipt', 'address-confirmed']);
  await one.decide('instansi', { action: 'receive' });
  await one.decide('instansi', { action: 'return', reason: 'Bukan kewenangan kami.' });
  expect((await told()).slice(2)).toEqual(['hand-over']);
  expect((await wish(['semua'])).status).toBe(422);
  expect((await wish(['lateness'])).body.updates).toEqual(['lateness']);
  await one.decide('nasional', { action: 'dispose', officeId: 'badan-contoh' });
  expect((await told()).slice(2)).toEqual(['hand-over']);

  // The link to the report, which no mail before had.
  const [sink, sql] = [await SmtpSink.open(), api.sql];
  const mail = { url: sink.url, from: 'tuntas@example.org', publicUrl: 'https://lapor.example.org' };
  const running = runCourier(createActivities({ sql, mail }));
  const mine = async () =>
    (await Promise.all(sink.mails.map((raw) => simpleParser(raw)))).filter(({ headers }) =>
      JSON.stringify(headers.get('to')).includes(email),
    );
  await eventually(async () => (await mine()).length === 1);
  const [{ subject, text = '' } = {}] = await mine();
  await running.stop();
  await sink.close();
  expect(subject).toBe(`Kabar tentang laporan Anda: ${one.number}`);
  expect(text).toContain(`Buka laporan: https://lapor.example.org/ikuti/${one.number}`);
  expect(text).toContain('Kunci tidak pernah kami kirim lewat surel.');
  expect(text).not.toContain(one.key);
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
  // Asked again it is sent again, with measure.
  await api.sql`update users set email = 'endah@example.org' where username = 'eselon1b'`;
  const again = async (who: string) =>
    (await api.as(who, 'POST', '/v1/notification-choices/email-confirmation')).status;
  expect([await again('eselon1b'), await again('eselon1b')]).toEqual([202, 429]);
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

test('the reporter changes how they are reached: the new address confirms itself, the one before is told', async () => {
  const [old, other] = ['lama@example.org', 'Baru@example.org'];
  const one = await api.report({
    title: 'Pindah alamat',
    reporter: { name: 'Siti', email: old, phone: '0812 3456 789' },
  });
  const patch = (body: unknown, key = one.key) => api.send('PATCH', one.path, body, { 'x-access-key': key });
  const to = (email: string | null) => patch({ reporter: { email } });
  expect((await patch({ reporter: { phone: null } }, 'SALAH')).status).toBe(404);
  expect((await api.as('nasional', 'PATCH', one.path, { reporter: { phone: null } })).status).toBe(401);
  for (const wrong of [
    {},
    { reporter: {} },
    { reporter: { email: 'x' } },
    { reporter: { name: 'Budi' } },
    { step: 9 },
  ])
    expect((await patch(wrong)).status).toBe(422);

  await confirm(await tokenOf('reporter', one.number, old));
  // The same mailbox, spelled otherwise, stays confirmed.
  expect((await to('LAMA@example.org')).body.emailConfirmed).toBe(true);
  const changed = await to(other);
  expect(changed.body).toMatchObject({
    number: one.number,
    emailConfirmed: false,
    contact: { email: 'B…@example.org', phone: '…789' },
  });
  expect((await one.seenBy('nasional')).body.reporter).toMatchObject({
    email: other,
    phone: '0812 3456 789',
  });
  expect((await confirm(await tokenOf('reporter', one.number, old))).status).toBe(410);

  const sink = await SmtpSink.open();
  const mail = { url: sink.url, from: 'tuntas@example.org', publicUrl: 'https://lapor.example.org' };
  const courier = runCourier(createActivities({ sql: api.sql, mail }));
  const sent = async () => {
    const mails = await Promise.all(sink.mails.map((each) => simpleParser(each)));
    return mails.flatMap(({ to: whom, text = '' }) =>
      [whom ?? []].flat().map(({ text: address }) => ({ address, text })),
    );
  };
  const isSent = async (address: string, words: string) =>
    (await sent()).some((each) => each.address === address && each.text.includes(words));
  await eventually(() => isSent(old, 'tidak lagi dikirim ke alamat ini'));
  await eventually(() => isSent(other, 'konfirmasi#'));
  const parting = (await sent()).find(({ text }) => text.includes('tidak lagi dikirim'));
  expect(parting?.text).not.toMatch(/[Bb]aru@|Pindah alamat|Siti/);
  // It is kept no longer than the mail is owed, and is nobody's by sending it again.
  await eventually(async () => (await api.sql`select from parting_addresses`).length === 0);
  const token = /konfirmasi#(\S+)/.exec(
    (await sent()).find(({ address }) => address === other)?.text ?? '',
  )?.[1];
  expect((await confirm(token ?? '')).body).toEqual({ who: 'reporter', number: one.number });
  expect((await one.followed()).body.emailConfirmed).toBe(true);

  // Known once it was confirmed; none any more; and no means to write to many.
  expect((await to(old)).body.emailConfirmed).toBe(true);
  expect((await to(null)).body).toMatchObject({ emailConfirmed: null, contact: { email: null } });
  for (let n = 2; n <= 5; n += 1) expect((await to(`korban${n}@example.org`)).status).toBe(200);
  expect((await to('korban6@example.org')).status).toBe(429);
  expect((await one.followed()).body.contact.email).toBe('k…@example.org');
  expect((await patch({ reporter: { phone: '021 555 1234' } })).body.contact.phone).toBe('…234');
  await courier.stop();
  await sink.close();
});

describe('an access key (decision 51)', () => {
  let sink: SmtpSink;
  let courier: RunningCourier;
  beforeAll(async () => {
    sink = await SmtpSink.open();
    const mail = { url: sink.url, from: 'tuntas@example.org', publicUrl: 'https://lapor.example.org' };
    courier = runCourier(createActivities({ sql: api.sql, mail }));
  });
  afterAll(async () => {
    await courier?.stop();
    await sink?.close();
  });

  const email = 'kunci@example.org';
  const ask = (number: string, to = email) => api.send('POST', '/v1/access-key-codes', { number, email: to });
  const renew = (number: string, code: string, to = email) =>
    api.send('POST', '/v1/access-keys', { number, email: to, code });
  const withKey = async (r: Driven, key: string) =>
    (await api.send('GET', r.path, undefined, { 'x-access-key': key })).status;
  const confirmed = async (to = email) => {
    const r = await api.report({ title: 'Judul rahasia', reporter: { name: 'Siti', email: to } });
    await api.sql`update identities set email_confirmed_at = now() where number = ${r.number}`;
    return r;
  };
  const mailsOf = async (subject: string) =>
    (await Promise.all(sink.mails.map((raw) => simpleParser(raw)))).filter((one) => one.subject === subject);
  const codeIn = (text = '') => (/Kode: (\d{4} \d{4})/.exec(text)?.[1] ?? '').replace(' ', '');
  const codesOut = async (number: string) =>
    (await api.sql`select from key_codes where number = ${number}`).length;
  /** Without what tells one request from another, and how long it took. */
  async function timed(answer: Promise<{ status: number; body: { code?: string } }>) {
    const begun = performance.now();
    const { status, body } = await answer;
    return { said: [status, body.code], took: performance.now() - begun };
  }

  test('by a code in a mail of our own words, once; the key before opens nothing, and nobody learns what exists', async () => {
    const r = await confirmed();
    const unconfirmed = await api.report({ reporter: { name: 'Budi', email: 'budi@example.org' } });
    const asked = await timed(ask(r.number, 'KUNCI@example.org'));
    const others = [
      await timed(ask('LAP-2026-999999')),
      await timed(ask(r.number, 'lain@example.org')),
      await timed(ask(unconfirmed.number, 'budi@example.org')),
    ];
    expect(others.map(({ said }) => said)).toEqual(others.map(() => asked.said));
    expect(asked.said[0]).toBe(202);
    // At the same beat: far less apart than the work is.
    for (const { took } of [asked, ...others]) expect(took).toBeGreaterThan(290);
    expect(await codesOut(unconfirmed.number)).toBe(0);

    const subject = `Kode untuk kunci akses baru: ${r.number}`;
    await eventually(async () => (await mailsOf(subject)).length === 1);
    const [mail] = await mailsOf(subject);
    const code = codeIn(mail?.text);
    expect(code).toMatch(/^\d{8}$/);
    expect(mail?.text).not.toMatch(/Siti|Judul/);
    expect(mail?.text).not.toContain(r.key);
    // The code stands nowhere: it is made as the mail is sent.
    const [kept] = await api.sql<{ all: string }[]>`
      select string_agg(to_jsonb(n)::text, '') || (select string_agg(to_jsonb(k)::text, '') from key_codes k) as all
      from notifications n where n.number = ${r.number}`;
    expect(kept?.all).not.toContain(code);

    const wrong = [
      await timed(renew('LAP-2026-999999', code)),
      await timed(renew(r.number, code, 'lain@example.org')),
      await timed(renew(r.number, '00000000')),
    ];
    expect(wrong.map(({ said }) => said)).toEqual(wrong.map(() => [422, 'wrong-code']));
    for (const { took } of wrong) expect(took).toBeGreaterThan(290);
    expect(await withKey(r, r.key)).toBe(200);

    const live = await fetch(new URL(`${r.path}/live`, api.base), { headers: { 'x-access-key': r.key } });
    const both = await Promise.all([
      renew(r.number, code),
      renew(r.number, `${code.slice(0, 4)} ${code.slice(4)}`),
    ]);
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 422]);
    const made = both.find(({ status }) => status === 200)?.body;
    expect(made).toEqual({
      number: r.number,
      accessKey: expect.stringMatching(/^([A-Z2-7]{4}-){6}[A-Z2-7]{2}$/),
    });
    expect([await withKey(r, r.key), await withKey(r, made.accessKey)]).toEqual([404, 200]);
    // Who looked on by the key before is cut off.
    expect(await live.text()).toContain('event: ready');
    await eventually(
      async () => (await mailsOf(`Kunci akses laporan Anda diganti: ${r.number}`)).length === 1,
    );

    // It stands in the record and on the reporter's page, without the key.
    const seen = await api.send('GET', r.path, undefined, { 'x-access-key': made.accessKey });
    expect(seen.body.timeline.at(-1)).toMatchObject({ type: 'key-renewed', office: null, text: null });
    const event = (await r.events()).find(({ type }) => type === 'key-renewed');
    expect(event).toMatchObject({ seq: null, actor: { role: 'reporter' }, reason: null, text: null });
    expect(await firstBrokenAddition(api.sql)).toBeUndefined();
    await expect(api.sql`delete from key_changes`).rejects.toThrow(/append-only/);
    // What somebody changes behind it shows.
    await api.sql`alter table key_changes disable trigger key_changes_append_only`;
    await api.sql`update key_changes set type = 'key-revoked' where number = ${r.number}`;
    await api.sql`alter table key_changes enable trigger key_changes_append_only`;
    expect(await firstBrokenAddition(api.sql)).toMatchObject({ of: 'key change', number: r.number, nth: 1 });
  });

  test('five wrong ones end a code, five are out in a day, a quarter of an hour is too late, and another address is nobody’s', async () => {
    const r = await confirmed('batas@example.org');
    const to = 'batas@example.org';
    const again = async () => {
      await api.sql`update key_codes set asked_at = asked_at - interval '2 minutes' where number = ${r.number}`;
      expect((await ask(r.number, to)).status).toBe(202);
    };
    const subject = `Kode untuk kunci akses baru: ${r.number}`;
    const lastCode = async (count: number) => {
      await eventually(async () => (await mailsOf(subject)).length === count);
      return codeIn((await mailsOf(subject)).at(-1)?.text);
    };
    await again();
    // Within a minute no other one goes out, and nobody is told.
    expect((await ask(r.number, to)).status).toBe(202);
    expect(await codesOut(r.number)).toBe(1);
    const first = await lastCode(1);
    await Promise.all(Array.from({ length: 5 }, () => renew(r.number, '11111111', to)));
    expect((await renew(r.number, first, to)).body.code).toBe('wrong-code');
    await again();
    const second = await lastCode(2);
    await api.sql`update key_codes set good_until = now() where number = ${r.number}`;
    expect((await renew(r.number, second, to)).status).toBe(422);
    await again();
    const third = await lastCode(3);
    const move = (address: string) =>
      api.send('PATCH', r.path, { reporter: { email: address } }, { 'x-access-key': r.key });
    expect((await move('pindah@example.org')).status).toBe(200);
    expect((await renew(r.number, third, to)).status).toBe(422);
    expect((await renew(r.number, third, 'pindah@example.org')).status).toBe(422);
    expect((await move(to)).status).toBe(200);
    await api.sql`update identities set email_confirmed_at = now() where number = ${r.number}`;
    for (let n = 0; n < 4; n += 1) await again();
    expect(await codesOut(r.number)).toBe(5);
    expect(await withKey(r, r.key)).toBe(200);
  });

  test('by who has it: a new one is given first, then taken into use; the one before ends at that moment', async () => {
    const r = await api.report();
    const path = `${r.path}/access-key`;
    const header = { 'x-access-key': r.key };
    expect((await api.send('POST', path, undefined, { 'x-access-key': 'SALAH' })).status).toBe(404);
    expect((await api.as('nasional', 'POST', path)).status).toBe(401);
    const lost = (await api.send('POST', path, undefined, header)).body.accessKey;
    const given = await api.send('POST', path, undefined, header);
    const { accessKey } = given.body;
    // Until then nothing has changed: an answer that is lost on the way loses no report.
    expect([await withKey(r, r.key), await withKey(r, accessKey)]).toEqual([200, 404]);
    const take = (key: string, by = header) => api.send('PUT', path, { accessKey: key }, by);
    expect((await take(lost)).body.code).toBe('wrong-code');
    expect((await take(accessKey)).status).toBe(204);
    expect([await withKey(r, r.key), await withKey(r, accessKey)]).toEqual([404, 200]);
    expect((await take(accessKey)).status).toBe(404);
    const told = await api.sql`select from notifications where number = ${r.number} and kind = 'key-changed'`;
    expect(told).toHaveLength(1);
    expect((await r.events()).filter(({ type }) => type === 'key-revoked')).toHaveLength(1);

    // What was filed under a key of the client's is not told the key before again, which opens nothing.
    const idempotent = { 'idempotency-key': 'kunci-lama' };
    const filed = await api.file({}, idempotent);
    const own = `/v1/complaints/${filed.body.number}/access-key`;
    const by = { 'x-access-key': filed.body.accessKey };
    const next = (await api.send('POST', own, undefined, by)).body.accessKey;
    expect((await api.send('PUT', own, { accessKey: next }, by)).status).toBe(204);
    expect((await api.file({}, idempotent)).body.code).toBe('key-already-shown');
  });
});

test('all that is kept of them is theirs to take; after the end it is erased at their wish, and the record stays whole', async () => {
  const reporter = {
    name: 'Zainal Ariffudin',
    email: 'zainal.ar@example.org',
    phone: '+62 813-4455-6677',
    nik: '3200000000000001',
  };
  const point = { latitude: -7.796, longitude: 110.37 };
  const one = await api.report({
    title: 'Jalan depan rumah Zainal rusak',
    description: 'Saya Zainal Ariffudin, hubungi 0813 4455 6677.\nLubangnya dalam.',
    place: 'Rumah Zainal, Jalan Melati 3',
    reporter,
    point,
  });
  const key = { 'x-access-key': one.key };
  const own = (contact: string) => api.send('POST', `${one.path}/own-data`, { contact }, key);
  const file = formOf(png(), { name: 'KTP Zainal.png' });
  const sent = await fetch(new URL(`${one.path}/attachments`, api.base), {
    method: 'POST',
    headers: key,
    body: file,
  });
  expect(sent.status).toBe(201);
  expect((await own('orang.lain@example.org')).body.code).toBe('forbidden');
  expect((await own(reporter.name)).status).toBe(403);
  for (const contact of ['Zainal.Ar@EXAMPLE.org', '081344556677']) {
    const { status, headers, body } = await own(contact);
    expect([status, headers.get('content-disposition')]).toEqual([
      200,
      `attachment; filename="${one.number}.json"`,
    ]);
    expect(body).toMatchObject({
      reporter: { ...reporter, point, updates: [], language: 'id' },
      report: { number: one.number, place: 'Rumah Zainal, Jalan Melati 3' },
      attachments: [{ name: 'KTP Zainal.png' }],
    });
  }
  // Who lost the number is found by exactly what they gave, by national alone.
  const found = async (who: string, contact: string) => {
    const { status, body } = await api.as(who, 'POST', '/v1/complaints/by-contact', { contact });
    return [status, body.items?.map(({ number }: { number: string }) => number)];
  };
  await clearOfMidnight(10_000);
  expect(await found('nasional', '0813-4455-6677')).toEqual([200, [one.number]]);
  expect(await found('nasional', 'zainal.ar@example.org')).toEqual([200, [one.number]]);
  expect(await found('nasional', 'zainal')).toEqual([200, []]);
  // Which is to look at who reports (reading 33).
  const lookers = await api.sql`select username, what from looks where number = ${one.number}`;
  expect(lookers).toEqual([{ username: 'nasional', what: 'identity' }]);
  expect((await found('instansi', 'zainal.ar@example.org'))[0]).toBe(403);

  const erase = (number: string) => api.send('POST', `${one.path}/erasure`, { number }, key);
  expect((await erase(one.number)).body.code).toBe('wrong-step');
  await one.reply({ type: 'withdrawal' });
  await expect.poll(async () => (await one.followed()).body.endedAt).not.toBeNull();
  expect((await erase('LAP-2026-999999')).status).toBe(422);
  await api.sql`
    insert into key_codes (number, address, good_until)
    select number, email_hash, now() from identities where number = ${one.number}`;
  const names = ['zainal', 'ariffudin', '44556677', '4455 6677', '-7.796', reporter.nik];
  expect(toldBy(await dumpOf(api.sql), names)).not.toEqual([]);
  const counted = () => api.sql`select count(*)::int as events from events`;
  const before = await counted();
  expect((await erase(one.number)).body).toMatchObject({
    title: 'Jalan depan rumah [nama pelapor] rusak',
    description: 'Saya [nama pelapor], hubungi [nomor disamarkan].\nLubangnya dalam.',
    place: 'Rumah [nama pelapor], Jalan Melati 3',
    contact: { email: null, phone: null },
    point: null,
  });
  // Twice is harmless; nobody is known any more, to nobody.
  expect((await api.send('GET', `${one.path}/attachments`, undefined, key)).body.items).toMatchObject([
    { name: expect.stringMatching(/^lampiran-[0-9a-f]{8}\.png$/) },
  ]);
  expect((await erase(one.number)).status).toBe(200);
  expect(toldBy(await dumpOf(api.sql), names)).toEqual([]);
  expect((await one.seenBy('nasional')).body).toMatchObject({ reporter: null, point: null });
  expect(await api.sql`select from key_codes where number = ${one.number}`).toEqual([]);
  expect((await own(reporter.email)).body).toMatchObject({ reporter: null, report: { number: one.number } });
  expect((await found('nasional', reporter.email))[1]).toEqual([]);
  const change = { reporter: { email: 'baru@example.org' } };
  expect((await api.send('PATCH', one.path, change, key)).body.code).toBe('closed');
  expect([await counted(), await firstBreak(api.sql)]).toEqual([before, undefined]);

  // By the policy at the latest, with whoever followed it.
  const old = await api.report({ reporter });
  await old.reply({ type: 'withdrawal' });
  await expect.poll(async () => (await old.followed()).body.endedAt).not.toBeNull();
  await api.sql`update complaints set ended_at = ended_at - interval '1825 days' where number = ${old.number}`;
  expect(await eraseExpired(api.appSql)).toBe(0);
  await api.sql`update complaints set ended_at = ended_at - interval '2 days' where number = ${old.number}`;
  expect([await eraseExpired(api.appSql), await eraseExpired(api.appSql)]).toEqual([1, 0]);
  expect(await api.sql`select number, by from erasures order by number`).toEqual([
    { number: one.number, by: 'reporter' },
    { number: old.number, by: 'retention' },
  ]);
});
