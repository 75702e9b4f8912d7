// `npm run admin`: makes an office's admin (or an ops user) in production; with --office-name, the office too.
import { createInterface } from 'node:readline/promises';
import { Command } from 'commander';
import { hashPassword, shortestPassword } from '../api/passwords.ts';
import { openDatabase } from '../db/client.ts';
import { findDatabaseUrl } from './database-url.ts';

interface Options {
  username: string;
  name: string;
  office: string;
  officeName?: string;
  role: string;
}

const options = new Command('admin')
  .description('Make a user. The password is read from the terminal or from standard input.')
  .requiredOption('--username <name>', 'log-in name')
  .requiredOption('--name <name>', "the officer's name")
  .requiredOption('--office <id>', 'the id of the office')
  .option('--office-name <name>', 'makes the national office under that id when there is none yet')
  .option('--role <role>', 'admin or ops', 'admin')
  .parse()
  .opts<Options>();

try {
  console.log(await make(options));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

async function make({ username, name, office, officeName, role }: Options): Promise<string> {
  const url = await findDatabaseUrl(process.env);
  if (role !== 'admin' && role !== 'ops') throw new Error('--role is admin or ops.');
  const password = await readPassword();
  if (password.length < shortestPassword)
    throw new Error(`The password has fewer than ${shortestPassword} characters.`);
  const sql = openDatabase(url, { max: 1 });
  try {
    if (officeName) {
      await sql`
        insert into offices (id, name, level) select ${office}, ${officeName}, 'national'
        where not exists (select from offices where level = 'national')`;
    }
    const [known] = await sql`select from offices where id = ${office}`;
    if (!known) throw new Error(`There is no office ${office}.`);
    const made = await sql`
      insert into users (username, name, password_hash, role, office_id)
      values (${username}, ${name}, ${await hashPassword(password)}, ${role}, ${office})
      on conflict do nothing returning id`;
    if (made.length === 0) throw new Error(`There is a user ${username} already.`);
    return `Made ${username} (${role}) of office ${office}.`;
  } finally {
    await sql.end();
  }
}

async function readPassword(): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const password = await terminal.question(`Password (${shortestPassword} characters or more): `);
  terminal.close();
  return password.trim();
}
