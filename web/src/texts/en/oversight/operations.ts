// The texts of operations: overview, schedules, and what all its pages share, in English.
import type { operations as indonesian } from '../../id/oversight/operations.ts';

const englishNames: Record<string, string> = {
  'sla-digest-wib': 'Morning digest for offices in WIB',
  'sla-digest-wita': 'Morning digest for offices in WITA',
  'sla-digest-wit': 'Morning digest for offices in WIT',
  recap: 'Monthly recap for every office',
  'weekly-wib': 'Weekly brief for superiors in WIB',
  'weekly-wita': 'Weekly brief for superiors in WITA',
  'weekly-wit': 'Weekly brief for superiors in WIT',
  reconcile: 'Reconciliation of the record with the workflows',
};

export const operations: typeof indonesian = {
  navigation: 'Parts of operations',
  overview: 'Overview',
  calendar: 'Calendar',
  policy: 'Policy',
  schedules: 'Schedules',
  users: 'Users',
  requests: 'Account requests',
  offices: 'Offices',
  apiKeys: 'API keys',
  runbook: 'Runbook',
  categories: 'Categories',
  opsOnly: 'This page is for operations',
  opsOnlyWhy: 'Your account does not have the operations role. Ask operations when something needs a change.',
  title: 'Operations',
  lead: 'How every part of this service is, and what to do.',
  temporal: {
    title: 'The workflow of a report',
    why: 'Open the history of a report’s workflow in the Temporal UI: every decision, timer and retry.',
    number: 'Number of the report',
    find: 'Find',
    notFound: 'There is no report of this number',
    required: 'Enter the number of a report',
    open: 'Open in the Temporal UI',
    all: 'Open the whole Temporal UI',
    report: 'Open the report',
    off: 'The Temporal UI is not connected. Set TEMPORAL_UI_URL for the API.',
  },
  calendarEnd: {
    title: (year: number) => `The calendar of ${year} is not decreed yet`,
    why: (year: number, until: string) =>
      `The longest limit that begins now ends ${until}. Until the holidays and collective leave of ${year} are entered, deadlines that need that year are marked provisional.`,
    open: (year: number) => `Enter the calendar of ${year}`,
  },
  passedOver: {
    title: 'Passed over for now',
    why: 'These jobs failed for one item, went on with the others, and try again by themselves. The runbook (TuntasPassedOver) says what to do.',
    jobs: {
      start: 'starting a workflow',
      reconcile: 'reconciliation',
      consultations: 'advice between offices',
      succession: 'moving reports to a successor',
      recompute: 'recomputing deadlines',
      digest: 'morning digest',
      recap: 'monthly recap',
      weekly: 'weekly brief',
      originals: 'originals',
      courier: 'delivery',
      erase: 'erasure',
      identities: 'opening who reports',
    },
    what: (job: string, error: string, times: number, since: string, next: string) =>
      `${job}: ${error}, ${times} times since ${since}; tried again ${next}`,
  },
  schedule: {
    title: 'Schedules',
    lead: 'Work that runs by time: digests, the monthly recap, and reconciliation.',
    none: 'No schedules yet',
    noneWhy: 'Schedules are made when a worker first runs.',
    what: (id, name) => englishNames[id] ?? name,
    inWords: (said) =>
      said
        .replace('hari kerja pertama dalam pekan', 'first working day of the week')
        .replace('hari kerja', 'working days')
        .replace('awal bulan', 'first day of the month')
        .replace(/ pukul (\d+)\.(\d+)/, ' at $1:$2')
        .replace(/setiap (\d+) menit/, 'every $1 minutes')
        .replace(/^Dijeda oleh /, 'Paused by ')
        .replace(/^Dilanjutkan oleh /, 'Resumed by '),
    when: 'When',
    last: 'Last run',
    next: 'Next run',
    never: 'Never',
    notPlanned: 'Not planned',
    paused: 'Paused',
    active: 'Active',
    trigger: 'Run now',
    pause: 'Pause',
    resume: 'Resume',
    triggered: (what) => `${what}: started.`,
    pausedNow: (what) => `${what}: paused.`,
    resumed: (what) => `${what}: resumed.`,
    inTemporal: 'See in the Temporal UI',
    note: 'Note',
    results: { running: 'running', completed: 'succeeded', failed: 'failed' },
  },
};
