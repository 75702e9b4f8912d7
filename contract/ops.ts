// What ops keep: users, offices, schedules.
import { z } from 'zod';
import { publicZone, zoneIds } from '../sop/offices.ts';
import { levels } from '../sop/terms.ts';
import { id, instant, line, list } from './common.ts';
import { why } from './operations/account-requests.ts';
import { oneOffice, password } from './people.ts';
import { nothingChanged, oddCode, wrong } from './problems/wrong.ts';

const role = z.enum(['admin', 'ops']);
const email = z.email().max(254).nullable();
const timeZone = z.enum(zoneIds);
const oddUsername = wrong({
  id: 'Hanya huruf, angka, dan . _ @ + -, 2 sampai 100 karakter',
  en: 'Letters, digits and . _ @ + - only, 2 to 100 characters',
});
const something = [
  (fields: object) => Object.values(fields).some((value) => value !== undefined),
  nothingChanged,
] as const;

export const user = z.object({
  username: z.string(),
  name: z.string(),
  role,
  office: z.object({ id: z.string(), name: z.string(), level: z.enum(levels) }),
  active: z.boolean(),
  email: z.string().nullable(),
  lastSeenAt: instant.nullable().describe('To the five minutes'),
  linked: z.boolean().describe('To an identity at the provider'),
  hasSecondFactor: z.boolean().describe('An app or a passkey, asked for besides the password'),
});
export const userList = list(user);
export const newUser = z.object({
  username: z.string().regex(/^[\w.@+-]{2,100}$/, oddUsername),
  name: line(200),
  role,
  officeId: id,
  email: email.optional(),
  password: password.optional().describe('Absent: signs in through the identity provider only'),
  why: why.optional().describe('Wanted where two of ops are (FOUR_EYES): for the second one'),
});
export const changedUser = z
  .object({
    name: line(200),
    role,
    officeId: id,
    active: z.boolean(),
    password,
    email,
    withoutSecondFactor: z
      .literal(true)
      .describe(
        'Whoever has lost them: all second factors are taken away, and all sessions end. Be sure who asks for it, and not by mail; a role that needs one adds another at the next sign-in',
      ),
    unlink: z.literal(true).describe('Of the identity at the provider: the next sign-in there links anew'),
    why: why.describe('Wanted where two of ops are, for what gives the account more (FOUR_EYES)'),
  })
  .partial()
  .refine((fields) => something[0]({ ...fields, why: undefined }), something[1]);
export const userParams = z.object({ username: z.string().max(100) });

export const newOffice = z.object({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{1,63}$/, oddCode),
  name: line(200),
  level: z.enum(levels),
  parentId: id.nullish().describe('The office above; only the national one has none'),
  timeZone: timeZone.default(publicZone),
  email: email.optional(),
});
export const changedOffice = z
  .object({ name: line(200), timeZone, email, active: z.boolean() })
  .partial()
  .refine(...something);
export const officeParams = z.object({ id: z.string().max(64) });
export const office = oneOffice;

export const scheduleList = list(
  z.object({
    id: z.string(),
    what: z.string(),
    when: z.string(),
    paused: z.boolean(),
    note: z.string().nullable(),
    lastRunAt: instant.nullable(),
    lastResult: z.enum(['running', 'completed', 'failed']).nullable().describe('Of that run'),
    nextRunAt: instant.nullable().describe('Null while paused'),
  }),
);
export const passedOverList = list(
  z.object({
    job: z.enum([
      'start',
      'reconcile',
      'recompute',
      'succession',
      'originals',
      'consultations',
      'digest',
      'recap',
      'weekly',
      'courier',
      'erase',
      'identities',
    ]),
    item: z.string().describe('A report, an office, or a batch'),
    times: z.number().int(),
    error: z.string().describe('A name or code; the log has more'),
    since: instant,
    lastAt: instant,
    nextAt: instant.describe('Not tried again before'),
  }),
);
export const scheduleParams = z.object({ id: z.string().max(200) });

export const consoleSettings = z.object({
  temporalUi: z.string().nullable().describe('Where the Temporal UI is'),
  namespace: z.string(),
  version: z.string(),
});
