// Who asks, and in which session.
import type { ComplaintRow } from '../../db/complaints/complaint-row.ts';
import type { UserRow } from '../../db/people/users.ts';
import type { Sight } from './sight.ts';
import type { Token } from './tokens.ts';

export type User = Omit<UserRow, 'passwordHash'>;

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
