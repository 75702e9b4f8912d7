// Whose fault it is when a mail does not go (real SMTP): the recipient's is final, our own loses nothing, and no words of a server are kept.
import { readdir, readFile } from 'node:fs/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createActivities } from '../../activities/index.ts';
import { lagGauges } from '../../db/figures/gauges.ts';
import { insertNotifications } from '../../db/messages/notifications.ts';
import { alike } from '../../sop/texts/language.ts';
import { eventually, runCourier, type RunningCourier } from '../support/courier.ts';
import { emptyDatabase } from '../support/database.ts';
import { refusal, SmtpSink } from '../support/servers/smtp-sink.ts';
import { openRegistry, type Registry, store } from '../support/registry.ts';

let r: Registry;
let sink: SmtpSink;
let running: RunningCourier | undefined;
beforeEach(async () => {
  [r, sink] = await Promise.all([openRegistry(), SmtpSink.open()]);
});
afterEach(async () => {
  await running?.stop();
  await sink.close();
  await r.close();
});

interface Kept {
  status: string;
  attempts: number;
  ownFaults: number;
  lastError: string | null;
}
const kept = () => r.sql<Kept[]>`select status, attempts, own_faults, last_error from deliveries order by id`;
const dueNow = async () => {
  await r.sql`update deliveries set next_attempt_at = now() where status = 'pending'`;
  await r.sql`select pg_notify('notifications', '')`;
};

/** Owes one mail to each address. */
async function owe(...addresses: string[]): Promise<void> {
  for (const [n, address] of addresses.entries()) {
    const number = `LAP-${n}`;
    await store(r.sql, number, '2026-11-23T02:00:00.000Z', address);
    const receipt = { kind: 'receipt', topic: null, officeId: null, subject: alike('Diterima'), body: 'Isi' };
    await insertNotifications(r.sql, [{ key: `k${n}`, number, ...receipt }], true);
  }
  const mail = { url: sink.urlWithLogIn, from: 'tuntas@example.org' };
  running = runCourier(createActivities({ sql: r.sql, mail }));
}

test.each<[string, () => void, string]>([
  [
    'our log-in',
    () => (sink.onAuth = () => refusal(535, '5.7.8 Bad log-in of tuntas@')),
    'AUTH PLAIN: 535 5.7.8',
  ],
  [
    'our sender',
    () => (sink.onMailFrom = () => refusal(550, '5.1.8 No such sender')),
    'MAIL FROM: 550 5.1.8',
  ],
  ['a log-in that is missing', () => (sink.onRcptTo = () => refusal(530, 'Log in first')), 'RCPT TO: 530'],
  [
    'our relay',
    () => (sink.onRcptTo = () => refusal(554, '5.7.1 Relay access denied')),
    'RCPT TO: 554 5.7.1',
  ],
  [
    'our sender, at the recipient,',
    () => (sink.onRcptTo = () => refusal(550, '5.1.8 <tuntas@example.org>: Domain not found')),
    'RCPT TO: 550 5.1.8',
  ],
  [
    'our sender, in words alone,',
    () => (sink.onRcptTo = () => refusal(550, '<tuntas@example.org>: Sender address rejected')),
    'RCPT TO: 550',
  ],
  [
    'our right to send as that sender, after the whole message,',
    () =>
      (sink.answer = () =>
        refusal(550, '5.7.60 SMTP; Client does not have permissions to send as this sender')),
    'DATA: 550 5.7.60',
  ],
  [
    'our domain, after the whole message,',
    () =>
      (sink.answer = () => refusal(550, '5.7.26 This mail has been blocked: DMARC policy of example.org')),
    'DATA: 550 5.7.26',
  ],
])('%s refused loses no mail: tried until it is mended, and told to ops', async (_what, refuse, code) => {
  refuse();
  await owe('siti@example.org', 'budi@example.org');
  await eventually(async () => (await kept()).some(({ ownFaults }) => ownFaults > 0));
  expect((await kept()).map(({ status, attempts }) => [status, attempts])).toEqual([
    ['pending', 0],
    ['pending', 0],
  ]);
  expect((await kept()).find(({ lastError }) => lastError)?.lastError).toBe(code);
  expect((await lagGauges(r.sql)).mailRefused).toBeGreaterThan(0);
  sink.onAuth = sink.onMailFrom = sink.onRcptTo = sink.answer = () => undefined;
  await eventually(async () => {
    await dueNow();
    return (await kept()).every(({ status }) => status === 'sent');
  });
  expect(sink.mails).toHaveLength(2);
  expect((await lagGauges(r.sql)).mailRefused).toBe(0);
});

test('only the recipient’s own refusal is final, and only its codes are kept', async () => {
  const addresses = ['Siti@EXAMPLE.org', 'penuh@example.org', 'besar@example.org', 'budi@example.org'];
  sink.onRcptTo = (address) => {
    if (/siti/i.test(address))
      return refusal(550, `5.1.1 <${address.toLowerCase()}> unknown; Siti Rahmawati left`);
    return address.startsWith('penuh') ? refusal(452, '4.2.2 penuh@example.org is full') : undefined;
  };
  sink.answer = (mail) => (mail.includes('besar@') ? refusal(552, '5.3.4 too big') : undefined);
  await owe(...addresses);
  await eventually(async () =>
    (await kept()).every(({ status, lastError }) => status !== 'pending' || lastError),
  );
  expect((await kept()).map(({ status, lastError }) => [status, lastError])).toEqual([
    ['failed', 'RCPT TO: 550 5.1.1'],
    ['pending', 'RCPT TO: 452 4.2.2'],
    ['failed', 'DATA: 552 5.3.4'],
    ['sent', null],
  ]);
  // Five days, as RFC 5321 has it: many tries alone are not enough.
  await r.sql`update deliveries set attempts = 100 where status = 'pending'`;
  await dueNow();
  await eventually(async () => (await r.sql`select from delivery_attempts`).length === 5);
  expect((await kept())[1]?.status).toBe('pending');
  await r.sql`update deliveries set due_at = now() - interval '6 days' where status = 'pending'`;
  await dueNow();
  await eventually(async () => (await kept())[1]?.status === 'failed');
  const log = await r.sql`select error, status_code from delivery_attempts`;
  expect(JSON.stringify(log)).not.toMatch(/siti|example|unknown|full/i);
});

test('what was kept of servers’ words before is cleaned by the migration, the append-only log too', async () => {
  const { sql, close } = await emptyDatabase();
  const folder = new URL('../../db/migrations/', import.meta.url);
  const run = async (wanted: (name: string) => boolean) => {
    for (const name of (await readdir(folder)).filter(wanted).toSorted())
      await sql.unsafe(await readFile(new URL(name, folder), 'utf8'));
  };
  try {
    await run((name) => name < '0022');
    const words = [
      "Can't send mail - all recipients were rejected: 550-5.1.1 <siti@example.org> unknown",
      'Invalid login: 535 5.7.8 tuntas@example.org',
      'connect ECONNREFUSED 10.0.0.7:25',
      'Siti Rahmawati has left',
      'no address',
      'answered 503: Siti Rahmawati, 550 0812',
    ];
    await sql`insert into notifications (key, kind, subject, body) values ('k', 'receipt', '', '')`;
    await sql`
      insert into deliveries (key, channel, notification_id, last_error)
      select error, 'mail', n.id, error from unnest(${words}::text[]) error, notifications n`;
    await sql`insert into delivery_attempts (delivery_id, outcome, took_ms, error)
      select id, 'failed', 1, last_error from deliveries`;
    await run((name) => name >= '0022');
    for (const table of ['deliveries', 'delivery_attempts']) {
      const column = table === 'deliveries' ? 'last_error' : 'error';
      const rows = await sql<
        { error: string }[]
      >`select ${sql(column)} as error from ${sql(table)} order by id`;
      expect(rows.map(({ error }) => error)).toEqual([
        '550 5.1.1',
        '535 5.7.8',
        'ECONNREFUSED',
        'failed',
        'no address',
        'answered 503',
      ]);
    }
    await expect(sql`delete from delivery_attempts`).rejects.toThrow('append-only');
  } finally {
    await close();
  }
});
