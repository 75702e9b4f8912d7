// A category as it is typed, and the request that becomes of it.
import type { Category, CategoryChange, NewCategory } from '../../api/types.ts';

/** Every field as text; empty: none. */
export interface CategoryDraft {
  name: string;
  nameEn: string;
  examples: string;
  parent: string;
  agencyId: string;
  kind: string;
  legalBasis: string;
  order: string;
}

export const emptyDraft: CategoryDraft = {
  name: '',
  nameEn: '',
  examples: '',
  parent: '',
  agencyId: '',
  kind: '',
  legalBasis: '',
  order: '0',
};

export function draftOf(category: Category): CategoryDraft {
  const { name, nameEn, examples, parent, agencyId, kind, legalBasis, order } = category;
  return {
    name,
    nameEn: nameEn ?? '',
    examples: examples ?? '',
    parent: parent ?? '',
    agencyId: agencyId ?? '',
    kind: kind ?? '',
    legalBasis: legalBasis ?? '',
    order: String(order),
  };
}

export type ChangedDraft = { [K in keyof CategoryDraft]?: string | undefined };

/** Of the fields that are there. An order that is no number is left to the API. */
export function changeOf(typed: ChangedDraft): CategoryChange {
  const { name, order, ...others } = typed;
  const rest = Object.entries(others).flatMap(([field, text]) =>
    text === undefined ? [] : [[field, text.trim() || null]],
  );
  return {
    ...(name !== undefined && { name }),
    ...(order !== undefined && { order: order.trim() === '' ? 0 : Number(order) }),
    ...(Object.fromEntries(rest) as CategoryChange),
  };
}

export function bodyOf({ code, ...typed }: CategoryDraft & { code: string }): NewCategory {
  return { ...changeOf(typed), code: code.trim(), name: typed.name };
}
