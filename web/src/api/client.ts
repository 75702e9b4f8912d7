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
  signal?: AbortSignal;
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

/** Asks the API. Throws an `ApiProblem`. */
export async function ask<T>(path: string, options: Ask = {}): Promise<T> {
  try {
    return await once<T>(path, options);
  } catch (error) {
    // Another tab signed in anew: its token is ours too.
    if (!(error instanceof ApiProblem) || error.code !== 'csrf') throw error;
    setCsrf((await once<{ csrf: string }>('/v1/session', {})).csrf);
    return once<T>(path, options);
  }
}

async function once<T>(path: string, options: Ask): Promise<T> {
  const response = await answerOf(path, options);
  const text = await response.text().catch(() => {
    throw new ApiProblem('unreachable');
  });
  if (!response.ok) throw problemOf(response.status, text, response.headers.get('retry-after'));
  if (text === '') return undefined as T;
  try {
    return JSON.parse(text) as T;
  } catch {
    throw new ApiProblem('unreadable', response.status);
  }
}

async function answerOf(path: string, options: Ask): Promise<Response> {
  const { method = 'GET', body, accessKey, idempotencyKey, revision, signal } = options;
  const stop = new AbortController();
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    stop.abort();
  }, patienceMs);
  const cancel = () => stop.abort();
  signal?.addEventListener('abort', cancel);
  try {
    return await fetch(path + queryOf(options.query), {
      method,
      signal: stop.signal,
      credentials: 'same-origin',
      headers: {
        accept: 'application/json',
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(method !== 'GET' && csrfHeader()),
        ...(accessKey !== undefined && { 'x-access-key': accessKey }),
        ...(idempotencyKey !== undefined && { 'idempotency-key': idempotencyKey }),
        ...(revision !== undefined && { 'if-match': `"${revision}"` }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ApiProblem(late ? 'timeout' : 'unreachable');
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', cancel);
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
