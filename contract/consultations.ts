// Advice (konsultasi, reading 24): a question to another office, its answer, and the list of what an office is asked.
import { z } from 'zod';
import { kinds, statuses } from '../sop/terms.ts';
import { id, idempotencyHeader, instant, list, numberParams, provisional, step, words } from './common.ts';

const office = z.object({ id: z.string(), name: z.string() });

export const newConsultation = z.object({
  officeId: id.describe('Another office of the same agency; from national, any'),
  question: words(20_000),
});
export const askedConsultation = z.object({ id: z.string(), deadline: instant, provisional });
export const consultationAnswer = z.object({ text: words(20_000) });
export const consultationParams = numberParams.extend({ id: z.string().max(80) });
export const consultationHeaders = idempotencyHeader;

export const consultation = z.object({
  id: z.string(),
  from: office.describe('Who asks'),
  office: office.describe('Who is asked'),
  question: z.string(),
  askedBy: z.string(),
  askedAt: instant,
  deadline: instant,
  provisional,
  warnAt: instant,
  overdue: z.boolean().describe('Not answered, and the limit is past'),
  status: z
    .enum(['open', 'answered', 'withdrawn', 'ended'])
    .describe('`ended`: the report left the office that asked'),
  endedAt: instant.nullable(),
  late: z.boolean().describe('The limit was missed'),
  answer: z.object({ text: z.string(), by: z.string() }).nullable(),
});

/** Of the inbox with `kind=consultations`. */
const askedItem = consultation.extend({
  number: z.string(),
  kind: z.enum(kinds),
  title: z.string(),
  step,
  stepName: z.string(),
  reportStatus: z.enum(statuses).describe('Of the report'),
});
export const askedList = list(askedItem);
