// The only way to the API: JSON in and out, the session's cookie with its CSRF token, a time limit, problems as errors.
import { ApiProblem, problemOf } from './problems.ts';

const patienceMs = 20_000;

export interface Ask {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  body?: unknown;
  query?: Record<string, string | number | boolean | null | undefined>;
  /** Follows one report, without a session. */
  accessKey?: string;
  /** The same key twice does the thing once. */
  idempotencyKey?: string;
  /** Of the complaint, calendar or policy as it was seen. */
  revision?: number | string;
  /** Of the answer that is here: one that is no other comes without content (304). */
  tag?: string | undefined;
  /** Cancels it: TanStack Query's, of a question that nobody asks any more. */
  signal?: AbortSignal;
  /** For the answer with its body; 20 s unless said otherwise. */
  limitMs?: number;
  /** It goes although the page does. */
  keepalive?: boolean;
}

let csrf: string | undefined;

/** Remembers the token that unsafe requests of this session carry; undefined forgets it. */
export function setCsrf(token: string | undefined): void {
  csrf = token;
}

/** What an unsafe request carries besides its content. */
export function csrfHeader(): Record<string, string> {
  return csrf === undefined ? {} : { 'x-csrf-token': csrf };
}

/** A service worker has no page; what it is told in words nobody reads. */
const page: { fetch: unknown; document?: { documentElement: { lang: string } } } = globalThis;

/** Who asks: a reporter opens their report by its key, an officer has the session's cookie; and what they read. */
export function askerHeaders(accessKey: string | undefined): Record<string, string> {
  const language = page.document?.documentElement.lang;
  return {
    ...(language && { 'accept-language': language }),
    ...(accessKey !== undefined && { 'x-access-key': accessKey }),
  };
}

/** Asks the API. Throws an `ApiProblem`; what `signal` cancels throws its reason. */
export function ask<T>(path: string, options: Ask = {}): Promise<T> {
  return withFreshToken(() => once<T>(path, options));
}

/** Sends it, and once more where another tab had signed in anew: its token is ours too. */
export async function withFreshToken<T>(send: () => Promise<T>): Promise<T> {
  try {
    return await send();
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.code !== 'csrf') throw error;
    setCsrf((await once<{ csrf: string }>('/v1/session', {})).csrf);
    return send();
  }
}

async function once<T>(path: string, options: Ask): Promise<T> {
  const { ok, status, headers, text } = await answerOf(path, options);
  if (!ok) throw problemOf(status, text, headers.get('retry-after'));
  if (text === '') return undefined as T;
  try {
    return JSON.parse(text) as T;
  } catch {
    throw new ApiProblem('unreadable', status);
  }
}

/** The whole answer: a body that stalls is as late as one that never begins. */
export async function answerOf(path: string, options: Ask) {
  const {
    method = 'GET',
    body,
    accessKey,
    idempotencyKey,
    revision,
    tag,
    signal,
    limitMs = patienceMs,
    keepalive = false,
  } = options;
  const limit = AbortSignal.timeout(limitMs);
  try {
    const response = await fetch(path + queryOf(options.query), {
      method,
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
      credentials: 'same-origin',
      keepalive,
      headers: {
        accept: 'application/json',
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(method !== 'GET' && csrfHeader()),
        ...askerHeaders(accessKey),
        ...(idempotencyKey !== undefined && { 'idempotency-key': idempotencyKey }),
        ...(tag && { 'if-none-match': tag }),
        ...(revision !== undefined && { 'if-match': `"${revision}"` }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const { ok, status, headers } = response;
    return { ok, status, headers, text: await response.text() };
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ApiProblem(limit.aborted ? 'timeout' : 'unreachable');
  }
}

/** `?a=1&b=2` without what is empty. */
export function queryOf(query: Ask['query']): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value));
  }
  return search.size > 0 ? `?${search}` : '';
}

/** A key for one thing to be done once; also where the page came over plain HTTP. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
