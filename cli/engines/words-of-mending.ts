// What a reconciliation found, in sentences: what was mended, and what a person decides and how.
import type { Difference, Mended } from '../../db/operations/reconciliations.ts';

const found: Record<Mended['found'], string> = {
  missing: 'had no process',
  stopped: 'had a process that was stopped from outside',
  behind: 'had a process that knew less than the record',
  ahead: 'had a record that knew less than its process',
};

const did: Record<Mended['did'], string> = {
  resumed: 'it goes on from its record',
  recorded: 'what the record lacked is written',
  ended: 'it ended, as its record had',
};

const goOn = 'as ops, POST /v1/complaints/{number}/process with a reason has it go on as its record stands';

const decide: Record<Difference['what'], string> = {
  'workflow-ahead': `its process knows more than its record, and no longer what. A newer backup of the database may have it; else ${goOn}`,
  'workflow-parted': `its process has answered what its record has otherwise; its query "written" says what. Tell the offices; then ${goOn}`,
  'number-taken': `its number is that of another report, whose row is lost; ${goOn}`,
  'row-ended': 'its row was ended by hand; npm run verify-record tells whether its record was, too',
  'row-missing':
    'it has a process and no row: its filing is lost with the database. Look for its words in mails and logs, then terminate the workflow',
};

export function wordsOfMended({ number, ...one }: Mended): string {
  return `${number} ${found[one.found]}; ${did[one.did]}.`;
}

/** With what to do (docs/runbook.md, TuntasDifferences). */
export function wordsOfDifference({ number, what }: Difference): string {
  return `${number} (${what}): ${decide[what].replace('{number}', number)}.`;
}
