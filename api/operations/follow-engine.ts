// Where the reports run on another Temporal from some moment on, the API asks that one within a second (decision 54).
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import type { FastifyBaseLogger } from 'fastify';
import type { Sql } from '../../db/connection/client.ts';
import { currentEngine } from '../../db/operations/engines.ts';
import { Engine } from '../../engine/engine.ts';

const lookMs = 1_000;

/** Turns `engine` to the one of `clients` that the reports run on, again and again, until the function that it gives is called. */
export function followEngine(
  sql: Sql,
  engine: Engine,
  clients: readonly Client[],
  log: FastifyBaseLogger,
): () => void {
  const stopping = new AbortController();
  const { signal } = stopping;
  const ids = new Map<Client, string>();
  let at = clients[0];
  const learn = async (client: Client) => {
    if (ids.has(client)) return;
    // One that is away is asked again.
    const id = await new Engine(client).id().catch(() => undefined);
    if (id !== undefined) ids.set(client, id);
  };
  const look = async () => {
    const now = await currentEngine(sql);
    await Promise.all(clients.map(learn));
    const there = now && clients.find((client) => ids.get(client) === now.id);
    if (!there || there === at) return;
    engine.turnTo(there);
    at = there;
    log.warn({ place: now.place }, 'the reports run on another Temporal now');
  };
  const follow = async () => {
    while (!signal.aborted) {
      await look().catch(() => {});
      await sleep(lookMs, undefined, { signal }).catch(() => {});
    }
  };
  void follow();
  return () => stopping.abort();
}
