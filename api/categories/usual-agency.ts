// Which agency usually has the reports of a category: proposed to who chooses, never decided.
import { allCategories, categoriesByName } from '../../db/categories/categories.ts';
import type { Db } from '../../db/connection/client.ts';
import { allOffices, type KeptOffice } from '../../db/offices/offices.ts';
import { usualAgencies } from './tree.ts';

/** Of the category that these words of a report are of; undefined: there is none, or it says none. */
export async function usualAgencyOf(
  db: Db,
  words: string,
): Promise<{ office: KeptOffice; category: string } | undefined> {
  const code = (await categoriesByName(db)).get(words.toLowerCase());
  if (code === undefined) return undefined;
  const [tree, offices] = [await allCategories(db), await allOffices(db)];
  const id = usualAgencies(tree, offices).get(code)?.id;
  const office = offices.find((one) => one.id === id);
  const category = tree.find((one) => one.code === code)?.name ?? words;
  return office && { office, category };
}
