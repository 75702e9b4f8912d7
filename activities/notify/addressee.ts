// Who a mail goes to, whether it may go today, and where they confirm their address (reading 33).
import type { Db } from '../../db/connection/client.ts';
import { hashOfAddress, signConfirmation } from '../../db/people/contact-address.ts';
import type { DueMail } from '../../db/messages/mails.ts';
import { takeMail } from '../../db/messages/mail-limits.ts';
import { contactKey } from '../../db/secrets/secrets.ts';
import { policyInForce } from '../../db/rules/policies.ts';
import { usualLanguage } from '../../sop/texts/language.ts';
import { alwaysGoes } from '../../sop/texts/own-words.ts';
import { mailsPerDay } from '../../sop/policy/policy.ts';
import type { Reader } from '../../sop/notices/letter.ts';

export interface Address {
  key: string;
  hash: Buffer;
}

/**
 * The address that limits hold for; undefined: there is none, or it is an office's box. That one is ops' word, and an
 * office that hears a day late misses limits: its floods are gathered instead.
 */
export async function addressOf(db: Db, { to, address }: DueMail): Promise<Address | undefined> {
  if (to === 'office' || address === null) return undefined;
  const key = await contactKey(db);
  return { key, hash: hashOfAddress(key, address) };
}

/** Takes one of the address's mails of this day; false: there is none left. */
export async function mayGo(db: Db, { kind, confirmed }: DueMail, { hash }: Address): Promise<boolean> {
  const most = mailsPerDay((await policyInForce(db)).document)[confirmed ? 'confirmed' : 'unconfirmed'];
  return takeMail(db, hash, { most, always: alwaysGoes(kind) });
}

interface Where {
  key: string | undefined;
  publicUrl: string | undefined;
}

/** How `mails`, all to one address, are read. */
export function readerOf(
  mails: DueMail[],
  address: string,
  { key, publicUrl, ...made }: Where & Pick<Reader, 'rateUrls' | 'stopUrls' | 'keyCodes'>,
): Reader {
  const [first] = mails;
  const is = first?.to ?? 'reporter';
  const language = first?.language ?? usualLanguage;
  const confirmed = mails.every((mail) => mail.confirmed);
  const subject = {
    officer: first?.username,
    follower: first?.followerId?.toString(),
    reporter: first?.number,
    office: undefined,
  }[is];
  const token =
    !confirmed && is !== 'office' && key && subject
      ? signConfirmation(key, { who: is, subject }, address)
      : undefined;
  // After `#`: it reaches no server, so no log and no scanner that only looks.
  const confirmUrl = token && publicUrl ? new URL(`/konfirmasi#${token}`, publicUrl).href : undefined;
  return { is, language, confirmed, publicUrl, confirmUrl, ...made };
}

/** Where who follows in the register ends it, by the report's number. */
export function stopUrlsFor(
  mails: DueMail[],
  address: string,
  { key, publicUrl }: Where,
): ReadonlyMap<string, string> {
  const urls = mails.flatMap(({ number, followerId }): [string, string][] => {
    if (!key || !publicUrl || number === null || followerId === null) return [];
    const token = signConfirmation(key, { who: 'follower-end', subject: String(followerId) }, address);
    return [[number, new URL(`/konfirmasi?berhenti#${token}`, publicUrl).href]];
  });
  return new Map(urls);
}
