// How a person wants to hear of each topic.
import type { Topic } from '../../sop/notices/notices.ts';
import type { Zone } from '../../sop/offices.ts';
import type { Language } from '../../sop/texts/language.ts';
import type { Db } from '../connection/client.ts';
import { one } from '../connection/rows.ts';

export interface Choice {
  topic: Topic;
  inApp: boolean;
  mail: 'off' | 'now' | 'hourly' | 'daily';
}

interface Chosen {
  email: string | null;
  emailConfirmed: boolean;
  /** null: chose none. */
  language: Language | null;
  choices: Choice[];
}

export async function choicesOf(db: Db, username: string): Promise<Chosen> {
  const rows = await db<Chosen[]>`
    select email, language, email_confirmed_at is not null as email_confirmed, coalesce((
      select json_agg(json_build_object('topic', topic, 'inApp', in_app, 'mail', mail))
      from notification_choices c where c.username = u.username), '[]') as choices
    from users u where username = ${username}`;
  return one(rows);
}

/** Keeps the address (null: none; undefined: as it was) and these choices; topics not named stay as they are. */
export async function choose(
  db: Db,
  username: string,
  email: string | null | undefined,
  choices: readonly Choice[],
): Promise<void> {
  await db`
    with kept as (
      insert into notification_choices (username, topic, in_app, mail)
      select ${username}, topic, "inApp", mail
      from jsonb_to_recordset(${db.json(choices)}) as c(topic text, "inApp" boolean, mail text)
      on conflict (username, topic) do update set in_app = excluded.in_app, mail = excluded.mail
    )
    update users set email = ${email === undefined ? db`email` : email} where username = ${username}`;
}

export interface Wisher {
  username: string;
  officeId: string;
  /** Looks at the whole tree. */
  seesAll: boolean;
}

/** Officers in that zone who want mail of that topic, and have an address. */
export async function wishersOf(db: Db, topic: Topic, zone: Zone): Promise<Wisher[]> {
  return db<Wisher[]>`
    select u.username, u.office_id, u.role = 'ops' or o.level = 'national' as sees_all
    from notification_choices c join users u on u.username = c.username and u.active and u.email is not null
      join offices o on o.id = u.office_id and o.active
    where c.topic = ${topic} and c.mail <> 'off' and o.time_zone = ${zone} order by u.username`;
}
