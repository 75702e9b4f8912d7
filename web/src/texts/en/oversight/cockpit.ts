// The texts of the cockpit of operations: its parts, what may be wrong with each, and what to do then, in English.
import type { cockpit as indonesian, Said } from '../../id/oversight/cockpit.ts';
import { safety } from './safety.ts';

const time = (seconds: number, { number }: Said) => {
  if (seconds < 90) return `${number(seconds)} s`;
  return seconds < 5_400 ? `${number(Math.round(seconds / 60))} min` : `${number(seconds / 3_600)} h`;
};

export const cockpit: typeof indonesian = {
  title: 'How the system is',
  allGood: 'All parts are well',
  notGood: (names) => `${names.length} ${names.length === 1 ? 'part needs' : 'parts need'} attention`,
  checked: (at) => `Looked at ${at}; kept up to date by itself.`,
  stale: (at) => `Below is what was known last, ${at}.`,
  states: { good: 'Well', look: 'To be looked at', broken: 'Broken' },
  names: {
    engine: 'Workflow engine',
    worker: 'Worker',
    queue: 'Task queue',
    database: 'Database',
    size: 'Size of the database',
    record: 'Recording of decisions',
    starting: 'Reports not begun',
    reconciliation: 'Reconciliation',
    mail: 'Mail',
    webhooks: 'Webhooks',
    schedules: 'Next on schedule',
    calendar: 'Working calendar',
    storage: 'Room for attachments',
    scanning: 'Virus scan',
    reading: 'Reading of identities',
    versions: 'Versions',
  },
  lines: {
    engine: ({ server, namespace }) => [`Temporal ${server}, namespace ${namespace}`],
    worker: ({ pollers }, said) => [
      `${said.number(pollers.length)} ${pollers.length === 1 ? 'worker asks' : 'workers ask'} for tasks`,
      ...pollers.map(({ identity, build }) => `${identity}${build ? `, build ${build}` : ''}`),
    ],
    queue: ({ waiting, waitsSeconds }, said) => {
      if (waiting === null) return ['This server does not count them'];
      if (waiting === 0) return ['Nothing waits'];
      return [`${said.number(waiting)} tasks wait, the oldest for ${time(waitsSeconds ?? 0, said)}`];
    },
    database: (facts, { number }) => [
      `PostgreSQL ${facts.version}`,
      `${number(facts.connections)} of ${number(facts.connectionsAllowed)} connections in use`,
      facts.waitingMigrations.length === 0
        ? 'All migrations have run'
        : `Migrations that wait: ${facts.waitingMigrations.join(', ')}`,
    ],
    size: ({ bytes }, said) => [said.bytes(bytes)],
    record: ({ lagSeconds }, said) => [
      `On record ${time(lagSeconds, said)} after the decision at the latest, within the last five minutes`,
    ],
    starting: ({ unstarted, passedOver }, { number }) => [
      unstarted === 0 ? 'All reports have begun' : `${number(unstarted)} reports have not begun`,
      passedOver === 0 ? 'Nothing is passed over' : `${number(passedOver)} items are passed over for now`,
    ],
    reconciliation: ({ at, total, mendedTotal }, { number, moment }) =>
      at === null
        ? ['Has not run yet']
        : [
            `Last ${moment(at)}`,
            ...(mendedTotal > 0 ? [`${number(mendedTotal)} reports brought back from their records`] : []),
            total === 0 ? 'No differences' : `${number(total)} differences`,
          ],
    mail: ({ on, pending, lagSeconds }, said) => [
      ...(on ? [] : ['No mail server is set for the API (SMTP_URL)']),
      pending === 0
        ? 'Nothing waits'
        : `${said.number(pending)} wait${lagSeconds > 0 ? `, the oldest for ${time(lagSeconds, said)}` : ''}`,
    ],
    webhooks: ({ pending }, { number }) => [
      pending === 0 ? 'No call waits' : `${number(pending)} calls wait`,
    ],
    schedules: ({ next }, { moment }) =>
      next.map(
        ({ what, nextRunAt, paused }) =>
          `${what}: ${paused ? 'paused' : nextRunAt ? moment(nextRunAt) : 'not planned'}`,
      ),
    calendar: ({ decreedUntil }) => [
      decreedUntil === null ? 'No year is entered' : `Holidays are entered up to ${decreedUntil}`,
    ],
    storage: ({ disk }, { bytes }) => [
      disk ? `${bytes(disk.free)} of ${bytes(disk.bytes)} free` : 'In an S3 bucket, within reach',
    ],
    ...safety.lines,
    versions: ({ product, node }) => [`Tuntas ${product}`, `Node ${node} (API)`],
  },
  troubles: {
    hangs: [
      'Does not answer in its time.',
      'The other parts are looked at all the same. If it is so next time, see the log of the API and the load of its machine.',
    ],
    unseen: ['Cannot be seen.', 'Bring the workflow engine back first.'],
    'engine-away': [
      'Temporal does not answer.',
      'Decisions are answered 503 and nothing is lost; reports are still taken and begin later. Start Temporal again, or check its address (TEMPORAL_ADDRESS).',
    ],
    'database-away': [
      'The database does not answer.',
      'Start PostgreSQL again; the record catches up by itself.',
    ],
    'storage-away': [
      'The place of attachments is out of reach.',
      'Check that its disk is mounted, or that bucket and keys of S3 are right. Uploads are refused until then.',
    ],
    failed: ['Looking at it failed.', 'The log of the API says why.'],
    'no-worker': [
      'No worker answers.',
      'Start one: npm run worker. If one of another version runs: npm run promote there. Decisions and deadlines wait until then.',
    ],
    'several-builds': [
      'Workers of several versions run together.',
      'That is right during an update. If it is not one, stop the workers of the old version.',
    ],
    'queue-late': [
      'Tasks wait for too long.',
      'Add a worker; if that does not help, look at the load of PostgreSQL.',
    ],
    'connections-few': [
      'Connections run out.',
      'See who has them (pg_stat_activity), or raise max_connections.',
    ],
    'migrations-waiting': ['Migrations have not run.', 'Run npm run migrate as the owner of the tables.'],
    'record-late': [
      'The record follows decisions late.',
      'The database is slow or was away. It catches up by itself; if not, look at the load of PostgreSQL.',
    ],
    unstarted: [
      'There are reports whose workflow has not begun.',
      'Workers start them every five seconds. If they stay, the log of the worker says why.',
    ],
    differences: [
      'Record and workflows differ.',
      'See each report below; the runbook says what to do about each kind of difference.',
    ],
    'not-reconciled': [
      'The reconciliation has not run for an hour.',
      'Run it now; if it is paused, resume it on the page Schedules.',
    ],
    'passed-over': [
      'A job went on past something and tries it again.',
      'The list is at the bottom of this page.',
    ],
    'mail-refused': [
      'Our own mail server refuses us.',
      'Check SMTP_URL (name and password) and SMTP_FROM of the worker. No mail is lost.',
    ],
    'mail-late': [
      'Mail does not leave in time.',
      'Check that a worker runs, and what the mail server answers.',
    ],
    'mail-given-up': [
      'There is mail that is not tried any more.',
      'Mend the address or the server, then try again from this list.',
    ],
    'calls-failing': [
      'There are webhook calls that fail.',
      'The office of the webhook has to mend it; calls that failed can be tried again.',
    ],
    'webhooks-off': [
      'Webhooks were switched off because they failed on and on.',
      'Their offices were told; they switch them on again once they are mended.',
    ],
    'schedule-paused': ['A schedule is paused.', 'Resume it on the page Schedules when that is not needed.'],
    'schedule-failed': [
      'The last run of a schedule failed.',
      'See why in the Temporal UI, then run it again on the page Schedules.',
    ],
    'disk-full': [
      'The room for attachments runs out.',
      'Make the disk larger, or move attachments to an S3 bucket, before uploads are refused.',
    ],
    ...safety.troubles,
  },
  runbook: 'Runbook',
  runbookPage: {
    title: 'Runbook',
    lead: 'What each alert means and what to do.',
    contents: 'Contents',
  },
  differences: {
    'workflow-ahead': 'its workflow knows more than its record',
    'workflow-parted': 'its workflow has answered what its record has otherwise',
    'number-taken': 'the workflow of another report bears its number',
    'row-ended': 'the record has ended, its workflow has not',
    'row-missing': 'a workflow without a record',
  },
  goOn: {
    label: 'Go on by its record',
    reason: 'Who decided it and why',
    what: 'Its workflow ends, with whatever only that knows; the report goes on from its record. This reason is on record.',
    done: 'The report goes on from its record.',
  },
  reconcileNow: 'Reconcile now',
  reconciling: 'The reconciliation was started.',
  failing: {
    title: 'What fails',
    to: (name) => (name === null ? 'To the reporter' : `To ${name}`),
    tried: (error, attempts, at) => `${error}; tried ${attempts} times${at ? `, last ${at}` : ''}`,
    next: (at) => `again ${at}`,
    givenUp: 'not tried again',
    again: 'Try again',
    done: 'It is tried again now.',
  },
  allSchedules: 'All schedules',
};
