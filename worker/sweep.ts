// Every few seconds, and at once while many wait, starts what has no workflow yet, for as long as the worker runs.
import { setTimeout as sleep } from 'node:timers/promises';
import { Pace } from '../activities/pace.ts';
import { startLeft } from '../activities/start-left.ts';
import type { Sql } from '../db/connection/client.ts';
import type { Engine } from '../engine/engine.ts';

const everyMs = 5_000;

interface Log {
  warn: (what: object, message: string) => void;
}

/** Begins at once, and goes on until the function that it gives is called, which waits for the round under way. */
export function sweep(sql: Sql, engine: Engine, log: Log, pace = new Pace()): () => Promise<void> {
  const stopping = new AbortController();
  const { signal } = stopping;
  const way = { pace, stop: signal };
  const loop = async () => {
    while (!signal.aborted) {
      const { more } = await startLeft(sql, engine, way).catch((error: unknown) => {
        log.warn({ err: error }, 'complaints wait for their start');
        return { more: false };
      });
      if (!more) await sleep(everyMs, undefined, { signal }).catch(() => {});
    }
  };
  const running = loop();
  return () => {
    stopping.abort();
    return running;
  };
}
