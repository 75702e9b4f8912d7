// `npm run identities`: seals who reports with another key, says who that is when they must be told of a leak, and goes on
// without keys that are lost.
import { openDatabase, type Sql } from '../db/connection/client.ts';
import { sealPlain } from '../db/people/sealed/seal-plain.ts';
import { whoReports } from '../db/people/sealed/who-reports.ts';
import { standingOf } from '../db/schema/app-role.ts';
import { abandonLost } from '../db/secrets/abandon.ts';
import { rotateKeys } from '../db/secrets/rotate.ts';
import { requireKeys } from '../db/secrets/secrets.ts';
import { ownSettings } from '../settings/read.ts';
import { command, finish, WrongUse } from './shared/command.ts';
import { findDatabaseUrl } from './shared/database-url.ts';
import { findIdentityKeys } from './shared/identity-keys.ts';

const deeds: Record<string, (sql: Sql, numbers: string[]) => Promise<void>> = { rotate, show, abandon };
const asked = command('identities', {
  description: 'Rotate the keys that open who reports, or show who reported. The product runs on meanwhile.',
  exits: 'Exit code: 1 when it could not be done; what was done of it is done, and it may be run again.',
})
  .argument(
    '<what>',
    'rotate: seal all with the first of the keys, so that the others may go; show: a line of JSON for each report; abandon: give up what none of the keys opens, once they are lost for good',
  )
  .argument('[numbers...]', 'the reports to show')
  .parse();
const [what = '', ...numbers] = asked.args;
await finish(run());

async function run(): Promise<number> {
  const deed = deeds[what];
  if (!deed) throw new WrongUse(`Say one of ${Object.keys(deeds).join(', ')}.`);
  if ((what === 'show') !== numbers.length > 0) throw new WrongUse('Name reports to show, and only then.');
  const settings = ownSettings('identities');
  const [url, keys] = [await findDatabaseUrl(settings), await findIdentityKeys(settings)];
  const { role } = await standingOf(url);
  const sql = openDatabase(url, { max: 1, statementTimeoutMs: 600_000, role, keys });
  try {
    await deed(sql, numbers);
    return 0;
  } finally {
    await sql.end();
  }
}

async function rotate(sql: Sql): Promise<void> {
  await requireKeys(sql);
  let sealed = 0;
  for (let done = -1; done !== 0; ) {
    done = await sealPlain(sql, { atOnce: true });
    sealed += done;
  }
  const rotated = await rotateKeys(sql);
  console.log(`Sealed: ${sealed} that were plain, ${rotated} that were sealed by other keys.`);
  const [, ...others] = sql.vault.ids;
  if (others.length > 0)
    console.log(`Nothing here needs ${others.join(', ')} any more; backups of until now do.`);
}

/** For who writes to them by hand (docs/leak.md): of a NIK only whether there is one. */
async function show(sql: Sql, of: string[]): Promise<void> {
  await requireKeys(sql);
  for (const one of await whoReports(sql, of)) console.log(JSON.stringify(one));
}

async function abandon(sql: Sql): Promise<void> {
  console.log(
    `Given up: who reported ${await abandonLost(sql)} reports. They go on; start the API and the worker.`,
  );
}
