// The role that API and worker act as: it keeps the record and can change neither its tables and triggers nor what is append-only.
import { type Db, openDatabase } from '../connection/client.ts';
import { one } from '../connection/rows.ts';

/** Of the whole cluster: all databases of Tuntas in it share the role. */
export const appRole = 'tuntas_app';

/** For the log, when the app has to act as the owner of its tables. */
export const noRoleWarning = `There is no role ${appRole} to act as, so the app can do all that its login can, also switch the record's protections off. See "The database's roles" in the runbook.`;

/**
 * As the owner of the tables, in the transaction that migrates: makes the role where that is allowed, and grants it what
 * the app does, and nothing of what triggers refuse. Changes nothing when all is so already.
 */
export async function grantAppRole(tx: Db): Promise<void> {
  await tx.unsafe(grants);
}

/** What a login is. */
export interface Standing {
  /** What to connect as; undefined: there is no such role, or the login may not take it. */
  role: typeof appRole | undefined;
  /** Whether it may do more than the app: it owns the tables, or is a superuser. */
  owner: boolean;
}

/** For the log: what the app could do beyond what it is to do; undefined: nothing. */
export function warningOf({ role, owner }: Standing): string | undefined {
  if (!owner) return undefined;
  return role
    ? `The app acts as ${role}, but its login owns the tables, and whoever gets into it takes that role off. Give it a login of its own: "The database's roles" in the runbook.`
    : noRoleWarning;
}

/** Of the login of `url`, whose database is migrated. */
export async function standingOf(url: string): Promise<Standing> {
  const sql = openDatabase(url, { max: 1 });
  try {
    const rows = await sql<{ owner: boolean; usable: boolean }[]>`
      select pg_has_role(c.relowner, 'USAGE') as owner, coalesce(
        pg_has_role(r.oid, case when current_setting('server_version_num')::int >= 160000 then 'SET' else 'MEMBER' end)
        and has_schema_privilege(r.oid, c.relnamespace, 'USAGE') and has_table_privilege(r.oid, c.oid, 'INSERT'), false) as usable
      from pg_class c left join pg_roles r on r.rolname = ${appRole}
      where c.oid = 'events'::regclass`;
    const { owner, usable } = one(rows);
    return { role: usable ? appRole : undefined, owner };
  } finally {
    await sql.end();
  }
}

// Bits of a trigger's type (pg_trigger.h): delete 8, update 16.
const grants = `do $$
declare
  app oid;
  one record;
begin
  if to_regrole('${appRole}') is null then
    begin
      create role ${appRole} nologin;
    exception
      -- Another database of the cluster came first, or only the DBA may.
      when duplicate_object or unique_violation or insufficient_privilege then null;
    end;
  end if;
  app := to_regrole('${appRole}');
  if app is null then return; end if;

  -- Who makes a role without being superuser may give it, but not take it yet.
  if not pg_has_role(app, case when current_setting('server_version_num')::int >= 160000 then 'SET' else 'MEMBER' end) then
    begin
      execute format('grant ${appRole} to %I', current_user);
    exception when insufficient_privilege then null;
    end;
  end if;
  if not has_schema_privilege(app, current_schema()::regnamespace, 'USAGE') then
    begin
      execute format('grant usage on schema %I to ${appRole}', current_schema());
    exception when insufficient_privilege then null;
    end;
  end if;

  for one in
    with refused as (
      select tgrelid, bit_or(tgtype) as bits from pg_trigger
      where tgfoid = to_regproc('refuse_change') and tgqual is null and tgattr::text = ''
      group by tgrelid
    ), wanted as (
      select c.oid, c.relacl, case when c.relkind = 'S' then 'sequence' else 'table' end as kind, case
        when c.relkind = 'S' then array['SELECT', 'USAGE']
        -- Whether there is something to migrate, it may know.
        when c.relkind in ('v', 'm') or c.relname = 'migrations' then array['SELECT']
        else array_remove(array[case when coalesce(r.bits, 0) & 8 = 0 then 'DELETE' end, 'INSERT', 'SELECT',
          case when coalesce(r.bits, 0) & 16 = 0 then 'UPDATE' end], null) end as rights
      from pg_class c left join refused r on r.tgrelid = c.oid
      where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'S')
        and pg_has_role(c.relowner, 'USAGE')
        and not exists (select from pg_depend d
          where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
    )
    select oid::regclass as name, kind, rights from wanted w
    where rights <> array(select privilege_type::text from aclexplode(relacl) where grantee = app order by 1)
  loop
    execute format('revoke all on %s %s from ${appRole}', one.kind, one.name);
    execute format('grant %s on %s %s to ${appRole}', array_to_string(one.rights, ', '), one.kind, one.name);
  end loop;
end $$`;
