// An office's webhooks.
import type { Db, Sql } from '../connection/client.ts';
import type { Words } from '../../sop/texts/language.ts';
import { channels } from '../connection/channels.ts';

export interface WebhookRow {
  id: number;
  url: string;
  types: string[];
  active: boolean;
  disabledWhy: string | null;
  /** Null: it is on, or was switched off before there was one. */
  disabledWhyEn: string | null;
  createdBy: string;
  createdAt: Date;
}

const columns = (db: Db) => db`id, url, types, active, disabled_why, disabled_why_en, created_by, created_at`;

export async function webhooksOf(db: Db, officeId: string): Promise<WebhookRow[]> {
  return db<WebhookRow[]>`
    select ${columns(db)} from webhooks where office_id = ${officeId} and removed_at is null order by id`;
}

export interface NewWebhook {
  officeId: string;
  url: string;
  types: string[];
  secret: string;
  createdBy: string;
}

/** Undefined when the office has `most` of them already. */
export async function addWebhook(sql: Sql, one: NewWebhook, most: number): Promise<WebhookRow | undefined> {
  const { officeId, url, types, secret, createdBy } = one;
  return sql.begin(async (tx) => {
    // Two at once are counted one after the other.
    await tx`select from offices where id = ${officeId} for update`;
    const [row] = await tx<WebhookRow[]>`
      insert into webhooks (office_id, url, types, secret, created_by)
      select ${officeId}, ${url}, ${types}, ${secret}, ${createdBy}
      where ${most} > (select count(*) from webhooks where office_id = ${officeId} and removed_at is null)
      returning ${columns(tx)}`;
    return row;
  });
}

/** Undefined when the office has no such webhook. Switched on again, it starts without a grudge. */
export async function changeWebhook(
  db: Db,
  officeId: string,
  id: number,
  {
    url,
    types,
    active,
  }: { url?: string | undefined; types?: string[] | undefined; active?: boolean | undefined },
): Promise<WebhookRow | undefined> {
  const [row] = await db<WebhookRow[]>`
    update webhooks set url = coalesce(${url ?? null}, url), types = coalesce(${types ?? null}, types),
      active = coalesce(${active ?? null}, active),
      disabled_why = case when ${active ?? null}::boolean then null else disabled_why end,
      disabled_why_en = case when ${active ?? null}::boolean then null else disabled_why_en end
    where id = ${id} and office_id = ${officeId} and removed_at is null returning ${columns(db)}`;
  // What waited while it was off is due.
  if (row) await db`select pg_notify(${channels.deliveries}, '')`;
  return row;
}

/** From now on `secret` signs, for a day together with the one before; false when there is no such webhook. */
export async function rotateSecret(db: Db, officeId: string, id: number, secret: string): Promise<boolean> {
  const rows = await db`
    update webhooks set previous_secret = secret, previous_until = now() + interval '1 day', secret = ${secret}
    where id = ${id} and office_id = ${officeId} and removed_at is null returning id`;
  return rows.length > 0;
}

/** Gone for its office, kept for the log; what it is still owed is given up. */
export async function removeWebhook(db: Db, officeId: string, id: number): Promise<boolean> {
  const rows = await db`
    with gone as (
      update webhooks set removed_at = now(), active = false
      where id = ${id} and office_id = ${officeId} and removed_at is null returning id
    ), given_up as (
      update deliveries set status = 'failed', last_error = 'removed'
      where webhook_id in (select id from gone) and status = 'pending'
    )
    select id from gone`;
  return rows.length > 0;
}

/** Calls it no more, and says why; what it is owed waits until it is switched on. False when it was off already. */
export async function disableWebhook(db: Db, id: number, why: Words): Promise<boolean> {
  const rows = await db`
    update webhooks set active = false, disabled_why = ${why.id}, disabled_why_en = ${why.en}
    where id = ${id} and active returning id`;
  return rows.length > 0;
}
