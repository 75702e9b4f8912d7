// Hands reports to colleagues of the office that holds them: one or many, each by itself, by one statement.
import { randomUUID } from 'node:crypto';
import { colleaguesOf, type HandOver, handOver } from '../../../db/desk/assignees.ts';
import { addNotes } from '../../../db/desk/notes.ts';
import { insertNotifications } from '../../../db/messages/notifications.ts';
import { toOffice } from '../../../sop/notices/to-office.ts';
import type { Words } from '../../../sop/texts/language.ts';
import type { ProblemCode } from '../../http/problems.ts';
import type { User } from '../../identity/session.ts';
import type { Services } from '../../services.ts';
import { noteBy } from '../note-routes.ts';

interface Handed {
  number: string;
  /** Who had it. */
  before: string | null;
  /** Why it was not handed over; undefined: it was, or was theirs already. */
  refused?: ProblemCode;
}

/** Each in the order given; of those that the office does not hold, `not-holder`. A second time it changes nothing. */
export async function handOverAs(
  { sql, mailing }: Pick<Services, 'sql' | 'mailing'>,
  user: User,
  all: readonly HandOver[],
): Promise<Handed[]> {
  const { office, username: by, name } = user;
  const colleagues = new Map((await colleaguesOf(sql, office.id)).map((one) => [one.username, one]));
  const isKnown = ({ username }: HandOver) => username === null || colleagues.has(username);
  const known = all.filter(isKnown);
  const done = await sql.begin(async (tx) => {
    const found = known.length > 0 ? await handOver(tx, office.id, known) : [];
    const handed = known.flatMap(({ number, username }) => {
      const one = found.find((row) => row.number === number);
      return one?.handed ? [{ number, title: one.title, to: username }] : [];
    });
    const notes = handed.map(({ number, to }) => {
      const colleague = to === null ? undefined : colleagues.get(to);
      const text: Words = colleague
        ? { id: `Diserahkan kepada ${colleague.name}.`, en: `Handed to ${colleague.name}.` }
        : { id: 'Tidak lagi diserahkan kepada siapa pun.', en: 'No longer handed to anybody.' };
      return noteBy(user, number, text);
    });
    if (notes.length > 0) await addNotes(tx, notes);
    const told = [...new Set(handed.map(({ to }) => to))].flatMap((to) => {
      // Who takes one themselves knows.
      if (to === null || to === by) return [];
      const theirs = handed.filter((one) => one.to === to);
      const [first] = theirs;
      const single = theirs.length === 1 && first ? first : undefined;
      const notice = single
        ? toOffice.assigned(single.number, single.title, name)
        : toOffice.assignedMany(
            theirs.map(({ number }) => number),
            name,
          );
      const key = `${single ? `${single.number}:assigned` : 'assigned'}:${randomUUID()}`;
      return [{ key, number: single?.number ?? null, officeId: office.id, username: to, ...notice }];
    });
    await insertNotifications(tx, told, mailing);
    return new Map(found.map((row) => [row.number, row]));
  });
  return all.map((one) => {
    const { number, username } = one;
    if (!isKnown(one)) return { number, before: null, refused: 'invalid-fields' };
    const row = done.get(number);
    if (!row) return { number, before: null, refused: 'not-holder' };
    const { before } = row;
    return row.handed || before === username ? { number, before } : { number, before, refused: 'stale' };
  });
}
