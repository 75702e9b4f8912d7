// A key of the caller's (Idempotency-Key), made one that nobody else's can meet.
import { createHash, randomBytes } from 'node:crypto';
import type { Decision } from '../../sop/case.ts';

export type Under = NonNullable<Decision['under']>;

/** In whose name reporters' keys stand; officers' stand in their own. */
export const ofReporter = 'reporter';

/** As it is kept; undefined without one. */
export function keyUnder(scope: string, number: string, key: unknown): string | undefined {
  return typeof key === 'string' ? hash([scope, number, key]) : undefined;
}

/** With what is asked under it; undefined without one. */
export function underKey(
  scope: string,
  number: string,
  key: string | undefined,
  body: object,
): Under | undefined {
  const kept = keyUnder(scope, number, key);
  if (kept === undefined) return undefined;
  const said = Object.entries(body).filter(([, value]) => value !== undefined && value !== null);
  return { key: kept, request: hash(said.toSorted(([a], [b]) => (a < b ? -1 : 1))) };
}

/**
 * Short, since it stands in the history four times. The engine answers alike under one id of a report, whatever is asked:
 * so what is asked is part of it.
 */
export function updateIdOf(under: Under | undefined): string {
  if (!under) return randomBytes(9).toString('base64url');
  return Buffer.from(hash([under.key, under.request]), 'hex')
    .subarray(0, 15)
    .toString('base64url');
}

function hash(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
