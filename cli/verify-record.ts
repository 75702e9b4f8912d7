// `npm run verify-record`: checks every hash chain of the record and every attachment, and names the first break.
import { openStore, readStoreSettings } from '../store/open-store.ts';
import { openDatabase } from '../db/connection/client.ts';
import { countRecord, firstBreak } from '../db/record/chain.ts';
import { findDatabaseUrl } from './database-url.ts';
import { checkAttachments } from './verify-attachments.ts';

const words = {
  changed: 'was changed after it was written',
  missing: 'has no event before it: one is gone',
  cut: 'is the last there is: what came after it is gone',
};
const fileWords = { changed: 'is not the file that was uploaded', missing: 'is gone from the store' };

process.exitCode = await verify().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  return 2;
});

/** Gives the exit code: 0 whole, 1 broken. */
async function verify(): Promise<number> {
  const sql = openDatabase(await findDatabaseUrl(process.env), { max: 1, statementTimeoutMs: 3_600_000 });
  try {
    const { events, complaints } = await countRecord(sql);
    const found = await firstBreak(sql);
    if (found) {
      console.error(`Broken: ${found.number}, event ${found.seq} ${words[found.what]}.`);
      return 1;
    }
    const { whole, lost } = await checkAttachments(sql, openStore(readStoreSettings(process.env)));
    if (lost) {
      console.error(`Broken: ${lost.number}, attachment ${lost.id} ${fileWords[lost.what]}.`);
      return 1;
    }
    console.log(`The record is whole: ${events} events of ${complaints} complaints, ${whole} attachments.`);
    return 0;
  } finally {
    await sql.end();
  }
}
