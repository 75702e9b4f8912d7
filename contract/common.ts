// What all schemas share: words, instants, lists, problems.
import { z } from 'zod';
import { clockNames } from '../sop/terms.ts';
import { languages } from '../sop/texts/language.ts';
import { isDate } from '../sop/time/date.ts';
import {
  lineFault,
  manyLines,
  oneLine,
  soughtFault,
  type TextFault,
  textFault,
  titleFault,
} from '../sop/texts/text.ts';
import { wrong, wrongText } from './problems/wrong.ts';

/** The media type of every problem (RFC 9457). */
export const problemType = 'application/problem+json';

type FaultOf = (text: string) => TextFault | undefined;
const written = (max: number, kept: (text: string) => string, faultOf: FaultOf) =>
  z
    .string()
    .overwrite(kept)
    .min(1)
    .max(max)
    .superRefine((text, context) => {
      const fault = faultOf(text);
      if (fault) context.addIssue(wrongText(fault));
    });

/** A text of several lines. As all that is written it is kept trimmed and in NFC; its length is counted then. */
export const words = (max: number) => written(max, manyLines, textFault);
/** One line: names, and whatever else stands in a list, a subject or a header (reading 32). */
export const line = (max: number) => written(max, oneLine, lineFault);
/** One line with a letter or digit in it (reading 32). */
export const title = (max: number) => written(max, oneLine, titleFault);
/** What is looked for, in the form in which texts are kept; it may hold anything that can be asked for. */
export const sought = (max: number) => written(max, oneLine, soughtFault);
/** What a report is about, where and when it happened. */
export const category = line(100);
export const place = line(200);
/** A day that is kept. */
export const day = z.iso
  .date()
  .refine(isDate, wrong({ id: 'Bukan tanggal yang ada', en: 'There is no such day' }));
export const happenedOn = day.describe('The day, YYYY-MM-DD');
export const instant = z.iso.datetime({ offset: true }).describe('RFC 3339 with offset');
/** Of what is written to people: Indonesian, English. */
export const language = z.enum(languages);
/** Of a deadline, until its year is decreed (reading 30). */
export const provisional = z
  .boolean()
  .describe('That deadline needs a year whose days are not decreed yet: a decree recomputes it (reading 30)');
/** What a change of rules or offices does to deadlines. */
export const movedDeadlines = z
  .array(
    z.object({
      number: z.string(),
      clock: z.enum(clockNames),
      officeId: z.string(),
      old: instant,
      new: instant,
      provisional: provisional.describe('Of `new`, by the rules as they would be (reading 30)'),
    }),
  )
  .describe('The first thousand');
export const id = line(64);
export const step = z.number().int().min(1).max(11).describe('The SOP row');
export const list = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), next: z.string().nullable().describe('Cursor of the next page') });

/** Of 304: what the caller has already. */
export const unchanged = z.undefined().describe('As it was');

/** What is wrong with one field. */
export const fieldError = z.object({
  path: z.string(),
  message: z.string().describe('In Indonesian; in English for who prefers it (`Accept-Language`)'),
});

const problem = z
  .object({
    type: z.string(),
    title: z.string().describe('In Indonesian, whatever the caller prefers'),
    status: z.number(),
    detail: z.string().optional().describe('In the language of the fields’ messages'),
    code: z.string().describe('Stable, kebab-case'),
    errors: z.array(fieldError).optional(),
    requestId: z.string(),
  })
  .meta({ title: 'Problem' });

const whatWentWrong: Record<number, string> = {
  400: 'Malformed JSON or request',
  401: 'No or bad credentials',
  403: 'The report is with another office, or the role may not do this',
  404: 'No such number, or not for your eyes',
  409: 'Not open at this step, stale, closed, changed since it was read, or too many',
  410: 'The link is forged, has expired, or is for another address',
  413: 'The body is larger than the route takes',
  414: 'A part of the address is longer than any name',
  415: 'Not JSON, or a file of a kind that is not taken',
  422: 'A field is missing or wrong',
  429: 'Too many requests',
  500: 'A fault of ours',
  503: 'The engine, the database or the store is away; nothing was done',
};

/** The declared problems of a route that no other has; those of all routes, and of its callers, are added. */
export function problemsOf(...statusCodes: number[]) {
  return Object.fromEntries(
    statusCodes.map((status) => [
      status,
      { description: whatWentWrong[status] ?? '', content: { [problemType]: { schema: problem } } },
    ]),
  );
}

export const numberParams = z.object({ number: z.string().max(64) });
export const idempotencyHeader = z.object({ 'idempotency-key': z.string().min(1).max(200).optional() });

export const said = z.object({ at: instant, text: z.string(), office: z.string().nullable() });

export const flag = z.enum(['true', 'false']).transform((value) => value === 'true');
const limit = z.coerce.number().int().min(1).max(200).default(50);
export const page = z.object({ cursor: z.string().max(300).optional(), limit });
