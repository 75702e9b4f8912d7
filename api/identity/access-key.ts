// The key that a reporter follows a report with: derived, so that a repeated filing can be answered; kept as a hash.
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** RFC 4648. */
export const base32Alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** 128 bits in base32, in groups of four: `ABCD-EFGH-…`. */
export function accessKeyOf(secret: string, number: string): string {
  return textOf(createHmac('sha256', secret).update(`access-key:${number}`).digest().subarray(0, 16));
}

/** Another one, which nothing tells again: the same form, of random bits (decision 51). */
export function newAccessKey(): string {
  return textOf(randomBytes(16));
}

function textOf(bits: Buffer): string {
  let value = BigInt(`0x${bits.toString('hex')}`);
  let key = '';
  for (let i = 0; i < 26; i += 1) {
    key = (base32Alphabet[Number(value & 31n)] ?? '') + key;
    value >>= 5n;
  }
  return key.match(/.{1,4}/g)?.join('-') ?? key;
}

/** What people take for a letter of the alphabet, which has none of them. */
const alike: Record<string, string> = { 0: 'O', 1: 'I', 8: 'B' };

/** What was typed, as it is compared: case, dashes and spaces do not matter to people, nor what looks like another letter. */
export function comparedKey(typed: string): string {
  return typed
    .toUpperCase()
    .replace(/[018]/g, (sign) => alike[sign] ?? '')
    .replace(/[^A-Z2-7]/g, '');
}

/** What is stored. */
export function hashOfKey(key: string): Buffer {
  return createHash('sha256').update(comparedKey(key)).digest();
}

/** Whether `key` opens what `hash` locks. Without a hash it takes the same time and is false. */
export function opens(key: string, hash: Buffer | undefined): boolean {
  const given = hashOfKey(key);
  return timingSafeEqual(given, hash?.length === given.length ? hash : Buffer.alloc(given.length));
}
