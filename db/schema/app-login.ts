// A log-in of the app's own, that may act as the app's role and nothing more.
import { appRole } from './app-role.ts';
import { openDatabase } from '../connection/client.ts';
import { one } from '../connection/rows.ts';

/**
 * Makes the log-in that `appUrl` names, with its password; one that is there gets the password. `url` is the owner's, of
 * a database that is migrated. Throws when that log-in may do more than the app.
 */
export async function makeAppLogin(url: string, appUrl: string): Promise<void> {
  const { username, password } = new URL(appUrl);
  const [name, secret] = [decodeURIComponent(username), decodeURIComponent(password)];
  if (!name || !secret) throw new Error('APP_DATABASE_URL names no user with a password.');
  const sql = openDatabase(url, { max: 1 });
  try {
    await sql.begin(async (tx) => {
      const [known] = await tx<{ more: boolean; member: boolean }[]>`
        select rolsuper or rolcreaterole or exists (
            select from pg_class c where c.oid = 'events'::regclass and pg_has_role(r.oid, c.relowner, 'MEMBER')
          ) as more, pg_has_role(r.oid, to_regrole(${appRole}), 'MEMBER') as member
        from pg_roles r where rolname = ${name}`;
      if (known?.more)
        throw new Error(`APP_DATABASE_URL: ${name} may do more than the app; name another user.`);
      const act = `${known ? 'alter' : 'create'} role %I login password %L`;
      const rows = await tx<{ act: string; grant: string }[]>`
        select format(${act}::text, ${name}::text, ${secret}::text) as act,
          format('grant %I to %I', ${appRole}::text, ${name}::text) as grant`;
      const made = one(rows);
      await tx.unsafe(made.act);
      if (!known?.member) await tx.unsafe(made.grant);
    });
  } finally {
    await sql.end();
  }
}
