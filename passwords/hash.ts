// How a password is kept, and whether one is the one that is kept.
import { hash, verify } from '@node-rs/argon2';

/** Argon2id at 19 MiB, two passes: about 50 ms. */
const hashOptions = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export async function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), hashOptions);
}

/** Letters that are one or two signs are the same password; those of before were hashed as they were typed. */
export async function isRight(hashed: string, password: string): Promise<boolean> {
  const same = password.normalize('NFC');
  return (await verify(hashed, same)) || (same !== password && verify(hashed, password));
}
