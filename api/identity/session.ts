// Who asks, and in which session.
import type { UserRow } from '../../db/people/users.ts';
import type { Token } from './tokens.ts';

export type User = Omit<UserRow, 'passwordHash'>;

/** Whoever opens a session, as far as a request tells. */
export interface Visitor {
  address: string;
  /** One in which the user signed in before. */
  browser?: string | undefined;
  agent: string | null;
}

export interface Session {
  user: User;
  token: Token;
  /** The token in its signed form, when the caller is to be given a new one. */
  signed: string | undefined;
}
