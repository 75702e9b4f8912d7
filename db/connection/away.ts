// Tells a database that is away from one that refused, and bounds every wait for it: postgres.js has no query timeout.

/** The database did not answer, or not in time. Whether a write arrived is unknown. */
export class DatabaseAway extends Error {
  override readonly name = 'DatabaseAway';
}

/** An answer came that is not, or not only, its question's: nothing of it may go out. Whether a write arrived is unknown. */
export class ForeignAnswer extends DatabaseAway {}

const awayCodes =
  /^(CONNECTION_|CONNECT_TIMEOUT$|ECONN|EPIPE$|ENOTFOUND$|EAI_AGAIN$|EHOSTUNREACH$|ETIMEDOUT$|08|57P0|57014$|53300$)/;

/** Whether `error` says that the database could not be reached, is starting or stopping, or took too long. */
export function isDatabaseAway(error: unknown): boolean {
  if (error instanceof DatabaseAway) return true;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && awayCodes.test(code);
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
