// An authenticator without a device: makes one passkey and signs with it, as WebAuthn (level 3, 6.5 and 6.3.3) says.
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/** What may be otherwise than it should. */
interface Odd {
  origin?: string;
  /** false: it was not unlocked. */
  verified?: boolean;
}

const sha256 = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest();
const text = (bytes: Buffer) => bytes.toString('base64url');
const present = 0x01;
const unlocked = 0x04;
const attested = 0x40;

export class Authenticator {
  readonly id = text(randomBytes(16));
  private readonly keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  private readonly origin: string;
  private counter = 0;

  constructor(origin: string) {
    this.origin = origin;
  }

  /** Of `options` as the API gives them. */
  make({ challenge }: { challenge: string }, odd: Odd = {}) {
    const { x = '', y = '' } = this.keys.publicKey.export({ format: 'jwk' });
    // CBOR: {1: 2, 3: -7, -1: 1, -2: x, -3: y}, an ES256 key (RFC 9053).
    const key = Buffer.concat([
      Buffer.from('a5010203262001215820', 'hex'),
      Buffer.from(x, 'base64url'),
      Buffer.from('225820', 'hex'),
      Buffer.from(y, 'base64url'),
    ]);
    const id = Buffer.from(this.id, 'base64url');
    const data = Buffer.concat([
      this.head(attested, odd),
      Buffer.alloc(16),
      Buffer.from([0, id.length]),
      id,
      key,
    ]);
    // CBOR: {"fmt": "none", "attStmt": {}, "authData": data}.
    const attestation = Buffer.concat([
      Buffer.from('a363666d74646e6f6e656761747453746d74a068617574684461746158', 'hex'),
      Buffer.from([data.length]),
      data,
    ]);
    return this.credential({
      clientDataJSON: text(this.client('webauthn.create', challenge, odd)),
      attestationObject: text(attestation),
      transports: ['internal'],
    });
  }

  answer({ challenge }: { challenge: string }, odd: Odd = {}) {
    this.counter += 1;
    const data = this.head(0, odd);
    const client = this.client('webauthn.get', challenge, odd);
    const signed = sign('sha256', Buffer.concat([data, sha256(client)]), this.keys.privateKey);
    return this.credential({
      clientDataJSON: text(client),
      authenticatorData: text(data),
      signature: text(signed),
    });
  }

  private credential<T>(response: T) {
    const { id } = this;
    return { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response };
  }

  private head(flags: number, { verified = true }: Odd): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.counter);
    const all = flags | present | (verified ? unlocked : 0);
    return Buffer.concat([sha256(new URL(this.origin).hostname), Buffer.from([all]), counter]);
  }

  private client(type: string, challenge: string, { origin = this.origin }: Odd): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  }
}
