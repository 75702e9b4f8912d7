// What an API key looks like: `tuntas_`, 32 random signs, six check digits, so that secret scanners find it and know it from chance.
import { createHash, randomInt } from 'node:crypto';
import { crc32 } from 'node:zlib';

const prefix = 'tuntas_';
const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const form = /^tuntas_[0-9A-Za-z]{38}$/;
const randomSigns = 32;
const checkDigits = 6;

/** A new one: 190 random bits. */
export function newKey(): string {
  const random = Array.from({ length: randomSigns }, () => alphabet[randomInt(alphabet.length)]).join('');
  return prefix + random + checkOf(random);
}

/** Whether what was brought means to be a key, right or wrong. */
export function meansKey(text: string): boolean {
  return text.startsWith(prefix);
}

/** Its hash as it is kept, in hex; undefined for what no key of ours looks like. Random enough to need no slow hash. */
export function hashOfApiKey(text: string): string | undefined {
  if (!form.test(text)) return undefined;
  const random = text.slice(prefix.length, -checkDigits);
  if (!text.endsWith(checkOf(random))) return undefined;
  return createHash('sha256').update(text).digest('hex');
}

/** Under which it is known; tells nothing of the key. */
export function idOfHash(hash: string): string {
  return hash.slice(0, 24);
}

/** CRC-32 in base 62. */
function checkOf(random: string): string {
  let value = crc32(random);
  let digits = '';
  for (let n = 0; n < checkDigits; n += 1) {
    digits = (alphabet[value % alphabet.length] ?? '') + digits;
    value = Math.floor(value / alphabet.length);
  }
  return digits;
}
