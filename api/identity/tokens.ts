// What a session is carried in: a signed token, as Bearer or as cookie, each kind good for its own use only.
import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';

const issuer = 'tuntas';
/** How long a browser is known after somebody signed in there. */
export const browserDays = 180;

/** A cookie's token is not a Bearer's, and the other way round. */
export type TokenKind = 'bearer' | 'cookie';

/** What opened a session: a password, which may not be enough; it and a second factor, or a passkey; the identity provider. */
const proofs = ['password', 'two-factors', 'provider'] as const;
export type Proof = (typeof proofs)[number];

const claims = z.object({
  sub: z.string(),
  jti: z.uuid(),
  epoch: z.number().int(),
  since: z.number().int(),
  iat: z.number().int(),
  exp: z.number().int(),
  proof: z.enum(proofs).optional(),
});

export interface Token {
  username: string;
  /** Stays the same when the token is renewed. */
  id: string;
  /** The user's, when it was signed. */
  epoch: number;
  kind: TokenKind;
  /** When the user signed in. */
  since: Date;
  issuedAt: Date;
  expiresAt: Date;
  /** Undefined: the release before signed it, and did not say. */
  proof?: Proof | undefined;
}

const toDate = (seconds: number) => new Date(seconds * 1000);
const toSeconds = (date: Date) => Math.floor(date.getTime() / 1000);

/** So many verified ones are remembered. */
const mostKnown = 5_000;

export class Tokens {
  private readonly key: Uint8Array;
  /** Looking at a signature once is enough: what was signed never changes, and its time is looked at each time. */
  private readonly known = new Map<string, Token>();

  constructor(secret: string) {
    this.key = createHmac('sha256', secret).update('session').digest();
  }

  sign({ username, id, epoch, kind, since, issuedAt, expiresAt, proof }: Token): Promise<string> {
    return new SignJWT({ epoch, since: toSeconds(since), ...(proof && { proof }) })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer(issuer)
      .setAudience(kind)
      .setSubject(username)
      .setJti(id)
      .setIssuedAt(issuedAt)
      .setExpirationTime(expiresAt)
      .sign(this.key);
  }

  /** Undefined for one that is forged, expired, or of the other kind. */
  async read(text: string, kind: TokenKind): Promise<Token | undefined> {
    const known = this.known.get(text) ?? (await this.verified(text, kind));
    return known?.kind === kind && known.expiresAt.getTime() > Date.now() ? known : undefined;
  }

  private async verified(text: string, kind: TokenKind): Promise<Token | undefined> {
    const verified = await jwtVerify(text, this.key, {
      issuer,
      audience: kind,
      algorithms: ['HS256'],
    }).catch(() => undefined);
    const read = claims.safeParse(verified?.payload);
    if (!read.success) return undefined;
    const { sub, jti, epoch, since, iat, exp, proof } = read.data;
    const token = {
      username: sub,
      id: jti,
      epoch,
      kind,
      since: toDate(since),
      issuedAt: toDate(iat),
      expiresAt: toDate(exp),
      proof,
    };
    const [oldest] = this.known.size < mostKnown ? [] : this.known.keys();
    if (oldest !== undefined) this.known.delete(oldest);
    this.known.set(text, token);
    return token;
  }

  /** For a browser in which the user has just signed in; opens nothing. */
  signBrowser(username: string): Promise<string> {
    return new SignJWT()
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer(issuer)
      .setAudience('browser')
      .setSubject(username)
      .setJti(randomUUID())
      .setExpirationTime(`${browserDays}d`)
      .sign(this.key);
  }

  /** Its id, when that user has signed in there. */
  async browserOf(text: string, username: string): Promise<string | undefined> {
    const verified = await jwtVerify(text, this.key, {
      issuer,
      audience: 'browser',
      subject: username,
      algorithms: ['HS256'],
    }).catch(() => undefined);
    return verified?.payload.jti;
  }

  /** What a page must send along with a cookie: no other site can read it. */
  csrfOf({ id }: Token): string {
    return createHmac('sha256', this.key).update(`csrf:${id}`).digest('base64url');
  }

  isCsrf(token: Token, given: string): boolean {
    const [own, other] = [Buffer.from(this.csrfOf(token)), Buffer.from(given)];
    return own.length === other.length && timingSafeEqual(own, other);
  }
}
