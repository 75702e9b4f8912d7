// What was made short, and encrypted, is read again: by the next release too.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deflated, inflated } from '../../codec/deflate.ts';
import { readKeys } from '../../codec/key-ring.ts';
import { EncryptionCodec } from '../../codec/payload-codec.ts';

test('whatever a payload holds comes back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 2_000 }), fc.json(), (bytes, json) => {
      // As protobuf begins: with a field's number, which is never 0.
      for (const payload of [Buffer.of(10, ...bytes), Buffer.concat([Buffer.of(18), Buffer.from(json)])]) {
        expect(deflated(payload).length).toBeLessThanOrEqual(payload.length);
        expect(Buffer.compare(inflated(deflated(payload)), payload)).toBe(0);
      }
    }),
  );
});

const disposed = {
  action: 'dispose',
  actor: { role: 'national', officeId: 'nasional', name: 'Nani' },
  target: { id: 'a', name: 'Kementerian', level: 'agency', parentId: 'nasional', zone: 'Asia/Jakarta' },
  validUntil: '2026-11-27T08:06:36.263Z',
};

test('a payload of 0.2.0 is read by what came after, a few words instead of many', async () => {
  const codec = new EncryptionCodec(readKeys(`kunci:${Buffer.alloc(32, 7).toString('base64')}`, 'keys'));
  const data = Buffer.from(
    'YNpZSxnCUVY1jWJvV+FRRq+XkBKx7d8pfSmF6G+KBil14/acNnNgebTklGHoYMwgq7ZUGieH4Y5yU+XTZCmD7m3YXiW4M8hQSidUEjFAYcR1Pyvy//1hzyjI',
    'base64',
  );
  const metadata = { encoding: Buffer.from('binary/encrypted'), 'encryption-key-id': Buffer.from('kunci') };
  const [read] = await codec.decode([{ metadata, data }]);
  expect(JSON.parse(Buffer.from(read?.data ?? []).toString())).toEqual(disposed);
  const plain = {
    metadata: { encoding: Buffer.from('json/plain') },
    data: Buffer.from(JSON.stringify(disposed)),
  };
  const [written] = await codec.encode([plain]);
  expect(written?.data?.length).toBeLessThan(plain.data.length / 2);
});
