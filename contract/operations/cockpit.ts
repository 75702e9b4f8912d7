// The parts of the running system as operations see them: the state of each, what is wrong, and what is known.
import { z } from 'zod';
import { unusual } from '../../sop/beside/looks.ts';
import { instant } from '../common.ts';

/** What may be wrong with a part; the console says of each what to do. */
export const troubles = [
  'hangs',
  'unseen',
  'engine-away',
  'database-away',
  'storage-away',
  'failed',
  'no-worker',
  'several-builds',
  'queue-late',
  'connections-few',
  'migrations-waiting',
  'record-late',
  'unstarted',
  'differences',
  'not-reconciled',
  'passed-over',
  'mail-refused',
  'mail-late',
  'mail-given-up',
  'calls-failing',
  'webhooks-off',
  'schedule-paused',
  'schedule-failed',
  'calendar-ends',
  'disk-full',
  'scan-late',
  'virus-found',
  'unusual-reading',
] as const;

const part = <Facts extends z.ZodObject>(facts: Facts) =>
  z.object({
    state: z.enum(['good', 'look', 'broken']).describe('look: somebody should look at it'),
    troubles: z
      .array(z.enum(troubles))
      .describe('Why it is not good; hangs: no answer in time; unseen: not while the engine is away'),
    facts: facts.nullable().describe('Null: it did not answer'),
  });
const seconds = z.number().describe('Seconds');
const count = z.number().int();

const failing = z.object({
  id: count.describe('For /v1/deliveries/{id}/redeliver'),
  number: z.string().nullable().describe('Of the report'),
  to: z.string().nullable().describe("An office or officer; a webhook's office; null: the reporter"),
  attempts: count,
  error: z.string().describe('In codes'),
  at: instant.nullable().describe('Of the last try'),
  nextAttemptAt: instant.nullable().describe('Null: given up'),
});

export const cockpit = z.object({
  at: instant,
  parts: z.object({
    engine: part(z.object({ server: z.string(), namespace: z.string() })),
    worker: part(
      z.object({
        answers: z.boolean(),
        pollers: z.array(
          z.object({ identity: z.string(), build: z.string().nullable(), lastSeenAt: instant }),
        ),
      }),
    ),
    queue: part(
      z.object({
        waiting: count
          .nullable()
          .describe('Tasks that nobody has taken; null: the engine does not count them'),
        waitsSeconds: seconds.nullable().describe('The oldest of them, in seconds'),
      }),
    ),
    database: part(
      z.object({
        version: z.string(),
        connections: count,
        connectionsAllowed: count,
        waitingMigrations: z.array(z.string()),
      }),
    ),
    size: part(z.object({ bytes: count })),
    record: part(
      z.object({ lagSeconds: seconds.describe('The longest of the last five minutes, in seconds') }),
    ),
    starting: part(z.object({ unstarted: count, passedOver: count })),
    reconciliation: part(
      z.object({
        at: instant.nullable().describe('Null: never'),
        agoSeconds: seconds.describe('Since then; before the first, since the database was made. In seconds'),
        total: count,
        differences: z
          .array(
            z.object({
              number: z.string(),
              what: z
                .enum(['workflow-ahead', 'workflow-parted', 'number-taken', 'row-ended', 'row-missing'])
                .describe('What a person has to decide; see the runbook'),
            }),
          )
          .describe('The first of them'),
        mended: z
          .array(
            z.object({
              number: z.string(),
              found: z
                .enum(['missing', 'stopped', 'behind', 'ahead'])
                .describe('How its workflow stood to its record'),
              did: z
                .enum(['resumed', 'recorded', 'ended'])
                .describe(
                  'It goes on from its record; what that lacked was written; it ended as its record had',
                ),
            }),
          )
          .describe('What the last reconciliation mended, the first of them'),
        mendedTotal: count.describe('How many it mended'),
      }),
    ),
    mail: part(
      z.object({
        on: z.boolean().describe('Whether a mail server is set'),
        pending: count,
        refused: count.describe('By our own mail server'),
        lagSeconds: seconds.describe('Since the oldest mail owed became due'),
        failing: z.array(failing),
      }),
    ),
    webhooks: part(
      z.object({
        pending: count,
        off: z.array(z.object({ id: count, office: z.string(), why: z.string() })),
        failing: z.array(failing),
      }),
    ),
    schedules: part(
      z.object({
        next: z.array(
          z.object({
            id: z.string(),
            what: z.string(),
            paused: z.boolean(),
            lastResult: z.enum(['running', 'completed', 'failed']).nullable(),
            nextRunAt: instant.nullable(),
          }),
        ),
      }),
    ),
    calendar: part(
      z.object({
        decreedUntil: count.nullable().describe('The last year with decreed days'),
        end: z.object({ year: count, until: instant }).nullable().describe('As GET /v1/calendar says it'),
      }),
    ),
    storage: part(
      z.object({
        disk: z.object({ bytes: count, free: count }).nullable().describe('Null: a bucket, which has no end'),
      }),
    ),
    scanning: part(
      z.object({
        on: z.boolean().describe('Whether a virus scanner is set'),
        waiting: count.describe('Files that nobody gets until they were scanned'),
        waitsSeconds: seconds.describe('Since the oldest of them came, in seconds'),
        lastError: z
          .string()
          .nullable()
          .describe(
            'Why one could not be scanned: `away`, `slow`, `too-long` (beyond StreamMaxLength), `broke-off`, `refused`, `storage-away`, `failed`',
          ),
        found: z
          .array(
            z.object({
              number: z.string(),
              attachmentId: z.string(),
              at: instant,
              signature: z.string().describe('As the scanner calls it'),
            }),
          )
          .describe('Of late, the latest first'),
      }),
    ),
    reading: part(
      z.object({
        days: count.describe('So many days are looked at, today included'),
        unusual: z
          .array(
            z.object({
              username: z.string(),
              name: z.string(),
              office: z.string(),
              day: z.string().describe('YYYY-MM-DD, by the clock of their office'),
              reports: count.describe('Of so many reports they read the identity or an original file'),
              elsewhere: count.describe('Of those: with no business of their office'),
              atNight: count,
              usual: z
                .number()
                .nullable()
                .describe('The mean of their days before, in four weeks; null: there was none'),
              why: z.array(z.enum(unusual)),
            }),
          )
          .describe('The latest first; what they read: GET /v1/identity-views'),
      }),
    ),
    versions: part(z.object({ product: z.string(), node: z.string() })),
  }),
});
