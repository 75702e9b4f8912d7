// Files a report once: a repeat is told from a change by the key and by what went out under it.
import { ask } from '../../api/client.ts';
import { ApiProblem } from '../../api/problems.ts';
import type { Filed, Filing } from '../../api/types.ts';

const post = (body: Filing, idempotencyKey: string) =>
  ask<Filed>('/v1/complaints', { method: 'POST', body, idempotencyKey });

/**
 * Sends `body` under `key`. When an earlier attempt with other content (`sent`) had arrived after all, gives that one:
 * `earlier`. Throws an `ApiProblem`.
 */
export async function send(
  body: Filing,
  key: string,
  sent: Filing | null,
): Promise<{ filed: Filed; earlier: Filing | undefined }> {
  try {
    return { filed: await post(body, key), earlier: undefined };
  } catch (error) {
    const arrived = error instanceof ApiProblem && error.code === 'idempotency-key-reused';
    if (!arrived || !sent) throw error;
    return { filed: await post(sent, key), earlier: sent };
  }
}
