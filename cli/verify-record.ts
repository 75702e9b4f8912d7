// `npm run verify-record`: checks every hash chain of the record and every attachment, and names the first break.
import { openStore } from '../store/open-store.ts';
import { openDatabase } from '../db/connection/client.ts';
import { countAdditions, firstBrokenAddition } from '../db/record/addition-chains.ts';
import { countRecord, firstBreak } from '../db/record/chain.ts';
import { ownSettings } from '../settings/read.ts';
import { command, finish } from './shared/command.ts';
import { findDatabaseUrl } from './shared/database-url.ts';
import { checkAttachments } from './shared/check-attachments.ts';

const words = {
  changed: 'was changed after it was written',
  missing: 'has no event before it: one is gone',
  cut: 'is the last there is: what came after it is gone',
};
const additionWords = {
  changed: words.changed,
  missing: 'has none before it: one is gone',
  cut: words.cut,
};
const fileWords = { changed: 'is not the file that was uploaded', missing: 'is gone from the store' };

command('verify-record', {
  description:
    "Check the hash chains of every complaint's events, references, ratings, consultations, changes of its access key, looks and findings of viruses, and every attachment's bytes.",
  exits:
    'Exit code: 1 when it is broken, with the first break, or every attachment that is lost; 2 when it could not be checked.',
}).parse();

await finish(verify(), { failed: 2 });

/** Gives the exit code: 0 whole, 1 broken. */
async function verify(): Promise<number> {
  const settings = ownSettings('verify-record');
  const sql = openDatabase(await findDatabaseUrl(settings), { max: 1, statementTimeoutMs: 3_600_000 });
  try {
    const { events, complaints } = await countRecord(sql);
    const found = await firstBreak(sql);
    if (found) {
      console.error(`Broken: ${found.number}, event ${found.seq} ${words[found.what]}.`);
      return 1;
    }
    const addition = await firstBrokenAddition(sql);
    if (addition) {
      console.error(
        `Broken: ${addition.number}, ${addition.of} ${addition.nth} ${additionWords[addition.what]}.`,
      );
      return 1;
    }
    const { whole, lost } = await checkAttachments(sql, await openStore(settings));
    for (const { number, id, what } of lost)
      console.error(`Broken: ${number}, attachment ${id} ${fileWords[what]}.`);
    if (lost.length > 0) return 1;
    const { references, ratings, consultations, keyChanges, looks, findings } = await countAdditions(sql);
    console.log(
      `The record is whole: ${events} events of ${complaints} complaints, ${references} references, ${ratings} ratings, ${consultations} events of consultations, ${keyChanges} changes of access keys, ${looks} looks, ${findings} findings of viruses, ${whole} attachments.`,
    );
    return 0;
  } finally {
    await sql.end();
  }
}
