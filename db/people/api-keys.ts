// Keys by which an office's programs call (decision 43).
import type { Db } from '../connection/client.ts';
import type { Zone } from '../../sop/offices.ts';

export interface ApiKeyRow {
  id: string;
  name: string;
  officeId: string;
  officeName: string;
  officeActive: boolean;
  scopes: string[];
  hint: string;
  createdBy: string;
  createdAt: Date;
  expiresAt: Date;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
}

const selected = (db: Db) => db`
  select k.id, k.name, k.office_id, o.name as office_name, o.active as office_active, k.scopes, k.hint, k.created_by,
    k.created_at, k.expires_at, k.last_used_at, k.revoked_at
  from api_keys k join offices o on o.id = k.office_id`;

/** All that there ever were, the newest first. */
export async function allApiKeys(db: Db): Promise<ApiKeyRow[]> {
  return db<ApiKeyRow[]>`${selected(db)} order by k.created_at desc, k.id`;
}

export async function apiKeyById(db: Db, id: string): Promise<ApiKeyRow | undefined> {
  const [row] = await db<ApiKeyRow[]>`${selected(db)} where k.id = ${id}`;
  return row;
}

/** `hash`: in hex. */
export async function addApiKey(
  db: Db,
  key: Pick<ApiKeyRow, 'id' | 'name' | 'officeId' | 'scopes' | 'hint' | 'createdBy' | 'expiresAt'> & {
    hash: string;
  },
): Promise<void> {
  const { id, hash, officeId, name, scopes, hint, createdBy, expiresAt } = key;
  await db`
    insert into api_keys (id, hash, office_id, name, scopes, hint, created_by, expires_at)
    values (${id}, decode(${hash}, 'hex'), ${officeId}, ${name}, ${scopes}, ${hint}, ${createdBy}, ${expiresAt})`;
}

/** It opens nothing from now on; the first time counts. */
export async function revokeApiKey(db: Db, id: string, by: string): Promise<void> {
  await db`
    update api_keys set revoked_at = now(), revoked_by = ${by} where id = ${id} and revoked_at is null`;
}

/** To the hour. */
export async function noteKeyUsed(db: Db, id: string): Promise<void> {
  await db`
    update api_keys set last_used_at = date_trunc('hour', now())
    where id = ${id} and (last_used_at is null or last_used_at < date_trunc('hour', now()))`;
}

/** Those that still open something and end within so many days, in the zone of their office. */
export async function apiKeysEnding(
  db: Db,
  days: number,
): Promise<{ id: string; name: string; hint: string; office: string; zone: Zone; expiresAt: Date }[]> {
  return db`
    select k.id, k.name, k.hint, o.name as office, o.time_zone as zone, k.expires_at
    from api_keys k join offices o on o.id = k.office_id
    where k.revoked_at is null and o.active and k.expires_at > now()
      and k.expires_at < now() + ${days} * interval '1 day'
    order by k.expires_at, k.id`;
}
