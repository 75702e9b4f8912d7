// Lets one watcher see every statement of this process, from when it is asked for to its end; never its parameters.
import type { Question } from './line.ts';

/** Called when a statement is asked for; what it gives is called once, with the statement's text, at its end. */
type Watcher = () => ((text: string, error?: unknown) => void) | undefined;

let watch: Watcher | undefined;

/** Watches from now on, on every connection. */
export function watchStatements(watcher: Watcher): void {
  watch = watcher;
}

/** `answer` to `question`, while it is watched. */
export async function watched<T>(question: Question, answer: () => Promise<T>): Promise<T> {
  const ended = watch?.();
  if (!ended) return answer();
  const text = () => question.string ?? question.strings.join('?');
  try {
    const given = await answer();
    ended(text());
    return given;
  } catch (error) {
    ended(text(), error);
    throw error;
  }
}
