// `npm run migrate`: makes DATABASE_URL ready to serve, and the app's own log-in when APP_DATABASE_URL names one.
import { makeAppLogin } from '../db/schema/app-login.ts';
import { noRoleWarning } from '../db/schema/app-role.ts';
import { prepareDatabase } from '../db/schema/prepare.ts';

const url = process.env.DATABASE_URL;
if (!url) {
  console.error('DATABASE_URL is not set.');
  process.exit(1);
}
const { role } = await prepareDatabase(url, process.env.SLA_POLICY_FILE);
if (!role) console.warn(noRoleWarning);
const appUrl = process.env.APP_DATABASE_URL;
if (appUrl) await makeAppLogin(url, appUrl);
console.log('The database is ready.');
