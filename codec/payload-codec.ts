// What Temporal keeps of us, made short and encrypted: AES-256-GCM over each whole payload, so that a history tells nobody's words.
import { METADATA_ENCODING_KEY, type Payload, type PayloadCodec, ValueError } from '@temporalio/common';
import proto from '@temporalio/proto';
import { deflated, inflated } from './deflate.ts';
import { decrypted, encrypted } from './gcm.ts';
import { isSummary } from '../sop/notices/summary.ts';
import { isKeyId, type KeyRing } from '../settings/kinds/payload-keys.ts';

/** What the metadata of each payload says that we encrypted. */
export const encryptedEncoding = 'binary/encrypted';
const keyIdName = 'key';
/** As it was called before histories were made short. */
const keyIdNameBefore = 'encryption-key-id';

const toBytes = (text: string) => new TextEncoder().encode(text);
/** Of protobuf's bytes: empty ones are an array without a number. */
const toText = (bytes: Uint8Array | null | undefined) => Buffer.from(bytes ?? []).toString('utf8');
const encodingOf = ({ metadata }: Payload) => toText(metadata?.[METADATA_ENCODING_KEY]);

/**
 * Reads what is not encrypted as it is: histories from before, and what people send by the Temporal UI or CLI. The
 * procedure's own summaries stay plain, for ops who look without signing in.
 */
export class EncryptionCodec implements PayloadCodec {
  private readonly ring: KeyRing;
  private readonly wasOurs: ((keyId: string) => Promise<boolean>) | undefined;

  /**
   * `wasOurs`, of a worker: whether a process of ours ever had the key of that id. With it, what was changed after it was
   * written, or was written under a key that never was ours, is handed on as it is: the worker takes it for unreadable, as
   * whatever else a stranger signals, where an error would stop the workflow for good. Whether a key was ours does not
   * change with the ring of the moment, so that a replay decides as the first run did.
   */
  constructor(ring: KeyRing, wasOurs?: (keyId: string) => Promise<boolean>) {
    this.ring = ring;
    this.wasOurs = wasOurs;
  }

  async encode(payloads: Payload[]): Promise<Payload[]> {
    return payloads.map((payload) => (staysPlain(payload) ? payload : this.seal(payload)));
  }

  /** Throws `ValueError` for a key that is not in the ring, and for what was changed, unless a worker hands it on. */
  async decode(payloads: Payload[]): Promise<Payload[]> {
    return Promise.all(
      payloads.map(async (payload) =>
        encodingOf(payload) === encryptedEncoding ? this.open(payload) : payload,
      ),
    );
  }

  private seal(payload: Payload): Payload {
    const id = this.ring.writing;
    const plain = deflated(proto.temporal.api.common.v1.Payload.encode(payload).finish());
    const data = encrypted(this.keyOf(id), boundTo(id), plain);
    return {
      metadata: { [METADATA_ENCODING_KEY]: toBytes(encryptedEncoding), [keyIdName]: toBytes(id) },
      data,
    };
  }

  private async open(payload: Payload): Promise<Payload> {
    const id = toText(payload.metadata?.[keyIdName] ?? payload.metadata?.[keyIdNameBefore]);
    if (this.wasOurs && !this.ring.keys.has(id) && !(isKeyId(id) && (await this.wasOurs(id)))) return payload;
    const key = this.keyOf(id);
    try {
      const plain = decrypted(key, boundTo(id), payload.data ?? new Uint8Array());
      return proto.temporal.api.common.v1.Payload.decode(inflated(plain));
    } catch (error) {
      if (this.wasOurs) return payload;
      throw new ValueError(`A payload is not what was encrypted with the key ${id}.`, error);
    }
  }

  private keyOf(id: string): Uint8Array {
    const key = this.ring.keys.get(id);
    if (!key)
      throw new ValueError(`A payload needs the key ${JSON.stringify(id)}, which is not in the ring.`);
    return key;
  }
}

/**
 * What stands beside the ciphertext cannot be exchanged for something else. Not the workflow it belongs to: whoever reads
 * in the Temporal UI asks without saying which.
 */
function boundTo(keyId: string): Uint8Array {
  return toBytes(`tuntas/1 ${encryptedEncoding} ${keyId}`);
}

/** Nothing, what is encrypted already (passed on by somebody who could not read it), and our own summaries. */
function staysPlain(payload: Payload): boolean {
  const kind = encodingOf(payload);
  if (kind === 'binary/null' || kind === encryptedEncoding) return true;
  const { data } = payload;
  if (kind !== 'json/plain' || !data || data[0] !== 0x22 || data.length > 400) return false;
  const value: unknown = JSON.parse(toText(data));
  return typeof value === 'string' && isSummary(value);
}
