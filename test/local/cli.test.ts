// Import, demo and the first admin, as people run them.
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startLeft } from '../../activities/start-left.ts';
import { tellBacklog } from '../../activities/notify/backlog.ts';
import { programs } from '../../build/programs.js';
import { partOf } from '../../settings/known.ts';
import type { Reader } from '../../settings/setting.ts';
import { openDatabase } from '../../db/connection/client.ts';
import { whoReports } from '../../db/people/sealed/who-reports.ts';
import { paths } from '../../cli/demo/paths.ts';
import { readPassword } from '../../cli/shared/read-password.ts';
import { readIdentityKeys, readSecrets } from '../../local/secrets.ts';
import { Api } from '../support/api.ts';
import { runProgram } from '../support/program.ts';

let api: Api;
let folder: string;
beforeAll(async () => {
  api = await Api.open();
  folder = mkdtempSync(join(tmpdir(), 'tuntas-cli-'));
});
afterAll(async () => {
  await api?.close();
  rmSync(folder, { recursive: true, force: true });
});

const run = (name: string, ...args: string[]) => runProgram(name, ['--api', api.base, ...args]);

function file(name: string, lines: string[]): string {
  const path = join(folder, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

const filedNumbers = async () =>
  (
    await api.sql<{ externalId: string }[]>`
    select external_id from complaints where external_id is not null order by external_id`
  ).map((row) => row.externalId);

describe('import', () => {
  test('CSV: bad lines are reported by number, the rest goes on, a second run files nothing twice', async () => {
    const path = file('lama.csv', [
      '\uFEFFexternalId,kind,title,description,category,reporter.name,reporter.email,receivedAt,agencyId',
      'L-1,pengaduan,Jalan rusak,"Lubang, dalam sekali",Infrastruktur,Siti,siti@example.org,2026-11-02T09:00:00+07:00,',
      'L-2,keluhan,Salah jenis,Uraian,,Budi,,,',
      'L-3,aspirasi,Judul,"Uraian',
      'dua baris",,Dewi,,,badan-contoh',
      'L-4,informasi,,Tanpa judul,,Eko,,,',
      `L-5,pengaduan,Masa depan,Uraian,,Eko,,${new Date(Date.now() + 86_400_000).toISOString()},`,
      'L-6,pengaduan,Lampu mati,Uraian,,Fitri,,,',
      'L-7,pengaduan,Judul,Uraian,,"Gita',
      'Bcc: a@b.id",,,',
    ]);
    const first = await run('import', path);
    expect(first.out).toContain('3 filed, 0 already there, 4 bad.');
    expect(first.code).toBe(1);
    expect(first.err).toMatch(/line 3: 422 invalid-fields.*kind/);
    expect(first.err).toMatch(/line 6: 422 invalid-fields.*title/);
    expect(first.err).toMatch(/line 7: 422 invalid-fields.*receivedAt/);
    expect(first.err).toMatch(/line 9: 422 invalid-fields.*reporter\.name/);
    expect(await filedNumbers()).toEqual(['L-1', 'L-3', 'L-6']);
    const second = await run('import', path);
    expect(second.out).toContain('0 filed, 3 already there, 4 bad.');
    expect(await filedNumbers()).toEqual(['L-1', 'L-3', 'L-6']);
    const [backlog] = await api.sql`select received_at, status from complaints where external_id = 'L-1'`;
    expect(backlog?.receivedAt).toEqual(new Date('2026-11-02T02:00:00Z'));
  });

  test('numbers of other systems come along as an export writes them (reading 28)', async () => {
    const { number } = await api.report({ title: 'Sudah bernomor' });
    await api.as('nasional', 'POST', `/v1/complaints/${number}/references`, { source: 'surat', id: 'B:1' });
    const path = file('bernomor.csv', [
      'kind,title,description,reporter.name,references',
      'informasi,Data,Mohon data.,Gita,SP4N-LAPOR!:77; surat:B-2',
      'informasi,Data,Mohon data.,Hana,tanpa sumber',
      'informasi,Data,Mohon data.,Indah,surat:B:1',
    ]);
    const { out, err } = await run('import', path);
    expect(out).toContain('1 filed, 0 already there, 2 bad.');
    expect(err).toContain('line 3: references "tanpa sumber" is not source:number');
    expect(err).toMatch(/line 4: 422 reference-taken .*references\.0/);
    const found = await api.as('nasional', 'GET', '/v1/complaints?reference=surat:B-2');
    const [one] = found.body.items;
    expect((await api.as('nasional', 'GET', `/v1/complaints/${one.number}`)).body.references).toMatchObject([
      { source: 'SP4N-LAPOR!', id: '77' },
      { source: 'surat', id: 'B-2' },
    ]);
  });

  test('NDJSON: likewise; a file that is not there is said plainly', async () => {
    const complaint = (externalId: string) =>
      JSON.stringify({
        externalId,
        kind: 'informasi',
        title: 'Data',
        description: 'Mohon data.',
        reporter: { name: 'Gita' },
      });
    const path = file('lama.ndjson', [complaint('N-1'), '{"kind":', '', '[1]', complaint('N-2')]);
    const { code, out, err } = await run('import', path);
    expect([code, out.includes('2 filed, 0 already there, 2 bad.')]).toEqual([1, true]);
    expect(err).toMatch(/line 2: not a JSON object/);
    expect(err).toMatch(/line 4: not a JSON object/);
    expect((await run('import', join(folder, 'tidak-ada.csv'))).err).toMatch(/^Cannot read/);
  });
});

describe('import is strict about what it does not know', () => {
  const row = 'pengaduan,Jalan rusak,Uraian,Siti';
  const head = 'kind,title,description,reporter.name';
  const count = async () => (await api.sql`select from complaints`).length;

  test.each([
    ['a misspelt column', [`${head},Confidentiality`, `${row},anonim`], /did you mean "confidentiality"/],
    ['a column from elsewhere', [`${head},warna`, `${row},biru`], /unknown column "warna"(?!.*did you)/],
    ['one twice', [`${head},title`, `${row},Lagi`], /"title" is there twice/],
    ['one that is missing', ['kind,title,description', 'pengaduan,A,B'], /"reporter.name" is missing/],
    ['no rows', [head], /has no rows/],
  ])('%s: nothing is filed', async (_, lines, why) => {
    const before = await count();
    const { code, err } = await run('import', file('tolak.csv', lines));
    expect([code, err]).toEqual([2, expect.stringMatching(why)]);
    expect(await count()).toBe(before);
  });

  test('the same in NDJSON costs only its own line, and in a filing that nobody imports all of it', async () => {
    const complaint = { kind: 'informasi', title: 'Data', description: 'Mohon.', reporter: { name: 'Gita' } };
    const path = file('tolak.ndjson', [
      JSON.stringify({ ...complaint, externalId: 'S-1', Confidentiality: 'anonim' }),
      JSON.stringify({ ...complaint, externalId: 'S-2', reporter: { nama: 'Gita' } }),
      JSON.stringify({ ...complaint, externalId: 'S-3' }),
      JSON.stringify({ ...complaint, externalId: 'S-4', description: 'a\0b' }),
      // Of these the API refuses the whole request.
      JSON.stringify({ ...complaint, externalId: 'S-5' }).replace('{', '{"references":[{"__proto__":1}],'),
      JSON.stringify({ ...complaint, externalId: 'S-6' }),
    ]);
    const { code, out, err } = await run('import', path);
    expect([code, out]).toEqual([1, expect.stringContaining('2 filed, 0 already there, 4 bad.')]);
    expect(err).toMatch(/line 1: .*"confidentiality"[^]*line 2: .*"reporter.name"/);
    expect(err).toMatch(/line 4: 422 invalid-fields .*description[^]*line 5: 400 malformed-json/);
    const filed = await api.file({ Confidentiality: 'anonim' });
    expect([filed.status, filed.body.errors]).toEqual([
      422,
      [{ path: 'Confidentiality', message: expect.stringContaining('"confidentiality"') }],
    ]);
  });

  test('semicolons of Excel, stray quotes, and Windows-1252 when it is said', async () => {
    const lines = [
      `externalId;${head.replaceAll(',', ';')};oversight`,
      'Q-1;pengaduan;Jalan;Lubang \u201Cdalam\u201D;José;ya',
      'Q-2;pengaduan;Lampu;Ukuran 2" pecah;Budi;tidak',
      'Q-3;pengaduan;Air;"Tidak ditutup;Citra;',
      'Q-4;pengaduan;Sampah;"Dua',
      'baris; ""kotor""";Dewi;',
      'Q-5;pengaduan;Pohon;Tumbang;Eko;mungkin',
      'Q-6;pengaduan;Taman;Gelap;Fajar;0',
    ];
    const path = join(folder, 'excel.csv');
    const quotes: Record<string, number> = { '\u201C': 0x93, '\u201D': 0x94 };
    const bytes = lines
      .join('\r\n')
      .split('')
      .map((letter) => quotes[letter] ?? letter.charCodeAt(0));
    writeFileSync(path, Buffer.from(bytes));
    const unsaid = await run('import', path);
    expect([unsaid.code, unsaid.err]).toEqual([
      2,
      expect.stringMatching(/not utf-8 \(line 2\).*windows-1252/),
    ]);
    const { code, out, err } = await run('import', path, '--encoding', 'windows-1252');
    expect([code, out]).toEqual([1, expect.stringContaining('4 filed, 0 already there, 2 bad.')]);
    expect(err).toMatch(/line 4: a quote that does not close[^]*line 7: oversight "mungkin"/);
    const filed = await api.sql`
      select c.number, c.external_id, c.description, c.oversight from complaints c
      where c.external_id like 'Q-%' order by 2`;
    const who = await whoReports(
      api.sql,
      filed.map(({ number }) => number),
    );
    const names = new Map(who.map(({ number, name }) => [number, name]));
    expect(
      filed.map((one) => [one.externalId, one.description, one.oversight, names.get(one.number)]),
    ).toEqual([
      ['Q-1', 'Lubang “dalam”', true, 'José'],
      ['Q-2', 'Ukuran 2" pecah', false, 'Budi'],
      ['Q-4', 'Dua\nbaris; "kotor"', false, 'Dewi'],
      ['Q-6', 'Gelap', false, 'Fajar'],
    ]);
  });

  test('a session that ends half-way is opened again, and a run that was broken off goes on', async () => {
    const lines = Array.from({ length: 600 }, (_, n) => `T-${n},${row}`);
    const path = file('sesi.csv', [`externalId,${head}`, ...lines]);
    const begun = expect.poll(
      async () => (await api.sql`select from complaints where external_id like 'T-%'`).length,
    );
    const ended = begun
      .toBeGreaterThan(0)
      .then(() => api.sql`update users set epoch = epoch + 1 where username = 'nasional'`);
    const first = await run('import', path, '--from-line', '102', '--concurrency', '1');
    await ended;
    expect([first.code, first.out]).toEqual([
      0,
      expect.stringContaining('500 filed, 0 already there, 0 bad.'),
    ]);
    expect((await run('import', path)).out).toContain('100 filed, 500 already there, 0 bad.');
  });
});

test('a backlog sends no mails to reporters unless asked, and one summary to an office', async () => {
  const line = (id: string) =>
    `${id},pengaduan,Jalan rusak,Lubang,Siti,siti@example.org,2026-11-02T09:00:00+07:00,badan-contoh`;
  const head = 'externalId,kind,title,description,reporter.name,reporter.email,receivedAt,agencyId';
  await tellBacklog(api.sql, false, 0);
  await run('import', file('diam.csv', [head, line('B-1'), line('B-2')]));
  await run('import', file('bunyi.csv', [head, line('B-3')]), '--notify');
  const [{ before } = { before: 0 }] = await api.sql<
    { before: number }[]
  >`select max(id) as before from notifications`;
  const told = () => api.sql<
    { officeId: string | null; kind: string; externalId: string | null; body: string }[]
  >`
    select n.office_id, n.kind, c.external_id, n.body from notifications n left join complaints c using (number)
    where c.external_id like 'B-%' or n.kind = 'backlog' and n.id > ${before} order by n.id`;
  await api.sql`update complaints set started_at = now() where external_id not like 'B-%'`;
  // They are begun behind the import. The limits that were past are in the record all the same.
  await expect
    .poll(
      async () => {
        await startLeft(api.appSql, api.engine);
        return (
          await api.sql`select distinct e.number from events e join complaints c using (number)
            where c.external_id like 'B-%' and e.type in ('breached', 'escalated')`
        ).length;
      },
      { timeout: 30_000 },
    )
    .toBe(3);
  expect((await told()).map(({ kind, externalId }) => [kind, externalId])).toEqual([['receipt', 'B-3']]);
  expect(await tellBacklog(api.sql, false, 0)).toBe(true);
  const summaries = (await told()).filter(({ kind }) => kind === 'backlog');
  expect(new Set(summaries.map(({ officeId }) => officeId)).size).toBe(summaries.length);
  expect(summaries.find(({ officeId }) => officeId === 'badan-contoh')?.body).toMatch(
    /3 laporan lama dimasukkan/,
  );
  expect(await tellBacklog(api.sql, false, 0)).toBe(false);
});

test('secrets of an earlier version stay; what is new joins them once', async () => {
  const file = join(folder, 'secrets.json');
  const before = { databasePassword: 'pemilik', secret: 'rahasia' };
  writeFileSync(file, JSON.stringify(before));
  const secrets = await readSecrets(folder);
  expect(secrets).toEqual({ ...before, appDatabasePassword: expect.stringMatching(/^[0-9a-f]{48}$/) });
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(secrets);
  expect(await readSecrets(folder)).toEqual(secrets);
});

test('the keys of who reports are made once, in a file of their own, for the owner’s eyes', async () => {
  const keys = await readIdentityKeys(folder);
  expect(keys).toMatch(/^[0-9a-f]{8}:[A-Za-z0-9+/]{43}=$/);
  expect(await readIdentityKeys(folder)).toBe(keys);
  expect(statSync(join(folder, 'identity.keys')).mode & 0o777).toBe(0o600);
});

test('every command says what it is for, and ends with 2 and a sentence when it is asked in a wrong way', async () => {
  const commands = Object.keys(programs).filter((name) => programs[name]?.startsWith('cli/'));
  expect(commands).toContain('replay');
  for (const name of commands) {
    const [help, wrong] = await Promise.all([
      runProgram(name, ['--help']),
      runProgram(name, ['--tidak-ada']),
    ]);
    expect([help.code, help.err]).toEqual([0, '']);
    expect(help.out).toMatch(new RegExp(`^Usage: npm run ${name} -- .*\n\n[A-Z][^]*\n\nExit code: `));
    for (const [setting] of partOf(name as Reader)) expect(help.out).toContain(`\n  ${setting} `);
    const sentence = new RegExp(`^[A-Z][^\\n]+\\.\\nSee npm run ${name} -- --help\\.\\n$`);
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringMatching(sentence)]);
  }
  const wrongly: [name: string, args: string[], sentence: string][] = [
    ['import', ['x.csv', '--concurrency', 'banyak'], 'It takes a whole number from 1.'],
    ['import', [], "Missing required argument 'file'."],
    ['demo', ['--api', 'tuntas'], 'It takes an http(s) address.'],
    ['policy', ['cepat'], 'Allowed choices are sop, realistis, lapor.'],
  ];
  for (const [name, args, sentence] of wrongly)
    expect(await runProgram(name, args)).toMatchObject({ code: 2, err: expect.stringContaining(sentence) });
});

test('replay takes a report by its number from the engine, encrypted as it is there', async () => {
  const one = await api.report();
  await one.decide('nasional', { action: 'dispose', officeId: 'kementerian-contoh' });
  const replay = async (named: string) => {
    const env = { DATABASE_URL: api.databaseUrl, TEMPORAL_ADDRESS: api.address };
    const { code, out, err } = await runProgram('replay', [named], { env });
    return { code, said: out + err };
  };
  expect(await replay(one.number)).toEqual({ code: 0, said: `${one.number} replays.\n` });
  expect(await replay('LAP-1999-000001')).toEqual({
    code: 2,
    said: expect.stringContaining('Temporal has no workflow "LAP-1999-000001"'),
  });
});

describe('admin', () => {
  const admin = async (input: string, args: string[], databaseUrl = api.databaseUrl) => {
    const { code, out, err } = await runProgram('admin', args, { env: { DATABASE_URL: databaseUrl }, input });
    return { code, said: out + err };
  };
  const who = (username: string, office: string) => [
    '--username',
    username,
    '--name',
    'Kepala Bagian',
    '--office',
    office,
  ];
  const good = 'sandi yang cukup panjang';

  test('makes the first of an empty database, with the national office; ops next, who make the others', async () => {
    const name = `t_admin_${process.pid}`;
    await api.sql.unsafe(`create database ${name}`);
    const url = new URL(api.databaseUrl);
    url.pathname = `/${name}`;
    const first = [...who('kepala', 'pusat'), '--office-name', 'Admin Nasional'];
    expect(await admin(`${good}\n`, first, url.href)).toEqual({
      code: 0,
      said: 'Made kepala (admin) of office pusat.\n',
    });
    expect((await admin(`${good}\n`, [...who('ops', 'pusat'), '--role', 'ops'], url.href)).code).toBe(0);
    const sql = openDatabase(url.href, { max: 1 });
    expect([...(await sql`select username, role, office_id from users order by id`)]).toEqual([
      { username: 'kepala', role: 'admin', officeId: 'pusat' },
      { username: 'ops', role: 'ops', officeId: 'pusat' },
    ]);
    await sql.end();
    await api.sql.unsafe(`drop database ${name}`);
  });

  test('in an office that is there; the password is as it was typed, and opens the console', async () => {
    expect((await admin(` ${good} \r\n`, who('kepala', 'kementerian-contoh'))).code).toBe(0);
    const signIn = (password: string) => api.send('POST', '/v1/sign-in', { username: 'kepala', password });
    expect((await signIn(` ${good} `)).body.user.office.id).toBe('kementerian-contoh');
    expect((await signIn(good)).status).toBe(401);
  });

  test.each<[how: string, password: string, args: string[], message: string, ends?: number]>([
    ['twice', good, who('nasional', 'nasional'), 'There is a user nasional already.'],
    ['with a short password', 'pendek', who('baru', 'nasional'), 'fewer than 12 characters'],
    ['without one', '', who('baru', 'nasional'), 'No password was given.'],
    ['in no office', good, who('baru', 'tidak-ada'), 'There is no office tidak-ada.'],
    ['under a name that the console would not take', good, who('nama baru', 'nasional'), 'username: ', 2],
    [
      'in another role',
      good,
      [...who('baru', 'nasional'), '--role', 'raja'],
      'Allowed choices are admin, ops.',
      2,
    ],
  ])('not %s', async (_how, password, args, message, ends = 1) => {
    const { code, said } = await admin(password && `${password}\n`, args);
    expect([code, said]).toEqual([ends, expect.stringContaining(message)]);
    expect(await api.sql`select from users where username in ('baru', 'nama baru')`).toHaveLength(0);
  });

  test('says so when the database does not run', async () => {
    const nowhere = 'postgres://tuntas@127.0.0.1:1/tuntas';
    expect(await admin(`${good}\n`, who('baru', 'nasional'), nowhere)).toEqual({
      code: 1,
      said: expect.stringMatching(/^The database is away: ECONNREFUSED 127\.0\.0\.1:1\. Is it running/),
    });
  });

  test('asks twice at a terminal, and shows nothing of what is typed', async () => {
    const typed = async (...lines: string[]) => {
      const input = Object.assign(new PassThrough(), { isTTY: true });
      const output = new PassThrough();
      const read = readPassword('Password', input, output);
      read.catch(() => {});
      for (const line of lines) {
        await sleep(50);
        input.write(line);
      }
      const answer = await read.catch((error: Error) => error.message);
      return [answer, String(output.read())];
    };
    expect(await typed(`${good}\r`, `${good}\r`)).toEqual([good, 'Password: \nOnce more: \n']);
    expect((await typed(`${good}\r`, 'anders\r'))[0]).toBe('The two are not the same.');
    expect((await typed('\u0003'))[0]).toBe('No password was given.');
  });
});

test('demo drives at least thirty reports through every branch and says where each ended', {
  timeout: 120_000,
}, async () => {
  const { code, out } = await run('demo');
  expect(code).toBe(0);
  expect(out.match(/^LAP-/gm)?.length).toBeGreaterThanOrEqual(30);
  for (const { name } of paths) expect(out).toContain(name);
  for (const end of [
    'closed',
    'rejected',
    'answered',
    'awaiting-completion',
    'in-process',
    'received',
    'withdrawn',
  ]) {
    expect(out).toContain(`kini ${end} pada baris`);
  }
  const [added] = await api.sql`
    select (select count(*) from complaint_references where source = 'SP4N-LAPOR!' and id like '2%') as "references",
      (select count(distinct score) from ratings) as scores`;
  expect(added?.references).toBeGreaterThanOrEqual(1);
  expect(added?.scores).toBeGreaterThanOrEqual(3);
  const types = (await api.sql<{ type: string }[]>`select distinct type from events`).map(({ type }) => type);
  expect(types).toEqual(
    expect.arrayContaining([
      'returned',
      'rejected',
      'completion-requested',
      'completed',
      'objected',
      'recalled',
      'corrected',
      'asked',
      'messaged',
      'replied',
      'confirmed',
      'answered',
      'succeeded',
    ]),
  );
  const asked = await api.sql<
    { status: string }[]
  >`select distinct status from consultations order by status`;
  expect(asked.map(({ status }) => status)).toEqual(['answered', 'ended', 'withdrawn']);
});
