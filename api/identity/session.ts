// Who asks, and in which session.
import type { ComplaintRow } from '../../db/complaints/complaint-row.ts';
import type { UserRow } from '../../db/people/users.ts';
import { type Language, usualLanguage } from '../../sop/texts/language.ts';
import type { Sight } from './sight.ts';
import type { Token } from './tokens.ts';

export interface User extends Omit<UserRow, 'passwordHash'> {
  /** Whoever comes by an API key of the office is a program, and no person (decision 43). */
  key?: { id: string; scopes: readonly string[]; createdBy: string };
}

/** What they read. */
export function languageOf({ language }: User): Language {
  return language ?? usualLanguage;
}

/** Whoever opens a session, as far as a request tells. */
export interface Visitor {
  address: string;
  /** One in which the user signed in before. */
  browser?: string | undefined;
  agent: string | null;
}

/** What an access key has opened. */
export interface Opened {
  complaint: ComplaintRow;
  sight: Sight;
}

export interface Session {
  user: User;
  token: Token;
  /** The token in its signed form, when the caller is to be given a new one. */
  signed: string | undefined;
}
