// Log-in, the office tree, notifications.
import { z } from 'zod';
import { levels } from '../sop/terms.ts';
import { flag, instant, language, list, page } from './common.ts';
import { wrong } from './problems/wrong.ts';

export const credentials = z.object({
  username: z.string().min(1).max(100),
  password: z.string().min(1).max(500),
});
const user = z.object({
  username: z.string(),
  name: z.string(),
  role: z.enum(['admin', 'ops']),
  language: language
    .nullable()
    .describe('What notices and mails are written to me in; null: nothing chosen, so Indonesian'),
  office: z.object({ id: z.string(), name: z.string(), level: z.enum(levels) }),
});
const mustChangePassword = z
  .boolean()
  .describe(
    'Ops typed the password: POST /v1/password comes first, all else is 403 password-change-required',
  );
const secondFactor = z
  .enum(['none', 'given', 'due', 'to-add'])
  .describe(
    'What this session owes of a second factor. due: POST /v1/session/second-factor comes first; to-add: one is wanted of this account, and POST /v1/second-factors/totp comes first; until then all else is 403 second-factor-required',
  );
/** The ways to sign in; `url` begins the one through the identity provider. */
export const signInMethods = z.object({
  local: z.literal(true),
  passkey: z.boolean().describe('At the address that was asked; POST /v1/sign-in/passkey/options begins it'),
  oidc: z.object({ name: z.string(), url: z.string() }).nullable(),
});

export const session = z.object({
  token: z.string(),
  expiresAt: instant,
  user,
  mustChangePassword,
  secondFactor,
});
export const openSession = z.object({
  user,
  expiresAt: instant,
  csrf: z.string().describe('To be sent as X-CSRF-Token with every change that the cookie asks for'),
  mustChangePassword,
  secondFactor,
});

export const sessionList = list(
  z.object({
    id: z.uuid(),
    kind: z.enum(['bearer', 'cookie']),
    device: z.string().nullable().describe('Browser and system, or the program'),
    since: instant,
    seenAt: instant.describe('To the five minutes'),
    expiresAt: instant,
    current: z.boolean().describe('The one that asks'),
  }),
);
export const sessionParams = z.object({ id: z.uuid() });

/** In characters, of passwords that people choose. */
export const shortestPassword = 12;
export const password = z
  .string()
  .normalize('NFC')
  .min(
    shortestPassword,
    wrong({
      id: `Kata sandi sekurang-kurangnya ${shortestPassword} karakter`,
      en: `A password has at least ${shortestPassword} characters`,
    }),
  )
  .max(500);
export const newPassword = z.object({ current: z.string().min(1).max(500), next: password });

export const oneOffice = z.object({
  id: z.string(),
  name: z.string(),
  level: z.enum(levels),
  parentId: z.string().nullable(),
  timeZone: z.string(),
  successorId: z
    .string()
    .nullish()
    .describe('The office that it joins or has joined; it takes no more reports (reading 27)'),
  officers: z
    .number()
    .int()
    .optional()
    .describe('In the list: how many officers decide there; at 0 a report would wait until there is one'),
  email: z.string().nullable().optional().describe('For ops'),
  active: z.boolean().optional().describe('For ops'),
});
export const officeList = list(oneOffice);
export const officeQuery = z.object({
  inactive: flag.optional().describe('true: also those that are no more; for ops'),
});

export const notificationQuery = page.extend({ unread: flag.optional() });
export const notificationParams = z.object({
  id: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER),
});
export const notificationList = list(
  z.object({
    id: z.number(),
    number: z.string().nullable(),
    kind: z.string(),
    subject: z.string().describe('In the language that I chose'),
    body: z.string().describe('Likewise; what people said stands as they wrote it'),
    createdAt: instant,
    readAt: instant.nullable(),
  }),
);
