// Adds a category, at the top or below another one.
import { useSearchParams } from 'wouter';
import { keys } from '../../api/keys.ts';
import type { NewCategory } from '../../api/types.ts';
import { useCategories } from '../../shared/categories/use-categories.ts';
import { Pending } from '../../shared/messages/states.tsx';
import { useCategoriesTexts } from '../../texts/oversight.ts';
import { OperationsPage } from '../part-page.tsx';
import { AddForm } from '../people/add-form.tsx';
import { codeOf } from '../people/offices/code-of.ts';
import { bodyOf, type CategoryDraft, emptyDraft } from './category-draft.ts';
import { CategoryFields } from './category-fields.tsx';

export function NewCategoryPage() {
  const texts = useCategoriesTexts();
  const [search] = useSearchParams();
  const asked = useCategories();
  const all = asked.data?.items ?? [];
  const parent = all.find(({ code }) => code === search.get('di'));
  const taken = new Set(all.map(({ code }) => code));
  // Last among those that are there.
  const last = Math.max(
    0,
    ...all.filter((one) => one.parent === (parent?.code ?? null)).map(({ order }) => order),
  );
  return (
    <OperationsPage title={texts.add} lead={parent && texts.addLead(parent.name)}>
      <Pending asked={asked} />
      {asked.data && (
        <AddForm<CategoryDraft & { code: string }, NewCategory>
          kept={`new-category-${parent?.code ?? ''}`}
          empty={{ ...emptyDraft, code: '', parent: parent?.code ?? '', order: String(last + 10) }}
          needed={['code', 'name']}
          lasting={{
            field: 'code',
            label: texts.code,
            hint: texts.codeHint,
            taken: 'category-exists',
            propose: (name) => codeOf(name, taken),
          }}
          path="/v1/categories"
          queryKey={keys.categories}
          list="/operasi/kategori"
          words={texts}
          bodyOf={bodyOf}
          renderFields={(props, code) => (
            <CategoryFields {...props} places={all.filter(({ ended }) => !ended)} code={code} />
          )}
        />
      )}
    </OperationsPage>
  );
}
