// The one way to open PostgreSQL: bounded waits, column names in camelCase.
import postgres from 'postgres';

export type Sql = postgres.Sql<{ bigint: number }>;
/** A connection or a transaction: what queries take. */
export type Db = postgres.ISql<{ bigint: number }>;

/** Opens a pool. Statements are cut off by the server after `statementTimeoutMs`; connecting after 2 s. */
export function openDatabase(url: string, options: { max?: number; statementTimeoutMs?: number } = {}): Sql {
  const sql = postgres(url, {
    max: options.max ?? 10,
    connect_timeout: 2,
    idle_timeout: 60,
    transform: { column: { from: postgres.toCamel } },
    types: { bigint: { to: 20, from: [20], serialize: String, parse: Number } },
    onnotice: () => {},
    connection: {
      application_name: 'tuntas',
      statement_timeout: options.statementTimeoutMs ?? 5_000,
      TimeZone: 'UTC',
    },
  });
  sql.options.parsers[timestamptz] = instantOf;
  return sql;
}

const timestamptz = 1184;

/** As PostgreSQL writes an instant; JavaScript reads years before 100 only in the form of ISO 8601. */
function instantOf(text: string): Date {
  return new Date(text.replace(/^(\d{4}-\d\d-\d\d) (.*[+-]\d\d)$/, '$1T$2:00'));
}
