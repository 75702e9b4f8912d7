// `npm run migrate`: makes DATABASE_URL ready to serve.
import { prepareDatabase } from './prepare.ts';

const url = process.env.DATABASE_URL;
if (!url) {
  console.error('DATABASE_URL is not set.');
  process.exit(1);
}
await prepareDatabase(url, process.env.SLA_POLICY_FILE);
console.log('The database is ready.');
