// A lost access key is made anew by a code to the confirmed address; one that somebody else has is ended (decision 51).
import { randomUUID } from 'node:crypto';
import type { Db, Sql } from '../../../db/connection/client.ts';
import { mailsTaken } from '../../../db/messages/mail-limits.ts';
import { insertNotifications } from '../../../db/messages/notifications.ts';
import { changeKey, keepKeyCode, offerKey, takeKeyCode, takeOffer } from '../../../db/people/access-keys.ts';
import { hashOfAddress } from '../../../db/people/contact-address.ts';
import { lockContact } from '../../../db/people/contacts.ts';
import { policyInForce } from '../../../db/rules/policies.ts';
import { contactKey } from '../../../db/secrets/secrets.ts';
import { mailsPerDay } from '../../../sop/policy/policy.ts';
import { keyChanged, keyCode } from '../../../sop/texts/own-words.ts';
import { hashOfKey, newAccessKey } from '../access-key.ts';

interface Named {
  number: string;
  email: string;
}

/**
 * Owes the mail with a code, where the report's address is that one and was confirmed, and not too many were sent. Who
 * asks never learns whether.
 */
export async function askKeyCode(sql: Sql, { number, email }: Named): Promise<void> {
  await sql.begin(async (tx) => {
    const found = await confirmedAddress(tx, { number, email });
    if (!found) return;
    const most = mailsPerDay((await policyInForce(tx)).document).confirmed;
    if ((await mailsTaken(tx, found.address)) >= most) return;
    const id = await keepKeyCode(tx, number, found.address);
    if (id === undefined) return;
    const told = { key: `${number}:key-code:${id}`, number, officeId: null, topic: null };
    await insertNotifications(tx, [{ ...told, ...keyCode(number) }], true);
  });
}

/** The new key, when the code is right; then the one before opens nothing, and the reporter is told. */
export async function renewKey(
  sql: Sql,
  { number, email, code }: Named & { code: string },
): Promise<string | undefined> {
  return sql.begin(async (tx) => {
    const found = await confirmedAddress(tx, { number, email });
    // A wrong one stays counted: nothing is thrown here.
    if (!found || !(await takeKeyCode(tx, number, { ...found, email, code }))) return undefined;
    const accessKey = newAccessKey();
    await changeKey(tx, number, hashOfKey(accessKey), 'key-renewed');
    await tellChanged(tx, number, true);
    return accessKey;
  });
}

/** A key for who has the one in force: it opens nothing yet, so that an answer that is lost loses no report. */
export async function offerNewKey(sql: Sql, number: string): Promise<string> {
  const accessKey = newAccessKey();
  await offerKey(sql, number, hashOfKey(accessKey));
  return accessKey;
}

/** From now on it is the one that opens; false when it was not offered, or too long ago. */
export async function takeNewKey(
  sql: Sql,
  { number, accessKey, mailing }: { number: string; accessKey: string; mailing: boolean },
): Promise<boolean> {
  return sql.begin(async (tx) => {
    const hash = hashOfKey(accessKey);
    if (!(await takeOffer(tx, number, hash))) return false;
    await changeKey(tx, number, hash, 'key-revoked');
    await tellChanged(tx, number, mailing);
    return true;
  });
}

/** The report's, locked until the transaction ends, when it is this one and was confirmed. */
async function confirmedAddress(
  tx: Db,
  { number, email }: Named,
): Promise<{ key: string; address: Buffer } | undefined> {
  const key = await contactKey(tx);
  const address = hashOfAddress(key, email);
  const contact = await lockContact(tx, number);
  if (!contact?.email || !contact.confirmedAt) return undefined;
  return hashOfAddress(key, contact.email).equals(address) ? { key, address } : undefined;
}

async function tellChanged(tx: Db, number: string, mailing: boolean): Promise<void> {
  const told = { key: `${number}:key-changed:${randomUUID()}`, number, officeId: null, topic: null };
  await insertNotifications(tx, [{ ...told, ...keyChanged(number) }], mailing);
}
