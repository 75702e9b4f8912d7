// After a 503 nothing happens behind it: what a request would still ask for is refused once nobody waits for it.
import type { Db, Sql } from '../../db/connection/client.ts';
import { stillAwaited } from './in-time.ts';

type Method = (...given: unknown[]) => Promise<unknown>;

/** The same, whose methods (all of them asynchronous) a request may call only while its caller waits. */
export function whileAwaited<T extends object>(of: T): T {
  return new Proxy(of, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value === 'object' && value !== null) return whileAwaited(value);
      if (typeof value !== 'function') return value;
      return async (...given: unknown[]) => {
        stillAwaited();
        return Reflect.apply(value as Method, target, given);
      };
    },
  });
}

type Work = (tx: Db) => unknown;

/** The same database, of which a request that nobody waits for any more asks nothing, and in which it commits nothing. */
export function sqlWhileAwaited(sql: Sql): Sql {
  const begin = async (...given: [Work] | [string, Work]) => {
    const work = given.at(-1) as Work;
    const awaited = async (tx: Db) => {
      const outcome = await work(dbWhileAwaited(tx));
      stillAwaited();
      return outcome;
    };
    return given.length === 1 ? sql.begin(awaited) : sql.begin(given[0], awaited);
  };
  const listen: Sql['listen'] = (...given) => sql.listen(...given);
  const end: Sql['end'] = (options) => sql.end(options);
  return Object.assign(dbWhileAwaited(sql), { begin: begin as Sql['begin'], listen, end });
}

function dbWhileAwaited(db: Db): Db {
  const ask = (...given: Parameters<Db>) => {
    stillAwaited();
    return db(...given);
  };
  const unsafe = (...given: Parameters<Db['unsafe']>) => {
    stillAwaited();
    return db.unsafe(...given);
  };
  const json = (value: object) => db.json(value);
  return Object.assign(ask, { unsafe, json, vault: db.vault }) as unknown as Db;
}
