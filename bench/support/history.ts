// A history of any size, written straight into the tables: copies of reports that were walked through the rules and recorded.
import { createActivities } from '../../activities/index.ts';
import type { Sql } from '../../db/connection/client.ts';
import { foldFigures } from '../../db/figures/fold.ts';
import { addPolicy } from '../../db/rules/policies.ts';
import { hashPassword } from '../../passwords/hash.ts';
import { isOver } from '../../sop/case.ts';
import { store } from '../../test/support/registry.ts';
import { allOffices, agency, national } from '../../test/support/walks/small-ministry.ts';
import { type Lived, liveThrough, yearPolicy } from '../../test/support/walks/year.ts';

/** What the figures of such a history rest on. */
export const generated =
  'open reports are copies of forty that were walked through the rules in a small ministry of ten offices and recorded, with all their events and visits; each copy has its own number, words, and moment within sixty days; no ended ones, questions, ratings, references, files or notifications';

/** Decides in the agency that has most of the reports. */
export const agencyOfficer = 'petugas-a';
const modelsWanted = 40;

/** Makes the ministry, and records the reports that are copied. Gives their numbers. */
export async function models(sql: Sql): Promise<string[]> {
  for (const { id, name, level, parentId, zone } of allOffices.filter(({ id }) => id !== national.id)) {
    await sql`
      insert into offices (id, name, level, parent_id, time_zone) values (${id}, ${name}, ${level}, ${parentId}, ${zone})`;
  }
  await sql`
    insert into users (username, name, password_hash, role, office_id, demo)
    values (${agencyOfficer}, 'Petugas A', ${await hashPassword('demo')}, 'admin', ${agency.id}, true)`;
  await addPolicy(sql, yearPolicy, 'ops');
  const activities = createActivities({ sql });
  const numbers: string[] = [];
  for (let n = 1; numbers.length < modelsWanted; n += 1) {
    const lived = liveThrough(n);
    if (!isModel(lived)) continue;
    await store(sql, lived.number, lived.receivedAt);
    for (const entries of lived.batches) await activities.record({ number: lived.number, entries });
    numbers.push(lived.number);
  }
  return numbers;
}

/** Open at the end of its year, and by itself. */
function isModel({ batches }: Lived): boolean {
  const entries = batches.flat();
  const last = entries.at(-1);
  return last !== undefined && !isOver(last.after) && !entries.some(({ duplicateOf }) => duplicateOf);
}

const words = 'lampu sampah pasar izin sekolah puskesmas air trotoar parkir pajak halte taman';

/**
 * Adds copies `from` to `to`, less the models, and folds the figures. A third has "jalan" in its title, each
 * two-hundredth the same "perkara" as another. Gives the milliseconds of folding.
 */
export async function grow(
  sql: Sql,
  numbers: readonly string[],
  { from, to }: { from: number; to: number },
): Promise<{ folding: number }> {
  const first = from === 0 ? numbers.length : from;
  await sql.begin(async (tx) => {
    // No trigger runs and no key is checked: what they make is made below.
    await tx`set local session_replication_role = replica`;
    await tx`
      create temporary table copies on commit drop as
      select i, m.number as model, 'LAP-2026-' || (900000 + i) as number,
        now() - max(e.at) - make_interval(mins => (i * 7919) % 86400) as later
      from generate_series(${first}::int, ${to - 1}::int) i
        join unnest(${numbers as string[]}::text[]) with ordinality m (number, nth) on m.nth = i % ${numbers.length}::int + 1
        join events e on e.number = m.number
      group by i, m.number`;
    await tx`create index on copies (model)`;
    await tx`analyze copies`;
    await tx`
      insert into complaints (number, kind, title, description, public_title, public_description, channel, category,
        confidentiality, access_key_hash, agency_id, received_at, filed_at, started_at, seq, revision, status, step,
        holder_id, state, deadline, warn_at, first_response_due, whole_due, first_response_at, first_response,
        public_first_response, answered_at, answer, public_answer, answer_office_id)
      select k.number, c.kind, w.title, w.said, w.title, w.said, (array['web', 'sms', 'surat'])[1 + i % 3],
        (array['Jalan', 'Izin', null])[1 + i % 3], 'terbuka', '', c.agency_id, c.received_at + later, c.filed_at + later,
        c.started_at + later, c.seq, c.revision, c.status, c.step, c.holder_id,
        jsonb_set(c.state, '{number}', to_jsonb(k.number)), c.deadline + later, c.warn_at + later,
        c.first_response_due + later, c.whole_due + later, c.first_response_at + later, c.first_response,
        c.public_first_response, c.answered_at + later + make_interval(mins => i % 977), c.answer, c.public_answer, c.answer_office_id
      from copies k join complaints c on c.number = k.model cross join lateral (
        select case when i % 3 = 0 then 'Jalan' else 'Soal' end || ' ' || word || ' perkara' || i % 200 as title,
          'Sudah lama ' || word || ' di lingkungan kami tidak diperhatikan petugas; mohon ditindaklanjuti.' as said
        from (select (string_to_array(${words}, ' '))[1 + i % 12] as word) _
      ) w`;
    await tx`
      insert into events (number, seq, at, recorded_at, type, step, to_step, status, actor_role, actor_office_id,
        actor_name, from_office_id, to_office_id, reason, text, deadline, data, hash)
      select k.number, seq, at + later, at + later, type, step, to_step, status, actor_role, actor_office_id, actor_name,
        from_office_id, to_office_id, reason, text, deadline + later, data, hash
      from copies k join events e on e.number = k.model`;
    await tx`
      insert into visits (number, visit, step, office_id, received_at, due_at, warn_at, ended_at, paused_at, paused_ms,
        consumed_ms, breached_at, policy_version, reported_at)
      select k.number, visit, step, office_id, received_at + later, due_at + later, warn_at + later, ended_at + later,
        paused_at + later, paused_ms, consumed_ms + (i * 37) % 600000, breached_at + later, policy_version, reported_at + later
      from copies k join visits v on v.number = k.model`;
    await tx`
      insert into complaint_parts
      select p.office_id, p.received_at + later, k.number from copies k join complaint_parts p on p.number = k.model`;
    await tx`insert into figure_changes (number) select number from copies`;
  });
  const begun = performance.now();
  await foldFigures(sql);
  const folding = performance.now() - begun;
  await sql`vacuum analyze`;
  return { folding };
}
