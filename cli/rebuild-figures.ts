// `npm run rebuild-figures`: counts the figures anew from the record.
import { openDatabase } from '../db/connection/client.ts';
import { rebuildFigures } from '../db/figures/fold.ts';
import { ownSettings } from '../settings/read.ts';
import { command, finish } from './shared/command.ts';
import { findDatabaseUrl } from './shared/database-url.ts';

command('rebuild-figures', {
  description:
    'Count the figures anew from the record. Pages show the old ones meanwhile, and nobody waits for it.',
  exits: 'Exit code: 1 when they could not be counted; they are then as they were.',
}).parse();

await finish(rebuild());

async function rebuild(): Promise<number> {
  const url = await findDatabaseUrl(ownSettings('rebuild-figures'));
  const sql = openDatabase(url, { max: 1, statementTimeoutMs: 600_000 });
  try {
    console.log(`The figures are those of ${await rebuildFigures(sql)} reports.`);
    return 0;
  } finally {
    await sql.end();
  }
}
