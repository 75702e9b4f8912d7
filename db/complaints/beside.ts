// What stands beside a report and is shown with it, in one statement: who reports it, and how much there is of what.
import type { Db } from '../connection/client.ts';
import { asked } from '../connection/rows.ts';
import type { KeyChangeRow } from '../people/access-keys.ts';
import type { Contact } from '../people/contacts.ts';
import { type Identity, keptPerson, type KeptPerson, openPerson, type Point } from '../people/identities.ts';
import { usualLanguage } from '../../sop/texts/language.ts';
import { type RatingRow, ratings } from '../ratings/ratings.ts';
import type { ReferenceRow } from '../references/references.ts';

export interface Beside {
  /** Files; of the office's own only where they are asked for. */
  attachments: number;
  /** Reports that were found to be of the same (reading 21). */
  followers: number;
  /** Those who say in the register that it happened to them, too. */
  publicFollowers: number;
  /** Undefined: nobody, or it was not asked for. */
  identity: Identity | undefined;
  /** Where it happened, as the reporter showed it. */
  point: Point | null;
  contact: Contact | undefined;
  /** In the order in which they came. */
  references: Omit<ReferenceRow, 'number'>[];
  /** That there is another access key, in order. */
  keyChanges: Pick<KeyChangeRow, 'at' | 'type' | 'step'>[];
  /** The one that counts. */
  rating: Pick<RatingRow, 'score' | 'comment' | 'at' | 'office'> | undefined;
}

type Row = Pick<Beside, 'attachments' | 'followers' | 'publicFollowers'> & {
  number: string;
  person: KeptPerson | null;
  updates: Identity['updates'] | null;
  language: Identity['language'] | null;
  emailConfirmedAt: Date | null;
  given: (Omit<ReferenceRow, 'number' | 'at'> & { at: string })[] | null;
  keys: (Pick<KeyChangeRow, 'type' | 'step'> & { at: string })[] | null;
  score: RatingRow['score'] | null;
  comment: string | null;
  ratedAt: Date | null;
  ratedFor: string | null;
};

/**
 * `internal`: with what is the offices' own; `knows`: who asks may know the reporter, else nobody opens who that is. Throws when
 * there is no such report.
 */
export async function besideOf(
  db: Db,
  number: string,
  { internal, knows }: { internal: boolean; knows: boolean },
): Promise<Beside> {
  const rows = await db<Row[]>`
    select c.number, case when ${knows} then ${keptPerson(db, db`c.number`)} end as person, i.updates, i.language,
      i.email_confirmed_at,
      (select count(*) from attachments t
        where t.number = c.number and (${internal} or t.visibility = 'reporter')) as attachments,
      (select count(*) from complaints d where d.duplicate_of = c.number) as followers,
      (select count(*) from register_followers f where f.number = c.number and f.ended_at is null) as public_followers,
      (select json_agg(json_build_object('source', r.source, 'id', r.id, 'at', r.at, 'byName', r.by_name,
          'office', o.name) order by r.nth)
        from complaint_references r left join offices o on o.id = r.office_id where r.number = c.number) as given,
      (select json_agg(json_build_object('at', y.at, 'type', y.type, 'step', y.step) order by y.nth)
        from key_changes y where y.number = c.number) as keys,
      k.score, k.comment, k.at as rated_at, k.office as rated_for
    from complaints c left join identities i on i.number = c.number
      left join lateral (${ratings(db)} where r.number = c.number order by r.nth desc limit 1) k on true
    where c.number = ${number}`;
  const [row] = asked(rows, 'number', number);
  if (!row) throw new Error(`Complaint ${number} is not in the record.`);
  const { person, updates, language, emailConfirmedAt, given, keys } = row;
  const { score, comment, ratedAt, ratedFor } = row;
  const opened = person ? openPerson(db, person) : undefined;
  return {
    attachments: row.attachments,
    followers: row.followers,
    publicFollowers: row.publicFollowers,
    identity: opened && {
      name: opened.name,
      email: opened.email,
      phone: opened.phone,
      nik: opened.nik,
      updates: updates ?? [],
      language: language ?? usualLanguage,
    },
    point: opened?.point ?? null,
    contact: opened && { email: opened.email, confirmedAt: emailConfirmedAt },
    references: (given ?? []).map((one) => ({ ...one, at: new Date(one.at) })),
    keyChanges: (keys ?? []).map((one) => ({ ...one, at: new Date(one.at) })),
    rating:
      score !== null && ratedAt && ratedFor !== null
        ? { score, comment, at: ratedAt, office: ratedFor }
        : undefined,
  };
}
