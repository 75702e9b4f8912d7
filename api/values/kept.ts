// Work that many may ask for at once: it is done once, and all of them are given what came of it.

/**
 * A function that gives what `work` gave, for `ms` after it was done; whoever asks while it is under way waits for it.
 * What failed is not kept.
 */
export function keptFor<T>(ms: number, work: () => Promise<T>): () => Promise<T> {
  let kept: { promise: Promise<T>; until: number } | undefined;
  return () => {
    if (kept && performance.now() < kept.until) return kept.promise;
    const mine = { promise: work(), until: Infinity };
    kept = mine;
    mine.promise.then(
      () => {
        mine.until = performance.now() + ms;
      },
      () => {
        mine.until = 0;
      },
    );
    return mine.promise;
  };
}
