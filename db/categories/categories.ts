// The categories of reports, a tree that ops keep; and by which words a report is of one (decision 40).
import type { LimitKind } from '../../sop/terms.ts';
import type { Db } from '../connection/client.ts';

export interface Category {
  code: string;
  /** The category above. */
  parent: string | null;
  name: string;
  nameEn: string | null;
  examples: string | null;
  /** The agency that usually has such reports; null: that of the category above. */
  agencyId: string | null;
  kind: LimitKind | null;
  legalBasis: string | null;
  /** Its place among those directly below the same one. */
  order: number;
  ended: boolean;
}

/** All of them, also ended ones, each after the one above it. */
export async function allCategories(db: Db): Promise<Category[]> {
  return db<Category[]>`
    with recursive tree as (
      select c.*, array[to_char(position, '000000') || lower(name)] as place
      from categories c where c.parent_code is null
      union all
      select c.*, t.place || (to_char(c.position, '000000') || lower(c.name))
      from categories c join tree t on c.parent_code = t.code
    )
    select code, parent_code as parent, name, name_en, examples, agency_id, kind, legal_basis, position as "order",
      ended_at is not null as ended
    from tree order by place`;
}

/** One change of the tree at a time. */
export async function lockCategories(db: Db): Promise<void> {
  await db`lock table categories in share row exclusive mode`;
}

/** False when there is one of that code, or another has or had that name. */
export async function addCategory(db: Db, category: Omit<Category, 'ended'>): Promise<boolean> {
  const { code, parent, name, nameEn, examples, agencyId, kind, legalBasis, order } = category;
  const known = await db`
    select from category_names where name in (lower(${name}), ${code})
    union all select from categories where code = ${code}`;
  if (known.length > 0) return false;
  await db`
    insert into categories (code, parent_code, name, name_en, examples, agency_id, kind, legal_basis, position)
    values (${code}, ${parent}, ${name}, ${nameEn}, ${examples}, ${agencyId}, ${kind}, ${legalBasis}, ${order})`;
  await db`
    insert into category_names (name, code) values (lower(${name}), ${code}), (${code}, ${code})
    on conflict do nothing`;
  return true;
}

/** Writes it as it is to be; what it was called before stays its own. False when another has or had that name. */
export async function changeCategory(db: Db, code: string, is: Omit<Category, 'code'>): Promise<boolean> {
  const { parent, name, nameEn, examples, agencyId, kind, legalBasis, order, ended } = is;
  await db`insert into category_names (name, code) values (lower(${name}), ${code}) on conflict do nothing`;
  const own = await db`select from category_names where name = lower(${name}) and code = ${code}`;
  if (own.length === 0) return false;
  await db`
    update categories set parent_code = ${parent}, name = ${name}, name_en = ${nameEn}, examples = ${examples},
      agency_id = ${agencyId}, kind = ${kind}, legal_basis = ${legalBasis}, position = ${order},
      ended_at = case when ${ended} then coalesce(ended_at, now()) end
    where code = ${code}`;
  return true;
}

/** The code of the category that each name is of, or was; names in small letters. */
export async function categoriesByName(db: Db): Promise<Map<string, string>> {
  const rows = await db<{ name: string; code: string }[]>`select name, code from category_names`;
  return new Map(rows.map(({ name, code }) => [name, code]));
}

/** The condition that `c.category` is of that category or one below it; where it names none, that it holds those words. */
export function isOfCategory(db: Db, sought: string) {
  return db`case when exists (select from names_in_category(${sought}))
    then lower(c.category) in (select names_in_category(${sought}))
    else strpos(lower(c.category), lower(${sought})) > 0 end`;
}
