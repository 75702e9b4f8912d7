// Whether a release still runs on a database that was migrated after it: what it reads is there, and nothing refuses what it writes.
import type { Sql } from '../../db/connection/client.ts';

interface Column {
  table: string;
  column: string;
  type: string;
  required: boolean;
  /** Who does not name it has something written there all the same. */
  filled: boolean;
}

/** What may not be written: by a check, a foreign key, a unique index. */
interface Bound {
  table: string;
  bound: string;
  /** Empty: it is on an expression. */
  columns: string[];
}

export interface Catalogue {
  columns: Column[];
  functions: string[];
  bounds: Bound[];
}

/** Of what stands in the schema `public`, but for what extensions brought. */
export async function catalogue(sql: Sql): Promise<Catalogue> {
  const columns = await sql<Column[]>`
    select relname as table, attname as column, format_type(atttypid, atttypmod) as type, attnotnull as required,
      atthasdef or attidentity <> '' as filled
    from pg_attribute join pg_class on pg_class.oid = attrelid
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'v') and attnum > 0 and not attisdropped`;
  const functions = await sql<{ name: string }[]>`
    select oid::regprocedure::text as name from pg_proc
    where pronamespace = 'public'::regnamespace and prorettype <> 'trigger'::regtype
      and not exists (select from pg_depend where objid = pg_proc.oid and deptype = 'e')`;
  const bounds = await sql<Bound[]>`
    select conrelid::regclass::text as table, pg_get_constraintdef(oid) as bound,
      array(select attname::text from pg_attribute where attrelid = conrelid and attnum = any (conkey)) as columns
    from pg_constraint
    where connamespace = 'public'::regnamespace and conrelid <> 0 and contype in ('c', 'f', 'x')
    union
    select indrelid::regclass::text, regexp_replace(pg_get_indexdef(indexrelid), ' INDEX .* USING [a-z]+', ''),
      array(select attname::text from pg_attribute where attrelid = indrelid and attnum = any (indkey::int2[]))
    from pg_index join pg_class on pg_class.oid = indexrelid
    where relnamespace = 'public'::regnamespace and indisunique`;
  return { columns: [...columns], functions: functions.map(({ name }) => name), bounds: [...bounds] };
}

/** Each thing that was as the release needs it `then`, and is not `now`. */
export function broken(then: Catalogue, now: Catalogue): string[] {
  const nameOf = ({ table, column }: Pick<Column, 'table' | 'column'>) => `${table}.${column}`;
  const known = new Map(then.columns.map((one) => [nameOf(one), one]));
  const tables = new Set(then.columns.map(({ table }) => table));
  const today = new Map(now.columns.map((one) => [nameOf(one), one]));
  const gone = [...known].flatMap(([name, { type }]) => {
    const left = today.get(name);
    if (!left) return [`${name} is gone`];
    return left.type === type ? [] : [`${name} is ${left.type}`];
  });
  const asked = now.columns
    .filter(
      (one) => tables.has(one.table) && one.required && !one.filled && !known.get(nameOf(one))?.required,
    )
    .map((one) => `${nameOf(one)} must be written`);
  const uncalled = then.functions
    .filter((name) => !now.functions.includes(name))
    .map((name) => `${name} is gone`);
  const before = new Set(then.bounds.map(({ table, bound }) => `${table}: ${bound}`));
  const refused = now.bounds
    .filter(({ table, columns }) => {
      const names = columns.map((column) => nameOf({ table, column }));
      // What it does not write cannot be refused.
      return tables.has(table) && (names.length === 0 || names.some((name) => known.has(name)));
    })
    .map(({ table, bound }) => `${table}: ${bound}`)
    .filter((bound) => !before.has(bound));
  return [...gone, ...asked, ...uncalled, ...refused].toSorted();
}
