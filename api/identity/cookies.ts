// The cookies of a browser: out of reach of scripts, of requests that other sites make, and of neighbouring hosts.
import cookie from '@fastify/cookie';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Session } from './session.ts';

const names = {
  session: 'tuntas_session',
  /** That somebody signed in here before. */
  browser: 'tuntas_browser',
  /** On the way to the identity provider and back. */
  oidc: 'tuntas_oidc',
} as const;
type Name = keyof typeof names;

export const sessionCookie = names.session;

/** Cookies can be read; a session that goes on gets its new token with the answer. */
export async function installCookies(app: FastifyInstance): Promise<void> {
  await app.register(cookie);
  app.addHook('onSend', async (request, reply) => {
    if (request.session) giveSession(request, reply, request.session);
  });
}

export function giveSession(request: FastifyRequest, reply: FastifyReply, session: Session): void {
  if (session.signed === undefined) return;
  giveCookie(request, reply, 'session', session.signed, session.token.expiresAt);
}

/** Signed out: the browser forgets the session, and is given no new token of it. */
export function takeSession(request: FastifyRequest, reply: FastifyReply): void {
  if (request.session) request.session.signed = undefined;
  takeCookie(request, reply, 'session');
}

export function giveCookie(
  request: FastifyRequest,
  reply: FastifyReply,
  name: Name,
  value: string,
  expires: Date,
): void {
  void reply.setCookie(nameOf(request, name), value, { ...optionsOf(request), expires });
}

export function takeCookie(request: FastifyRequest, reply: FastifyReply, name: Name): void {
  void reply.clearCookie(nameOf(request, name), optionsOf(request));
}

export function cookieOf(request: FastifyRequest, name: Name): string | undefined {
  return request.cookies[nameOf(request, name)];
}

const isSecure = ({ protocol }: FastifyRequest) => protocol === 'https';

/** Browsers take `__Host-…` from this host alone, by https: no neighbour can plant a session of its own here. */
function nameOf(request: FastifyRequest, name: Name): string {
  return isSecure(request) ? `__Host-${names[name]}` : names[name];
}

/** `Lax`: a link from elsewhere opens the console signed in, a form from elsewhere does not. */
function optionsOf(request: FastifyRequest) {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure(request) } as const;
}
