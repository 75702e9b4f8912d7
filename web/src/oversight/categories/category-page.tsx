// One category: its words, where it stands, what is usual; offered or not.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useParams } from 'wouter';
import { ask } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';
import type { Category, CategoryChange } from '../../api/types.ts';
import { useCategories } from '../../shared/categories/use-categories.ts';
import { Notice } from '../../shared/messages/notice.tsx';
import { Pending } from '../../shared/messages/states.tsx';
import { useCategoriesTexts } from '../../texts/oversight.ts';
import { OperationsPage } from '../part-page.tsx';
import { ActiveCard } from '../people/active-card.tsx';
import { EditForm } from '../people/edit-form.tsx';
import classes from '../people/people.module.css';
import { type CategoryDraft, type ChangedDraft, changeOf, draftOf } from './category-draft.ts';
import { CategoryFields } from './category-fields.tsx';

function useChangeCategory<Body>(code: string, bodyOf: (typed: Body) => CategoryChange) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (typed: Body) =>
      ask<unknown>(`/v1/categories/${encodeURIComponent(code)}`, { method: 'PATCH', body: bodyOf(typed) }),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.categories }),
  });
}

/** All but the category and what is below it. */
function placesFor({ code }: Category, all: readonly Category[]): Category[] {
  const own = new Set([code]);
  for (const one of all) if (one.parent !== null && own.has(one.parent)) own.add(one.code);
  return all.filter((one) => !own.has(one.code) && !one.ended);
}

function CategoryForm({ category, all }: { category: Category; all: readonly Category[] }) {
  const save = useChangeCategory<ChangedDraft>(category.code, changeOf);
  return (
    <EditForm<CategoryDraft>
      kept={`category-${category.code}`}
      known={draftOf(category)}
      needed={['name']}
      save={save}
      renderFields={(props) => <CategoryFields {...props} places={placesFor(category, all)} />}
    />
  );
}

function CategoryEnd({ category: { code, name, ended } }: { category: Category }) {
  const texts = useCategoriesTexts();
  const change = useChangeCategory<CategoryChange>(code, (body) => body);
  return (
    <ActiveCard
      active={!ended}
      words={texts}
      sure={texts.sure(name)}
      saving={change.isPending}
      error={change.error}
      onChange={(active) => change.mutate({ ended: !active })}
    />
  );
}

export function CategoryPage() {
  const texts = useCategoriesTexts();
  const { code } = useParams<{ code: string }>();
  const asked = useCategories();
  const all = asked.data?.items ?? [];
  const category = all.find((one) => one.code === decodeURIComponent(code));
  return (
    <OperationsPage title={category ? texts.edit(category.name) : texts.title} lead={category?.code}>
      <Pending asked={asked} />
      {asked.data && !category && <Notice tone="warn" title={texts.notFound} />}
      {category && (
        <div className={classes.cards}>
          <CategoryForm category={category} all={all} />
          <CategoryEnd category={category} />
        </div>
      )}
    </OperationsPage>
  );
}
