// Who asks, and the report that they ask for, in one statement: most requests need no other before they do something.
import { type ComplaintRow, complaintColumns, complaintTables } from '../complaints/complaint-row.ts';
import { involvesSubtree, subtreeFrom } from '../complaints/involved.ts';
import type { Db } from '../connection/client.ts';
import { asked } from '../connection/rows.ts';
import type { KeptAnswer } from '../record/kept-answers.ts';
import { rulesVersion } from '../rules/kept-rules.ts';
import type { SessionKey } from './sessions.ts';
import { officeColumn, userColumns, type UserRow } from './users.ts';

/** A report as it was found for somebody. */
export interface Found {
  complaint: ComplaintRow;
  /** Whether the offices under the user's have or had a part in it. */
  involved: boolean;
}

export interface WhoAsks {
  user: UserRow;
  /** Of the rules as they are (see `KeptRules`). */
  rulesVersion: string;
  /** Undefined: no number was named, or there is no such report. */
  found: Found | undefined;
  /** What was answered under the key before. */
  kept: KeptAnswer | undefined;
}

/** What is asked for besides. */
interface Named {
  number: string | undefined;
  /** Under which something was answered before, as it is kept. */
  key: string | undefined;
}

const keptColumns = (db: Db, { number, key }: Named) => db`
  (select json_build_object('request', k.request, 'outcome', k.outcome) from kept_answers k
    where k.number = ${number ?? null} and k.key = ${key ?? null}) as kept`;

/** `key`: whose the session says that it is, which it no longer is once it was signed out, here or everywhere. */
const whose = (db: Db, { id, username, epoch }: SessionKey) => db`
  select ${id}::uuid as session_id, ${userColumns(db)}, ${rulesVersion(db)} as rules_version,
    o.id as own_office_id, o.parent_id is null as of_root
  from users u join offices o on o.id = u.office_id
  where u.username = ${username} and u.epoch = ${epoch} and u.active and o.active
    and not exists (select from ended_sessions e where e.id = ${id})`;

/** The holder need not be looked for below; at the root of the tree all is below. */
const isInvolved = (db: Db) => db`
  case when c.holder_id = who.own_office_id or who.of_root then true else ${involvesSubtree(db)} end`;

/** `hash`: of an API key, which opens nothing once it was revoked, has ended, or its office has. Demo people's are theirs. */
const whoseKey = (db: Db, hash: string) => db`
  select ${hash}::text as hash, k.id as key_id, k.scopes, k.created_by, k.name, 'admin' as role,
    null::text as password_hash, 0 as epoch, k.last_used_at as last_seen_at, u.demo, false as password_by_ops, null::text as language,
    false as has_second_factor,
    ${officeColumn(db)}, ${rulesVersion(db)} as rules_version, o.id as own_office_id, o.parent_id is null as of_root
  from api_keys k join offices o on o.id = k.office_id join users u on u.username = k.created_by
  where k.hash = decode(${hash}, 'hex') and k.revoked_at is null and k.expires_at > now() and o.active`;

/** Undefined: the session has ended, or its user or office is there no more. */
export async function whoAsks(db: Db, session: SessionKey, named: Named): Promise<WhoAsks | undefined> {
  const rows = await asking<Row & { sessionId: string }>(db, whose(db, session), named);
  const [row] = asked(
    asked(asked(rows, 'sessionId', session.id), 'username', session.username),
    'epoch',
    session.epoch,
  );
  if (!row) return undefined;
  const { sessionId: _, ...rest } = row;
  return whoOf(rest, named);
}

/** Of an API key. */
export interface KeyAsks extends WhoAsks {
  key: { id: string; scopes: string[]; createdBy: string };
}

/** `hash`: in hex; `username`: under which the key acts. Undefined: it opens nothing. */
export async function keyAsks(
  db: Db,
  { hash, username }: { hash: string; username: string },
  named: Named,
): Promise<KeyAsks | undefined> {
  type KeyRow = Omit<Row, 'username'> & {
    hash: string;
    keyId: string;
    scopes: string[];
    createdBy: string;
  };
  const [row] = asked(await asking<KeyRow>(db, whoseKey(db, hash), named), 'hash', hash);
  if (!row) return undefined;
  const { hash: _, keyId: id, scopes, createdBy, ...rest } = row;
  return { ...whoOf({ ...rest, username }, named), key: { id, scopes, createdBy } };
}

/** Who asks, by that statement, and the report that is named. */
function asking<R extends object>(db: Db, who: ReturnType<typeof whoseKey>, named: Named) {
  const { number } = named;
  return number === undefined
    ? db<R[]>`${who}`
    : db<R[]>`
        with recursive who as (${who}),
          ${subtreeFrom(db, db`select own_office_id as id from who`)}
        select who.*, c.*, ${keptColumns(db, named)} from who left join lateral (
          select ${complaintColumns(db)}, ${isInvolved(db)} as involved
          from ${complaintTables(db)} where c.number = ${number}
        ) c on true`;
}

function whoOf(row: Row, { number }: Named): WhoAsks {
  const { ownOfficeId: _, ofRoot: __, rulesVersion: version, involved, kept, ...both } = row;
  const {
    username,
    name,
    role,
    passwordHash,
    epoch,
    lastSeenAt,
    passwordByOps,
    demo,
    language,
    hasSecondFactor,
    office,
    ...complaint
  } = both;
  const user = {
    username,
    name,
    role,
    passwordHash,
    epoch,
    lastSeenAt,
    passwordByOps,
    demo,
    language,
    hasSecondFactor,
    office,
  };
  const who = { user, rulesVersion: version, kept: kept ?? undefined };
  if (typeof complaint.number !== 'string') return { ...who, found: undefined };
  asked([complaint], 'number', number ?? '');
  return { ...who, found: { complaint, involved: involved === true } };
}

type Row = UserRow &
  ComplaintRow & {
    ownOfficeId: string;
    ofRoot: boolean;
    rulesVersion: string;
    involved: boolean | null;
    kept?: KeptAnswer | null;
  };

/** The report of that number, without asking who asks; undefined: there is none. */
export async function complaintWithRules(
  db: Db,
  named: Named & { number: string },
): Promise<(Pick<WhoAsks, 'rulesVersion' | 'kept'> & { complaint: ComplaintRow }) | undefined> {
  const { number } = named;
  const rows = await db<(ComplaintRow & Pick<Row, 'rulesVersion' | 'kept'>)[]>`
    select ${complaintColumns(db)}, ${rulesVersion(db)} as rules_version, ${keptColumns(db, named)}
    from ${complaintTables(db)} where c.number = ${number}`;
  const [row] = asked(rows, 'number', number);
  if (!row) return undefined;
  const { rulesVersion: version, kept, ...complaint } = row;
  return { complaint, rulesVersion: version, kept: kept ?? undefined };
}
