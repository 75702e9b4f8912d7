// The courier on a real PostgreSQL and a real SMTP server: every mail once, though the server is away at first or mute.
import { createServer, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createActivities } from '../../activities/index.ts';
import { eventually, runCourier, type RunningCourier } from '../support/courier.ts';
import { maskUnmasked } from '../../db/public/public-texts.ts';
import { sealPlain } from '../../db/people/sealed/seal-plain.ts';
import { agency, echelon1, national } from '../support/walks/small-ministry.ts';
import { by, byReporter, filed, nextTimer, type Walk } from '../support/walks/walk.ts';
import { SmtpSink } from '../support/servers/smtp-sink.ts';
import { openRegistry, type Registry, store } from '../support/registry.ts';

const monday = '2026-11-23T02:00:00.000Z';
let r: Registry;
let cleanUp: (() => Promise<unknown>)[] = [];
beforeEach(async () => {
  r = await openRegistry();
});
afterEach(async () => {
  for (const close of cleanUp.toReversed()) await close();
  cleanUp = [];
  await r.close();
});

/** A port that nobody listens on now. */
async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listen(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function listen(server: Server, port = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve((server.address() as { port: number }).port));
  });
}

/** Receives mail until the test is over. */
async function openSink(port: number, answer?: (mail: string) => Error | undefined): Promise<string[]> {
  const sink = await SmtpSink.open(port, answer);
  cleanUp.push(() => sink.close());
  return sink.mails;
}

function activitiesFor(port: number) {
  return createActivities({
    sql: r.sql,
    mail: { url: `smtp://127.0.0.1:${port}`, from: 'tuntas@example.org' },
  });
}

function courier(port: number): RunningCourier {
  const running = runCourier(activitiesFor(port));
  cleanUp.push(running.stop);
  return running;
}

async function record(port: number, walk: Walk, email = 'siti@example.org'): Promise<void> {
  await store(r.sql, walk.case.number, monday, email);
  await activitiesFor(port).record({ number: walk.case.number, entries: walk.entries });
}

const statusOf = () =>
  r.sql<{ status: string; attempts: number; lastError: string | null }[]>`
    select status, attempts, last_error from deliveries order by id`;

const allSent = async () => (await statusOf()).every(({ status }) => status === 'sent');
const messageIds = (mails: string[]) => mails.map((mail) => /^message-id: (.*)$/im.exec(mail)?.[1]);

describe('the courier', () => {
  test('sends each mail once, to the address of sending time, though the server was down at first', async () => {
    const port = await freePort();
    await r.sql`update offices set email = 'nasional@example.org' where id = ${national.id}`;
    await record(port, filed(monday, { number: 'LAP-SURAT-1' }));
    const running = courier(port);
    await eventually(async () => (await statusOf()).some(({ lastError }) => lastError));
    // Nobody's try but our own server's fault.
    expect((await statusOf()).find(({ lastError }) => lastError)).toMatchObject({
      attempts: 0,
      lastError: 'CONN: ECONNREFUSED',
    });
    await r.sql`update offices set email = 'baru@example.org' where id = ${national.id}`;
    const mails = await openSink(port);
    await r.sql`update deliveries set next_attempt_at = now() where status = 'pending'`;
    await r.sql`select pg_notify('notifications', '')`;
    await eventually(allSent);
    await running.stop();
    expect(mails).toHaveLength(2);
    expect(new Set(messageIds(mails)).size).toBe(2);
    expect(mails.filter((mail) => mail.includes('To: baru@example.org'))).toHaveLength(1);
    expect(mails.filter((mail) => mail.includes('To: siti@example.org'))).toHaveLength(1);
  });

  test('two couriers at once send each mail once', async () => {
    const port = await freePort();
    const mails = await openSink(port);
    for (let n = 1; n <= 25; n += 1)
      await record(port, filed(monday, { number: `LAP-SURAT-${n}` }), `siti${n}@example.org`);
    const both = [courier(port), courier(port)];
    await eventually(allSent);
    await Promise.all(both.map(({ stop }) => stop()));
    expect(mails).toHaveLength(25);
    expect(new Set(messageIds(mails)).size).toBe(25);
  });

  test('a refused address is given up at once, the others go out', async () => {
    const port = await freePort();
    const mails = await openSink(port, (mail) =>
      mail.includes('To: salah@')
        ? Object.assign(new Error('no such box'), { responseCode: 550 })
        : undefined,
    );
    await record(port, filed(monday, { number: 'LAP-SURAT-1' }), 'salah@example.org');
    await record(port, filed(monday, { number: 'LAP-SURAT-2' }));
    courier(port);
    await eventually(async () => (await statusOf()).every(({ status }) => status !== 'pending'));
    expect((await statusOf()).map(({ status }) => status)).toEqual(['failed', 'sent']);
    expect(mails).toHaveLength(1);
  });

  test('one that cannot be written holds up no other, and is sent once it can be', async () => {
    const port = await freePort();
    const mails = await openSink(port);
    await r.sql`update offices set email = 'nasional@example.org' where id = ${national.id}`;
    for (const number of ['LAP-SURAT-1', 'LAP-SURAT-2']) await record(port, filed(monday, { number }));
    const [bad] = await r.sql<{ id: number; parts: unknown }[]>`
      select n.id, n.parts from notifications n where number = 'LAP-SURAT-1' and office_id = ${national.id}`;
    await r.sql`update notifications set parts = '"rusak"' where id = ${bad?.id ?? 0}`;
    courier(port);
    await eventually(async () => mails.length === 3);
    const passed = () => r.sql`select job, times, error from passed_over`;
    await eventually(async () => (await passed()).length === 1);
    expect((await passed())[0]).toEqual({ job: 'courier', times: 1, error: 'TypeError' });
    await r.sql`update notifications set parts = ${r.sql.json(bad?.parts as never)} where id = ${bad?.id ?? 0}`;
    await r.sql`update passed_over set next_at = now()`;
    await r.sql`update deliveries set next_attempt_at = now() where status = 'pending'`;
    await r.sql`select pg_notify('notifications', '')`;
    await eventually(allSent);
    expect(mails).toHaveLength(4);
    // It is forgotten once it was sent.
    await eventually(async () => (await passed()).length === 0);
  });

  test('one whose reporter does not open holds up no other, and is sent once they do', async () => {
    const port = await freePort();
    const mails = await openSink(port);
    for (const number of ['LAP-SURAT-1', 'LAP-SURAT-2']) await record(port, filed(monday, { number }));
    await sealPlain(r.sql, { atOnce: true });
    const [key] = await r.sql<{ wrapped: Buffer }[]>`
      select wrapped from identity_keys where number = 'LAP-SURAT-1'`;
    const keep = (wrapped: Buffer | undefined) =>
      r.sql`update identity_keys set wrapped = ${wrapped ?? null} where number = 'LAP-SURAT-1'`;
    await keep(key?.wrapped.map((byte, n) => (n === 20 ? byte ^ 1 : byte)) as Buffer);
    courier(port);
    await eventually(async () => mails.length === 1);
    const passed = async (job: string) =>
      (await r.sql`select item, error from passed_over where job = ${job}`).map(({ item, error }) => [
        item,
        error,
      ]);
    await eventually(async () => (await passed('courier')).length === 1);
    // Nor does it hold up what is done for all reports.
    const wait = async () => {
      await r.sql`update complaints set public_title = null`;
      await r.sql`update identities set name = 'Siti Rahmawati', email = 'siti@example.org'`;
      await sealPlain(r.sql, { atOnce: true });
      await maskUnmasked(r.sql);
      return (
        await r.sql`select number from complaints c join identities i using (number) where name <> '' or public_title is null`
      ).map(({ number }) => number);
    };
    expect(await wait()).toEqual(['LAP-SURAT-1']);
    expect(await passed('identities')).toEqual([['LAP-SURAT-1', 'does-not-open']]);
    await keep(key?.wrapped);
    await r.sql`update passed_over set next_at = now()`;
    expect(await wait()).toEqual([]);
    await r.sql`update deliveries set next_attempt_at = now() where status = 'pending'`;
    await r.sql`select pg_notify('notifications', '')`;
    await eventually(allSent);
    await eventually(async () => (await r.sql`select from passed_over`).length === 0);
  });

  test('a mute mail server holds up neither the heartbeat nor the end', async () => {
    const sockets: Socket[] = [];
    const mute = createServer((socket) => sockets.push(socket));
    const port = await listen(mute);
    cleanUp.push(async () => {
      for (const socket of sockets) socket.destroy();
      mute.close();
    });
    await record(port, filed(monday, { number: 'LAP-SURAT-1' }));
    const running = courier(port);
    await eventually(async () => sockets.length > 0);
    const before = running.beats();
    await sleep(12_000);
    // The courier workflow gives the activity up after 30 s without a heartbeat, and the mail would be sent twice.
    expect(running.beats()).toBeGreaterThan(before);
    const asked = Date.now();
    expect(await running.stop()).not.toBe('still running');
    expect(Date.now() - asked).toBeLessThan(3_000);
  });

  test('without a mail server it idles, and ends when cancelled', async () => {
    const idle = runCourier(createActivities({ sql: r.sql }));
    await sleep(300);
    expect(await idle.stop()).toBe('CancelledFailure');
  });
});

describe('notifications', () => {
  test('reach reporter and offices, without the reporter’s identity', async () => {
    const port = await freePort();
    let walk = filed(monday, { number: 'LAP-SURAT-1' });
    walk = by(walk, national, 'dispose', { target: agency });
    walk = by(by(walk, agency, 'receive'), agency, 'accept', { target: echelon1 });
    await record(port, walk);
    const rows = await r.sql<
      { kind: string; officeId: string | null; mails: number; subject: string; body: string }[]
    >`select n.kind, n.office_id, (select count(*) from deliveries d where d.notification_id = n.id) as mails,
        n.subject, n.body from notifications n order by n.id`;
    expect(rows.map(({ kind, officeId, mails }) => [kind, officeId, mails])).toEqual([
      ['receipt', null, 1],
      ['arrival', national.id, 0],
      ['arrival', agency.id, 0],
      ['arrival', echelon1.id, 0],
    ]);
    for (const { officeId, subject, body } of rows) {
      if (officeId) expect(`${subject} ${body}`).not.toMatch(/Siti|siti@example\.org/);
    }
  });

  test('tell the reporter of receipt, first response, answer, request, rejection and closing', async () => {
    const port = await freePort();
    let walk = by(filed(monday, { number: 'LAP-SURAT-2' }), national, 'request-completion', {
      reason: 'Alamat?',
    });
    walk = by(byReporter(walk, 'completion'), national, 'dispose', { target: agency });
    walk = by(by(walk, agency, 'receive'), agency, 'accept', { target: echelon1 });
    walk = by(by(walk, echelon1, 'respond', { text: 'Sedang kami periksa.' }), echelon1, 'accept');
    walk = by(walk, echelon1, 'answer', { text: 'Lubang itu sudah kami tambal seluruhnya.' });
    const silent = nextTimer(walk);
    await record(port, silent ?? walk);
    await record(
      port,
      by(filed(monday, { number: 'LAP-SURAT-3' }), national, 'reject', { reason: 'Iklan.' }),
    );
    const told = await r.sql<{ number: string; kind: string; body: string }[]>`
      select number, kind, body from notifications where office_id is null order by id`;
    expect(told.map(({ number, kind }) => [number, kind])).toEqual([
      ['LAP-SURAT-2', 'receipt'],
      ['LAP-SURAT-2', 'completion-request'],
      ['LAP-SURAT-2', 'first-response'],
      ['LAP-SURAT-2', 'answer'],
      ['LAP-SURAT-2', 'closing'],
      ['LAP-SURAT-3', 'receipt'],
      ['LAP-SURAT-3', 'rejection'],
    ]);
    for (const words of [
      'Alamat?',
      'Sedang kami periksa.',
      'Lubang itu sudah kami tambal seluruhnya.',
      'Iklan.',
    ]) {
      expect(told.some(({ body }) => body.includes(words))).toBe(true);
    }
  });
});
