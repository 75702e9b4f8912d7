// Digest, the week's brief, recap and their silence: what each office is told, counted by hand, once however often it is asked for.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sendDigests } from '../../activities/scheduled/digest.ts';
import { sendRecaps } from '../../activities/scheduled/recap.ts';
import { sendWeeklies } from '../../activities/scheduled/weekly.ts';
import { choose } from '../../db/messages/notification-choices.ts';
import { closeOfWorkingDay } from '../../sop/time/office-time.ts';
import { shippedCalendar } from '../../sop/time/shipped-calendar.ts';
import { openRegistry, type Registry, store } from '../support/registry.ts';

let r: Registry;
beforeAll(async () => {
  r = await openRegistry();
  await r.sql`update offices set email = id || '@example.org' where id in ('a', 'a1')`;
});
afterAll(() => r?.close());

/** A working day at 08:00 WIB, at or after today, so that "today" is a day the digest speaks on. */
const close = closeOfWorkingDay(shippedCalendar, 'Asia/Jakarta', Date.now() - 86_400_000, 1);
const date = new Date(close + 7 * 3_600_000).toISOString().slice(0, 10);
const scheduledAt = new Date(`${date}T08:00:00+07:00`).toISOString();

async function held(number: string, holder: string, deadline: string, status = 'in-process'): Promise<void> {
  await store(r.sql, number, '2026-11-02T02:00:00.000Z');
  await r.sql`
    update complaints set holder_id = ${holder}, step = 4, status = ${status}, deadline = ${deadline} where number = ${number}`;
}
const told = () =>
  r.sql<{ officeId: string; subject: string; body: string; mails: number }[]>`
    select n.office_id, n.subject, n.body, (select count(*) from deliveries d where d.notification_id = n.id) as mails
    from notifications n where n.kind = 'digest' order by n.office_id`;
const digest = (zone: 'Asia/Jakarta' | 'Asia/Makassar', at = scheduledAt) =>
  sendDigests(r.sql, true, { zone, scheduledAt: at });

describe('the digest', () => {
  test('has nothing to say at first, and says nothing', async () => {
    expect(await digest('Asia/Jakarta')).toBe(0);
    expect(await told()).toEqual([]);
  });

  test('tells the holder and the office above of late, due and waiting reports', async () => {
    await held('LAP-1', 'a', '2026-11-03T09:00:00.000Z');
    await held('LAP-2', 'a', `${date}T09:00:00.000Z`);
    await held('LAP-3', 'a', '2099-01-01T09:00:00.000Z');
    await held('LAP-4', 'a1', '2099-01-01T09:00:00.000Z', 'awaiting-completion');
    await held('LAP-5', 'b1x', '2026-11-03T09:00:00.000Z');
    expect(await digest('Asia/Jakarta')).toBe(3);
    const [agency, echelon1, national] = await told();
    expect(agency).toMatchObject({ officeId: 'a', mails: 1 });
    expect(agency?.body).toMatch(
      /Dipegang kantor Anda[^]*LAP-1 [^]*terlambat \d+ hari kerja[^]*LAP-2 [^]*di bawah Anda[^]*Menunggu pelapor[^]*LAP-4/,
    );
    expect(agency?.body).not.toMatch(/LAP-3|LAP-5/);
    expect(echelon1).toMatchObject({ officeId: 'a1', mails: 1 });
    expect(national).toMatchObject({ officeId: 'nasional', mails: 0 });
    expect(national?.body).toMatch(/di bawah Anda[^]*LAP-1[^]*LAP-2/);
    // Two levels up hears by escalation, not by digest.
    expect(national?.body).not.toMatch(/LAP-4|LAP-5/);
  });

  test('is sent once a day and zone, however often it runs', async () => {
    await digest('Asia/Jakarta');
    expect(await told()).toHaveLength(3);
    expect(await digest('Asia/Makassar')).toBe(2);
    expect((await told()).map(({ officeId }) => officeId)).toEqual(['a', 'a1', 'b1', 'b1x', 'nasional']);
  });

  test('is silent on a weekend, a holiday, and a day that became one', async () => {
    const count = (await told()).length;
    expect(await digest('Asia/Jakarta', '2026-11-28T01:00:00.000Z')).toBe(0);
    expect(await digest('Asia/Jakarta', '2026-12-25T01:00:00.000Z')).toBe(0);
    await r.sql`insert into calendar_days (date, name, kind) values ('2026-12-02', 'Cuti', 'cuti bersama')`;
    expect(await digest('Asia/Jakarta', '2026-12-02T01:00:00.000Z')).toBe(0);
    expect(await told()).toHaveLength(count);
  });
});

describe('the brief of the week', () => {
  const monday = '2026-11-30T00:30:00.000Z';
  const briefs = () =>
    r.sql<{ key: string; subject: string; body: string; mails: number }[]>`
      select n.key, n.subject, n.body, (select count(*) from deliveries d where d.notification_id = n.id) as mails
      from notifications n where n.kind = 'weekly' order by n.key`;
  const send = (at: string) => sendWeeklies(r.sql, true, { zone: 'Asia/Jakarta', scheduledAt: at });
  // Due on the digest's day, which comes before that Monday or after it.
  beforeAll(() => r.sql`update complaints set deadline = '2099-01-01T09:00:00Z' where number = 'LAP-2'`);

  test('goes to nobody who did not ask for it', async () => {
    for (const [username, office] of [
      ['ani', 'a'],
      ['cici', 'a1'],
      ['nia', 'nasional'],
    ] as const)
      await r.sql`
        insert into users (username, name, password_hash, role, office_id, email)
        values (${username}, ${username}, 'x', 'admin', ${office}, ${`${username}@example.org`})`;
    await choose(r.sql, 'cici', 'cici@example.org', [{ topic: 'weekly', inApp: true, mail: 'off' }]);
    expect(await send(monday)).toBe(0);
  });

  test('tells who did how their part stands and stood, with one ranking, once a week', async () => {
    for (const username of ['ani', 'nia'])
      await choose(r.sql, username, `${username}@example.org`, [
        { topic: 'weekly', inApp: true, mail: 'now' },
      ]);
    // A stay that was late, and took 131 office minutes.
    await r.sql`
      insert into visits (number, visit, step, office_id, received_at, due_at, breached_at, ended_at, consumed_ms)
      values ('LAP-1', 1, 4, 'a', '2026-11-02T02:00:00Z', '2026-11-02T03:00:00Z', '2026-11-02T03:00:00Z',
        '2026-11-02T04:11:00Z', 131 * 60000)`;
    await r.sql`insert into figure_changes (number) values ('LAP-1')`;
    expect(await send(monday)).toBe(2);
    await send(monday);
    const [ani, nia, ...others] = await briefs();
    expect(others).toEqual([]);
    expect(ani).toMatchObject({
      key: 'weekly:ani:2026-11-30',
      subject: 'Ringkasan pekan 2026-11-30: 1 terlambat, pekan lalu 0',
      mails: 1,
    });
    expect(ani?.body).toContain(
      '1 laporan terlambat, 1 di Kantor a (meja sendiri), terbanyak di langkah 4; pekan lalu 0.',
    );
    expect(ani?.body).not.toContain('Kantor b');
    // And what else the page says: limits and slow steps.
    expect(ani?.body).toContain('- Batas langkah: 0 % terpenuhi, 1 terlambat');
    expect(ani?.body).toMatch(
      /- Langkah 4, [^:]+: separuh selesai dalam 2 jam 11 menit kerja, 1 laporan terlambat/,
    );
    expect(nia?.body).toContain('2 laporan terlambat, 1 di Kantor a, terbanyak di langkah 4; pekan lalu 0.');
    expect(nia?.body).toMatch(/- Kantor a: 1 terlambat[^]*- Kantor b: 1 terlambat/);
  });

  test('comes the next working day when Monday is none, and on no other', async () => {
    await r.sql`insert into calendar_days (date, name, kind) values ('2026-12-07', 'Cuti', 'cuti bersama')`;
    const day = (date: number) => send(`2026-12-${String(date).padStart(2, '0')}T00:30:00.000Z`);
    // Of the week before, what is left of it; then Monday, and Tuesday to Friday.
    expect([await day(1), await day(4), await day(7)]).toEqual([0, 0, 0]);
    expect([await day(8), await day(9), await day(11)]).toEqual([2, 0, 0]);
    expect((await briefs()).map(({ key }) => key)).toEqual(
      ['ani:2026-11-30', 'ani:2026-12-07', 'nia:2026-11-30', 'nia:2026-12-07'].map((who) => `weekly:${who}`),
    );
  });
});

describe('the recap', () => {
  const recaps = () =>
    r.sql<{ officeId: string; key: string; body: string }[]>`
      select office_id, key, body from notifications where kind = 'recap' order by office_id`;

  test('counts the month before, once, for every office that had a part', async () => {
    await r.sql`update complaints set status = 'closed', answered_at = '2026-11-20', ended_at = '2026-11-30T16:59:00Z' where number = 'LAP-3'`;
    expect(await sendRecaps(r.sql, false, '2026-12-01T00:00:00.000Z')).toBe(6);
    expect(await sendRecaps(r.sql, false, '2026-12-03T00:00:00.000Z')).toBe(6);
    const all = await recaps();
    expect(all.map(({ key }) => key)).toEqual(
      ['a', 'a1', 'b', 'b1', 'b1x', 'nasional'].map((id) => `recap:${id}:2026-11`),
    );
    const [agency] = all;
    const national = all.at(-1);
    expect(agency?.body).toContain('Masuk 4, dijawab 1, berakhir 1.');
    expect(national?.body).toContain('Masuk 5, dijawab 1, berakhir 1. Masih terbuka 4');
  });
});
