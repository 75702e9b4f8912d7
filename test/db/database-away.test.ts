// A database behind a black hole: postgres.js has no query timeout, so the record gives up by itself.
import { createConnection, createServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createActivities } from '../../activities/index.ts';
import { openDatabase } from '../../db/client.ts';
import { filed } from '../support/walk.ts';
import { freshDatabase } from '../support/database.ts';
import { store } from './registry.ts';

test('the record rejects promptly when an open connection goes silent', async () => {
  const { url, sql: direct, close } = await freshDatabase();
  const { hostname, port: databasePort } = new URL(url);
  const sockets: Socket[] = [];
  let silent = false;
  const proxy = createServer((client) => {
    const server = createConnection(Number(databasePort), hostname);
    sockets.push(client, server);
    client.on('data', (part) => silent || server.write(part));
    server.on('data', (part) => silent || client.write(part));
  });
  const port = await new Promise<number>((resolve) => {
    proxy.listen(0, '127.0.0.1', () => resolve((proxy.address() as { port: number }).port));
  });
  const through = new URL(url);
  through.hostname = '127.0.0.1';
  through.port = String(port);
  const sql = openDatabase(through.href, { max: 2 });
  try {
    const walk = filed('2026-11-23T02:00:00.000Z', { number: 'LAP-GELAP-1' });
    await store(direct, walk.case.number, '2026-11-23T02:00:00.000Z');
    await sql`select 1`;
    silent = true;
    const { record } = createActivities({ sql });
    const ended = record({ number: walk.case.number, entries: walk.entries }).then(
      () => 'written',
      () => 'rejected',
    );
    expect(await Promise.race([ended, sleep(10_000, 'still waiting')])).toBe('rejected');
  } finally {
    for (const socket of sockets) socket.destroy();
    proxy.close();
    await sql.end({ timeout: 0 });
    await close();
  }
});
