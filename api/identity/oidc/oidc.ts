// Signing in through an identity provider: authorization code with PKCE (S256), state and nonce.
import { createHmac } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';
import * as client from 'openid-client';
import { z } from 'zod';
import type { Identity } from '../../../db/people/identity-links.ts';
import type { OidcSettings } from './settings.ts';

/** In seconds, of each request to the provider; two or three make a sign-in. */
const patience = 4;
/** In seconds: how long people may take to sign in there. */
export const pendingSeconds = 600;

/** Why it did not work, as the sign-in page is told. */
export type FailureReason = 'penyedia-tidak-tersedia' | 'ditolak' | 'kedaluwarsa' | 'gagal';

export class OidcFailure extends Error {
  override readonly name = 'OidcFailure';
  readonly reason: FailureReason;

  constructor(reason: FailureReason, cause?: unknown) {
    super(reason, { cause });
    this.reason = reason;
  }
}

const pendingClaims = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  next: z.string(),
});
type Pending = z.output<typeof pendingClaims>;

export class Oidc {
  readonly name: string;
  private readonly settings: OidcSettings;
  private readonly key: Uint8Array;
  private found: Promise<client.Configuration> | undefined;

  constructor(settings: OidcSettings, secret: string) {
    this.name = settings.name;
    this.settings = settings;
    this.key = createHmac('sha256', secret).update('oidc').digest();
  }

  /** Where the browser goes, and what it keeps meanwhile. Throws `OidcFailure`. */
  async begin(next: string): Promise<{ location: URL; pending: string }> {
    const provider = await this.provider();
    const [state, nonce, verifier] = [
      client.randomState(),
      client.randomNonce(),
      client.randomPKCECodeVerifier(),
    ];
    const location = client.buildAuthorizationUrl(provider, {
      redirect_uri: this.settings.callback.href,
      scope: this.settings.claim === 'email' ? 'openid profile email' : 'openid profile',
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
    });
    return { location, pending: await this.seal({ state, nonce, verifier, next }) };
  }

  /** Who came back with `query` (the callback's, with its `?`). Throws `OidcFailure`. */
  async finish(
    query: string,
    pending: string | undefined,
  ): Promise<{ identity: Identity; username: string | undefined; next: string }> {
    const kept = pending === undefined ? undefined : await this.unseal(pending);
    if (!kept) throw new OidcFailure('kedaluwarsa');
    const provider = await this.provider();
    try {
      const tokens = await client.authorizationCodeGrant(provider, new URL(query, this.settings.callback), {
        expectedState: kept.state,
        expectedNonce: kept.nonce,
        pkceCodeVerifier: kept.verifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (!claims) throw new OidcFailure('gagal');
      // Many providers tell names only when asked for them.
      const username =
        this.nameIn(claims) ??
        this.nameIn(await client.fetchUserInfo(provider, tokens.access_token, claims.sub));
      return { identity: { issuer: claims.iss, subject: claims.sub }, username, next: kept.next };
    } catch (error) {
      throw new OidcFailure(reasonOf(error), error);
    }
  }

  /** Anybody may tell a provider any address; one that it did not verify is nobody's. */
  private nameIn(claims: Readonly<Record<string, unknown>>): string | undefined {
    const { claim } = this.settings;
    const told = claims[claim];
    // Some providers say it as a text.
    const verified = claims.email_verified === true || claims.email_verified === 'true';
    if (typeof told !== 'string' || (claim === 'email' && !verified)) return undefined;
    return told;
  }

  /** Found when first needed, so that the API starts though the provider is away; looked for again until it is there. */
  private provider(): Promise<client.Configuration> {
    const { issuer, clientId, clientSecret } = this.settings;
    const execute = [client.enableNonRepudiationChecks];
    // The settings let http through for this machine only.
    if (issuer.protocol === 'http:') execute.push(client.allowInsecureRequests);
    this.found ??= client
      .discovery(issuer, clientId, clientSecret, clientSecret === undefined ? client.None() : undefined, {
        execute,
        timeout: patience,
      })
      .catch((error: unknown) => {
        this.found = undefined;
        throw new OidcFailure('penyedia-tidak-tersedia', error);
      });
    return this.found;
  }

  private seal(pending: Pending): Promise<string> {
    return new SignJWT(pending)
      .setProtectedHeader({ alg: 'HS256' })
      .setExpirationTime(`${pendingSeconds}s`)
      .sign(this.key);
  }

  private async unseal(text: string): Promise<Pending | undefined> {
    const verified = await jwtVerify(text, this.key, { algorithms: ['HS256'] }).catch(() => undefined);
    return pendingClaims.safeParse(verified?.payload).data;
  }
}

function reasonOf(error: unknown): FailureReason {
  if (error instanceof client.AuthorizationResponseError) return 'ditolak';
  const { code } = error as { code?: unknown };
  // What `fetch` throws when nobody answers, and our own patience.
  const away = (error instanceof TypeError && error.message === 'fetch failed') || code === 'OAUTH_TIMEOUT';
  return away ? 'penyedia-tidak-tersedia' : 'gagal';
}

/** The path to go on with; anything that leads to another site is the front page. */
export function pathHere(next: string | undefined): string {
  const here = 'http://here.invalid';
  if (!next?.startsWith('/') || !URL.canParse(next, here)) return '/';
  const { origin, pathname, search, hash } = new URL(next, here);
  return origin === here && !pathname.startsWith('//') ? `${pathname}${search}${hash}` : '/';
}
