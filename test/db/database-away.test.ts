// A database behind a black hole: postgres.js has no query timeout, so the record gives up by itself.
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createActivities } from '../../activities/index.ts';
import { openDatabase } from '../../db/connection/client.ts';
import { filed } from '../support/walk.ts';
import { freshDatabase } from '../support/database.ts';
import { Proxy } from '../support/proxy.ts';
import { store } from './registry.ts';

test('the record rejects promptly when an open connection goes silent', async () => {
  const { url, sql: direct, close } = await freshDatabase();
  const proxy = await Proxy.before(url);
  const sql = openDatabase(proxy.url, { max: 2 });
  try {
    const walk = filed('2026-11-23T02:00:00.000Z', { number: 'LAP-GELAP-1' });
    await store(direct, walk.case.number, '2026-11-23T02:00:00.000Z');
    await sql`select 1`;
    proxy.silence();
    const { record } = createActivities({ sql });
    const ended = record({ number: walk.case.number, entries: walk.entries }).then(
      () => 'written',
      () => 'rejected',
    );
    expect(await Promise.race([ended, sleep(10_000, 'still waiting')])).toBe('rejected');
  } finally {
    proxy.close();
    await sql.end({ timeout: 0 });
    await close();
  }
});
