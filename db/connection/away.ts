// Tells a database that is away from one that refused, and bounds every wait for it: postgres.js has no query timeout.

/** The database did not answer, or not in time. Whether a write arrived is unknown. */
export class DatabaseAway extends Error {
  override readonly name = 'DatabaseAway';
  /** As the network, postgres.js or the server call it, when one of them said so. */
  readonly code?: string;

  constructor(message: string, { code, cause }: { code?: string; cause?: unknown } = {}) {
    super(message, { cause });
    if (code !== undefined) this.code = code;
  }
}

/** An answer came that is not, or not only, its question's: nothing of it may go out. Whether a write arrived is unknown. */
export class ForeignAnswer extends DatabaseAway {}

const awayCodes =
  /^(CONNECTION_|CONNECT_TIMEOUT$|ECONN|EPIPE$|ENOTFOUND$|EAI_AGAIN$|EHOSTUNREACH$|ETIMEDOUT$|08|53|57P0|57014$|58)/;

/** What a connection threw; as `DatabaseAway` when the database cannot be reached, is starting or stopping, has no room, or took too long. */
export function orAway(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof DatabaseAway) return error;
  const { code, address, port } = error as NodeJS.ErrnoException & { address?: string; port?: number };
  if (typeof code !== 'string' || !awayCodes.test(code)) return error;
  const where = address && port ? ` ${address}:${port}` : '';
  return new DatabaseAway(`The database is away: ${code}${where}.`, { code, cause: error });
}

/** `work`, or `DatabaseAway` after `ms`. The work itself cannot be called back. */
export async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DatabaseAway(`No answer within ${ms} ms.`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
