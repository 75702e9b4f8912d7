// Mails as people get them: as HTML and text, as each chose, and never as a flood.
import { simpleParser } from 'mailparser';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createActivities } from '../../activities/index.ts';
import type { MailSettings } from '../../activities/notify/send-mail.ts';
import { sendWeeklies } from '../../activities/scheduled/weekly.ts';
import { choose } from '../../db/messages/notification-choices.ts';
import { insertNotifications } from '../../db/messages/notifications.ts';
import { said, told } from '../../sop/notices/told.ts';
import { alike } from '../../sop/texts/language.ts';
import { eventually, runCourier, type RunningCourier } from '../support/courier.ts';
import { SmtpSink } from '../support/servers/smtp-sink.ts';
import { openRegistry, type Registry, store } from '../support/registry.ts';

let r: Registry;
let sink: SmtpSink;
let running: RunningCourier | undefined;
beforeEach(async () => {
  r = await openRegistry();
  sink = await SmtpSink.open();
  await r.sql`update offices set email = 'kantor-a@example.org' where id = 'a'`;
  for (const username of ['ani', 'budi', 'cici']) {
    await r.sql`
      insert into users (username, name, password_hash, role, office_id)
      values (${username}, ${username}, 'x', 'admin', 'a')`;
  }
  await store(r.sql, 'LAP-1', '2026-11-23T02:00:00.000Z', 'siti@example.org');
});
afterEach(async () => {
  await running?.stop();
  running = undefined;
  await sink.close();
  await r.close();
});

function start(settings: Partial<MailSettings> = {}): void {
  const mail = { url: sink.url, from: 'tuntas@example.org', ...settings };
  running = runCourier(createActivities({ sql: r.sql, mail }));
}

const arrival = (n: number) => ({
  key: `k${n}`,
  number: 'LAP-1',
  officeId: 'a',
  kind: 'arrival',
  topic: 'arrival' as const,
  subject: alike(`Laporan masuk: ${n}`),
  ...told(
    alike('Laporan: Jalan <b>rusak</b> & gelap'),
    said('Baris satu\n\n- butir <i>dua</i>'),
    alike('Tenggat: besok.'),
  ),
});
const parsed = () => Promise.all(sink.mails.map((mail) => simpleParser(mail)));
const addressOf = (mail: Awaited<ReturnType<typeof parsed>>[number]) =>
  [mail.to ?? []].flat().flatMap(({ value }) => value.map(({ address }) => address))[0];
const pending = () =>
  r.sql<{ username: string | null; due: Date; status: string }[]>`
    select username, due_at as due, status from deliveries where status = 'pending' order by id`;
const settled = () => eventually(async () => (await pending()).length === 0);

describe('a mail', () => {
  test('says the same as text and as HTML, in which nothing of the report is markup, with a link', async () => {
    await insertNotifications(
      r.sql,
      [arrival(1), { ...arrival(2), officeId: null, topic: null, kind: 'receipt' }],
      true,
    );
    start({ publicUrl: 'https://lapor.example.org' });
    await settled();
    const [toOffice, toReporter] = await parsed();
    expect(toOffice && addressOf(toOffice)).toBe('kantor-a@example.org');
    expect(toOffice?.text).toContain(
      'Laporan: Jalan <b>rusak</b> & gelap\n\n> Baris satu\n> \n> - butir <i>dua</i>\n\nTenggat: besok.',
    );
    expect(toOffice?.html).toContain('<p>Laporan: Jalan &lt;b&gt;rusak&lt;/b&gt; &amp; gelap</p>');
    expect(toOffice?.html).toContain('Baris satu<br><br>- butir &lt;i&gt;dua&lt;/i&gt;</blockquote>');
    expect(toOffice?.html).toContain('href="https://lapor.example.org/kantor/laporan/LAP-1"');
    expect(toOffice?.headers.get('auto-submitted')).toBe('auto-generated');
    expect(toReporter && addressOf(toReporter)).toBe('siti@example.org');
    expect(toReporter?.text).toContain('https://lapor.example.org/konfirmasi#');
  });
});

test('the brief of the week goes to who wishes it, with the way to its page', async () => {
  await choose(r.sql, 'ani', 'ani@example.org', [{ topic: 'weekly', inApp: true, mail: 'now' }]);
  await r.sql`update users set email_confirmed_at = now()`;
  await sendWeeklies(r.sql, true, { zone: 'Asia/Jakarta', scheduledAt: '2026-11-30T00:30:00.000Z' });
  start({ publicUrl: 'https://lapor.example.org' });
  await settled();
  const [mail, ...others] = await parsed();
  expect(others).toEqual([]);
  expect(mail && addressOf(mail)).toBe('ani@example.org');
  expect(mail?.subject).toBe('Ringkasan pekan 2026-11-30: 0 terlambat, pekan lalu 0');
  expect(mail?.text).toContain('Tidak ada laporan yang terlambat; pekan lalu 0.');
  expect(mail?.text).toContain('dua halaman untuk dicetak, ada di halaman Pengawasan.');
  expect(mail?.text).toContain('Buka pengawasan: https://lapor.example.org/pengawasan');
  expect(mail?.html).toContain('href="https://lapor.example.org/pengawasan"');
});

describe('choices', () => {
  test('each officer hears as they chose: at once, each hour, each morning, or not at all', async () => {
    await choose(r.sql, 'ani', 'ani@example.org', [{ topic: 'arrival', inApp: true, mail: 'hourly' }]);
    await choose(r.sql, 'budi', 'budi@example.org', [
      { topic: 'arrival', inApp: true, mail: 'daily' },
      { topic: 'late', inApp: true, mail: 'now' },
    ]);
    await choose(r.sql, 'cici', 'cici@example.org', [{ topic: 'arrival', inApp: true, mail: 'daily' }]);
    await r.sql`update users set email_confirmed_at = now()`;
    await insertNotifications(
      r.sql,
      [arrival(1), arrival(2), { ...arrival(3), kind: 'breach-row', topic: 'late' }],
      true,
    );
    start();
    await eventually(async () => sink.mails.length === 4);
    const soon = (await parsed()).map((mail) => `${addressOf(mail)} ${mail.subject}`);
    expect(soon.toSorted()).toEqual([
      'budi@example.org Laporan masuk: 3',
      'kantor-a@example.org Laporan masuk: 1',
      'kantor-a@example.org Laporan masuk: 2',
      'kantor-a@example.org Laporan masuk: 3',
    ]);
    const later = await pending();
    expect(later.map(({ username }) => username).filter((name) => name === 'ani')).toHaveLength(2);
    expect(later).toHaveLength(6);
    for (const { username, due } of later) {
      expect(due.getTime()).toBeGreaterThan(Date.now());
      expect(due.getUTCMinutes()).toBe(0);
      if (username !== 'ani')
        expect(due.getUTCHours()).toBe(0); // 07:00 WIB
      else expect(due.getTime()).toBeLessThanOrEqual(Date.now() + 3_600_000);
    }
    // Who moves to another office meanwhile reads no more of this one, and what that one is told.
    await r.sql`update users set office_id = 'a1' where username = 'cici'`;
    await insertNotifications(r.sql, [{ ...arrival(4), officeId: 'a1' }], true);
    await r.sql`update deliveries set due_at = now(), next_attempt_at = now() where status = 'pending'`;
    await settled();
    const gathered = (await parsed()).slice(4);
    expect(gathered.map((mail) => `${addressOf(mail)} ${mail.subject}`).toSorted()).toEqual([
      'ani@example.org 2 pemberitahuan',
      'budi@example.org 2 pemberitahuan',
      'cici@example.org Laporan masuk: 4',
    ]);
    for (const { text } of gathered.filter(({ subject }) => subject?.startsWith('2')))
      expect(text).toMatch(/Laporan masuk: 1[^]*Laporan masuk: 2/);
  });
});

describe('a flood', () => {
  test('goes out as one mail, tried again as the same one; the reporter’s mails are never held back', async () => {
    await insertNotifications(
      r.sql,
      Array.from({ length: 30 }, (_, n) => arrival(n)),
      true,
    );
    start({ flood: { mails: 5, seconds: 3 } });
    await eventually(async () => sink.mails.length === 5);
    await insertNotifications(r.sql, [{ ...arrival(99), officeId: null, topic: null }], true);
    await r.sql`select pg_notify('notifications', '')`;
    await eventually(async () => sink.mails.length === 6);
    let refusals = 0;
    sink.answer = (mail) => {
      if (refusals > 0 || !mail.includes('pemberitahuan')) return undefined;
      refusals += 1;
      return Object.assign(new Error('try later'), { responseCode: 451 });
    };
    await settled();
    const mails = await parsed();
    expect(refusals).toBe(1);
    expect(mails).toHaveLength(7);
    expect(mails.slice(0, 5).map(({ subject }) => subject)).toEqual(
      [0, 1, 2, 3, 4].map((n) => `Laporan masuk: ${n}`),
    );
    const [last] = mails.slice(-1);
    expect(last?.subject).toBe('25 pemberitahuan');
    for (let n = 5; n < 30; n += 1) expect(last?.text).toContain(`Laporan masuk: ${n}\n`);
    const [log] = await r.sql<{ tries: number; failed: number; deliveries: number }[]>`
      select count(*) as tries, count(*) filter (where outcome = 'failed') as failed,
        count(distinct delivery_id) as deliveries from delivery_attempts`;
    expect(log).toEqual({ tries: 31 + 25, failed: 25, deliveries: 31 });
    await expect(r.sql`delete from delivery_attempts`).rejects.toThrow('append-only');
  });
});
