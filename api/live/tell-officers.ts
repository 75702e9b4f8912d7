// Tells officers the news of a moment, each what is for their eyes.
import { officesInvolved } from '../../db/complaints/involved.ts';
import { within } from '../../db/connection/away.ts';
import type { Sql } from '../../db/connection/client.ts';
import { eyesOf } from '../identity/eyes.ts';
import type { User } from '../identity/session.ts';
import type { Token } from '../identity/tokens.ts';
import type { EventStream } from './event-stream.ts';
import type { Presence } from './presence.ts';

const patienceMs = 5_000;

export const complaint = (number: string) => ({ event: 'complaint' as const, data: { number } });

export interface Officer {
  stream: EventStream;
  token: Token;
  /** As the record has them since they last changed. */
  user: User;
  /** Whether they asked to hear who has reports open. */
  hearsPresence: boolean;
}

interface News {
  numbers: readonly string[];
  /** That were told something. */
  offices: ReadonlySet<string>;
  /** Reports that somebody else has open now. */
  present: readonly string[];
}

/** By one query for all of them; false when it cannot be known what is for whose eyes. */
export async function tellOfficers(
  sql: Sql,
  presence: Presence,
  officers: readonly Officer[],
  { numbers, offices, present }: News,
): Promise<boolean> {
  const wanted = officers.some(({ hearsPresence }) => hearsPresence) ? present : [];
  const all = [...new Set([...numbers, ...wanted])];
  const asks = all.length > 0 && officers.some(({ user }) => eyesOf(user) !== null);
  const involved = asks
    ? await within(patienceMs, officesInvolved(sql, all)).catch(() => undefined)
    : new Map<string, Set<string>>();
  if (!involved) return false;
  for (const { stream, user, hearsPresence } of officers) {
    const eyes = eyesOf(user);
    const isSeen = (number: string) => eyes === null || involved.get(number)?.has(eyes) === true;
    const told = offices.has(user.office.id) ? [{ event: 'notification' as const, data: {} }] : [];
    const there = hearsPresence ? wanted.filter(isSeen).map((number) => others(presence, number, user)) : [];
    stream.tell([...numbers.filter(isSeen).map(complaint), ...told, ...there]);
  }
  return true;
}

/** Who else has it open. */
function others(presence: Presence, number: string, { username }: User) {
  const people = presence
    .of(number)
    .filter((one) => one.username !== username)
    .map(({ name, office, doing }) => ({ name, office, doing }));
  return { event: 'presence' as const, data: { number, people } };
}
