// Builds the activities from a database and, where there are, an engine to speak to and a mail server.
import type { Sql } from '../db/connection/client.ts';
import { claimOriginal, releaseOriginal } from '../db/complaints/claim-original.ts';
import { onRecord } from '../db/record/on-record.ts';
import { originalOf } from '../db/complaints/followers.ts';
import { officeById } from '../db/offices/offices.ts';
import { KeptRules } from '../db/rules/kept-rules.ts';
import { lookAtConsultation } from './consultations/look.ts';
import { successionOf } from '../db/offices/successions.ts';
import type { Engine } from '../engine/engine.ts';
import { deliver } from './notify/deliver.ts';
import type { MailSettings } from './notify/send-mail.ts';
import { Pace } from './pace.ts';
import { recomputeAll } from './recompute.ts';
import { refusedWhenLeft, whileOn } from './record/engine-left.ts';
import { lookUp } from './record/look-up.ts';
import { record } from './record/record.ts';
import { sendDigests } from './scheduled/digest.ts';
import { sendRecaps } from './scheduled/recap.ts';
import { reconcile } from './scheduled/reconcile.ts';
import { sendWeeklies } from './scheduled/weekly.ts';
import { succeedAll } from './succeed.ts';
import type {
  BatchActivities,
  ComplaintActivities,
  ConsultationActivities,
  CourierActivities,
  RowActivities,
  ScheduledActivities,
} from './types.ts';
import { rows } from '../sop/procedure.ts';

type EngineActivities = BatchActivities & ScheduledActivities;

type Activities = ComplaintActivities & RowActivities & ConsultationActivities & CourierActivities;

interface Parts {
  sql: Sql;
  /** Absent: notifications stay in the in-app inbox. */
  mail?: MailSettings | undefined;
  /** Private addresses and ranges (CIDR) that webhooks may call. */
  privateWebhooks?: readonly string[];
  /** Of the process; absent: one of its own. */
  pace?: Pace;
  /** Of the engine that calls them; absent: they work for any (decision 54). */
  engineId?: string;
}

/** `engine` absent: no batches and schedules. */
export function createActivities(parts: Parts & { engine: Engine }): Activities & EngineActivities;
export function createActivities(parts: Parts): Activities;
export function createActivities({
  sql,
  mail,
  privateWebhooks = [],
  engine,
  pace = new Pace(),
  engineId,
}: Parts & { engine?: Engine }): Activities & Partial<EngineActivities> {
  const mailing = mail !== undefined;
  const recording = { sql, keptRules: new KeptRules(), mailing, engineId };
  const keep: ComplaintActivities['record'] = refusedWhenLeft((batch) => record(recording, batch));
  const byRow = Object.fromEntries(rows.map(({ step }) => [`SOP ${step}`, keep])) as RowActivities;
  const here = <Given extends unknown[], T>(work: (...given: Given) => Promise<T>) =>
    whileOn(sql, engineId, work);
  return {
    record: keep,
    ...byRow,
    findOffice: async (officeId) => (await officeById(sql, officeId)) ?? null,
    findSuccession: async (officeId) => (await successionOf(sql, officeId)) ?? null,
    findOriginal: (number) => originalOf(sql, number),
    readRecord: here((number) => onRecord(sql, number)),
    lookUp: (asked) => lookUp(sql, asked),
    claimOriginal: (claim) => claimOriginal(sql, claim),
    releaseOriginal: (claim) => releaseOriginal(sql, claim),
    lookAtConsultation: here((look) => lookAtConsultation(sql, look, mailing)),
    deliverNotifications: here(() => deliver(sql, { mail, privateWebhooks })),
    ...(engine && {
      recomputeAll: here((batch) => recomputeAll(sql, engine, pace, batch)),
      succeedAll: here((batch) => succeedAll(sql, engine, pace, batch, mailing)),
      sendDigests: here((digest) => sendDigests(sql, mailing, digest)),
      sendWeeklies: here((weekly) => sendWeeklies(sql, mailing, weekly)),
      sendRecaps: here((scheduledAt) => sendRecaps(sql, mailing, scheduledAt)),
      reconcileRecord: here(() => reconcile(sql, engine, { pace, mailing })),
    }),
  };
}
