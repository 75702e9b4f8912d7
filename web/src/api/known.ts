// Answers that are asked for again and mostly are as they were: then nothing comes but that.
import { answerOf } from './client.ts';
import { ApiProblem, problemOf } from './problems.ts';

export interface Known<T> {
  answer: T;
  /** By which the API knows it again. */
  tag: string | undefined;
}

/** `before`: what is here of it, which is given where it is as it was. Throws an `ApiProblem`, or the reason of `signal`. */
export async function askAgain<T>(
  path: string,
  before: Known<T> | undefined,
  signal: AbortSignal,
): Promise<Known<T>> {
  const { ok, status, headers, text } = await answerOf(path, { signal, tag: before?.tag });
  if (status === 304 && before) return before;
  if (!ok) throw problemOf(status, text, headers.get('retry-after'));
  try {
    return { answer: JSON.parse(text) as T, tag: headers.get('etag') ?? undefined };
  } catch {
    throw new ApiProblem('unreadable', status);
  }
}
