// A policy as it is read from a file or a request: strict, with the place of every error.
import { z } from 'zod';
import { type LimitKind, limitKinds } from '../terms.ts';
import { lineFault, oneLine } from '../texts/text.ts';
import type { Policy } from './policy.ts';

const whole = z.number().int().positive();
const letters = z.number().int().min(0).max(1_000);

/** One line that can be seen, as people read it (reading 32). */
const line = (max: number) =>
  z
    .string()
    .overwrite(oneLine)
    .min(1)
    .max(max)
    .refine((text) => lineFault(text) === undefined, 'expected one line without hidden characters');

const limits = [
  z.strictObject({ officeMinutes: whole.max(100_000) }),
  z.strictObject({ workingDays: whole.max(1000) }),
  z.strictObject({ days: whole.max(3650) }),
  z.strictObject({ seconds: z.number().min(0.1).max(31_536_000) }),
] as const;
const written =
  'expected {"officeMinutes": n}, {"workingDays": n}, {"days": n} or {"seconds": n} with n above zero';
const limit = z.union(limits, { error: written });

/** reading 29: one for every report, or by kind. */
const byKind = z.union(
  [
    ...limits,
    z.strictObject({
      default: limit,
      ...Object.fromEntries(limitKinds.map((kind) => [kind, limit.optional()])),
    } as { default: typeof limit } & Record<LimitKind, z.ZodOptional<typeof limit>>),
  ],
  { error: `${written}, or one by kind: {"default": limit, "informasi": limit, …}` },
);

const firstResponse = z.union([...limits, z.strictObject({ limit, from: z.enum(['echelon1', 'agency']) })], {
  error: `${written}, or {"limit": limit, "from": "echelon1" or "agency"}`,
});

export const policySchema = z.strictObject({
  name: line(100),
  rows: z.strictObject({
    1: byKind,
    2: byKind,
    3: byKind,
    4: byKind,
    5: byKind,
    6: byKind,
    7: byKind,
    8: byKind,
    9: byKind,
    10: byKind,
    11: byKind,
  }),
  firstResponse: firstResponse.describe('Bare: from the arrival at Eselon 1 (reading 29)'),
  whole: z.strictObject({ informasi: limit, aspirasi: limit, pengaduan: limit, oversight: limit }),
  completion: limit,
  rejection: limit
    .optional()
    .describe('To object to a rejection; absent: as after an answer, the limit of row 11 (reading 22)'),
  warnAtFraction: z.number().gt(0).lt(1),
  escalateEvery: limit,
  returnsBeforeBinding: whole,
  maxObjections: z.number().int().nonnegative(),
  objectionsToSame: z
    .number()
    .int()
    .nonnegative()
    .optional()
    .describe('Of the objections, how many go to the office that answered; absent: 1 (reading 23)'),
  completionsPerStay: whole
    .optional()
    .describe('Requests for completion in one stay at an office; absent: 1 (reading 20)'),
  extensions: z
    .strictObject({ informasi: limit, aspirasi: limit, pengaduan: limit, oversight: limit })
    .partial()
    .optional()
    .describe(
      'By kind, how much later a limit ends that its holder extends; absent: none may be (reading 25)',
    ),
  legalBasis: z
    .array(line(300))
    .max(20)
    .optional()
    .describe('What the limits rest on, as people read it (reading 29)'),
  consultation: limit
    .optional()
    .describe(
      'For a question to another office; absent: two working days; another one is for new questions (reading 24)',
    ),
  letters: z
    .strictObject({ answer: letters, firstResponse: letters })
    .optional()
    .describe(
      'Letters, not marks or spaces, that an answer and a first response have at least; absent: 30 and 15 (reading 32)',
    ),
  backlogDays: whole.max(7300).optional(),
  mailsPerDay: z
    .strictObject({ unconfirmed: whole.max(1_000), confirmed: whole.max(10_000) })
    .optional()
    .describe('To one address; absent: 5 until it is confirmed, then 30 (reading 33)'),
  retentionDays: whole
    .max(36_500)
    .optional()
    .describe('Calendar days after the end until who reported is erased; absent: 1826 (reading 33)'),
}) satisfies z.ZodType<Policy>;

/** Reads a policy file's text. Throws an Error that names the file and the place of each fault. */
export function parsePolicy(text: string, file: string): Policy {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new Error(`${file}: not JSON: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
  const parsed = policySchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const places = parsed.error.issues.map(
    ({ path, message }) => `  at ${path.join('.') || '(top)'}: ${message}`,
  );
  throw new Error([`${file}: not a policy:`, ...places].join('\n'));
}
