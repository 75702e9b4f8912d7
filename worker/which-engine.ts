// Which of the engines that this process works for the reports run on: the record says so (decision 54).
import type { Sql } from '../db/connection/client.ts';
import { currentEngine, isKnownEngine, noteEnginePlace, switchEngine } from '../db/operations/engines.ts';
import { nameOf, type Place } from '../engine/places/place.ts';

interface There {
  place: Place;
  /** Of the engine that is there. */
  id: string;
}

/**
 * Undefined when they run on none of `posts`. The first of a new record takes them, and so does one that was begun anew in
 * the place of another that was lost; never one that they have left, nor a stranger: `npm run move-engine` moves them there.
 */
export async function whichRuns<Post extends There>(
  sql: Sql,
  posts: readonly Post[],
  own: Place,
): Promise<Post | undefined> {
  if (posts.length === 0) return undefined;
  const now = await currentEngine(sql);
  const there = posts.find(({ id }) => id === now?.id);
  if (there) return there;
  const first = posts.find(({ place }) => place === own);
  if (!first || (await isKnownEngine(sql, first.id))) return undefined;
  const place = nameOf(own);
  if (now && now.place !== place) return undefined;
  return (await switchEngine(sql, { id: first.id, place }, now?.id)) ? first : undefined;
}

/** Keeps under which address it is reached, for people, and should it be lost. */
export async function notePlace(sql: Sql, { id, place }: There): Promise<void> {
  await noteEnginePlace(sql, { id, place: nameOf(place) });
}
