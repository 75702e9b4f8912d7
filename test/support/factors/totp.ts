// What an authenticator app does with the key that it was given: RFC 6238, by nothing of ours.
import { createHmac } from 'node:crypto';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The code of now, or of `steps` half minutes later. `key`: in base32, as it is shown. */
export function codeOf(key: string, steps = 0): string {
  const bits = Array.from(key.replaceAll(' ', ''), (sign) =>
    alphabet.indexOf(sign).toString(2).padStart(5, '0'),
  );
  const secret = Buffer.from((bits.join('').match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const step = Math.floor(Date.now() / 30_000) + steps;
  const hash = createHmac('sha1', secret)
    .update(Buffer.from(step.toString(16).padStart(16, '0'), 'hex'))
    .digest();
  const at = (hash[19] ?? 0) & 15;
  const number = Number.parseInt(hash.subarray(at, at + 4).toString('hex'), 16) % 2 ** 31;
  return String(number % 1_000_000).padStart(6, '0');
}
