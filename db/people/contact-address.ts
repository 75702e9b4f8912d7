// Addresses and telephones as they are compared, by keyed hashes, and the signed links that confirm addresses.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { domainToASCII } from 'node:url';
import { isStorable } from '../../sop/texts/storable.ts';

/** One spelling for one mailbox: NFC, lower case, the domain as DNS has it. */
export function comparedAddress(email: string): string {
  const text = email.trim().normalize('NFC').toLowerCase();
  const at = text.lastIndexOf('@');
  if (at < 0) return text;
  const domain = text.slice(at + 1);
  return `${text.slice(0, at)}@${domainToASCII(domain) || domain}`;
}

/** HMAC-SHA-256 of the address as it is compared. */
export function hashOfAddress(key: string, email: string): Buffer {
  return createHmac('sha256', key)
    .update(`address:${comparedAddress(email)}`)
    .digest();
}

/** One spelling for one telephone: its digits, as they are dialled from abroad. Without a country it is one of ours. */
function comparedPhone(phone: string): string {
  return phone
    .replaceAll(/\D/g, '')
    .replace(/^00/, '')
    .replace(/^(?:62)?0*/, '62');
}

/** HMAC-SHA-256 of the telephone as it is compared. */
export function hashOfPhone(key: string, phone: string): Buffer {
  return createHmac('sha256', key)
    .update(`phone:${comparedPhone(phone)}`)
    .digest();
}

/** Whose addresses links confirm, and what else they do. */
const confirming = ['reporter', 'officer', 'follower', 'follower-end'] as const;

/**
 * Whose address a link confirms: that of a report's reporter, by number, an officer's, by username, or of who follows in
 * the register, by id; `follower-end`: they follow it no more.
 */
export interface Confirmed {
  who: (typeof confirming)[number];
  subject: string;
}

/** How long a link is good for. */
const goodForMs = 14 * 86_400_000;

/** A token for exactly this address of theirs; another address of the same person needs another. */
export function signConfirmation(key: string, one: Confirmed, email: string, now = Date.now()): string {
  const said = Buffer.from(JSON.stringify([one.who, one.subject, now + goodForMs])).toString('base64url');
  return signed(key, 'confirm', said, email);
}

/** What the token says, which `isSigned` has still to hold against the address; undefined: expired or no token. */
export function readConfirmation(token: string, now = Date.now()): Confirmed | undefined {
  try {
    const [who, subject, until] = JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString());
    const isOne = confirming.includes(who) && typeof subject === 'string' && isStorable(subject);
    return isOne && typeof until === 'number' && until > now ? { who, subject } : undefined;
  } catch {
    return undefined;
  }
}

/** What a link is for; one that is for something else opens nothing. */
export type Purpose = 'confirm' | 'rate';

/** The token of a link: what it says (base64url), signed for this address. */
export function signed(key: string, purpose: Purpose, said: string, email: string): string {
  return `${said}.${signatureOf(key, purpose, said, email).toString('base64url')}`;
}

/** Whether we signed the token for this and for this address. */
export function isSigned(key: string, purpose: Purpose, token: string, email: string): boolean {
  const [said = '', signature = ''] = token.split('.');
  const [own, other] = [signatureOf(key, purpose, said, email), Buffer.from(signature, 'base64url')];
  return own.length === other.length && timingSafeEqual(own, other);
}

function signatureOf(key: string, purpose: Purpose, said: string, email: string): Buffer {
  return createHmac('sha256', key)
    .update(`${purpose}:${said}:${comparedAddress(email)}`)
    .digest();
}
