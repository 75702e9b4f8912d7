// What docs/leak.md says to run when people's data got out does what it says, on the schema as it is.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Api } from '../support/api.ts';

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
  api = await Api.open();
});
afterAll(() => api?.close());

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
  await api.sql`insert into secrets (name, value) values ('api', 'known') on conflict (name) do update set value = 'known'`;
  await api.sql.unsafe(beginning('delete from secrets'));
  expect(await api.sql`select from secrets where name = 'api'`).toHaveLength(0);
});

test('asks for what there is', async () => {
  const { number } = await api.report();
  expect(queries).toHaveLength(2);
  const [whose = '', decided = ''] = queries;
  expect(await api.sql.unsafe(whose.replace('LAP-2026-000001', number))).toMatchObject([
    { number, name: 'Siti Rahmawati', nik: false, confirmed: false, files: 0 },
  ]);
  const since = decided.replace('SINCE', '2020-01-01');
  expect(await api.sql.unsafe(since)).toContainEqual(expect.objectContaining({ number, type: 'filed' }));
  const sessions = beginning('select id, kind, since');
  expect(await api.sql.unsafe(sessions.replace('NAME', 'nobody'))).toHaveLength(0);
});
