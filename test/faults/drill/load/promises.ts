// What every single answer of the API must keep to, whatever goes on behind it (the HTTP contract).
import { problemType } from '../../../../contract/common.ts';
import { type ProblemCode, problems } from '../../../../api/http/problems.ts';
import type { Wrong } from './ledger.ts';

export interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: unknown;
}

interface Body {
  type?: unknown;
  title?: unknown;
  status?: unknown;
  code?: unknown;
}

/** What is wrong with it by itself. */
export function wrongIn({ status, headers, body }: Answer, asked: string): Wrong[] {
  const found: Wrong[] = [];
  const wrong = (what: string, detail = '') =>
    found.push({ what, detail: `${asked}: ${status} ${detail}`.trim() });
  if (status >= 500 && status !== 503) wrong('5xx-but-503', JSON.stringify(body));
  if (status === 503 && !(Number(headers['retry-after']) >= 1)) wrong('503-without-retry-after');
  if (status < 400) return found;
  if (!String(headers['content-type']).startsWith(problemType))
    wrong('no-problem', String(headers['content-type']));
  const { type, title, status: said, code } = (body ?? {}) as Body;
  const known = typeof code === 'string' && code in problems ? problems[code as ProblemCode] : undefined;
  if (!known) wrong('unknown-code', JSON.stringify(body));
  else if (known.status !== status || said !== status || typeof type !== 'string' || title !== known.title)
    wrong('problem-unlike-its-code', JSON.stringify(body));
  return found;
}

/** The code that a problem bears; null: it is none. */
export function codeOf({ status, body }: Answer): string | null {
  if (status < 400) return null;
  const { code } = (body ?? {}) as Body;
  return typeof code === 'string' ? code : null;
}
