// A copy of the database as a thief has it: every row of every table as text, bytes in hex.
import type { Sql } from '../../../db/connection/client.ts';

export async function dumpOf(sql: Sql): Promise<string> {
  const tables = await sql<{ name: string }[]>`
    select relname as name from pg_class
    where relkind in ('r', 'p') and relnamespace = current_schema()::regnamespace order by relname`;
  const parts: string[] = [];
  for (const { name } of tables) {
    const [rows] = await sql.unsafe<{ text: string }[]>(
      `select coalesce(string_agg(to_jsonb(t)::text, chr(10)), '') as text from ${name} t`,
    );
    parts.push(`${name}\n${rows?.text ?? ''}`);
  }
  return parts.join('\n').toLowerCase();
}

/** Which of these words stand in the copy, as they are or as bytes. */
export function toldBy(dump: string, words: readonly string[]): string[] {
  return words.filter((word) =>
    [word, word.toLowerCase()].some(
      (one) => dump.includes(one.toLowerCase()) || dump.includes(Buffer.from(one).toString('hex')),
    ),
  );
}
