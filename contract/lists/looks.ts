// Who looked at an identity or opened a file (reading 33).
import { z } from 'zod';
import { lookedAt } from '../../sop/beside/looks.ts';
import { levels } from '../../sop/terms.ts';
import { day, instant, list, page } from '../common.ts';

const what = z
  .enum(lookedAt)
  .describe(
    '`identity`: of who reports. Of files, opened or shown: `original`: as it was sent; `copy`: without metadata; `internal`: between offices',
  );
const office = z.object({ id: z.string(), name: z.string(), level: z.enum(levels) });
const by = z.object({ username: z.string(), name: z.string() });
const inHand = z
  .boolean()
  .describe('Whether their office held the report then, was asked about it or had answered it');

const look = z.object({
  at: instant.describe('The first time that day'),
  what,
  office,
});
/** Of one report. To its reporter offices are named, and their people are not. */
export const reporterLooks = list(look);
export const officeLooks = list(look.extend({ by, inHand }));

export const looksQuery = page;

/** What one officer read on one day, a line a report. */
export const readQuery = page.extend({
  officer: z.string().min(1).max(100).describe('A username'),
  day: day.describe('YYYY-MM-DD, by the clock of their office'),
});
export const readList = list(
  z.object({
    number: z.string(),
    at: instant.describe('The first time that day'),
    what: z.array(what),
    by,
    office,
    inHand,
  }),
);
