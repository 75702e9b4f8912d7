// An office that ends joins another (reading 27), over HTTP.
import { z } from 'zod';
import { id, instant, movedDeadlines } from './common.ts';

const fate = z.enum(['move', 'end']);

export const newSuccession = z.object({
  successorId: id.describe('An active office of the same level'),
  preview: z.boolean().default(false).describe('true: only lists what would move'),
  officers: fate.default('move').describe('`end`: they can sign in no more. People of ops always move'),
  templates: fate.default('move'),
  choices: fate.default('move').describe('How its officers want to hear of things'),
  webhooks: fate.default('move'),
});

const count = z.number().int();
const named = z.object({ id: z.string(), name: z.string() });

/** How a report moves: the office holds it, has answered it, or is on its way otherwise. */
const reports = z.array(
  z.object({
    step: count,
    held: count,
    answered: count.describe('By the office, and waiting for the reporter or the system (SOP 11)'),
    path: count.describe('It may come back to the office, be recalled by it, or has a limit of it'),
  }),
);
const hanging = z.object({ officers: count, templates: count, choices: count, webhooks: count });

export const successionBegun = z.object({
  preview: z.boolean(),
  id: count.nullable().describe('Follow it at /v1/successions/{id}; null: nothing was changed'),
  office: named,
  successor: named,
  why: z.string().describe('As each report that moves records it'),
  total: count.describe('Open reports that move'),
  reports: reports.describe('Of the rows that have any'),
  ...hanging.shape,
  offices: z.array(named).describe('Directly below; from now on below the successor'),
  deadlines: z.object({
    total: count.describe('Deadlines that move, because the zone is another one'),
    changes: movedDeadlines,
  }),
});

export const successionParams = z.object({ id: z.coerce.number().int().positive().max(2_147_483_647) });
export const succession = z.object({
  id: count,
  office: named,
  successor: named,
  why: z.string(),
  total: count.describe('Reports that were to move when it began; some may end meanwhile, some come late'),
  moved: count.describe('Reports that have moved, by the record'),
  passedOver: count.describe('Reports that could not be moved yet; they are tried again'),
  options: z.object({ officers: fate, templates: fate, choices: fate, webhooks: fate }),
  outcome: hanging.nullable().describe('How many of each moved or ended; null until it is finished'),
  createdBy: z.string(),
  createdAt: instant,
  finishedAt: instant.nullable(),
});
