// Asks people to confirm the address they gave, by a link in a mail, and not too often (reading 33).
import { insertNotifications } from '../../../db/messages/notifications.ts';
import { contactKey } from '../../../db/secrets/secrets.ts';
import { policyInForce } from '../../../db/rules/policies.ts';
import { randomUUID } from 'node:crypto';
import type { Db } from '../../../db/connection/client.ts';
import { type Confirmed, hashOfAddress } from '../../../db/people/contact-address.ts';
import { confirmationsAsked, contactOf } from '../../../db/people/contacts.ts';
import { mailsTaken } from '../../../db/messages/mail-limits.ts';
import { addressConfirmed, confirmAddress } from '../../../sop/texts/own-words.ts';
import { mailsPerDay } from '../../../sop/policy/policy.ts';
import { Problem } from '../../http/problems.ts';

const daySeconds = 86_400;
/** Links asked for in a day, for one report or one officer, whatever addresses they are for. */
const mostPerDay = 5;
const pauseSeconds = 60;

/**
 * Owes the mail with the link. Throws `no-address`, `already-confirmed`, and `too-many-requests` when one was asked for
 * a minute ago or five in a day, or the address gets no more today.
 */
export async function askAgain(db: Db, one: Confirmed, officeId: string | null): Promise<void> {
  const contact = await contactOf(db, one);
  if (!contact?.email) throw new Problem('no-address');
  if (contact.confirmedAt) throw new Problem('already-confirmed');
  await refuseMany(db, one, pauseSeconds);
  const most = mailsPerDay((await policyInForce(db)).document).unconfirmed;
  if ((await mailsTaken(db, hashOfAddress(await contactKey(db), contact.email))) >= most) {
    throw new Problem('too-many-requests', { retryAfter: daySeconds / 24 });
  }
  await ask(db, one, officeId);
}

/** Of an officer's address that has just become another. Throws `too-many-requests` after five in a day. */
export function askOfficer(db: Db, username: string, officeId: string): Promise<void> {
  return askAnew(db, { who: 'officer', subject: username }, officeId);
}

/** Of a reporter's, likewise. */
export function askReporter(db: Db, number: string): Promise<void> {
  return askAnew(db, { who: 'reporter', subject: number }, null);
}

/** To an address that was just confirmed: how one comes back to the report. */
export async function sendWayBack(tx: Db, number: string, mailing: boolean): Promise<void> {
  const key = `${number}:address-confirmed:${randomUUID()}`;
  const told = { key, number, officeId: null, topic: null, ...addressConfirmed(number) };
  if (mailing) await insertNotifications(tx, [told], mailing);
}

async function askAnew(db: Db, one: Confirmed, officeId: string | null): Promise<void> {
  await refuseMany(db, one, 0);
  await ask(db, one, officeId);
}

async function refuseMany(db: Db, one: Confirmed, pause: number): Promise<void> {
  const { asked, secondsAgo } = await confirmationsAsked(db, one);
  if (asked >= mostPerDay) throw new Problem('too-many-requests', { retryAfter: daySeconds / 24 });
  if (secondsAgo !== null && secondsAgo < pause) {
    throw new Problem('too-many-requests', { retryAfter: pause - secondsAgo });
  }
}

async function ask(db: Db, { who, subject }: Confirmed, officeId: string | null): Promise<void> {
  const key = `confirm-address:${randomUUID()}`;
  const told =
    who === 'reporter'
      ? { number: subject, officeId: null, ...confirmAddress.toReporter(subject) }
      : { number: null, officeId, username: subject, ...confirmAddress.toOfficer() };
  await insertNotifications(db, [{ key, topic: null, ...told }], true);
}
