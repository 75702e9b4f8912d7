// Lists that are kept under a name; what they are narrowed by is what the lists themselves take.
import { z } from 'zod';
import { instant, list as listOf, title } from '../common.ts';
import { disposedQuery, inboxCountsQuery, inboxQuery, listQuery } from './queries.ts';

const viewLists = ['inbox', 'disposed', 'search'] as const;
export type ViewList = (typeof viewLists)[number];

const notKept = { cursor: true, limit: true, numbers: true } as const;
/** What a view of each list may hold. */
export const viewFields = {
  inbox: inboxCountsQuery.extend({ sort: inboxQuery.shape.sort }),
  disposed: disposedQuery.omit(notKept),
  search: listQuery.omit({ ...notKept, owed: true, assignee: true }),
} as const;

const query = z
  .record(z.string().max(40), z.string().max(200))
  .describe('By name, as the address of that list takes it: filters, `sort`, `group`');
const office = z.boolean().describe("My office's, for all who sit there; false: mine alone");

export const newView = z.object({
  list: z.enum(viewLists),
  name: title(60),
  query,
  office: office.default(false),
});
export const changedView = z.object({ name: title(60), query, office }).partial();

export const oneView = z.object({
  id: z.number().int(),
  list: z.enum(viewLists),
  name: z.string(),
  query,
  office,
  outdated: z.boolean().describe('It was saved with what is not taken any more, and is left out of `query`'),
  updatedBy: z.string(),
  updatedAt: instant,
});
export const viewList = listOf(oneView);
export const viewCounts = listOf(
  z.object({ id: z.number().int(), total: z.number().int(), late: z.number().int() }),
);
