// Whom to tell of a weakness: /.well-known/security.txt (RFC 9116), where somebody is named.
import type { Settings } from '../../settings/known.ts';
import { dayMs } from '../../sop/time/calendar.ts';
import type { App, Services } from '../services.ts';

/** Who is told, and what is promised to whoever tells. */
export interface SecurityContact {
  /** `mailto:` or `https:`. */
  contact: string;
  /** Where the rules of telling stand. */
  policy?: string | undefined;
  /** Where this installation is reached from outside. */
  publicUrl?: string | undefined;
}

/** Undefined without SECURITY_CONTACT. */
export function securityContactOf({
  SECURITY_CONTACT: contact,
  SECURITY_POLICY: policy,
  PUBLIC_URL: publicUrl,
}: Settings<'api'>): SecurityContact | undefined {
  return contact === undefined ? undefined : { contact, policy, publicUrl };
}

/** From the start of the process on: the RFC wants less than a year, and an installation that nobody looks after ends sooner. */
const goodForDays = 180;

export function securityTextRoutes(app: App, { securityContact }: Services): void {
  if (!securityContact) return;
  const text = securityText(securityContact, new Date());
  app.get(
    '/.well-known/security.txt',
    { config: { callers: ['anyone'] }, schema: { hide: true } },
    (_request, reply) => reply.type('text/plain; charset=utf-8').send(text),
  );
}

function securityText({ contact, policy, publicUrl }: SecurityContact, now: Date): string {
  const expires = new Date(now.getTime() + goodForDays * dayMs);
  expires.setUTCHours(0, 0, 0, 0);
  // Said only of the address that a signature could be held against: one over TLS.
  const canonical = publicUrl?.startsWith('https:') && new URL('/.well-known/security.txt', publicUrl).href;
  return [
    `Contact: ${contact}`,
    `Expires: ${expires.toISOString()}`,
    'Preferred-Languages: id, en',
    ...(canonical ? [`Canonical: ${canonical}`] : []),
    ...(policy ? [`Policy: ${policy}`] : []),
    '',
  ].join('\n');
}
