// A policy as it is read from a file or a request: strict, with the place of every error.
import { z } from 'zod';
import type { Policy } from './policy.ts';

const whole = z.number().int().positive();

const limit = z.union(
  [
    z.strictObject({ officeMinutes: whole.max(100_000) }),
    z.strictObject({ workingDays: whole.max(1000) }),
    z.strictObject({ seconds: z.number().min(0.1).max(31_536_000) }),
  ],
  { error: 'expected {"officeMinutes": n}, {"workingDays": n} or {"seconds": n} with n above zero' },
);

export const policySchema = z.strictObject({
  name: z.string().min(1).max(100),
  rows: z.strictObject({
    1: limit,
    2: limit,
    3: limit,
    4: limit,
    5: limit,
    6: limit,
    7: limit,
    8: limit,
    9: limit,
    10: limit,
    11: limit,
  }),
  firstResponse: limit,
  whole: z.strictObject({ informasi: limit, aspirasi: limit, pengaduan: limit, oversight: limit }),
  completion: limit,
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
  backlogDays: whole.max(7300).optional(),
  mailsPerDay: z
    .strictObject({ unconfirmed: whole.max(1_000), confirmed: whole.max(10_000) })
    .optional()
    .describe('To one address; absent: 5 until it is confirmed, then 30 (reading 33)'),
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
