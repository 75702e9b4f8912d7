// Intake: complaints and, apart from them, who reports them, as many at once as came together.
import type { Kind, Step } from '../../../sop/terms.ts';
import type { Db } from '../../connection/client.ts';
import type { ComplaintRow } from '../complaint-row.ts';
import { publicFiling } from '../../public/public-texts.ts';
import { type Identity, identitiesInserted, type Point, sealPersons } from '../../people/identities.ts';
import { contactKey } from '../../secrets/secrets.ts';
import { type Office, publicZone } from '../../../sop/offices.ts';
import { dateOf, localDay } from '../../../sop/time/calendar.ts';
import { importSource } from '../../references/references.ts';
import { keptRequest } from './request-hash.ts';

type Columns =
  | 'number'
  | 'kind'
  | 'oversight'
  | 'title'
  | 'description'
  | 'channel'
  | 'category'
  | 'place'
  | 'region'
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
  /** When it was given its number, by the database's clock: what reaches the database much later nobody waits for any more. */
  numberedAt: Date;
  reporter: Identity;
  /** Where it happened. */
  point: Point | null;
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
  oversight: boolean;
  agencyId: string | null;
  receivedAt: Date;
  /** Where it stands by its record; 1 before that begins. */
  step: Step;
  accessKeyHash: Buffer;
  /** As `isSameRequest` compares it. */
  requestHash: Buffer | null;
}

/** Of table or common table `c`. */
const filedColumns = (db: Db) => db`
  c.number, c.kind, c.oversight, c.agency_id, c.received_at, c.step, c.access_key_hash, c.request_hash`;

/** For each of these the first that was filed under one of its keys. */
export async function filedBefore(db: Db, all: readonly FilingKeys[]): Promise<(Filed | undefined)[]> {
  if (all.every((keys) => keys.idempotencyKey === null && keys.externalId === null))
    return all.map(() => undefined);
  const rows = await db<(Filed & { n: number })[]>`
    with k as (
      select * from unnest(${all.map((keys) => keys.idempotencyKey)}::text[], ${all.map((keys) => keys.externalId)}::text[])
        with ordinality k (idempotency_key, external_id, n)
    ), known as (
      select k.n, c.number from k join complaints c on c.idempotency_key = k.idempotency_key
      union select k.n, c.number from k join complaints c on c.external_id = k.external_id
      union select k.n, r.number from k join complaint_references r
        on lower(r.source) = ${importSource} and r.id = k.external_id
    )
    select distinct on (known.n) known.n, ${filedColumns(db)}
    from known join complaints c on c.number = known.number order by known.n, c.number`;
  const found = new Map(rows.map(({ n, ...filed }) => [n, filed]));
  return all.map((_, at) => found.get(at + 1));
}

/**
 * `LAP-<year of receipt, where national is>-<running number of six digits or more>` for each; never given twice. What was
 * received now (null) is so by the database's clock.
 */
export async function nextNumbers(
  db: Db,
  received: readonly (Date | null)[],
  national: Office | undefined,
): Promise<Pick<NewComplaint, 'number' | 'receivedAt' | 'numberedAt'>[]> {
  const rows = await db<{ running: number; now: Date }[]>`
    select nextval('complaint_numbers') as running, clock_timestamp() as now
    from generate_series(1, ${received.length}::int)`;
  const zone = national?.zone ?? publicZone;
  return rows.map(({ running, now }, at) => {
    const receivedAt = received[at] ?? now;
    const year = dateOf(localDay(receivedAt.getTime(), zone)).slice(0, 4);
    return { number: `LAP-${year}-${String(running).padStart(6, '0')}`, receivedAt, numberedAt: now };
  });
}

/** A number that somebody mistyped is none of ours. */
const mostSkipped = 10_000;

/** After an older database was restored: numbers that the engine knows, of which no row is left, are not given again. */
export async function skipNumbersTaken(db: Db, taken: readonly string[]): Promise<void> {
  const running = taken.map((number) => Number(/^LAP-\d{4}-(\d{6,9})$/.exec(number)?.[1] ?? 0));
  const last = Math.max(0, ...running);
  if (last === 0) return;
  const [next] = await db<{ at: number }[]>`select nextval('complaint_numbers')::int as at`;
  const left = last - (next?.at ?? last);
  if (left > 0 && left < mostSkipped)
    await db`select nextval('complaint_numbers') from generate_series(1, ${left}::int)`;
}

/** What was filed under that number. */
export async function filedUnder(db: Db, number: string): Promise<Filed | undefined> {
  const [found] = await db<Filed[]>`select ${filedColumns(db)} from complaints c where c.number = ${number}`;
  return found;
}

/** Of a filing from its number on: shorter than the API waits for the statement that writes it down (`openDatabase`). */
export const filingSeconds = 5;

/**
 * Writes them down with their reporters, in one statement; gives those that nobody filed meanwhile, and that came in time:
 * a database that was stopped still does, when it goes on, what was asked of it, and whoever filed was told 503.
 */
export async function insertComplaints(db: Db, all: readonly NewComplaint[]): Promise<Filed[]> {
  const hashing = await contactKey(db);
  const sealed = await sealPersons(
    db,
    all.map(({ number, reporter: { name, email, phone, nik }, point }) => ({
      number,
      person: { name, email, phone, nik, point },
    })),
  );
  const given = all.map((c, at) => {
    const open = publicFiling(c, c.reporter);
    const { filedBy, reporter, point: _, accessKeyHash, requestHash, receivedAt, numberedAt, ...rest } = c;
    return {
      ...rest,
      receivedAt: receivedAt.toISOString(),
      numberedAt: numberedAt.toISOString(),
      accessKeyHash: accessKeyHash.toString('hex'),
      requestHash: keptRequest(hashing, requestHash).toString('hex'),
      filedByName: filedBy?.name ?? null,
      filedByOfficeId: filedBy?.officeId ?? null,
      publicTitle: open.title,
      publicDescription: open.description,
      publicCategory: open.category,
      updates: reporter.updates,
      language: reporter.language,
      ...sealed[at],
    };
  });
  return db<Filed[]>`
    with given as (
      select * from jsonb_to_recordset(${db.json(given)}) as given ("number" text, "kind" text, "oversight" boolean, "title" text,
        "description" text, "channel" text, "category" text, "place" text, "region" text, "happenedOn" date, "confidentiality" text,
        "agencyId" text, "accessKeyHash" text, "receivedAt" timestamptz, "idempotencyKey" text, "externalId" text,
        "requestHash" text, "filedByName" text, "filedByOfficeId" text, "publicTitle" text, "publicDescription" text,
        "publicCategory" text, "backlog" boolean, "tellReporter" boolean,
        "updates" text[], "language" text, "sealed" text, "wrapped" text, "emailHash" text, "phoneHash" text,
        "numberedAt" timestamptz)
    ), c as (
      insert into complaints (number, kind, oversight, title, description, channel, category, place, region, happened_on,
        confidentiality, agency_id, access_key_hash, received_at, idempotency_key, external_id, request_hash,
        filed_by_name, filed_by_office_id, public_title, public_description, public_category, backlog, tell_reporter)
      select "number", "kind", "oversight", "title", "description", "channel", "category", "place", "region", "happenedOn",
        "confidentiality", "agencyId", decode("accessKeyHash", 'hex'), "receivedAt", "idempotencyKey", "externalId",
        decode("requestHash", 'hex'), "filedByName", "filedByOfficeId", "publicTitle", "publicDescription",
        "publicCategory", "backlog", "tellReporter" from given
      where clock_timestamp() < "numberedAt" + make_interval(secs => ${filingSeconds})
      on conflict do nothing returning *
    ), ${identitiesInserted(db)}
    select ${filedColumns(db)} from c`;
}
