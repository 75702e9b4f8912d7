// The one way to open PostgreSQL: bounded waits, column names in camelCase, every answer its own question's.
import postgres from 'postgres';
import { Connections } from './connections.ts';
import { Line, type Question, questionOf } from './line.ts';
import { transaction } from './transaction.ts';
import type { KeyRing } from '../../settings/kinds/payload-keys.ts';
import { Vault } from '../secrets/vault.ts';

export type Sql = Db & Pick<Pool, 'end' | 'listen'> & { begin: Begin };
/** A connection or a transaction: what queries take. `json` takes what JSON.stringify does; `vault` opens what is sealed there. */
export type Db = postgres.ISql<{ bigint: number }> & {
  json: (value: object) => postgres.Parameter;
  readonly vault: Vault;
};

/** A part of a statement, for another to hold. */
export type Piece = postgres.PendingQuery<postgres.Row[]>;

type Pool = postgres.Sql<{ bigint: number }>;

/** Runs `work` in a transaction, of that mode (e.g. `isolation level repeatable read`). */
interface Begin {
  <T>(work: Work<T>): Promise<T>;
  <T>(mode: string, work: Work<T>): Promise<T>;
}

const connectSeconds = 2;
/** Between two tries to connect. */
const longestPauseSeconds = 2;
/** Beyond the server's own limit of a statement: then it is not the statement that hangs. */
const graceMs = 1_000;

/**
 * Opens connections as they are needed, `max` at most. Statements are cut off by the server after `statementTimeoutMs`;
 * connecting after 2 s; a connection that says nothing soon after is given up. postgres.js is asked through a line at a
 * time (see `Line`): its pools send questions ahead, and one that fails on the way can hand the rest each other's rows.
 * With `role`, each connection acts as that role from its start on, whatever its login might do besides. `keys` open what is
 * sealed there; without them the rest is read.
 */
export function openDatabase(
  url: string,
  options: {
    max?: number;
    statementTimeoutMs?: number;
    role?: string | undefined;
    keys?: KeyRing | undefined;
  } = {},
): Sql {
  const { max = 10, statementTimeoutMs = 5_000, role, keys } = options;
  const open = (onclose?: () => void) => {
    const pool = postgres(url, {
      max: 1,
      connect_timeout: connectSeconds,
      idle_timeout: 60,
      // Who listens is back soon after the database is; by itself it would wait for up to twenty seconds.
      backoff: (tries: number) => Math.min(longestPauseSeconds, 0.05 * 2 ** tries),
      transform: { column: { from: postgres.toCamel } },
      types: { bigint: { to: 20, from: [20], serialize: String, parse: Number } },
      onnotice: () => {},
      ...(onclose && { onclose }),
      connection: {
        application_name: 'tuntas',
        statement_timeout: statementTimeoutMs,
        // Statements here are over before their machine code would be made.
        jit: 'off',
        TimeZone: 'UTC',
        ...(role && { role }),
      },
    });
    pool.options.parsers[timestamptz] = instantOf;
    return pool;
  };
  const patienceMs = connectSeconds * 1_000 + statementTimeoutMs + graceMs;
  const connections = new Connections(() => new Line(open, patienceMs), max);
  // Puts statements together and listens; it is never asked.
  const words = open();
  const vault = new Vault(keys);
  const statement = (text: string) => questionOf(words.unsafe(text));
  const begin = async <T>(...args: [Work<T>] | [string, Work<T>]) => {
    const [mode, work] = args.length === 1 ? ['', args[0]] : args;
    const outcome = await connections.use((line) =>
      transaction(line, statement, mode, async (ask) => work(asking(words, vault, ask))),
    );
    if ('error' in outcome) throw outcome.error;
    return outcome.value;
  };
  const end = async ({ timeout }: { timeout?: number | undefined } = {}) => {
    await connections.end(timeout === undefined ? undefined : timeout * 1_000);
    await words.end({ timeout: 0 });
  };
  const listen: Sql['listen'] = (...args) => words.listen(...args);
  const sql = asking(words, vault, (question) => connections.use((line) => line.ask(question)));
  return Object.assign(sql, { begin, end, listen });
}

type Work<T> = (tx: Db) => T | Promise<T>;

/** What makes statements like `words`, answered by `ask`. */
function asking(words: Pool, vault: Vault, ask: (question: Question) => Promise<unknown>): Db {
  const handler = (question: Question) => {
    const { resolve, reject } = question;
    if (question.cursorFn || question.forEachFn || question.onlyDescribe || question.streaming) {
      // A line that waits for its reader is nobody else's, and a reader who leaves late puts its answers out of step.
      return reject(
        new TypeError('Rows are read whole; a large result in batches, each a statement of its own.'),
      );
    }
    ask(question).then(resolve, reject);
  };
  const asked = (made: unknown) => (isQuestion(made) ? Object.assign(made, { handler }) : made);
  const make = (...args: Parameters<Pool>) => asked(words(...args));
  const unsafe = (...args: Parameters<Pool['unsafe']>) => asked(words.unsafe(...args));
  const json: Db['json'] = (value: unknown) => words.json(value as postgres.JSONValue);
  return Object.assign(make, { unsafe, json, vault }) as unknown as Db;
}

function isQuestion(made: unknown): made is Question {
  return made instanceof Promise;
}

const timestamptz = 1184;

/** As PostgreSQL writes an instant; JavaScript reads years before 100 only in the form of ISO 8601. */
function instantOf(text: string): Date {
  return new Date(text.replace(/^(\d{4}-\d\d-\d\d) (.*[+-]\d\d)$/, '$1T$2:00'));
}
