// The database and the engines that a command looks at, each as the settings name it.
import { openCodec, openKeyRing } from '../../codec/open.ts';
import { openDatabase, type Sql } from '../../db/connection/client.ts';
import { Engine } from '../../engine/engine.ts';
import { addressOf, nameOf, openClient, type Place, placesOf } from '../../engine/places/place.ts';
import type { KeyRing } from '../../settings/kinds/payload-keys.ts';
import type { Settings } from '../../settings/known.ts';
import { findDatabaseUrl } from '../shared/database-url.ts';

export interface Known {
  engine: Engine;
  /** As the record names it. */
  place: string;
  /** Where it answers. */
  address: string;
}

interface Opened {
  sql: Sql;
  /** That of TEMPORAL_ADDRESS, then that of TEMPORAL_NEXT. */
  engines: [own: Known, ...next: Known[]];
  close: () => Promise<void>;
}

/**
 * Connects when it is first needed; `keys` open who reports, for what is written into the record. Throws what to set where it
 * is not known which database is meant.
 */
export async function openEngines(settings: Settings<'reconcile'>, keys?: KeyRing): Promise<Opened> {
  const sql = openDatabase(await findDatabaseUrl(settings), { max: 4, keys });
  const { dataConverter } = openCodec(await openKeyRing(settings, sql));
  const known = (place: Place): Known => ({
    engine: new Engine(openClient(place, { dataConverter })),
    place: nameOf(place),
    address: addressOf(place),
  });
  const [own, ...next] = placesOf(settings.TEMPORAL_NEXT);
  const engines: Opened['engines'] = [known(own), ...next.map(known)];
  const close = async () => {
    await Promise.all(engines.map(({ engine }) => engine.close()));
    await sql.end({ timeout: 2 });
  };
  return { sql, engines, close };
}
