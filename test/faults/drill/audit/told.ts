// Who is told of what: measured while nothing is wrong, then held against every entry; and what came out at the receivers.
import { setTimeout as sleep } from 'node:timers/promises';
import { channels } from '../../../../db/connection/channels.ts';
import type { Sql } from '../../../../db/connection/client.ts';
import type { Ledger } from '../load/ledger.ts';
import type { Receivers } from '../stage/receivers.ts';

/** By the kind of an entry: what it tells, and how many mails and calls that owes. */
export type Measure = ReadonlyMap<string, string>;

interface Line {
  number: string;
  seq: number;
  kind: string;
  told: string;
}

/** Of each entry of these reports (null: of all there are) what it told. */
async function toldBy(sql: Sql, numbers: readonly string[] | null): Promise<Line[]> {
  return sql<Line[]>`
    with told as (
      select n.number, split_part(n.key, ':', 2) as seq, n.kind, n.office_id is null as to_reporter,
        (select count(*) from deliveries d where d.notification_id = n.id) as mails
      from notifications n where n.number is not null
    ), by_entry as (
      select number, seq, string_agg(kind || case when to_reporter then '>reporter' else '>office' end || mails, ' '
        order by kind, to_reporter) as told from told group by 1, 2
    ), calls as (
      select number, split_part(key, ':', 4) as seq, count(*) as count from deliveries where channel = 'webhook' group by 1, 2
    )
    select e.number, e.seq,
      case e.type when 'asked' then e.type else e.type || ' ' || e.step || '-' || e.to_step end
        || case when i.email_hash is null then '' else ' @' end || case when r.agency_id is null then '' else ' direct' end as kind,
      coalesce(b.told, '') || ' calls' || coalesce(c.count, 0) as told
    from events e join identities i on i.number = e.number join complaints r on r.number = e.number
      left join by_entry b on b.number = e.number and b.seq = e.seq::text
      left join calls c on c.number = e.number and c.seq = e.seq::text
    where ${numbers === null ? sql`true` : sql`e.number = any(${[...numbers]})`} order by e.number, e.seq`;
}

/** Of reports that went their way while nothing was wrong. Throws when two entries of a kind told another. */
export async function measureOf(sql: Sql, numbers: readonly string[]): Promise<Measure> {
  const measure = new Map<string, string>();
  for (const { kind, told, number } of await toldBy(sql, numbers)) {
    const known = measure.get(kind);
    if (known !== undefined && known !== told)
      throw new Error(`In the calm, too, entries tell differently: ${number} ${kind}: ${known} and ${told}.`);
    measure.set(kind, told);
  }
  return measure;
}

/** Every entry of a kind that was measured tells what those told: nothing less, nothing more. */
export async function auditTold(sql: Sql, ledger: Ledger, measure: Measure): Promise<{ unmeasured: number }> {
  let unmeasured = 0;
  for (const { number, seq, kind, told } of await toldBy(sql, null)) {
    const wanted = measure.get(kind);
    if (wanted === undefined) unmeasured += 1;
    else if (told !== wanted)
      ledger.wrong({ what: 'told-otherwise', detail: `${number} ${seq} ${kind}: ${told}, not ${wanted}` });
  }
  return { unmeasured };
}

/** How long nothing may be sent before what waits is hurried: nobody is sending then. */
const quietMs = 3_000;

/**
 * Waits until nothing is owed any more. What waits for its next try, or for the lease of a sender that was killed, is made
 * due once nothing else is sent: hours are not drilled. What is still owed once none of it was sent for `patienceMs`; empty: nothing.
 */
export async function untilAllIsSent(sql: Sql, patienceMs: number): Promise<string> {
  let last = { owed: -1, at: performance.now() };
  let hurriedAt = last.at;
  for (;;) {
    const rows = await sql<{ channel: string; attempts: number; lastError: string | null }[]>`
      select channel, attempts, last_error from deliveries where status = 'pending' order by id`;
    const owed = rows.length;
    const now = performance.now();
    if (owed === 0) return '';
    if (owed !== last.owed) last = { owed, at: now };
    else if (now - last.at > patienceMs) return `${owed}, of them ${JSON.stringify(rows[0])}`;
    else if (now - Math.max(last.at, hurriedAt) > quietMs) {
      await sql`update deliveries set next_attempt_at = now(), due_at = least(due_at, now()) where status = 'pending'`;
      await sql`select pg_notify(${channels.deliveries}, '')`;
      hurriedAt = now;
    }
    await sleep(250);
  }
}

interface Sent {
  mails: number;
  calls: number;
  /** The same mail by its id, the same call by its id, more than once: its receiver said so, and nobody heard it. */
  mailsRepeated: number;
  callsRepeated: number;
}

/** What is on record as sent came, and nothing came that is not on record. */
export async function auditSent(sql: Sql, ledger: Ledger, { mail, webhook }: Receivers): Promise<Sent> {
  const rows = await sql<{ id: number; key: string; channel: 'mail' | 'webhook'; status: string }[]>`
    select id, key, channel, status from deliveries order by id`;
  const mails = countOf(mail.sink.mails.map((text) => /^message-id:\s*<(.+?)>/im.exec(text)?.[1] ?? ''));
  const calls = countOf(webhook.sink.calls.map(({ headers }) => String(headers['webhook-id'])));
  const known = { mail: new Set<string>(), webhook: new Set<string>() };
  for (const { id, key, channel, status } of rows) {
    const name = channel === 'mail' ? `${key.replaceAll(':', '.')}@tuntas` : `msg_${id}`;
    known[channel].add(name);
    const came = (channel === 'mail' ? mails : calls).has(name);
    if (status !== 'sent') ledger.wrong({ what: `${channel}-not-sent`, detail: `${key}: ${status}` });
    else if (!came) ledger.wrong({ what: `${channel}-lost`, detail: key });
  }
  for (const name of mails.keys())
    if (!known.mail.has(name)) ledger.wrong({ what: 'mail-of-nothing', detail: name });
  for (const name of calls.keys())
    if (!known.webhook.has(name)) ledger.wrong({ what: 'call-of-nothing', detail: name });
  return {
    mails: mails.size,
    calls: calls.size,
    mailsRepeated: repeatsIn(mails),
    callsRepeated: repeatsIn(calls),
  };
}

function countOf(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

function repeatsIn(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count - 1, 0);
}
