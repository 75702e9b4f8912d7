// A run at another instant (`npm run test:days`): what shift-clock.js does not reach, the database and the browser.
import { fileURLToPath } from 'node:url';
import type { BrowserContext } from 'playwright-core';
import type { Sql } from '../../../db/connection/client.ts';

/** How far this run's clock is ahead of the machine's, in milliseconds of whole seconds. */
export const clockShiftMs = Number(process.env.CLOCK_SHIFT_MS ?? 0);

/**
 * Makes every connection that is opened from now on read the shifted clock: functions of the same names that are found
 * before PostgreSQL's own, and column defaults that call them.
 */
export async function shiftDatabase(sql: Sql): Promise<void> {
  if (clockShiftMs === 0) return;
  const ahead = `make_interval(secs => ${clockShiftMs / 1000})`;
  await sql.unsafe(`
    create schema clock;
    grant usage on schema clock to public;
    create function clock.now() returns timestamptz stable language sql as
      'select pg_catalog.now() + ${ahead}';
    create function clock.clock_timestamp() returns timestamptz volatile language sql as
      'select pg_catalog.clock_timestamp() + ${ahead}';
    do $$
    declare one record;
    begin
      for one in
        select d.adrelid::regclass as place, a.attname as name, pg_get_expr(d.adbin, d.adrelid) as value
        from pg_attrdef d join pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum
        where pg_get_expr(d.adbin, d.adrelid) like '%now()%'
      loop
        execute format('alter table %s alter %I set default %s', one.place, one.name, replace(one.value, 'now()', 'clock.now()'));
      end loop;
      execute format('alter database %I set search_path = public, clock, pg_catalog', current_database());
    end $$`);
}

/** The pages of a context read the shifted clock. */
export async function shiftPages(context: BrowserContext): Promise<void> {
  if (clockShiftMs === 0) return;
  await context.addInitScript(`globalThis.clockShiftMs = ${clockShiftMs}`);
  await context.addInitScript({ path: fileURLToPath(new URL('shift-date.js', import.meta.url)) });
}
