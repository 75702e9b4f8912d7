// Codes that change with time (TOTP, RFC 6238), as every authenticator app makes them: SHA-1, six digits, thirty seconds.
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { base32Alphabet } from '../access-key.ts';

const stepSeconds = 30;
const digits = 6;
/** As many bits as the hash has (RFC 4226, 4). */
const secretBytes = 20;

export function newSecret(): Buffer {
  return randomBytes(secretBytes);
}

/** Of a moment: how many steps have begun since 1970. */
export function stepAt(at: Date): number {
  return Math.floor(at.getTime() / 1_000 / stepSeconds);
}

export function codeAt(secret: Uint8Array, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const hash = createHmac('sha1', secret).update(counter).digest();
  const offset = (hash.at(-1) ?? 0) & 15;
  const value = hash.readUInt32BE(offset) & 0x7fff_ffff;
  return String(value % 10 ** digits).padStart(digits, '0');
}

/**
 * The step whose code that is: of now, the one before or the one after, as clocks of phones differ and people take their time
 * (RFC 6238, 5.2). Undefined: of none.
 */
export function stepOf(secret: Uint8Array, code: string, at: Date): number | undefined {
  const now = stepAt(at);
  const given = Buffer.from(code);
  return [now, now - 1, now + 1].find((step) => {
    const right = Buffer.from(codeAt(secret, step));
    return right.length === given.length && timingSafeEqual(right, given);
  });
}

/** RFC 4648, without padding. */
export function base32(bytes: Uint8Array): string {
  let text = '';
  let bits = 0;
  let value = 0;
  for (const byte of bytes) {
    value = (value << 8) | byte;
    bits += 8;
    for (; bits >= 5; bits -= 5) text += base32Alphabet[(value >>> (bits - 5)) & 31] ?? '';
    value &= (1 << bits) - 1;
  }
  return bits > 0 ? text + (base32Alphabet[(value << (5 - bits)) & 31] ?? '') : text;
}

/** What an app reads from a QR code. */
export function uriOf(secret: Uint8Array, username: string): string {
  const query = new URLSearchParams({
    secret: base32(secret),
    issuer: 'Tuntas',
    algorithm: 'SHA1',
    digits: String(digits),
    period: String(stepSeconds),
  });
  return `otpauth://totp/Tuntas:${encodeURIComponent(username)}?${query.toString()}`;
}
