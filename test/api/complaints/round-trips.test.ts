// What is asked of the database before the engine: each statement is a wait for whoever decides or files.
import { AsyncLocalStorage } from 'node:async_hooks';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { App } from '../../../api/services.ts';
import { watchStatements } from '../../../db/connection/watch-statements.ts';
import { Api, report } from '../../support/api.ts';

let api: Api;
let app: App;
beforeAll(async () => {
  api = await Api.open();
  app = await api.replica();
});
afterAll(async () => {
  watchStatements(() => undefined);
  await app?.close();
  await api?.close();
});

const asking = new AsyncLocalStorage<string[]>();

/** What a request asks; not what the worker does behind it, in the same process. */
async function statementsOf(url: string, payload: object, headers: Record<string, string> = {}) {
  watchStatements(() => {
    const own = asking.getStore();
    return own && ((text) => own.push(text.trim().replaceAll(/\s+/g, ' ')));
  });
  const own: string[] = [];
  const answer = await asking.run(own, async () => {
    // It begins when it is awaited.
    return await app.inject({ method: 'POST', url, payload, headers });
  });
  return { status: answer.statusCode, body: answer.body ? answer.json() : undefined, own };
}

test('a decision asks once: who asks, what they see, what was answered before, whether the rules are still so', async () => {
  const r = await api.report();
  const decide = async (who: string, body: object, key: string) =>
    statementsOf(`${r.path}/decisions`, body, {
      authorization: `Bearer ${await api.tokenOf(who)}`,
      'idempotency-key': key,
    });
  // Their last visit is noted, once in five minutes.
  await Promise.all(['nasional', 'instansi'].map((who) => r.seenBy(who)));
  const dispose = { action: 'dispose', officeId: 'kementerian-contoh' };
  expect((await decide('nasional', dispose, 'a')).status).toBe(200);
  const received = await decide('instansi', { action: 'receive' }, 'b');
  expect([received.status, received.own]).toEqual([200, [expect.stringContaining('kept_answers')]]);
  // Once it is on record, the same again does not get as far as the engine, and asks no more for it.
  await expect.poll(async () => (await r.seenBy('instansi')).body.step).toBe(4);
  const again = await decide('instansi', { action: 'receive' }, 'b');
  expect([again.body.revision, again.own.length]).toEqual([received.body.revision, 1]);
  const other = await decide('instansi', { action: 'accept', officeId: 'ditjen-pelayanan' }, 'b');
  expect([other.body.code, other.own.length]).toEqual(['idempotency-key-reused', 1]);
});

test('an office that stands above, and one that never had it', async () => {
  const r = await api.report({ agencyId: 'kementerian-contoh' });
  await r.toRow8();
  const note = async (who: string) =>
    statementsOf(
      `${r.path}/notes`,
      { text: 'Dicatat.' },
      { authorization: `Bearer ${await api.tokenOf(who)}` },
    );
  expect(await note('instansi')).toMatchObject({ status: 204 });
  expect(await note('instansi2')).toMatchObject({ status: 404 });
});

test('a filing is written down in one statement, and is on record when it is answered', async () => {
  await statementsOf('/v1/complaints', report);
  const { status, body, own } = await statementsOf('/v1/complaints', report);
  expect([status, body.step]).toEqual([201, 2]);
  // The rules' version, a number, the report with its reporter; then where it stands. The key of addresses was opened before.
  expect(own.slice(0, 3)).toEqual([
    expect.stringContaining('rules_version'),
    expect.stringContaining('nextval'),
    expect.stringContaining('insert into complaints'),
  ]);
  expect(own.slice(3).every((text) => text.startsWith('select number, step'))).toBe(true);
});
