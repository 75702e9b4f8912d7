// The settings of signing in through an identity provider (OpenID Connect).
import type { Settings } from '../../../settings/known.ts';

export interface OidcSettings {
  issuer: URL;
  clientId: string;
  /** Absent: a public client, held by PKCE alone. */
  clientSecret: string | undefined;
  /** What people read on the button. */
  name: string;
  /** The claim that is a username here. */
  claim: string;
  callback: URL;
}

export const callbackPath = '/v1/sign-in/oidc/callback';

/** Undefined without OIDC_ISSUER, which does not come without a client and PUBLIC_URL. */
export function oidcOf({
  OIDC_ISSUER,
  OIDC_CLIENT_ID: clientId,
  OIDC_CLIENT_SECRET: clientSecret,
  OIDC_NAME,
  OIDC_CLAIM: claim,
  PUBLIC_URL,
}: Settings<'api'>): OidcSettings | undefined {
  if (!OIDC_ISSUER || !clientId || !PUBLIC_URL) return undefined;
  const issuer = new URL(OIDC_ISSUER);
  const callback = new URL(callbackPath, PUBLIC_URL);
  return { issuer, clientId, clientSecret, name: OIDC_NAME ?? issuer.hostname, claim, callback };
}
