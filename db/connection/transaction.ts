// A transaction on a line of its own: one statement after another, none after the first that fails, none after its end.
import { DatabaseAway } from './away.ts';
import type { Line, Question } from './line.ts';

type Ask = (question: Question) => Promise<unknown>;

/**
 * What `work` gives, once committed. `open` and `close` make the statements' questions. Gives `work`'s error back, not
 * thrown, when all was rolled back and the line is sound; throws when a statement failed, also one whose error `work`
 * swallowed.
 */
export async function transaction<T>(
  line: Line,
  statement: (text: string) => Question,
  mode: string,
  work: (ask: Ask) => Promise<T>,
): Promise<{ value: T } | { error: unknown }> {
  let over = false;
  let failed: { error: unknown } | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  await line.ask(statement(`begin ${mode}`));
  const { lost } = line;
  const askInTurn = async (question: Question) => {
    // The line may be another transaction's by now.
    if (over) throw new Error('A statement came after the end of its transaction.');
    if (failed) throw failed.error;
    try {
      // A line opens itself again: there a statement would stand alone.
      if (line.lost !== lost) throw new DatabaseAway('The connection of this transaction was lost.');
      return await line.ask(question);
    } catch (error) {
      failed = { error };
      throw error;
    }
  };
  const ask: Ask = (question) => {
    const answer = turn.then(() => askInTurn(question));
    turn = answer.catch(() => {});
    return answer;
  };
  const outcome = await work(ask).then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  over = true;
  await turn;
  if (failed) throw 'error' in outcome ? outcome.error : failed.error;
  const ended = 'error' in outcome ? 'rollback' : 'commit';
  if (line.lost !== lost) throw new DatabaseAway('The connection of this transaction was lost.');
  const { command } = await line.ask(statement(ended));
  if (command.toLowerCase() !== ended)
    throw new DatabaseAway(`PostgreSQL answered ${ended} with ${command}.`);
  return outcome;
}
