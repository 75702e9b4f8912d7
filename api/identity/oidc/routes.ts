// The ways to sign in, and the way through the identity provider and back.
import { z } from 'zod';
import type { FastifyReply } from 'fastify';
import type { App, Services } from '../../services.ts';
import { DatabaseAway } from '../../../db/connection/away.ts';
import { personBehind } from './person-behind.ts';
import { agentOf } from '../auth.ts';
import { cookieOf, giveCookie, giveSession, takeCookie } from '../cookies.ts';
import { relyingPartyOf } from '../second-factor/relying-party.ts';
import { OidcFailure, pathHere, pendingSeconds } from './oidc.ts';
import { callbackPath } from './settings.ts';
import { Problem } from '../../http/problems.ts';
import { problemsOf } from '../../../contract/common.ts';
import { signInMethods } from '../../../contract/people.ts';

const beginPath = '/v1/sign-in/oidc';

const elsewhere = z.undefined().describe('Go on there');

export function oidcRoutes(app: App, { sql, auth, oidc, publicUrl }: Services): void {
  app.get(
    '/v1/sign-in/methods',
    {
      config: { callers: ['anyone'] },
      schema: {
        summary: 'How one can sign in',
        tags: ['offices'],
        response: { 200: signInMethods },
      },
    },
    (request) => ({
      local: true as const,
      passkey: relyingPartyOf(request, publicUrl) !== undefined,
      oidc: oidc ? { name: oidc.name, url: beginPath } : null,
    }),
  );

  app.get(
    beginPath,
    {
      config: { callers: ['anyone'] },
      schema: {
        summary: 'To the identity provider; to /masuk?salah=… when it is away',
        tags: ['offices'],
        querystring: z.object({ next: z.string().max(1_000).optional().describe('A path of this site') }),
        response: { 302: elsewhere, ...problemsOf(404) },
      },
    },
    async (request, reply) => {
      if (!oidc) throw new Problem('not-found');
      try {
        const { location, pending } = await oidc.begin(pathHere(request.query.next));
        const until = new Date(Date.now() + pendingSeconds * 1000);
        giveCookie(request, reply, 'oidc', pending, until);
        return await reply.redirect(location.href);
      } catch (error) {
        request.log.warn({ err: error }, 'sign-in through the provider did not begin');
        return toSignIn(reply, error);
      }
    },
  );

  app.get(
    callbackPath,
    {
      config: { callers: ['anyone'] },
      schema: {
        summary: 'Back from the identity provider: signed in, or to /masuk?salah=…',
        tags: ['offices'],
        response: { 302: elsewhere, ...problemsOf(404) },
      },
    },
    async (request, reply) => {
      if (!oidc) throw new Problem('not-found');
      const pending = cookieOf(request, 'oidc');
      takeCookie(request, reply, 'oidc');
      try {
        const { search } = new URL(request.url, 'http://here.invalid');
        const { identity, username, next } = await oidc.finish(search, pending);
        const user = await personBehind(sql, identity, username, (one) => auth.admits(one));
        if (!user) return await reply.redirect('/masuk?salah=tidak-terdaftar');
        await auth.endBefore(request);
        giveSession(request, reply, await auth.open(user, 'cookie', agentOf(request), 'provider'));
        return await reply.redirect(next);
      } catch (error) {
        request.log.warn({ err: error }, 'sign-in through the provider failed');
        return toSignIn(reply, error);
      }
    },
  );
}

/** Whoever waits there is a person with a browser: back to the page that says what went wrong. */
async function toSignIn(reply: FastifyReply, error: unknown): Promise<FastifyReply> {
  if (error instanceof OidcFailure) return reply.redirect(`/masuk?salah=${error.reason}`);
  if (error instanceof DatabaseAway) return reply.redirect('/masuk?salah=sistem-tidak-tersedia');
  throw error;
}
