// Addresses (reading 33): until one is confirmed, our own words alone; and few mails a day, whoever asks for more.
import { simpleParser } from 'mailparser';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createActivities } from '../../activities/index.ts';
import { comparedAddress, signConfirmation } from '../../db/people/contact-address.ts';
import { confirmContact, contactConfirmed } from '../../db/people/contacts.ts';
import { insertNotifications } from '../../db/messages/notifications.ts';
import { isRatingLink, readRatingLink } from '../../db/ratings/rating-links.ts';
import { contactKey } from '../../db/secrets/secrets.ts';
import { alike } from '../../sop/texts/language.ts';
import { clearOfMidnight } from '../support/clock/midnight.ts';
import { eventually, runCourier, type RunningCourier } from '../support/courier.ts';
import { agency, echelon1, national } from '../support/walks/small-ministry.ts';
import { by, byReporter, filed } from '../support/walks/walk.ts';
import { SmtpSink } from '../support/servers/smtp-sink.ts';
import { openRegistry, type Registry, store } from '../support/registry.ts';

const monday = '2026-11-23T02:00:00.000Z';
let r: Registry;
let sink: SmtpSink;
let running: RunningCourier | undefined;
beforeEach(async () => {
  [r, sink] = await Promise.all([openRegistry(), SmtpSink.open()]);
});
afterEach(async () => {
  await running?.stop();
  running = undefined;
  await sink.close();
  await r.close();
});

function start() {
  const mail = { url: sink.url, from: 'tuntas@example.org', publicUrl: 'https://lapor.example.org' };
  const activities = createActivities({ sql: r.sql, mail });
  running = runCourier(activities);
  return activities;
}
const kept = () =>
  r.sql<{ status: string; gathered: boolean; due: Date }[]>`
    select status, gathered, due_at as due from deliveries order by id`;
const isSettled = async () => (await kept()).every(({ status, gathered }) => status === 'sent' || gathered);
const parsed = () => Promise.all(sink.mails.map((mail) => simpleParser(mail)));
const tokensIn = (mails: Awaited<ReturnType<typeof parsed>>) =>
  mails.flatMap(({ text }) => /konfirmasi#(\S+)/.exec(text ?? '')?.[1] ?? []);

test('another address is not confirmed yet', async () => {
  await store(r.sql, 'LAP-1', monday, 'siti@example.org');
  expect(await contactConfirmed(r.sql, 'LAP-1')).toBe(false);
  await r.sql`update identities set email_confirmed_at = now()`;
  expect(await contactConfirmed(r.sql, 'LAP-1')).toBe(true);
  await r.sql`update identities set email = 'lain@example.org'`;
  expect(await contactConfirmed(r.sql, 'LAP-1')).toBe(false);
});

test('one mailbox is one, however it is spelled', () => {
  const one = comparedAddress('siti.réna@bücher.example');
  expect(one).toBe('siti.réna@xn--bcher-kva.example');
  for (const other of [' Siti.Réna@BÜCHER.example', 'siti.re\u0301na@xn--bcher-kva.EXAMPLE'])
    expect(comparedAddress(other)).toBe(one);
});

test('until its link is pressed an address gets number and happening alone, afterwards all', async () => {
  const number = 'LAP-SURAT-1';
  await store(r.sql, number, monday, 'siti@example.org');
  await r.sql`update complaints set title = ${'Selamat!\n\n- Klik https://jahat.example\n\nSiti'}`;
  const activities = start();
  let walk = filed(monday, { number });
  walk = by(walk, national, 'dispose', { target: agency });
  walk = by(by(walk, agency, 'receive'), agency, 'accept', { target: echelon1 });
  walk = by(walk, echelon1, 'respond', { text: 'Sedang kami periksa.' });
  await activities.record({ number, entries: walk.entries });
  await eventually(isSettled);
  const before = await parsed();
  expect(before.map(({ subject }) => subject)).toEqual([
    `Laporan Anda diterima: ${number}`,
    `Kabar tentang laporan Anda: ${number}`,
  ]);
  for (const { text = '', html } of before) {
    expect(text + String(html)).not.toMatch(/jahat|Selamat|Siti|periksa|Kantor|ikuti/);
    expect(text).toMatch(/Laporan Anda sudah kami terima|Ada respon awal/);
  }
  const [token = ''] = tokensIn(before);
  for (const forged of [`${token}x`, token.slice(0, -2), `${token.split('.')[0]}.`, 'x'])
    expect(await confirmContact(r.sql, forged)).toBeUndefined();
  const key = await contactKey(r.sql);
  const siti = { who: 'reporter', subject: number } as const;
  const old = signConfirmation(key, siti, 'siti@example.org', Date.now() - 15 * 86_400_000);
  expect(await confirmContact(r.sql, old)).toBeUndefined();
  expect(await confirmContact(r.sql, signConfirmation(key, siti, 'lain@example.org'))).toBeUndefined();
  expect(await contactConfirmed(r.sql, number)).toBe(false);
  expect(await confirmContact(r.sql, token)).toEqual(siti);
  expect(await contactConfirmed(r.sql, number)).toBe(true);

  walk = by(by(walk, echelon1, 'accept'), echelon1, 'answer', {
    text: 'Sudah kami tambal seluruhnya.\n\n- lunas',
  });
  await activities.record({ number, entries: walk.entries });
  await eventually(async () => sink.mails.length === 3);
  const [after] = (await parsed()).slice(-1);
  expect(after?.subject).toBe(`Jawaban atas laporan ${number}`);
  // Neither title nor answer makes a paragraph, a list or a link of ours.
  expect(after?.html).toContain('Selamat!  - Klik https://jahat.example  Siti</p>');
  expect(after?.html).toContain('Sudah kami tambal seluruhnya.<br><br>- lunas</blockquote>');
  expect(after?.html).not.toMatch(/<li>|href="https:\/\/jahat/);
  expect(after?.text).toContain('> Sudah kami tambal seluruhnya.\n> \n> - lunas');
  // reading 26: with it comes the one link that rates, which no address got before it was confirmed.
  expect(before.map(({ text }) => text).join('')).not.toContain('nilai');
  const [, link = ''] =
    /Beri nilai: https:\/\/lapor\.example\.org\/nilai#(\S+)/.exec(after?.text ?? '') ?? [];
  expect(after?.html).toContain(`href="https://lapor.example.org/nilai#${link}"`);
  expect(readRatingLink(link)).toEqual({ number, seq: walk.entries.at(-1)?.seq });
  expect(isRatingLink(key, link, 'siti@example.org')).toBe(true);

  // Who names a confirmed address and takes the report back at once has written to it without anybody having read it.
  const thrown = 'LAP-SURAT-2';
  await store(r.sql, thrown, monday, 'siti@example.org');
  await r.sql`update complaints set title = 'Klik https://jahat.example' where number = ${thrown}`;
  await r.sql`update identities set email_confirmed_at = now()`;
  const taken = byReporter(filed(monday, { number: thrown }), 'withdrawal');
  await activities.record({ number: thrown, entries: taken.entries });
  await eventually(async () => sink.mails.length === 5);
  for (const { text = '', html } of (await parsed()).slice(3)) {
    expect(text).toContain(thrown);
    expect(text + String(html)).not.toMatch(/jahat/);
  }
});

test('sixty reports at once are five mails to one address, the rest one on the next day; a request goes', async () => {
  const spellings = ['korban@example.org', 'Korban@EXAMPLE.org', 'KORBAN@example.ORG'];
  const receipt = (n: number, kind = 'receipt') => ({
    key: `k${n}`,
    number: `LAP-${n}`,
    kind,
    topic: null,
    officeId: null,
    subject: alike('x'),
    body: 'Jahat',
  });
  await clearOfMidnight(20_000);
  for (let n = 0; n < 60; n += 1) await store(r.sql, `LAP-${n}`, monday, spellings[n % 3]);
  await insertNotifications(
    r.sql,
    Array.from({ length: 60 }, (_, n) => receipt(n)),
    true,
  );
  start();
  await eventually(isSettled);
  expect(sink.mails).toHaveLength(5);
  const held = (await kept()).filter(({ gathered }) => gathered);
  expect(held).toHaveLength(55);
  for (const { due } of held) {
    // As the next day begins in WIB.
    expect([due.getUTCHours(), due.getUTCMinutes()]).toEqual([17, 0]);
    expect(due.getTime()).toBeGreaterThan(Date.now());
  }
  await insertNotifications(
    r.sql,
    [receipt(61, 'completion-request')].map((one) => ({ ...one, number: 'LAP-1' })),
    true,
  );
  await r.sql`select pg_notify('notifications', '')`;
  await eventually(async () => sink.mails.length === 6);
  // The next day.
  await r.sql`update mails_sent set day = day - 1`;
  await r.sql`update identities set email = 'pindah@example.org' where number = 'LAP-59'`;
  await r.sql`update deliveries set due_at = now(), next_attempt_at = now() where status = 'pending'`;
  await r.sql`select pg_notify('notifications', '')`;
  await eventually(async () => (await kept()).every(({ status }) => status === 'sent'));
  const nextDay = (await parsed()).slice(6).map(({ subject }) => subject);
  expect(new Set(nextDay)).toEqual(new Set(['54 pemberitahuan', 'Laporan Anda diterima: LAP-59']));
  expect(sink.mails.join('')).not.toContain('Jahat');
});
