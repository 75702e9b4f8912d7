// Tells that the store of attachments did not do what it was asked, whatever the reason; and bounds every wait for it.

/** The store did not answer, not in time, or could not keep the file. Its cause says why. */
export class StoreAway extends Error {
  override readonly name = 'StoreAway';

  constructor(cause: unknown) {
    super('The store of attachments is away.', { cause });
  }
}

/** For an answer, second attempts included; reading on may take longer. */
const answerMs = 20_000;

/** Runs `work`, whose `signal` ends it when it takes too long. Throws nothing but `StoreAway`. */
export async function answered<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const late = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const waited = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`No answer within ${answerMs} ms.`));
      late.abort();
    }, answerMs);
  });
  try {
    return await Promise.race([work(late.signal), waited]);
  } catch (error) {
    throw error instanceof StoreAway ? error : new StoreAway(error);
  } finally {
    clearTimeout(timer);
  }
}
