// `npm run admin`: makes an office's admin (or an ops user) in production; with --office-name, the office too.
import { randomUUID } from 'node:crypto';
import { Option } from 'commander';
import { hashPassword } from '../passwords/hash.ts';
import { weakness } from '../passwords/strength.ts';
import { line } from '../contract/common.ts';
import { newUser } from '../contract/ops.ts';
import { shortestPassword } from '../contract/people.ts';
import { standingOf } from '../db/schema/app-role.ts';
import { type Db, openDatabase } from '../db/connection/client.ts';
import { insertNotifications } from '../db/messages/notifications.ts';
import { noteAdminChange } from '../db/operations/admin-changes.ts';
import { migrate } from '../db/schema/migrate.ts';
import { addUser, opsPeople } from '../db/people/users.ts';
import { ownSettings } from '../settings/read.ts';
import { accountDone } from '../sop/notices/to-ops/accounts.ts';
import { command, finish, WrongUse } from './shared/command.ts';
import { findDatabaseUrl } from './shared/database-url.ts';
import { readPassword } from './shared/read-password.ts';

const roles = ['admin', 'ops'] as const;
const thisCommand = 'npm run admin';

interface Options {
  username: string;
  name: string;
  office: string;
  officeName?: string;
  role: (typeof roles)[number];
}

const options = command('admin', {
  description:
    'Make a user. The password is read from the terminal or from standard input. It asks no second one of ops, and tells all of them: whoever may change the database answers for it.',
  exits: 'Exit code: 1 when the user was not made.',
})
  .requiredOption('--username <name>', 'log-in name')
  .requiredOption('--name <name>', "the officer's name")
  .requiredOption('--office <id>', 'the id of the office')
  .option('--office-name <name>', 'makes the national office under that id when there is none yet')
  .addOption(new Option('--role <role>', 'what they may do').choices(roles).default('admin'))
  .parse()
  .opts<Options>();

await finish(make(options));

async function make({ username, name, office, officeName, role }: Options): Promise<number> {
  const url = await findDatabaseUrl(ownSettings('admin'));
  const password = await readPassword(`Password (${shortestPassword} characters or more)`);
  if (password.length < shortestPassword)
    throw new Error(`The password has fewer than ${shortestPassword} characters.`);
  // As the console would take it.
  const { data, error } = newUser
    .extend({ officeName: line(200).optional() })
    .safeParse({ username, name, role, officeId: office, officeName, password });
  if (!data)
    throw new WrongUse(error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'));
  const weak = await weakness(password, [username, name]);
  if (weak) throw new Error(weak.id);
  const passwordHash = await hashPassword(password);
  // It may be the first to come to a new database.
  await migrate(url);
  const sql = openDatabase(url, { max: 1, role: (await standingOf(url)).role });
  try {
    await sql.begin(async (tx) => {
      if (officeName) {
        await tx`
          insert into offices (id, name, level) select ${office}, ${data.officeName ?? office}, 'national'
          where not exists (select from offices where level = 'national')`;
      }
      const [known] = await tx<{ name: string }[]>`
        select name from offices where id = ${office} and active`;
      if (!known) throw new Error(`There is no office ${office}.`);
      if (!(await addUser(tx, username, { ...data, email: null, passwordHash, byOps: false })))
        throw new Error(`There is a user ${username} already.`);
      await tellOps(tx, { username, name: data.name, role, office: { id: office, name: known.name } });
    });
    console.log(`Made ${username} (${role}) of office ${office}.`);
    return 0;
  } finally {
    await sql.end();
  }
}

/** It stands where changes of accounts do, and in the console of each of ops (decision 50). */
async function tellOps(
  tx: Db,
  made: { username: string; name: string; role: Options['role']; office: { id: string; name: string } },
): Promise<void> {
  const { username, name, role, office } = made;
  const change = { name, role, officeId: office.id, password: true, way: thisCommand };
  await noteAdminChange(tx, { by: username, what: 'user', subject: username, change });
  const notice = accountDone({ username, isNew: true, role, office: office.name }, [thisCommand]);
  const others = (await opsPeople(tx)).filter((one) => one.username !== username);
  const told = others.map((one) => ({
    key: `account:${randomUUID()}`,
    number: null,
    topic: null,
    officeId: one.officeId,
    username: one.username,
    ...notice,
  }));
  await insertNotifications(tx, told, false);
}
