// The codes by which reporters get another access key: made as their mail is sent, for its address alone (decision 51).
import type { Db } from '../../db/connection/client.ts';
import type { DueMail } from '../../db/messages/mails.ts';
import { keyCodeOf, openCode } from '../../db/people/access-keys.ts';
import { keyCodeKind } from '../../sop/texts/own-words.ts';
import type { Address } from './addressee.ts';

/** By the report's number; none for one that is too old by now, or for an address that is not confirmed. */
export async function keyCodesFor(
  db: Db,
  mails: DueMail[],
  email: string,
  address: Address | undefined,
): Promise<ReadonlyMap<string, string>> {
  const codes = new Map<string, string>();
  for (const { number, kind, to, confirmed } of mails) {
    if (!address || number === null || kind !== keyCodeKind || to !== 'reporter' || !confirmed) continue;
    const id = await openCode(db, number, address.hash);
    if (id !== undefined) codes.set(number, keyCodeOf(address.key, id, email));
  }
  return codes;
}
