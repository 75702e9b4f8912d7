// Which words of a report find its like: the rarest of its title, in pairs, and no more of them than a search may read.
import type { Db, Piece } from '../connection/client.ts';

export interface Word {
  /** As full text has it. */
  lexeme: string;
  inTitle: boolean;
  /** Of all reports, the part that has it; null: few, or nobody has counted. */
  share: number | null;
}

interface CountedWord extends Word {
  /** Of the text. */
  number: string;
  /** How many there are in all. */
  reports: number;
}

interface Queries {
  found: string;
  ranked: string;
}

/** So many are looked at; the rest says less. */
const most = 6;
/** A word that more reports have than this says nothing, unless the title has it. */
const commonest = 0.1;
/** The pairs together may bring so much of all reports, or so many of them where there are few. */
const [readable, readableOfFew] = [0.03, 300];

/** The words that tell most: of the title first, the rarest first. */
function tellingOf(words: readonly Word[]): Word[] {
  const inTitle = words.filter((word) => word.inTitle);
  // A word of a long text that nobody has counted is a name or a slip more often than not.
  const others = words.filter(
    ({ inTitle: already, share }) => !already && share !== null && share <= commonest,
  );
  const byShare = (a: Word, b: Word) => (a.share ?? 0) - (b.share ?? 0) || (a.lexeme < b.lexeme ? -1 : 1);
  return [...inTitle.toSorted(byShare), ...others.toSorted(byShare)].slice(0, most);
}

/**
 * A query of full text for reports that have two of the telling words, as `tsquery` reads it, and one for how many of
 * them a report has; undefined for a report without words. A single word is looked for by itself.
 *
 * @param reports how many there are, as the shares were counted
 */
export function queriesFor(words: readonly Word[], reports: number): Queries | undefined {
  const telling = tellingOf(words);
  const [first] = telling;
  if (!first) return undefined;
  const ranked = telling.map(({ lexeme }) => quoted(lexeme)).join(' | ');
  const pairs = telling.flatMap((one, at) =>
    telling.slice(at + 1).map((other) => ({
      text: `(${quoted(one.lexeme)} & ${quoted(other.lexeme)})`,
      // Words come together more often than chance has it: reckoned as if the rarer one never came alone.
      share: Math.min(one.share ?? 0, other.share ?? 0),
    })),
  );
  const bearable = Math.max(readable, readableOfFew / reports);
  let read = 0;
  const taken = pairs
    .toSorted((a, b) => a.share - b.share)
    .filter(({ share }, at) => {
      read += share;
      return at === 0 || read <= bearable;
    });
  return { found: taken.map(({ text }) => text).join(' | ') || quoted(first.lexeme), ranked };
}

/** The same of one text's words as the database has counted them. */
function queriesCounted(words: readonly CountedWord[]): Queries | undefined {
  return queriesFor(words, words[0]?.reports ?? 1);
}

function quoted(lexeme: string): string {
  return `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}

/** The same, of reports as they are kept; those without words are left out. */
export async function queriesOf(db: Db, numbers: readonly string[]): Promise<Map<string, Queries>> {
  const kept = db`(select number, search as words from complaints where number = any(${numbers as string[]}))`;
  const words = await wordsOf(db, kept, 'search');
  return new Map(
    numbers.flatMap((number) => {
      const queries = queriesCounted(words.filter((word) => word.number === number));
      return queries ? [[number, queries] as const] : [];
    }),
  );
}

/** The same, of what somebody is writing, against the public texts. */
export async function queriesOfText(
  db: Db,
  { title, description }: { title: string; description: string },
): Promise<Queries | undefined> {
  const written = db`(
    select '' as number, setweight(searched_words(${title}), 'A') || searched_words(${description}) as words)`;
  return queriesCounted(await wordsOf(db, written, 'public_search'));
}

/** The words of texts, and how common each is among all in that column, by what the database has counted. */
async function wordsOf(db: Db, texts: Piece, column: 'search' | 'public_search'): Promise<CountedWord[]> {
  return db<CountedWord[]>`
    select t.number, w.lexeme, 'A' = any(w.weights) as in_title, counted.share, greatest(own.reltuples, 1) as reports
    from ${texts} t cross join unnest(t.words) w join pg_class own on own.oid = 'complaints'::regclass
      left join (
        select common.lexeme, common.share
        from pg_stats s, unnest(s.most_common_elems::text::text[], s.most_common_elem_freqs) common (lexeme, share)
        where s.schemaname = current_schema() and s.tablename = 'complaints' and s.attname = ${column}
      ) counted on counted.lexeme = w.lexeme`;
}
