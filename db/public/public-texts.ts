// Public texts (reading 14): masked when they are written, narrowed by who holds the report, never recomputed.
import { type Hidden, officeWords, ownWords, withoutWords } from '../../sop/texts/public-text.ts';
import type { Db, Sql } from '../connection/client.ts';
import { keptPerson, type KeptPerson, mayOpen, openEach, personOf } from '../people/identities.ts';

export interface PublicTexts {
  title: string;
  description: string;
  category: string | null;
  firstResponse: string | null;
  answer: string | null;
}

/** The reporter's own words as everybody may read them. */
export function publicFiling(
  { title, description, category }: Pick<PublicTexts, 'title' | 'description' | 'category'>,
  who: Hidden,
): Pick<PublicTexts, 'title' | 'description' | 'category'> {
  return {
    title: ownWords(title, who),
    description: ownWords(description, who),
    category: category === null ? null : ownWords(category, who),
  };
}

/** How a text about that report is masked, by `mask`, and less what was hidden besides. */
export async function publicWordsOf(
  db: Db,
  number: string,
  mask: (text: string, who: Hidden) => string,
): Promise<(text: string) => string> {
  const who = (await personOf(db, number))?.person;
  return masking(mask, who, await hiddenWords(db, number));
}

/** The same, of what is known: whose report it is, if anybody's, and the words that are hidden in it. */
export function masking(
  mask: (text: string, who: Hidden) => string,
  who: Hidden | null | undefined,
  hidden: readonly string[],
): (text: string) => string {
  return (text) => withoutWords(mask(text, who ?? { name: '' }), hidden);
}

async function hiddenWords(db: Db, number: string): Promise<string[]> {
  const rows = await db<{ words: string[] }[]>`select words from public_hidings where number = ${number}`;
  return rows.flatMap(({ words }) => words);
}

export interface Hiding {
  /** As they stand in the public version. */
  words: string[];
  /** All of it; undefined: as it was. */
  hidden: boolean | undefined;
  by: { username: string; officeId: string };
}

/**
 * Hides more of the report, in a transaction. Gives the place in `words` of one that stands in no public text and was
 * not hidden before; then nothing is done.
 */
export async function hideMore(
  db: Db,
  number: string,
  { words, hidden, by }: Hiding,
): Promise<number | undefined> {
  const [now] = await db<(PublicTexts & { hidden: boolean })[]>`
    select public_title as title, public_description as description, public_category as category,
      public_first_response as first_response, public_answer as answer, public_hidden as hidden
    from complaints where number = ${number} for update`;
  if (!now) throw new Error(`Complaint ${number} is not in the record.`);
  const { hidden: before, ...texts } = now;
  const known = await hiddenWords(db, number);
  const said = Object.values(texts).filter((text) => text !== null);
  const unknown = words.findIndex(
    (word) => !known.includes(word) && said.every((text) => withoutWords(text, [word]) === text),
  );
  if (unknown >= 0) return unknown;
  const less = (text: string | null) => text && withoutWords(text, words);
  await db`
    update complaints set public_title = ${less(texts.title)}, public_description = ${less(texts.description)},
      public_category = ${less(texts.category)}, public_first_response = ${less(texts.firstResponse)},
      public_answer = ${less(texts.answer)}, public_hidden = ${hidden ?? before}
    where number = ${number}`;
  await db`
    insert into public_hidings (number, username, office_id, words, hidden)
    values (${number}, ${by.username}, ${by.officeId}, ${words}, ${hidden ?? before})`;
  return undefined;
}

type Unmasked = PublicTexts & { number: string; person: KeptPerson | null };
const batch = 200;

/**
 * Masks what an earlier release wrote. Safe to repeat and to run at once in several processes. Without the keys that open
 * who reports, whose name is sealed waits for a process that has them; whose does not open waits, too, and ops are told.
 */
export async function maskUnmasked(sql: Sql): Promise<void> {
  const opens = sql.vault.ids.length > 0;
  for (;;) {
    const done = await sql.begin(async (tx) => {
      const rows = await tx<Unmasked[]>`
        select c.number, c.title, c.description, c.category, c.first_response, c.answer,
          ${keptPerson(tx, tx`c.number`)} as person
        from complaints c
        where (c.public_title is null or c.first_response is not null and c.public_first_response is null
            or c.answer is not null and c.public_answer is null)
          and (${opens} or not exists (select from identity_keys k where k.number = c.number))
          and ${mayOpen(tx, tx`c.number`)}
        order by c.number limit ${batch} for update of c skip locked`;
      for (const { row, person } of await openEach(tx, rows)) await mask(tx, row, person ?? { name: '' });
      return rows.length < batch;
    });
    if (done) return;
  }
}

/** What is masked already stays as it is. */
async function mask(tx: Db, row: Unmasked, who: Hidden): Promise<void> {
  const filing = publicFiling(row, who);
  const say = await publicWordsOf(tx, row.number, officeWords);
  const said = (text: string | null) => (text === null ? null : say(text));
  await tx`
    update complaints set public_title = coalesce(public_title, ${filing.title}),
      public_description = coalesce(public_description, ${filing.description}),
      public_category = coalesce(public_category, ${filing.category}),
      public_first_response = coalesce(public_first_response, ${said(row.firstResponse)}),
      public_answer = coalesce(public_answer, ${said(row.answer)})
    where number = ${row.number}`;
}
