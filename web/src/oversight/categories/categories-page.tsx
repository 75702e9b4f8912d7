// The tree of categories, each with what belongs to it and who usually has its reports.
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link } from 'wouter';
import type { Category } from '../../api/types.ts';
import { useCategories } from '../../shared/categories/use-categories.ts';
import card from '../../shared/page/card.module.css';
import { Pending } from '../../shared/messages/states.tsx';
import { useCategoriesTexts } from '../../texts/oversight.ts';
import { OperationsPage } from '../part-page.tsx';
import { useMade } from '../people/made.ts';
import classes from '../people/people.module.css';
import { NoneFound, SearchField, useSought } from '../people/search.tsx';
import { TreeBranch } from '../people/tree-branch.tsx';

/** Those with the words in name, examples or code, and all above them. */
function matching(all: readonly Category[], words: string): Category[] {
  const kept = new Set<string>();
  const keep = (code: string | null) => {
    if (code === null || kept.has(code)) return;
    kept.add(code);
    keep(all.find((one) => one.code === code)?.parent ?? null);
  };
  for (const { code, name, nameEn, examples } of all)
    if ([code, name, nameEn ?? '', examples ?? ''].some((text) => text.toLowerCase().includes(words)))
      keep(code);
  return all.filter(({ code }) => kept.has(code));
}

interface BranchProps {
  category: Category;
  all: readonly Category[];
  made: string | null;
}

function Branch({ category, all, made }: BranchProps) {
  const texts = useCategoriesTexts();
  const { code, name, examples, agency, ended } = category;
  return (
    <TreeBranch
      code={code}
      name={name}
      about={[examples, agency && texts.usual(agency.name)].filter(Boolean).join(' · ')}
      made={made}
      ended={ended && texts.ended}
      path="/operasi/kategori"
      adding={!ended && { label: texts.addBelow(name), short: texts.short }}
    >
      {all
        .filter(({ parent }) => parent === code)
        .map((child) => (
          <Branch key={child.code} category={child} all={all} made={made} />
        ))}
    </TreeBranch>
  );
}

export function CategoriesPage() {
  const texts = useCategoriesTexts();
  const sought = useSought();
  const asked = useCategories();
  const found = asked.data && matching(asked.data.items, sought);
  const made = useMade(found !== undefined);
  return (
    <OperationsPage
      title={texts.title}
      lead={texts.lead}
      actions={
        <Button
          component={Link}
          href="/operasi/kategori/baru"
          leftSection={<IconPlus size={18} aria-hidden />}
        >
          {texts.add}
        </Button>
      }
    >
      <SearchField label={texts.search} />
      <Pending asked={asked} />
      {found?.length === 0 && <NoneFound words={texts} />}
      {found && found.length > 0 && (
        <ul className={`${card.card} ${classes.tree}`}>
          {found
            .filter(({ parent }) => parent === null)
            .map((category) => (
              <Branch key={category.code} category={category} all={found} made={made} />
            ))}
        </ul>
      )}
    </OperationsPage>
  );
}
