// Codes on paper, for who has lost the second factor: sixty random bits each, hashed as passwords are.
import { randomBytes } from 'node:crypto';
import type { Db } from '../../../db/connection/client.ts';
import {
  replaceRecoveryCodes,
  unusedRecoveryCodes,
} from '../../../db/people/second-factors/recovery-codes.ts';
import { hashPassword, isRight } from '../../../passwords/hash.ts';
import { comparedKey } from '../access-key.ts';
import { base32 } from './totp.ts';

const count = 10;
const signs = 12;

/** New ones in place of all others; shown this once: `ABCD-EFGH-IJKL`. */
export async function makeRecoveryCodes(tx: Db, username: string): Promise<string[]> {
  const codes = Array.from({ length: count }, () => base32(randomBytes(8)).slice(0, signs));
  await replaceRecoveryCodes(tx, username, await Promise.all(codes.map(hashPassword)));
  return codes.map((code) => code.match(/.{4}/g)?.join('-') ?? code);
}

/** The id of the one that was typed, if it was not used before. */
export async function recoveryCodeOf(db: Db, username: string, typed: string): Promise<number | undefined> {
  const code = comparedKey(typed);
  if (code.length !== signs) return undefined;
  const unused = await unusedRecoveryCodes(db, username);
  const right = await Promise.all(unused.map(({ hash }) => isRight(hash, code)));
  return unused.find((_, n) => right[n])?.id;
}
