// One connection: asked one question at a time, it gives an answer out only as that question's own.
import type postgres from 'postgres';
import { ForeignAnswer, orAway, within } from './away.ts';
import { watched } from './watch-statements.ts';

/** What postgres.js keeps of a statement, as far as we take part in it. */
export interface Question {
  handler: (question: Question) => void;
  strings: readonly string[];
  /** With $1 and so on in the place of parameters; there once it was sent. */
  string?: string;
  resolve: (answer: unknown) => void;
  reject: (error: unknown) => void;
  cursorFn?: unknown;
  forEachFn?: unknown;
  onlyDescribe?: unknown;
  streaming?: unknown;
}

type Answer = postgres.RowList<postgres.Row[]>;

export class Line {
  /** A pool of one. Nothing else asks on it: questions that are sent ahead mix up their answers when one fails. */
  private readonly sql: postgres.Sql;
  private readonly send: Question['handler'];
  private readonly patienceMs: number;
  /** How often it was lost. It opens itself again, but what was begun on it is gone. */
  lost = 0;

  /** `patienceMs`: for an answer, the server's own limit and the connecting included. */
  constructor(open: (onClose: () => void) => postgres.Sql, patienceMs: number) {
    this.sql = open(() => this.lost++);
    this.send = questionOf(this.sql`select`).handler;
    this.patienceMs = patienceMs;
  }

  /**
   * The answer. Throws what the server says, or `DatabaseAway` when it is away, says nothing in time or something else. After an
   * error the line is to be ended: rows that came before it stand in the next answer, and a sender that was late once
   * is one answer behind from then on.
   */
  async ask(question: Question): Promise<Answer> {
    const answered = new Promise<unknown>((resolve, reject) => {
      question.resolve = resolve;
      question.reject = reject;
    });
    const asked = watched(question, async () => {
      this.send(question);
      const answer = (await within(this.patienceMs, answered)) as Answer | Answer[];
      for (const one of 'command' in answer ? [answer] : answer) {
        if (!isWhole(one, question)) throw new ForeignAnswer('An answer came that is not of this question.');
      }
      return answer as Answer;
    });
    return asked.catch((error: unknown) => {
      throw orAway(error);
    });
  }

  /** Cuts it off at once; the server undoes what was begun. */
  async end(): Promise<void> {
    await this.sql.end({ timeout: 0 });
  }
}

/** Whether the statement was bound, ran to its end, and brought as many rows as the server counted. */
function isWhole({ command, statement, columns, count, length }: Answer, question: Question): boolean {
  if (!command || (statement as { string?: string } | null)?.string !== question.string) return false;
  return !columns?.length || typeof count !== 'number' || Number.isNaN(count) || count === length;
}

export function questionOf(query: unknown): Question {
  return query as Question;
}
