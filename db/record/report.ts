// A report as its record reads it: all that its next entries are reckoned by, in one statement.
import type { Case } from '../../sop/case.ts';
import type { Update } from '../../sop/terms.ts';
import type { Hidden } from '../../sop/texts/public-text.ts';
import type { Db } from '../connection/client.ts';
import { asked } from '../connection/rows.ts';
import { keptPerson, type KeptPerson, openPerson } from '../people/identities.ts';
import type { Reference } from '../references/references.ts';
import { rulesVersion } from '../rules/kept-rules.ts';
import { isStop, type Stop, type Visit } from './visits.ts';

export interface Report {
  number: string;
  title: string;
  /** Its last entry. */
  seq: number;
  /** Which version of the row was read: whoever writes to it makes another one. */
  version: string;
  /** Of what deadlines are reckoned by, now. */
  rulesVersion: string;
  /** As its last entry left it, when `state` was wanted. */
  state: Case | null;
  /** Filed as a backlog: what lay before its filing is no news. */
  backlog: boolean;
  tellReporter: boolean;
  /** What the reporter wished to be mailed besides, where their address is confirmed. */
  updates: Update[] | null;
  filedAt: Date;
  /** Other offices were asked about it (reading 24). */
  consulted: boolean;
  /** Other reports repeat it, or somebody follows it in the register (reading 21). */
  followed: boolean;
  /** Somebody's systems are called when something happens to a report. */
  hooked: boolean;
  /** The numbers by which other systems know it (reading 28). */
  references: Reference[];
  visits: Visit[];
  stops: Stop[];
  /** Whom and what public texts leave out (reading 14), when `masks` was wanted. */
  reporter: Hidden | null;
  hidden: string[] | null;
}

/** What of a report is read only where it is needed. */
export interface Wanted {
  state: boolean;
  /** What public texts leave out. */
  masks: boolean;
  /** These visits. */
  visits: readonly number[];
}

/** The report as it is now, without locking it. Throws when there is none. */
export async function readReport(db: Db, number: string, wanted: Wanted): Promise<Report> {
  const rows = await db<(Omit<Report, 'reporter'> & { person: KeptPerson | null })[]>`
    select c.number, c.title, c.seq, c.xmin::text as version, ${rulesVersion(db)} as rules_version,
      case when ${wanted.state} then c.state end as state, c.backlog, c.tell_reporter, c.filed_at,
      (select i.updates from identities i where i.number = c.number and i.email_confirmed_at is not null) as updates,
      c.consultation_event_count > 0 as consulted,
      exists (select from complaints f where f.duplicate_of = c.number)
        or exists (select from register_followers f where f.number = c.number and f.email_confirmed_at is not null)
        as followed,
      exists (select from webhooks w where w.active and w.removed_at is null) as hooked,
      (select coalesce(json_agg(json_build_object('source', r.source, 'id', r.id) order by r.nth), '[]')
        from complaint_references r where r.number = c.number) as "references",
      (select coalesce(json_agg(json_build_object('visit', v.visit, 'step', v.step, 'officeId', v.office_id,
          'receivedAt', v.received_at, 'dueAt', v.due_at, 'warnAt', v.warn_at, 'endedAt', v.ended_at,
          'pausedAt', v.paused_at, 'pausedMs', v.paused_ms, 'consumedMs', v.consumed_ms, 'breachedAt', v.breached_at,
          'policyVersion', v.policy_version)), '[]')
        from visits v where v.number = c.number and v.visit = any(${wanted.visits as number[]}::int[])) as visits,
      (select coalesce(json_agg(json_build_object('at', e.at, 'stopped', e.type <> 'completed') order by e.seq), '[]')
        from events e where e.number = c.number and ${isStop(db)}) as stops,
      case when ${wanted.masks} then ${keptPerson(db, db`c.number`)} end as person,
      case when ${wanted.masks} then array(
        select word from public_hidings h, unnest(h.words) word where h.number = c.number
      ) end as hidden
    from complaints c where c.number = ${number}`;
  const [report] = asked(rows, 'number', number);
  if (!report) throw new Error(`Complaint ${number} is not in the record.`);
  const { person, ...read } = report;
  return { ...read, reporter: person && openPerson(db, person) };
}
