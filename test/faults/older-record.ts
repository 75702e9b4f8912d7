// The record of one report as an older backup has it, beside an engine that went on.
import type { Sql } from '../../db/connection/client.ts';

const tables = ['events', 'visits', 'kept_answers'] as const;
const columns = [
  'seq, revision, status, step, holder_id, state, deadline, warn_at, first_response_due, whole_due, first_response_at',
  'first_response, public_first_response, answered_at, answer, public_answer, answer_office_id, ended_at, closed_by',
].join(', ');

/** Gives a function that puts it back as it is now. The owner alone can: what is append-only has its triggers. */
export async function backUp(sql: Sql, number: string): Promise<() => Promise<void>> {
  const [row] = await sql<{ row: string }[]>`
    select to_jsonb(c)::text as row from complaints c where number = ${number}`;
  const kept = await Promise.all(
    tables.map(async (table) => {
      const [rows] = await sql<{ rows: string }[]>`
        select coalesce(jsonb_agg(to_jsonb(t)), '[]')::text as rows from ${sql(table)} t where number = ${number}`;
      return { table, rows: rows?.rows ?? '[]' };
    }),
  );
  return async () => {
    await sql.begin(async (tx) => {
      await tx`set local session_replication_role = replica`;
      for (const { table, rows } of kept) {
        await tx.unsafe(`delete from ${table} where number = $1`, [number]);
        await tx.unsafe(
          `insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1::text::jsonb)`,
          [rows],
        );
      }
      await tx.unsafe(
        `update complaints set (${columns}) =
          (select ${columns} from jsonb_populate_record(null::complaints, $1::text::jsonb)) where number = $2`,
        [row?.row ?? '', number],
      );
    });
  };
}
