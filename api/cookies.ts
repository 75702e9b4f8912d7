// The cookie that a browser keeps its session in: out of reach of scripts, and of requests that other sites make.
import cookie, { type CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Auth, type Session, sessionCookie } from './auth.ts';

/** Cookies can be read; a session that goes on gets its new token with the answer. */
export async function installSessionCookie(app: FastifyInstance, auth: Auth): Promise<void> {
  await app.register(cookie);
  app.addHook('onSend', async (request, reply) => {
    const renewed = auth.renewed(request);
    if (renewed) giveCookie(request, reply, renewed);
  });
}

export function giveCookie(request: FastifyRequest, reply: FastifyReply, { signed, token }: Session): void {
  if (signed === undefined) return;
  void reply.setCookie(sessionCookie, signed, { ...cookieOptions(request), expires: token.expiresAt });
}

export function takeCookie(request: FastifyRequest, reply: FastifyReply): void {
  void reply.clearCookie(sessionCookie, cookieOptions(request));
}

/** `Lax`: a link from elsewhere opens the console signed in, a form from elsewhere does not. */
export function cookieOptions({ protocol }: FastifyRequest): CookieSerializeOptions {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: protocol === 'https' };
}
