// For which address browsers make and use passkeys: a name that people open over https.
import { isIP } from 'node:net';
import type { FastifyRequest } from 'fastify';

export interface RelyingParty {
  /** A passkey that was made for it is shown to no other. */
  id: string;
  origin: string;
}

const urlOf = (text: string) => (URL.canParse(text) ? new URL(text) : undefined);

/** An address of digits has no passkeys; without https this machine alone has. */
function mayHave({ protocol, hostname }: URL): boolean {
  const isName = isIP(hostname) === 0 && !hostname.startsWith('[');
  return isName && (protocol === 'https:' || hostname === 'localhost');
}

/**
 * That of PUBLIC_URL, or without one the address that was asked; a browser says in what it signs where it was, so nobody
 * gains by asking at another one. Undefined: there are none here, as people opened another address.
 */
export function relyingPartyOf(
  { protocol, host }: Pick<FastifyRequest, 'protocol' | 'host'>,
  publicUrl: string | undefined,
): RelyingParty | undefined {
  const asked = urlOf(`${protocol}://${host}`);
  const party = [publicUrl === undefined ? undefined : urlOf(publicUrl), asked]
    .flatMap((url) => url ?? [])
    .find(mayHave);
  // Whether it came by https is the proxy's to say.
  return party && party.host === asked?.host ? { id: party.hostname, origin: party.origin } : undefined;
}
