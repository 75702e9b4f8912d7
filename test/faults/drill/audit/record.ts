// The record held against what clients were promised: every filing and decision once, in order, and nothing of what was refused.
import type { Sql } from '../../../../db/connection/client.ts';
import { firstBrokenAddition } from '../../../../db/record/addition-chains.ts';
import { firstBreak } from '../../../../db/record/chain.ts';
import type { GivenUp, Ledger } from '../load/ledger.ts';

/** What an entry is called that a decision writes. */
const typeOf: Record<string, string> = {
  dispose: 'disposed',
  receive: 'received',
  accept: 'accepted',
  respond: 'responded',
  answer: 'answered',
  ask: 'asked',
  confirmation: 'confirmed',
};
/** What comes by itself, or beside the way. */
const beside = [
  'asked',
  'warned',
  'breached',
  'escalated',
  'recomputed',
  'unbreached',
  'succeeded',
  'resumed',
];

interface Tagged {
  number: string;
  tag: string;
}

export async function auditRecord(sql: Sql, ledger: Ledger): Promise<{ complaints: number; events: number }> {
  await auditFilings(sql, ledger);
  await auditDecisions(sql, ledger);
  await auditWays(sql, ledger);
  await auditTimes(sql, ledger);
  const broken = await firstBreak(sql);
  if (broken) ledger.wrong({ what: 'chain-broken', detail: JSON.stringify(broken) });
  const addition = await firstBrokenAddition(sql);
  if (addition) ledger.wrong({ what: 'chain-broken', detail: JSON.stringify(addition) });
  const [counts] = await sql<{ complaints: number; events: number }[]>`
    select (select count(*) from complaints) as complaints, (select count(*) from events) as events`;
  return { complaints: counts?.complaints ?? 0, events: counts?.events ?? 0 };
}

async function auditFilings(sql: Sql, ledger: Ledger): Promise<void> {
  const rows = await sql<Tagged[]>`
    select number, substring(title from 'drill-[0-9]{6}') as tag from complaints where title ~ 'drill-[0-9]{6}'`;
  const found = byTag(rows);
  const numbers = new Set<string>();
  for (const { number, tag } of ledger.filings) {
    if (numbers.has(number)) ledger.wrong({ what: 'number-given-twice', detail: number });
    numbers.add(number);
    const own = found.get(tag) ?? [];
    if (own.length === 0) ledger.wrong({ what: 'filing-lost', detail: `${number} ${tag}` });
    else if (own.length > 1) ledger.wrong({ what: 'filing-twice', detail: `${tag}: ${own.join(', ')}` });
    else if (own[0] !== number)
      ledger.wrong({ what: 'filing-under-another-number', detail: `${number}, not ${own[0]}` });
  }
  auditGivenUp(ledger, 'filing', found);
}

async function auditDecisions(sql: Sql, ledger: Ledger): Promise<void> {
  const rows = await sql<Tagged[]>`
    select number, substring(coalesce(text, reason) from 'drill-[0-9]{6}') as tag from events
    where coalesce(text, reason) ~ 'drill-[0-9]{6}'`;
  const found = byTag(rows);
  const events = await sql<{ number: string; revision: number; type: string; count: number }[]>`
    select number, (data ->> 'revision')::int as revision, type, count(*) as count from events group by 1, 2, 3`;
  const counts = new Map(events.map((one) => [`${one.number} ${one.revision} ${one.type}`, one.count]));
  const answered = new Map<string, string>();
  for (const { number, action, tag, revision } of ledger.decided) {
    const what = `${number} ${action} ${tag ?? ''} (revision ${revision})`;
    const times = tag === null ? undefined : (found.get(tag) ?? []).length;
    if (times === 0) ledger.wrong({ what: 'decision-lost', detail: what });
    else if (times !== undefined && times > 1) ledger.wrong({ what: 'decision-twice', detail: what });
    if (revision === null) continue;
    const before = answered.get(`${number} ${revision}`);
    if (before) ledger.wrong({ what: 'revision-given-twice', detail: `${before}; ${what}` });
    answered.set(`${number} ${revision}`, what);
    const count = counts.get(`${number} ${revision} ${typeOf[action]}`) ?? 0;
    if (count === 0) ledger.wrong({ what: 'decision-lost', detail: what });
    else if (count > 1) ledger.wrong({ what: 'decision-twice', detail: what });
  }
  auditGivenUp(ledger, 'decision', found);
}

/** Nothing was done of what was answered by 503; at most once what was not answered at all. */
function auditGivenUp(ledger: Ledger, what: GivenUp['what'], found: ReadonlyMap<string, string[]>): void {
  for (const { tag, outcome } of ledger.givenUp.filter((one) => one.what === what)) {
    const times = (found.get(tag) ?? []).length;
    if (outcome === 'refused' && times > 0)
      ledger.wrong({ what: `${what}-done-though-503`, detail: `${tag} ${found.get(tag)?.join(', ')}` });
    if (times > 1) ledger.wrong({ what: `${what}-twice`, detail: tag });
  }
}

/** Reports that went the whole way went the same way: no entry less, none more. Those that moved did so once. */
async function auditWays(sql: Sql, ledger: Ledger): Promise<void> {
  const rows = await sql<{ number: string; way: string; seqs: number; last: number; moves: number }[]>`
    select number, coalesce(string_agg(type, ' ' order by seq) filter (where not type = any(${beside})), '') as way,
      count(*) as seqs, max(seq) as last, count(*) filter (where type = 'succeeded') as moves
    from events group by 1`;
  const ways = new Map(rows.map((row) => [row.number, row]));
  const usual = ways.get(ledger.finished[0] ?? '')?.way;
  for (const number of ledger.finished) {
    const way = ways.get(number)?.way;
    if (way !== usual) ledger.wrong({ what: 'another-way', detail: `${number}: ${way}, not ${usual}` });
  }
  for (const { number, seqs, last } of rows)
    if (seqs !== last) ledger.wrong({ what: 'gap-in-the-record', detail: `${number}: ${seqs} of ${last}` });
  const holders = await sql<{ number: string; holder: string | null }[]>`
    select number, holder_id as holder from complaints`;
  const held = new Map(holders.map(({ number, holder }) => [number, holder]));
  for (const { number, to } of ledger.moved) {
    const moves = ways.get(number)?.moves;
    if (held.get(number) !== to || moves !== 1)
      ledger.wrong({
        what: 'not-moved-once',
        detail: `${number}: ${held.get(number)}, moved ${moves} times`,
      });
  }
}

/** More than that no two clocks may be apart that the record is written by. */
const agreeSeconds = 2;

/** What is later in the record is not earlier in time, whoever's clock was set. */
async function auditTimes(sql: Sql, ledger: Ledger): Promise<void> {
  const rows = await sql<{ number: string; seq: number; type: string; seconds: number }[]>`
    with times as (
      select number, seq, type, extract(epoch from at - lag(at) over (partition by number order by seq)) as seconds
      from events
    )
    select number, seq, type, seconds::float8 as seconds from times where seconds < ${-agreeSeconds}`;
  for (const { number, seq, type, seconds } of rows)
    ledger.wrong({ what: 'time-goes-back', detail: `${number} ${seq} ${type}: ${seconds} s` });
}

function byTag(rows: readonly Tagged[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { number, tag } of rows) found.set(tag, [...(found.get(tag) ?? []), number]);
  return found;
}
