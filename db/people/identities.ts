// Who reports, kept apart from what is reported (reading 14), and sealed by a key of the report's own (reading 33, decision 52).
import type { Db, Piece } from '../connection/client.ts';
import type { Update } from '../../sop/terms.ts';
import type { Language } from '../../sop/texts/language.ts';
import { newKey, openBy, sealBy } from '../secrets/sealing.ts';
import { contactKey } from '../secrets/secrets.ts';
import { forgetPassedOver, notePassedOver } from '../operations/passed-over.ts';
import { keptRequest } from '../complaints/filing/request-hash.ts';
import { hashOfAddress, hashOfPhone } from './contact-address.ts';

export interface Identity {
  name: string;
  email: string | null;
  phone: string | null;
  nik: string | null;
  /** What they wish to be mailed besides what always goes. */
  updates: readonly Update[];
  /** What they are written to in. */
  language: Language;
}

/** Where something happened, in degrees; kept with who reported it. */
export interface Point {
  latitude: number;
  longitude: number;
}

/** What is sealed of who reports. */
export interface Person extends Pick<Identity, 'name' | 'email' | 'phone' | 'nik'> {
  point: Point | null;
}

/** A person as `keptPerson` reads them. */
export interface KeptPerson {
  number: string;
  /** In hex; null: nothing of it is sealed yet. */
  sealed: string | null;
  /** The key of it, itself sealed; in hex. */
  wrapped: string | null;
  /** As the release before writes them; what is there is newer than what is sealed. */
  name: string;
  email: string | null;
  phone: string | null;
  nik: string | null;
  latitude: number | null;
  longitude: number | null;
}

/** A column: who reports the complaint of that number, for `openPerson`; null for nobody. */
export function keptPerson(db: Db, number: Piece | string): Piece {
  return db`(
    select json_build_object('number', kept.number, 'sealed', encode(kept.sealed, 'hex'),
      'wrapped', encode(kept_key.wrapped, 'hex'), 'name', kept.name, 'email', kept.email, 'phone', kept.phone,
      'nik', kept.nik, 'latitude', kept.latitude, 'longitude', kept.longitude)
    from identities kept left join identity_keys kept_key on kept_key.number = kept.number
    where kept.number = ${number})`;
}

/** Whether the row `i` of `identities` has an address, without opening it. */
export function hasAddress(db: Db): Piece {
  return db`(i.email is not null or i.email_hash is not null)`;
}

/** Throws as `Vault.open`. */
export function openPerson(db: Db, kept: KeptPerson): Person {
  const { name, email, phone, nik, latitude, longitude } = kept;
  const sealed = openSealed(db, kept);
  return {
    name: name || (sealed?.name ?? ''),
    email: email ?? sealed?.email ?? null,
    phone: phone ?? sealed?.phone ?? null,
    nik: nik ?? sealed?.nik ?? null,
    point: latitude !== null && longitude !== null ? { latitude, longitude } : (sealed?.point ?? null),
  };
}

/** Of a job over many: one that does not open is passed over, told to ops, and looked at again later. */
export async function openEach<T extends { number: string; person: KeptPerson | null }>(
  db: Db,
  rows: readonly T[],
): Promise<{ row: T; person: Person | undefined }[]> {
  const opened: { row: T; person: Person | undefined }[] = [];
  for (const row of rows) {
    try {
      opened.push({ row, person: row.person ? openPerson(db, row.person) : undefined });
    } catch {
      await notePassedOver(db, openJob, row.number, 'does-not-open');
    }
  }
  await forgetPassedOver(db, openJob, ...opened.map(({ row }) => row.number));
  return opened;
}

const openJob = 'identities';

/** A condition: whether those of the report of that number are not passed over for now. */
export function mayOpen(db: Db, number: Piece): Piece {
  return db`not exists (select from passed_over over where over.job = ${openJob} and over.item = ${number} and over.next_at > now())`;
}

/** The person that reports the complaint; undefined for nobody. */
export async function personOf(
  db: Db,
  number: string,
): Promise<{ kept: KeptPerson; person: Person } | undefined> {
  const [row] = await db<{ person: KeptPerson | null }[]>`select ${keptPerson(db, number)} as person`;
  return row?.person ? { kept: row.person, person: openPerson(db, row.person) } : undefined;
}

/** What is kept of somebody, as it goes into a statement: bytes in hex. */
interface SealedPerson {
  number: string;
  sealed: string;
  /** Null: the key is kept already. */
  wrapped: string | null;
  emailHash: string | null;
  phoneHash: string | null;
}

/** What binds a report's key to it, and what it seals. */
export const identityOf = (number: string) => `identity ${number}`;
/** So that a length tells little of a name. */
const padTo = 128;

/**
 * Sealed, each by a key of the report's own, a new one unless it has one: without it nobody opens the rest, so that who
 * deletes it erases the person, in every copy whose keys outside are gone.
 */
export async function sealPersons(
  db: Db,
  all: readonly { number: string; person: Person; kept?: KeptPerson }[],
): Promise<SealedPerson[]> {
  const isReached = all.some(({ person }) => person.email !== null || person.phone !== null);
  const hashing = isReached ? await contactKey(db) : '';
  return all.map(({ number, person, kept }) => {
    const known = kept && keyOf(db, kept);
    const key = known ?? newKey();
    const text = JSON.stringify(person);
    const bytes = Buffer.from(text);
    const padded = Buffer.alloc(Math.ceil(bytes.length / padTo) * padTo, ' ');
    bytes.copy(padded);
    const hex = (hash: Buffer | null) => hash && hash.toString('hex');
    return {
      number,
      sealed: sealBy(key, padded, identityOf(number)).toString('hex'),
      wrapped: known ? null : db.vault.seal(key, identityOf(number)).toString('hex'),
      emailHash: hex(person.email === null ? null : hashOfAddress(hashing, person.email)),
      phoneHash: hex(person.phone === null ? null : hashOfPhone(hashing, person.phone)),
    };
  });
}

/**
 * Parts of the statement that files: the reporters of the common table `given`, of those reports that `c` has.
 */
export function identitiesInserted(db: Db): Piece {
  // An address that was confirmed once is known (reading 33).
  return db`
    reporter_keys as (
      insert into identity_keys (number, wrapped) select "number", decode("wrapped", 'hex') from given join c using (number)
    ), reporters as (
      insert into identities (number, name, sealed, updates, language, email_hash, phone_hash, email_confirmed_at)
      select "number", '', decode("sealed", 'hex'), "updates", "language", decode("emailHash", 'hex'),
        decode("phoneHash", 'hex'), a.confirmed_at
      from given join c using (number) left join confirmed_addresses a on a.address = decode("emailHash", 'hex')
    )`;
}

/** Keeps these persons in place of what is kept of them, sealed. Their rows are locked, or nobody else changes them. */
export async function keepPersons(
  tx: Db,
  all: readonly { kept: KeptPerson; person: Person }[],
): Promise<void> {
  const given = await sealPersons(
    tx,
    all.map(({ kept, person }) => ({ number: kept.number, kept, person })),
  );
  await tx`
    with given as (
      select * from jsonb_to_recordset(${tx.json(given)}) as given ("number" text, "sealed" text, "wrapped" text,
        "emailHash" text, "phoneHash" text)
    ), keys as (
      insert into identity_keys (number, wrapped)
      select "number", decode("wrapped", 'hex') from given where "wrapped" is not null
    )
    update identities i set name = '', email = null, phone = null, nik = null, latitude = null, longitude = null,
      sealed = decode(given."sealed", 'hex'), email_hash = decode(given."emailHash", 'hex'),
      phone_hash = decode(given."phoneHash", 'hex')
    from given where i.number = given."number"`;
  await keyRequests(
    tx,
    all.filter(({ kept }) => kept.sealed === null).map(({ kept }) => kept.number),
  );
}

/** The hash of a filing by the release before would tell whether somebody filed it, to who guesses everything in it. */
async function keyRequests(tx: Db, numbers: readonly string[]): Promise<void> {
  if (numbers.length === 0) return;
  const rows = await tx<{ number: string; requestHash: Buffer }[]>`
    select number, request_hash from complaints where number = any(${[...numbers]}::text[]) and length(request_hash) = 32
    order by number for update`;
  const hashing = await contactKey(tx);
  const given = rows.map((row) => ({
    number: row.number,
    hash: keptRequest(hashing, row.requestHash).toString('hex'),
  }));
  await tx`
    update complaints c set request_hash = decode(given.hash, 'hex')
    from jsonb_to_recordset(${tx.json(given)}) as given (number text, hash text) where c.number = given.number`;
}

function openSealed(db: Db, kept: KeptPerson): Person | undefined {
  const key = keyOf(db, kept);
  if (!key || kept.sealed === null) return undefined;
  const bytes = openBy(key, Buffer.from(kept.sealed, 'hex'), identityOf(kept.number));
  return JSON.parse(bytes.toString()) as Person;
}

/** The report's own; undefined: there is none. */
function keyOf({ vault }: Db, { number, wrapped }: KeptPerson): Buffer | undefined {
  return wrapped === null ? undefined : vault.open(Buffer.from(wrapped, 'hex'), identityOf(number));
}
