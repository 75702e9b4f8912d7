// What a copy of the database tells, and that what docs/leak.md says to run when people's data got out does what it says.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { newKey, readKeys } from '../../codec/key-ring.ts';
import { openDatabase } from '../../db/connection/client.ts';
import { whoReports } from '../../db/people/sealed/who-reports.ts';
import { firstBreak } from '../../db/record/chain.ts';
import { rotateKeys } from '../../db/secrets/rotate.ts';
import { contactKey, ownSecret, requireKeys } from '../../db/secrets/secrets.ts';
import { Api } from '../support/api.ts';
import { dumpOf, toldBy } from '../support/files/dump.ts';
import { png } from '../support/files/files.ts';
import { formOf } from '../support/files/uploads.ts';
import { runProgram } from '../support/program.ts';
import { identityKeysText } from '../support/runner/identity-keys.ts';

const page = readFileSync(new URL('../../docs/leak.md', import.meta.url), 'utf8');
const commands = [...page.matchAll(/psql "\$DB" -c "([^"]+)"/g)].map(([, text = '']) => text);
const queries = [
  ...[...page.matchAll(/```sql\n([^]*?)```/g)].map(([, text = '']) => text),
  ...[...page.matchAll(/`(select [^`]+)`/g)].map(([, text = '']) => text),
];
/** The one command that begins so. */
const beginning = (words: string) => {
  const found = commands.filter((text) => text.startsWith(words));
  expect([words, found.length]).toEqual([words, 1]);
  return found[0] ?? '';
};

let api: Api;
beforeAll(async () => {
  api = await Api.open({ mailing: true });
});
afterAll(() => api?.close());

test('a copy of the database alone tells nothing about who reported; with the keys outside it does', async () => {
  const who = {
    name: 'Zulfikar Wiraatmaja',
    email: 'zulfikar.w@surel.example',
    phone: '+62 857-1122-3344',
    nik: '3200000000000001',
  };
  const point = { latitude: -6.918, longitude: 107.619 };
  const one = await api.report({ reporter: who, point });
  await one.decide('nasional', { action: 'dispose', officeId: 'kementerian-contoh' });
  await one.decide('instansi', { action: 'receive' });
  // Somebody follows it, and the reporter gives up one confirmed address for another, of which the old one is to be told.
  const device = 'd'.repeat(20);
  const following = { device, email: 'Pengikut.Q@surel.example' };
  expect((await api.send('POST', `/v1/register/${one.number}/followers`, following)).status).toBe(204);
  await api.sql`update identities set email_confirmed_at = now() where number = ${one.number}`;
  const email = 'zw-baru@surel.example';
  const changed = { reporter: { email, phone: '0857 5566 7788' } };
  const key = { 'x-access-key': one.key };
  expect((await api.send('PATCH', one.path, changed, key)).body.contact).toEqual({
    email: 'z…@surel.example',
    phone: '…788',
  });
  expect(await api.sql`select from parting_addresses`).toHaveLength(1);
  const file = formOf(png(), { name: 'KTP Wiraatmaja.png' });
  await fetch(new URL(`${one.path}/attachments`, api.base), { method: 'POST', headers: key, body: file });
  expect(await api.sql`select from attachment_names`).toHaveLength(1);
  const secrets = [await contactKey(api.sql), await ownSecret(api.sql)];
  const spoken = ['zulfikar', 'wiraatmaja', 'pengikut.q', 'zw-baru', 'surel.example', who.nik];
  const dialled = ['1122-3344', '11223344', '5566 7788', '55667788', '-6.918', '107.619', device];
  const words = [...spoken, ...dialled, ...secrets];
  expect(toldBy(await dumpOf(api.sql), words)).toEqual([]);
  // What is looked for would be found.
  expect(toldBy(`${await dumpOf(api.sql)}${Buffer.from(who.name).toString('hex')}`, [who.name])).toEqual([
    who.name,
  ]);

  // Whoever has the keys: the offices, and the command for who must be told of a leak.
  expect((await one.seenBy('nasional')).body).toMatchObject({
    reporter: { ...who, ...changed.reporter },
    point,
  });
  const { databaseUrl: DATABASE_URL } = api;
  const shown = await runProgram('identities', ['show', one.number], {
    env: { DATABASE_URL, TUNTAS_IDENTITY_KEYS: identityKeysText },
  });
  const told = {
    number: one.number,
    confidentiality: 'terbuka',
    kind: 'pengaduan',
    confirmed: false,
    files: 1,
    name: who.name,
    ...changed.reporter,
    nik: true,
  };
  expect(JSON.parse(shown.out)).toEqual(told);

  // Another key, while the product runs: the one before opens nothing any more.
  const other = newKey();
  const both = `${other},${identityKeysText}`;
  const rotated = await runProgram('identities', ['rotate'], {
    env: { DATABASE_URL, TUNTAS_IDENTITY_KEYS: both },
  });
  expect([rotated.code, rotated.out]).toEqual([
    0,
    expect.stringMatching(/^Sealed: 0 that were plain, [1-9]\d* that were sealed by other keys\.\n.*uji/),
  ]);
  const opened = (keys: string) => {
    const sql = openDatabase(DATABASE_URL, { max: 1, keys: readKeys(keys, 'A test') });
    onTestFinished(() => sql.end());
    return sql;
  };
  await expect(requireKeys(opened(identityKeysText))).rejects.toThrow('TUNTAS_IDENTITY_KEYS lacks');
  await requireKeys(opened(other));
  expect(await whoReports(opened(other), [one.number])).toEqual([told]);
  await expect(whoReports(opened(identityKeysText), [one.number])).rejects.toThrow('lacks the key');
  // And back, for the other tests of this file.
  const back = opened(`${identityKeysText},${other}`);
  await requireKeys(back);
  expect(await rotateKeys(back)).toBeGreaterThan(0);
  expect(await rotateKeys(back)).toBe(0);
  expect((await one.seenBy('nasional')).body.reporter.name).toBe(who.name);
});

test('closes keys, passwords and sessions to who has them', async () => {
  const filed = await api.report();
  const program = { authorization: `Bearer ${await api.keyOf('nasional', ['complaints:read'])}` };
  const session = { authorization: `Bearer ${await api.tokenOf('instansi')}` };
  const opens = async (path: string, headers: Record<string, string>) => {
    const { status, body } = await api.send('GET', path, undefined, headers);
    return status === 200 ? 200 : `${status} ${body.code}`;
  };
  const all = async () => ({
    accessKey: await opens(filed.path, { 'x-access-key': filed.key }),
    program: await opens('/v1/inbox', program),
    session: await opens('/v1/inbox', session),
  });
  expect(await all()).toEqual({ accessKey: 200, program: 200, session: 200 });

  await api.sql.unsafe(beginning('update complaints set access_key_hash'));
  await api.sql.unsafe(beginning('update api_keys').replace('USERNAME', 'ops'));
  await api.sql.unsafe(beginning('update users set password_by_ops'));
  expect(await all()).toEqual({
    accessKey: '404 not-found',
    program: '401 unauthenticated',
    session: '403 password-change-required',
  });

  // The secret that the database keeps, where no other is set: every API that starts afterwards makes another.
  await ownSecret(api.sql);
  await api.sql`insert into secrets (name, value) values ('api', 'known')`;
  await api.sql.unsafe(beginning('with plain as (delete from secrets'));
  expect(
    await api.sql`
    select name from secrets where name = 'api' union all select name from sealed_secrets where name = 'api'`,
  ).toEqual([]);
});

test('asks for what there is', async () => {
  const { number } = await api.report();
  expect(page).toContain('npm run identities --silent -- show LAP-2026-000001');
  expect(queries).toHaveLength(1);
  const [decided = ''] = queries;
  const since = decided.replace('SINCE', '2020-01-01');
  expect(await api.sql.unsafe(since)).toContainEqual(expect.objectContaining({ number, type: 'filed' }));
  const sessions = beginning('select id, kind, since');
  expect(await api.sql.unsafe(sessions.replace('NAME', 'nobody'))).toHaveLength(0);
});

test('keys that are lost take only who reported with them: the record goes on', async () => {
  const { number, key, path } = await api.report();
  const abandon = () =>
    runProgram('identities', ['abandon'], {
      env: { DATABASE_URL: api.databaseUrl, TUNTAS_IDENTITY_KEYS: newKey() },
    });
  expect((await abandon()).out).toMatch(/^Given up: who reported [1-9]\d* reports\./);
  const left = await api.sql`
    select (select count(*) from identities where sealed is not null)::int as people,
      (select count(*) from register_followers where sealed is not null)::int as followers,
      (select count(*) from sealed_secrets)::int as secrets`;
  expect(left).toEqual([{ people: 0, followers: 0, secrets: 0 }]);
  const { status, body } = await api.send('GET', path, undefined, { 'x-access-key': key });
  expect([status, body.number, body.contact]).toEqual([200, number, { email: null, phone: null }]);
  expect(await firstBreak(api.sql)).toBeUndefined();
});
