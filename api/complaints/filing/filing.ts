// SOP 1: what is filed is held against the rules, and written down once, alone or with all that came along with it.
import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { filing } from '../../../contract/reporter/public.ts';
import {
  type Filed,
  filedBefore,
  filingSeconds,
  insertComplaints,
  type NewComplaint,
  nextNumbers,
} from '../../../db/complaints/filing/file-complaint.ts';
import { isSameRequest } from '../../../db/complaints/filing/request-hash.ts';
import { addFiledReferences, importSource, type Reference } from '../../../db/references/references.ts';
import type { Rules } from '../../../db/rules/kept-rules.ts';
import { usualLanguage } from '../../../sop/texts/language.ts';
import { DatabaseAway } from '../../../db/connection/away.ts';
import type { Db } from '../../../db/connection/client.ts';
import { Problem } from '../../http/problems.ts';
import { accessKeyOf, hashOfKey, opens } from '../../identity/access-key.ts';
import type { User } from '../../identity/session.ts';
import { addFiled, requireOfficer } from '../../references/adding.ts';
import type { Services } from '../../services.ts';
import { writtenAllTheSame } from './after-break.ts';
import { faultOf, requireNational } from './faults.ts';

type Filing = z.output<typeof filing>;

/** Held against the rules; what it lacks is its number. */
export interface Checked {
  complaint: Omit<NewComplaint, 'number' | 'numberedAt' | 'accessKeyHash' | 'receivedAt'> & {
    receivedAt: Date | null;
  };
  references: Reference[];
  /** Why it is not filed, unless it was filed before: then it is answered alike, whatever the rules are now. */
  fault: Problem | undefined;
}

/** Who files, by which rules. */
interface By {
  user: User | undefined;
  rules: Rules;
}

/** `key`: the Idempotency-Key. Throws `forbidden` for what only some may say. */
export function checked(body: Filing, key: string | undefined, { user, rules }: By): Checked {
  requireNational(body, user);
  // How it is told is not part of what is filed: what is sent again in another manner is the same.
  const { backlog, notifyReporter, language = usualLanguage, ...what } = body;
  const { references = [], ...report } = what;
  requireOfficer(references, user);
  const late = backlog ?? isBacklog(body);
  const complaint = {
    ...report,
    backlog: late,
    tellReporter: !late || notifyReporter === true,
    category: body.category ?? null,
    place: body.place ?? null,
    region: body.region ?? null,
    point: body.point ?? null,
    happenedOn: body.happenedOn ?? null,
    agencyId: body.agencyId ?? null,
    // Else now, by the clock that all APIs share.
    receivedAt: body.receivedAt ? new Date(body.receivedAt) : null,
    externalId: body.externalId ?? null,
    idempotencyKey: key === undefined ? null : sha256(`filing:${key}`).toString('hex'),
    requestHash: sha256(JSON.stringify(what)),
    filedBy: user ? { name: user.name, officeId: user.office.id } : null,
    reporter: {
      name: body.reporter.name,
      email: body.reporter.email ?? null,
      phone: body.reporter.phone ?? null,
      nik: body.reporter.nik ?? null,
      updates: body.reporter.updates ?? [],
      language,
    },
  };
  return {
    complaint,
    references,
    fault: faultOf(body, rules),
  };
}

/** What was written down, or found to be there. */
interface Written {
  found: Filed;
  isNew: boolean;
}

/** Unless the same was filed before, or is at this moment. Throws its fault, and `reference-taken`; then nothing was filed. */
export async function writeDown(services: Services, one: Checked, by: By): Promise<Written> {
  const { sql } = services;
  const [before] = await filedBefore(sql, [one.complaint]);
  if (before) return { found: before, isNew: false };
  if (one.fault) throw one.fault;
  const named = by.user ? namedBy(one) : [];
  if (named.length === 0) return writeAlone(services, sql, one, by);
  return sql.begin(async (tx) => {
    const written = await writeAlone(services, tx, one, by);
    if (written.isNew && by.user) await addFiled(tx, written.found.number, named, by.user);
    return written;
  });
}

/**
 * The same of many in one transaction, each for itself: one that cannot be written down is answered with its problem, and
 * keeps none of the others.
 */
export async function writeDownAll(
  services: Services,
  all: readonly Checked[],
  by: By & { user: User },
): Promise<Map<Checked, Written | { error: unknown }>> {
  const { sql } = services;
  const before = await filedBefore(sql, keysOf(all));
  const fresh = all.filter(({ fault }, at) => !before[at] && !fault);
  const made = await writeTogether(services, fresh, by).catch((error: unknown) => {
    if (error instanceof DatabaseAway) throw error;
    // Which one it was comes to light when each is written down by itself.
    return undefined;
  });
  const outcomes = new Map<Checked, Written | { error: unknown }>();
  for (const [at, one] of all.entries()) {
    const [known, own] = [before[at], made?.get(one)];
    const alone = async () => writeDown(services, one, by).catch((error: unknown) => ({ error }));
    if (known) outcomes.set(one, { found: known, isNew: false });
    else if (one.fault) outcomes.set(one, { error: one.fault });
    else outcomes.set(one, own ? { found: own, isNew: true } : await alone());
  }
  return outcomes;
}

/** What nobody files meanwhile, by what it was. Throws when one of them cannot be written; then none was. */
async function writeTogether(
  services: Services,
  all: readonly Checked[],
  by: By & { user: User },
): Promise<Map<Checked, Filed>> {
  if (all.length === 0) return new Map();
  const numbered = await withNumbers(services, services.sql, all, by);
  return services.sql.begin(async (tx) => {
    const filed = await insertComplaints(tx, numbered);
    const byNumber = new Map(filed.map((one) => [one.number, one]));
    const made = all.flatMap((one, at): [Checked, Filed][] => {
      const own = byNumber.get(numbered[at]?.number ?? '');
      return own ? [[one, own]] : [];
    });
    const named = made.flatMap(([one, { number }]) =>
      namedBy(one).map(([, reference]) => ({ ...reference, number })),
    );
    const { name, office } = by.user;
    const added = await addFiledReferences(tx, named, { name, officeId: office.id });
    // Known by another report, or twice among these.
    if (added < named.length) throw new Problem('reference-taken');
    return new Map(made);
  });
}

async function writeAlone(services: Services, db: Db, one: Checked, by: By): Promise<Written> {
  const until = performance.now() + filingSeconds * 1_000;
  const numbered = await withNumbers(services, db, [one], by);
  const made = await insertComplaints(db, numbered).then(
    ([first]) => first,
    (error: unknown) => {
      // Of a transaction nothing stands without its end.
      if (db !== services.sql) throw error;
      return writtenAllTheSame(db, numbered[0]?.number ?? '', until, error);
    },
  );
  if (made) return { found: made, isNew: true };
  const [found] = await filedBefore(db, [one.complaint]);
  if (found) return { found, isNew: false };
  // As that statement said: it came too late, and nothing was filed.
  if (performance.now() > until - 500) throw new DatabaseAway('It came too late to be filed.');
  throw new Error(`Number ${numbered[0]?.number} is taken.`);
}

/** With number and key. */
async function withNumbers(
  { secret }: Services,
  db: Db,
  all: readonly Checked[],
  { rules }: By,
): Promise<NewComplaint[]> {
  const received = all.map(({ complaint }) => complaint.receivedAt);
  const numbered = await nextNumbers(db, received, rules.national);
  return all.flatMap(({ complaint }, at) => {
    const own = numbered[at];
    return own ? [{ ...complaint, ...own, accessKeyHash: hashOfKey(accessKeyOf(secret, own.number)) }] : [];
  });
}

function keysOf(all: readonly Checked[]) {
  return all.map(({ complaint }) => complaint);
}

/** By the path of its field. */
function namedBy({ complaint: { externalId }, references }: Checked): [string, Reference][] {
  const own = externalId === null ? [] : [{ source: importSource, id: externalId }];
  return [
    ...own.map((one): [string, Reference] => ['externalId', one]),
    ...references.map((one, at): [string, Reference] => [`references.${at}.id`, one]),
  ];
}

/**
 * What is answered of it; `hashing`: what contacts are hashed with. Throws when something else was filed under its key, or
 * its key was shown and is lost.
 */
export function answered(
  { found, isNew }: Written,
  { complaint: { externalId, requestHash } }: Checked,
  { secret, hashing }: { secret: string; hashing: string },
): { accessKey: string; alreadyFiled: boolean } {
  const alreadyFiled = !isNew && Boolean(externalId);
  if (!isNew && !alreadyFiled && !isSameRequest(hashing, found.requestHash, requestHash)) {
    throw new Problem('idempotency-key-reused');
  }
  return { accessKey: keyOf(found, secret), alreadyFiled };
}

const hourMs = 3_600_000;

/** Whoever files a letter of this morning files no backlog. */
function isBacklog({ receivedAt }: Filing): boolean {
  return Boolean(receivedAt) && Date.parse(receivedAt ?? '') < Date.now() - hourMs;
}

/** The key again, for a repeated filing; not when the secret it came from was changed since. */
function keyOf({ number, accessKeyHash }: Filed, secret: string): string {
  const key = accessKeyOf(secret, number);
  if (!opens(key, accessKeyHash))
    throw new Problem('key-already-shown', {
      detail: { id: `Nomor laporan: ${number}`, en: `Number of the report: ${number}` },
    });
  return key;
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
