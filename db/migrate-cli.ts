// `npm run migrate`: brings DATABASE_URL to the newest schema.
import { migrate } from './migrate.ts';

const url = process.env.DATABASE_URL;
if (!url) {
  console.error('DATABASE_URL is not set.');
  process.exit(1);
}
const ran = await migrate(url);
console.log(ran.length ? `Migrated: ${ran.join(', ')}` : 'Nothing to migrate.');
