// The settings of signing in through an identity provider (OpenID Connect).
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

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Undefined without OIDC_ISSUER. Throws with the name of the setting that is missing or wrong. */
export function readOidcSettings(env: NodeJS.ProcessEnv): OidcSettings | undefined {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME, OIDC_CLAIM, PUBLIC_URL } = env;
  if (!OIDC_ISSUER) return undefined;
  if (!OIDC_CLIENT_ID) throw new Error('OIDC_CLIENT_ID is not set (OIDC_ISSUER is).');
  if (!PUBLIC_URL) throw new Error('PUBLIC_URL is not set: the identity provider sends people back there.');
  const issuer = urlOf('OIDC_ISSUER', OIDC_ISSUER);
  if (issuer.protocol === 'http:' && !loopback.has(issuer.hostname)) {
    throw new Error(`OIDC_ISSUER=${OIDC_ISSUER} must be https; http is for this machine only.`);
  }
  return {
    issuer,
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET || undefined,
    name: OIDC_NAME || issuer.hostname,
    claim: OIDC_CLAIM || 'preferred_username',
    callback: new URL(callbackPath, urlOf('PUBLIC_URL', PUBLIC_URL)),
  };
}

function urlOf(setting: string, text: string): URL {
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) {
    throw new Error(`${setting}=${text} is not an http(s) address.`);
  }
  return new URL(text);
}
