// A small HTTP client of our own API, for the import and the demo. Waits when the API asks it to.
import type { z } from 'zod';
import type { session } from '../../contract/people.ts';
import type { filed, reporterView } from '../../contract/reporter/public.ts';

export interface Problem {
  status: number;
  code?: string | null;
  title?: string | null;
  detail?: string | null;
  errors?: { path?: string; message?: string }[];
}

/** What the API refused. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(wordsOf(problem));
    this.problem = problem;
  }
}

/** In one line. */
export function wordsOf({ status, code, title, detail, errors = [] }: Problem): string {
  const fields = errors.map(({ path, message }) => `${path ?? ''} ${message ?? ''}`.trim());
  const what = [title, detail, ...fields].filter(Boolean).join('; ');
  return `${status} ${code ?? ''} ${what}`.trim();
}

export type Send = <T>(
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<T>;

const patienceMs = 60_000;

/**
 * Gives a function that sends JSON to the API at `base`. 429 and 503 are tried again after Retry-After, for a minute
 * at most; any other error becomes an `ApiError`.
 */
export function apiClient(base: string, token?: string): Send {
  return async <T>(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ) => {
    const until = Date.now() + patienceMs;
    for (;;) {
      const response = await fetch(new URL(path, base), {
        method,
        headers: {
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...(token && { authorization: `Bearer ${token}` }),
          ...headers,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const answer: unknown = await response.json().catch(() => ({}));
      if (response.ok) return answer as T;
      const again = response.status === 429 || response.status === 503;
      if (!again || Date.now() > until)
        throw new ApiError({ ...(answer as Problem), status: response.status });
      const seconds = Number(response.headers.get('retry-after') ?? 1);
      await new Promise((resolve) => setTimeout(resolve, Math.min(10, Math.max(0.2, seconds)) * 1000));
    }
  };
}

type Session = z.output<typeof session>;
export type Filed = z.output<typeof filed>;
export type ReporterView = z.output<typeof reporterView>;

/**
 * A client that is logged in; a session that ends on the way is opened again, once for all who wait. Throws for an account
 * of which more than a password is wanted: a command has nobody to ask for a code.
 */
export async function logIn(
  base: string,
  username: string,
  password: string,
): Promise<{ send: Send; user: Session['user'] }> {
  const open = async () => {
    const session = await apiClient(base)<Session>('POST', '/v1/sessions', { username, password });
    // An older API does not speak of it.
    const { secondFactor = 'none' } = session as Partial<Session>;
    if (secondFactor !== 'none')
      throw new Error(
        `${username} needs a second factor, which commands cannot give: use an API key (TUNTAS_API_KEY) where there is one.`,
      );
    return session;
  };
  let opened = open();
  const send: Send = async <T>(...request: Parameters<Send>) => {
    const own = opened;
    const { token } = await own;
    return apiClient(
      base,
      token,
    )<T>(...request).catch(async (error: unknown) => {
      if (!(error instanceof ApiError) || error.problem.status !== 401) throw error;
      if (opened === own) opened = open();
      return apiClient(base, (await opened).token)<T>(...request);
    });
  };
  return { send, user: (await opened).user };
}

/** Says plainly that nothing answers at `base`, instead of a stack. */
export function explain(error: unknown, base: string): string {
  if (error instanceof TypeError) return `Nothing answers at ${base}. Is Tuntas running (npm start)?`;
  return error instanceof Error ? error.message : String(error);
}
