// Erases who reported, at their wish or by the policy, while the record stays whole (reading 33, decision 52).
import type { Db } from '../../connection/client.ts';
import { channels } from '../../connection/channels.ts';
import { ownWords } from '../../../sop/texts/public-text.ts';
import { forgotten, isReachable } from '../../public/register-followers.ts';
import { type Person, personOf } from '../identities.ts';

type By = 'reporter' | 'retention';

/**
 * In a transaction; gives false, and does nothing, while the report has not ended. With the report's key goes what it seals,
 * in every copy whose keys outside are gone, too; the words of the report lose what names them. Once erased it stays so.
 */
export async function eraseReporter(tx: Db, number: string, by: By): Promise<boolean> {
  // In the order in which they are locked elsewhere.
  await tx`select from identities where number = ${number} for update`;
  const [words] = await tx<Words[]>`
    select title, description, place from complaints where number = ${number} and ended_at is not null for update`;
  if (!words) return false;
  if (by === 'retention') await forgetFollowers(tx, number);
  const known = await personOf(tx, number);
  if (!known) return true;
  await maskWords(tx, number, words, known.person);
  await tx`
    delete from parting_addresses p using notifications n where n.id = p.notification_id and n.number = ${number}`;
  await tx`
    delete from attachment_names n using attachments a where a.id = n.attachment_id and a.number = ${number}`;
  await tx`delete from uploads where number = ${number}`;
  // The chain of ratings covers a salted hash of each comment (decision 25).
  await tx`delete from rating_comments where number = ${number}`;
  await tx`
    delete from confirmed_addresses a using identities i where i.number = ${number} and a.address = i.email_hash
      and not exists (select from identities o where o.email_hash = i.email_hash and o.number <> ${number})`;
  // Codes that were asked for a lost access key stand beside the address's hash.
  await tx`delete from key_codes where number = ${number}`;
  await tx`delete from identity_keys where number = ${number}`;
  await tx`delete from identities where number = ${number}`;
  await tx`insert into erasures (number, by) values (${number}, ${by})`;
  await tx`select pg_notify(${channels.complaints}, ${number})`;
  return true;
}

interface Words {
  title: string;
  description: string;
  place: string | null;
}

/** As the public has read them since they were written (reading 14), also in notices that quote the title. */
async function maskWords(tx: Db, number: string, was: Words, who: Person): Promise<void> {
  const title = ownWords(was.title, who);
  await tx`
    update complaints set title = ${title}, description = ${ownWords(was.description, who)},
      place = ${was.place && ownWords(was.place, who)}
    where number = ${number}`;
  if (title === was.title) return;
  const inJson = (text: string) => JSON.stringify(text).slice(1, -1);
  await tx`
    update notifications set subject = replace(subject, ${was.title}, ${title}),
      subject_en = replace(subject_en, ${was.title}, ${title}), body = replace(body, ${was.title}, ${title}),
      parts = replace(parts::text, ${inJson(was.title)}, ${inJson(title)})::jsonb
    where number = ${number}`;
}

async function forgetFollowers(tx: Db, number: string): Promise<void> {
  await tx`
    update register_followers f set ${forgotten(tx)} where f.number = ${number} and ${isReachable(tx)}`;
}

/** The reports that ended more than so many days ago and of which somebody is known still; the oldest first. */
export async function expired(db: Db, days: number, limit: number): Promise<string[]> {
  const rows = await db<{ number: string }[]>`
    select c.number from complaints c
    where c.ended_at < now() - make_interval(days => ${days})
      and (exists (select from identities i where i.number = c.number)
        or exists (select from register_followers f where f.number = c.number and ${isReachable(db)}))
      and not exists (select from passed_over p where p.job = 'erase' and p.item = c.number and p.next_at > now())
    order by c.ended_at limit ${limit}`;
  return rows.map(({ number }) => number);
}
