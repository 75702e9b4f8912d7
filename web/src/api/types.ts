// The API's answers, typed by the schemas that the API itself answers with.
import type { z } from 'zod';
import type { session } from '../../../api/schemas/people.ts';

/** What a schema of the API gives. */
export type Output<S extends z.ZodType> = z.output<S>;
/** What it takes. */
export type Input<S extends z.ZodType> = z.input<S>;

export type User = z.output<typeof session>['user'];

/** Signed in by cookie; `csrf` goes with every unsafe request. */
export interface Session {
  user: User;
  expiresAt: string;
  csrf: string;
}

export interface SignInMethods {
  local: boolean;
  oidc: { name: string; url: string } | null;
}
