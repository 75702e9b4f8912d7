// `npm run migrate`: makes DATABASE_URL ready to serve, and the app's own log-in when APP_DATABASE_URL names one.
import { makeAppLogin } from '../db/schema/app-login.ts';
import { noRoleWarning } from '../db/schema/app-role.ts';
import { prepareDatabase } from '../db/schema/prepare.ts';
import { ownSettings } from '../settings/read.ts';
import { command, finish } from './shared/command.ts';

command('migrate', {
  description: 'Bring the database to the newest schema, with calendar and policy.',
  exits: 'Exit code: 1 when the database could not be made ready; it is then as it was.',
}).parse();

await finish(migrate());

async function migrate(): Promise<number> {
  const { DATABASE_URL, APP_DATABASE_URL, SLA_POLICY_FILE } = ownSettings('migrate');
  const { role } = await prepareDatabase(DATABASE_URL, SLA_POLICY_FILE);
  if (!role) console.warn(noRoleWarning);
  if (APP_DATABASE_URL) await makeAppLogin(DATABASE_URL, APP_DATABASE_URL);
  console.log('The database is ready.');
  return 0;
}
