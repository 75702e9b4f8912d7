// What reports are about: a tree that ops keep.
import { z } from 'zod';
import { limitKinds } from '../../sop/terms.ts';
import { category as categoryName, id, line, list, words } from '../common.ts';
import { nothingChanged, oddCode } from '../problems/wrong.ts';

const code = z.string().regex(/^[a-z0-9][a-z0-9-]{1,63}$/, oddCode);
const order = z.number().int().min(0).max(100_000);
const kind = z
  .enum(limitKinds)
  .describe('What such reports usually are, which decides the limit of the whole (reading 13)');

export const oneCategory = z.object({
  code: z.string(),
  parent: z.string().nullable().describe('The category above'),
  name: z.string(),
  nameEn: z.string().nullable(),
  examples: z.string().nullable().describe('What belongs to it'),
  agencyId: z.string().nullable().describe('Its own'),
  agency: z
    .object({ id: z.string(), name: z.string() })
    .nullable()
    .describe(
      'That usually has such reports: its own, or that of the nearest one above; null: none, or none that takes reports',
    ),
  kind: kind.nullable(),
  legalBasis: z.string().nullable().describe('E.g. `UU 14/2008`'),
  order: z.number().int().describe('Among those below the same one'),
  ended: z.boolean().describe('Not to be chosen any more; as is all below it'),
});
export const categoryList = list(oneCategory);

const fields = {
  name: categoryName,
  parent: id.nullable(),
  nameEn: line(100).nullable(),
  examples: words(500).nullable(),
  agencyId: id.nullable().describe('An agency; null: that of the category above'),
  kind: kind.nullable(),
  legalBasis: line(200).nullable(),
  order,
};
export const newCategory = z.object({
  code,
  ...z.object(fields).partial().shape,
  name: categoryName,
});
export const changedCategory = z
  .object({ ...fields, ended: z.boolean() })
  .partial()
  .refine((change) => Object.values(change).some((value) => value !== undefined), nothingChanged);
export const categoryParams = z.object({ code: z.string().max(64) });
