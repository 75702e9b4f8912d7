// A second factor beside the password (decision 49): an app's codes, codes on paper, passkeys.
import { z } from 'zod';
import { instant } from '../common.ts';
import { openSession } from '../people.ts';
import { passkey } from './passkeys.ts';

const password = z.string().min(1).max(500).describe('My own, asked again');
export const withPassword = z.object({ password });

export const givenCode = z.object({
  code: z.string().min(1).max(40).describe('Six digits of the app, or a recovery code; each works once'),
});

/** The session that goes on, in place of the one that asked. */
export const provenSession = openSession.extend({
  token: z
    .string()
    .optional()
    .describe('Of a Bearer session: its token from now on; the one that asked has ended'),
});

export const startedTotp = z.object({
  secret: z.string().describe('In base32, to be typed into the app'),
  uri: z.string().describe('The same as otpauth://…, to be shown as a QR code'),
});

const codes = z.array(z.string());
export const addedFactor = z.object({
  session: provenSession,
  recoveryCodes: codes
    .nullable()
    .describe('With the first factor: good once each when it is lost; shown this once'),
});
export const recoveryCodes = z.object({ recoveryCodes: codes.describe('Shown this once') });

export const factors = z.object({
  hasPassword: z.boolean().describe('false: signs in through the identity provider, and is left to it'),
  required: z.boolean().describe('Whether this account needs one'),
  totp: z.object({ addedAt: instant }).nullable(),
  passkeys: z.array(passkey),
  passkeysHere: z.boolean().describe('Whether they can be used at the address that was asked'),
  recoveryCodes: z.number().int().describe('How many are left'),
});

export const factorRemoval = z.object({
  password,
  factor: z.string().min(1).max(1_400).describe('totp, or the id of a passkey'),
});
