// The link in the mail of an answer, which rates once (reading 26): for one report, that answer, and the address of then.
import { isStorable } from '../../sop/texts/storable.ts';
import { isSigned, signed } from '../people/contact-address.ts';

/** The answer that the mail tells of, by its seq. */
export interface RatedAnswer {
  number: string;
  seq: number;
}

/** Always the same for the same, so that a mail that is sent again brings no second link. */
export function signRatingLink(key: string, { number, seq }: RatedAnswer, email: string): string {
  return signed(key, 'rate', Buffer.from(JSON.stringify([number, seq])).toString('base64url'), email);
}

/** What the token says, which `isRatingLink` has still to hold against the address; undefined: it is none. */
export function readRatingLink(token: string): RatedAnswer | undefined {
  try {
    const [number, seq] = JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString());
    const isOne = typeof number === 'string' && isStorable(number) && Number.isInteger(seq);
    return isOne ? { number, seq } : undefined;
  } catch {
    return undefined;
  }
}

/** Whether we signed it for this address. */
export function isRatingLink(key: string, token: string, email: string): boolean {
  return isSigned(key, 'rate', token, email);
}
