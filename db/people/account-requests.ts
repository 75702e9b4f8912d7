// What ops ask of accounts where two of them are wanted (decision 50).
import type { Db } from '../connection/client.ts';
import { one } from '../connection/rows.ts';

/** What an account is to become; what is left out stays as it is. */
export interface AskedFields {
  name?: string | undefined;
  role?: 'admin' | 'ops' | undefined;
  officeId?: string | undefined;
  email?: string | null | undefined;
  active?: boolean | undefined;
  unlink?: true | undefined;
  /** All its second factors are taken away. */
  withoutSecondFactor?: true | undefined;
  /** There is another one. */
  password?: true | undefined;
}

/** What of an account must still be so when a change of it is approved; the epoch moves with its password and sign-outs. */
export interface AccountState {
  role: 'admin' | 'ops';
  officeId: string;
  active: boolean;
  epoch: number;
}

interface NewAccountRequest {
  askedBy: string;
  why: string;
  /** A username. */
  subject: string;
  fields: AskedFields;
  passwordHash: string | null;
  /** Null: the account is to be made. */
  before: AccountState | null;
}

export interface AccountRequest extends Omit<NewAccountRequest, 'passwordHash'> {
  id: number;
  askedByName: string;
  askedAt: Date;
  goodUntil: Date;
  /** Of who has the account; null: nobody has it. */
  subjectName: string | null;
  state: 'open' | 'approved' | 'refused' | 'withdrawn' | 'expired';
  decidedBy: string | null;
  decidedByName: string | null;
  decidedAt: Date | null;
  decidedWhy: string | null;
}

const goodForHours = 72;
const mostListed = 100;

/** Keeps it for three days; gives its id and until when it may be approved. */
export async function keepRequest(
  tx: Db,
  { askedBy, why, subject, fields, passwordHash, before }: NewAccountRequest,
): Promise<{ id: number; goodUntil: Date }> {
  return one(
    await tx<{ id: number; goodUntil: Date }[]>`
      insert into account_requests (asked_by, good_until, why, subject, is_new, fields, password_hash, before)
      values (${askedBy}, now() + make_interval(hours => ${goodForHours}), ${why}, ${subject}, ${before === null},
        ${tx.json(fields)}, ${passwordHash}, ${before && tx.json(before)})
      returning id, good_until`,
  );
}

const columns = (db: Db) => db`
  r.id, r.asked_by, a.name as asked_by_name, r.asked_at, r.good_until, r.why, r.subject, s.name as subject_name,
  r.fields, r.before, r.decided_by, d.name as decided_by_name, r.decided_at, r.decided_why,
  case when r.outcome is null and r.good_until <= now() then 'expired' else coalesce(r.outcome, 'open') end as state`;

const tables = (db: Db) => db`
  account_requests r join users a on a.username = r.asked_by
    left join users s on s.username = r.subject left join users d on d.username = r.decided_by`;

/** Those that wait first, then the newest; a hundred. */
export async function latestRequests(db: Db): Promise<AccountRequest[]> {
  return db<AccountRequest[]>`
    select ${columns(db)} from ${tables(db)}
    order by (r.outcome is null and r.good_until > now()) desc, r.id desc limit ${mostListed}`;
}

export async function requestById(db: Db, id: number): Promise<AccountRequest | undefined> {
  const [row] = await db<AccountRequest[]>`select ${columns(db)} from ${tables(db)} where r.id = ${id}`;
  return row;
}

/** To be decided, with the hash of its password; locked until the transaction ends. */
export async function lockRequest(
  tx: Db,
  id: number,
): Promise<(AccountRequest & { passwordHash: string | null }) | undefined> {
  const [row] = await tx<(AccountRequest & { passwordHash: string | null })[]>`
    select ${columns(tx)}, r.password_hash from ${tables(tx)} where r.id = ${id} for update of r`;
  return row;
}

/** Ends it; the hash of its password is kept no longer. */
export async function settleRequest(
  tx: Db,
  id: number,
  { by, outcome, why }: { by: string; outcome: 'approved' | 'refused' | 'withdrawn'; why: string | null },
): Promise<void> {
  await tx`
    update account_requests set outcome = ${outcome}, decided_by = ${by}, decided_at = now(), decided_why = ${why},
      password_hash = null where id = ${id}`;
}

/** Of requests that nobody approved in time nothing secret is kept. */
export async function forgetExpired(db: Db): Promise<void> {
  await db`
    update account_requests set password_hash = null
    where outcome is null and good_until <= now() and password_hash is not null`;
}

/** How the account stands, locked until the transaction ends; undefined: there is none. */
export async function lockAccount(tx: Db, username: string): Promise<AccountState | undefined> {
  const [row] = await tx<AccountState[]>`
    select role, office_id, active, epoch from users where username = ${username} for update`;
  return row;
}
