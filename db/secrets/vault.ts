// The keys outside of the database that open what it keeps of people (decision 52): one seals, all of them open.
import type { KeyRing } from '../../settings/kinds/payload-keys.ts';
import { openBy, sealBy } from './sealing.ts';

/** Of a database that is open: each connection and transaction of it has the same. */
export class Vault {
  /** Secrets that were opened before; they never change. */
  readonly opened = new Map<string, string>();
  private readonly ring: KeyRing | undefined;

  constructor(ring: KeyRing | undefined) {
    this.ring = ring;
  }

  /** The ids of its keys, the one that seals first; none: it was opened without keys, and opens nothing. */
  get ids(): string[] {
    const { ring } = this;
    return ring ? [ring.writing, ...[...ring.keys.keys()].filter((id) => id !== ring.writing)] : [];
  }

  /** What all begins with that its keys sealed, in the order of `ids`. */
  get heads(): Buffer[] {
    return this.ids.map(headOf);
  }

  seal(plain: Uint8Array, boundTo: string): Buffer {
    const { writing } = this.held();
    return Buffer.concat([headOf(writing), sealBy(this.keyOf(writing), plain, boundTo)]);
  }

  /** Throws as `openBy`, and when its key is not in the ring. */
  open(sealed: Uint8Array, boundTo: string): Buffer {
    const end = 1 + (sealed[0] ?? 0);
    const id = Buffer.from(sealed.subarray(1, end)).toString('latin1');
    return openBy(this.keyOf(id), sealed.subarray(end), boundTo);
  }

  private keyOf(id: string): Uint8Array {
    const key = this.held().keys.get(id);
    if (!key) throw new Error(`TUNTAS_IDENTITY_KEYS lacks the key ${JSON.stringify(id)}, which sealed this.`);
    return key;
  }

  private held(): KeyRing {
    if (!this.ring) throw new Error('This opens only with TUNTAS_IDENTITY_KEYS.');
    return this.ring;
  }
}

/** The key's id, behind its length. */
function headOf(id: string): Buffer {
  const name = Buffer.from(id, 'latin1');
  return Buffer.concat([Buffer.of(name.length), name]);
}
