// Which section of the runbook says more of what is wrong, by its heading.
import type { CockpitParts } from '../../../api/types.ts';

type Trouble = CockpitParts['engine']['troubles'][number];

export const sectionOf: Partial<Record<Trouble, string>> = {
  'engine-away': 'TuntasEngineAway',
  'no-worker': 'TuntasEngineAway',
  'database-away': 'TuntasDatabaseAway',
  'queue-late': 'TuntasDecisionsSlow',
  'record-late': 'TuntasRecordBehind',
  unstarted: 'TuntasUnstarted',
  differences: 'TuntasDifferences',
  'passed-over': 'TuntasPassedOver',
  'not-reconciled': 'TuntasNotReconciled',
  'mail-late': 'TuntasMailLate',
  'mail-refused': 'TuntasMailRefused',
  'mail-given-up': 'TuntasMailGivenUp',
  'calls-failing': 'TuntasMailGivenUp',
  'webhooks-off': 'TuntasMailGivenUp',
  'storage-away': 'Uploads answer `storage-away`',
  'disk-full': 'Uploads answer `storage-away`',
  'unusual-reading': 'Somebody reads unusually much',
  'scan-late': 'A virus scanner',
  'virus-found': 'A virus scanner',
  'migrations-waiting': "The database's roles",
};
