// Everything that a history or a description holds, as text: as the server has it, or with its payloads read.
import type { Payload, PayloadCodec } from '@temporalio/common';

function isPayload(value: object): value is Payload {
  return 'metadata' in value && 'data' in value && typeof value.metadata === 'object';
}

/** `codec` absent: what somebody without a key reads. */
export async function textOf(
  value: unknown,
  codec?: PayloadCodec,
  seen = new Set<unknown>(),
): Promise<string> {
  if (value instanceof Uint8Array) return Buffer.from(value).toString();
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null || seen.has(value)) return '';
  seen.add(value);
  const read = codec && isPayload(value) ? await codec.decode([value]) : [];
  const parts = await Promise.all(
    [...Object.values(value), ...read].map((part) => textOf(part, codec, seen)),
  );
  return parts.join('\n');
}
