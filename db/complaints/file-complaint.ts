// Intake: the complaint and, apart from it, who reports it. The route orders the steps; they belong in one transaction.
import type { Kind, Step } from '../../sop/terms.ts';
import type { Db } from '../connection/client.ts';
import { one } from '../connection/rows.ts';
import type { ComplaintRow } from './complaint-row.ts';
import { publicFiling } from '../public/public-texts.ts';
import { type Identity, insertIdentity } from '../people/identities.ts';
import { publicZone } from '../../sop/offices.ts';
import { bearerOf, importSource } from '../references/references.ts';

type Columns =
  | 'number'
  | 'kind'
  | 'oversight'
  | 'title'
  | 'description'
  | 'channel'
  | 'category'
  | 'place'
  | 'happenedOn'
  | 'confidentiality'
  | 'agencyId'
  | 'receivedAt'
  | 'accessKeyHash';

/** What finds the first when the same is filed again. */
export interface FilingKeys {
  idempotencyKey: string | null;
  externalId: string | null;
}

export interface NewComplaint extends Pick<ComplaintRow, Columns>, FilingKeys {
  reporter: Identity;
  /** The officer who files it for the reporter. */
  filedBy: { name: string; officeId: string } | null;
  /** Offices hear of it in one summary; `tellReporter`: whether the reporter gets a receipt. */
  backlog: boolean;
  tellReporter: boolean;
  /** SHA-256 of the filing as it was sent. */
  requestHash: Buffer;
}

export interface Filed {
  number: string;
  kind: Kind;
  receivedAt: Date;
  /** Where it stands by its record; 1 before that begins. */
  step: Step;
  accessKeyHash: Buffer;
  requestHash: Buffer | null;
}

/** The first that was filed under one of these keys. */
export async function filedBefore(
  db: Db,
  { idempotencyKey, externalId }: FilingKeys,
): Promise<Filed | undefined> {
  if (idempotencyKey === null && externalId === null) return undefined;
  const [row] = await db<Filed[]>`
    select number, kind, received_at, step, access_key_hash, request_hash from complaints
    where idempotency_key = ${idempotencyKey} or external_id = ${externalId}
      or number = ${externalId === null ? null : ((await bearerOf(db, { source: importSource, id: externalId })) ?? null)}
    limit 1`;
  return row;
}

/** `LAP-<year of receipt, where national is>-<running number of six digits or more>`; never given twice. */
export async function nextNumber(db: Db, receivedAt: Date): Promise<string> {
  const rows = await db<{ running: number; year: string }[]>`
    select nextval('complaint_numbers') as running, to_char(${receivedAt}::timestamptz at time zone
      coalesce((select time_zone from offices where level = 'national' and active limit 1), ${publicZone}), 'YYYY') as year`;
  const { year, running } = one(rows);
  return `LAP-${year}-${String(running).padStart(6, '0')}`;
}

/** Writes it down with its reporter; undefined when somebody filed the same meanwhile. */
export async function insertComplaint(tx: Db, c: NewComplaint): Promise<Filed | undefined> {
  const open = publicFiling(c, c.reporter);
  const [made] = await tx<Filed[]>`
    insert into complaints (number, kind, oversight, title, description, channel, category, place, happened_on, confidentiality,
      agency_id, access_key_hash, received_at, idempotency_key, external_id, request_hash,
      filed_by_name, filed_by_office_id,
      public_title, public_description, public_category, backlog, tell_reporter)
    values (${c.number}, ${c.kind}, ${c.oversight}, ${c.title}, ${c.description}, ${c.channel}, ${c.category},
      ${c.place}, ${c.happenedOn},
      ${c.confidentiality}, ${c.agencyId}, ${c.accessKeyHash}, ${c.receivedAt}, ${c.idempotencyKey},
      ${c.externalId}, ${c.requestHash}, ${c.filedBy?.name ?? null},
      ${c.filedBy?.officeId ?? null}, ${open.title}, ${open.description}, ${open.category}, ${c.backlog}, ${c.tellReporter})
    on conflict do nothing returning number, kind, received_at, step, access_key_hash, request_hash`;
  if (!made) return undefined;
  await insertIdentity(tx, c.number, c.reporter);
  return made;
}
