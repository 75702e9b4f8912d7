// What the worker does every few seconds for as long as it runs: starts what has no workflow yet, at once while many wait, and folds figures; each hour what of people is to be sealed or erased.
import { setTimeout as sleep } from 'node:timers/promises';
import { eraseExpired } from '../activities/erase-expired.ts';
import { Pace } from '../activities/pace.ts';
import { startLeft } from '../activities/start-left.ts';
import type { Sql } from '../db/connection/client.ts';
import { foldWhenDue } from '../db/figures/fold.ts';
import { sealPlain } from '../db/people/sealed/seal-plain.ts';
import type { Engine } from '../engine/engine.ts';

const everyMs = 5_000;
/** What has time. */
const hourMs = 3_600_000;

interface Log {
  warn: (what: object, message: string) => void;
}

/** Begins at once, and goes on until the function that it gives is called, which waits for the rounds under way. */
export function sweep(
  sql: Sql,
  engine: Engine,
  log: Log,
  { pace = new Pace(), mailing = false } = {},
): () => Promise<unknown> {
  const stopping = new AbortController();
  const { signal } = stopping;
  const way = { pace, stop: signal, mailing };
  /** `work` says whether there is more of it at once. */
  const loop = async (work: () => Promise<boolean>, whenNot: string, pauseMs = everyMs) => {
    while (!signal.aborted) {
      const more = await work().catch((error: unknown) => {
        log.warn({ err: error }, whenNot);
        return false;
      });
      if (!more) await sleep(pauseMs, undefined, { signal }).catch(() => {});
    }
  };
  const running = Promise.all([
    loop(async () => {
      const { more, mended } = await startLeft(sql, engine, way);
      if (mended.length > 0) log.warn({ mended }, 'reports go on from their records');
      return more;
    }, 'complaints wait for their start'),
    loop(async () => {
      await foldWhenDue(sql);
      return false;
    }, 'figures wait to be folded in'),
    loop(async () => (await sealPlain(sql)) > 0, 'who reports waits to be sealed', hourMs),
    loop(async () => (await eraseExpired(sql)) > 0, 'who reported waits to be erased', hourMs),
  ]);
  return () => {
    stopping.abort();
    return running;
  };
}
