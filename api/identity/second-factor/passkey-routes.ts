// Passkeys: added with the password asked again, given after a password, or in place of it (decision 49).
import type { FastifyRequest } from 'fastify';
import { problemsOf } from '../../../contract/common.ts';
import { newPasskey, passkeyAnswer, passkeyOptions } from '../../../contract/identity/passkeys.ts';
import { addedFactor, provenSession, withPassword } from '../../../contract/identity/second-factor.ts';
import { openSession } from '../../../contract/people.ts';
import { addPasskey } from '../../../db/people/second-factors/passkeys.ts';
import { userByUsername } from '../../../db/people/users.ts';
import { Problem } from '../../http/problems.ts';
import type { App, Services } from '../../services.ts';
import { agentOf } from '../auth.ts';
import { everyUser } from '../callers.ts';
import { giveSession } from '../cookies.ts';
import { answerOf } from '../session-routes.ts';
import { addFactor } from './add-factor.ts';
import { provenAnswer, requirePassword } from './asked-again.ts';
import { answerOptions, registered, registrationOptions, shownPasskey } from './passkeys.ts';
import { type RelyingParty, relyingPartyOf } from './relying-party.ts';

/** Of one address in a minute. */
const limit = { name: 'passkeys', perMinute: 60 };
const here = problemsOf(409);

export function passkeyRoutes(app: App, services: Services): void {
  const { sql, auth, publicUrl } = services;
  const adding = { callers: everyUser, beforeOwnPassword: true, beforeSecondFactor: 'to-add' } as const;
  const giving = { callers: everyUser, beforeOwnPassword: true, beforeSecondFactor: 'always' } as const;
  const signIn = { purpose: 'sign-in', sessionId: null } as const;

  app.post(
    '/v1/second-factors/passkeys/options',
    {
      config: adding,
      schema: {
        summary: 'Begin to add a passkey: what the browser makes it of',
        tags: ['offices'],
        body: withPassword,
        response: { 200: passkeyOptions, ...here },
      },
    },
    async (request) => {
      const party = partyOf(request);
      await requirePassword(sql, request, request.body.password);
      return { options: { ...(await registrationOptions(sql, request.session, party)) } };
    },
  );

  app.post(
    '/v1/second-factors/passkeys',
    {
      config: { ...adding, changes: 'user' },
      schema: {
        summary: 'Add the passkey that the browser made',
        description: 'Signs out everywhere else; the session goes on as another one.',
        tags: ['offices'],
        body: newPasskey,
        response: { 200: addedFactor, ...here },
      },
    },
    async (request) => {
      const { name, response } = request.body;
      const made = await registered(sql, request.session, partyOf(request), response);
      return addFactor(services, request, 'passkey-added', async (tx) => {
        if (!(await addPasskey(tx, { ...made, name }))) throw new Problem('passkey-taken');
      });
    },
  );

  app.post(
    '/v1/session/passkey/options',
    {
      config: giving,
      schema: {
        summary: 'Begin to give a passkey of mine as the second factor',
        tags: ['offices'],
        response: { 200: passkeyOptions, ...here },
      },
    },
    async (request) => {
      const { user, token } = request.session;
      const of = { purpose: 'give', sessionId: token.id } as const;
      return { options: { ...(await answerOptions(sql, partyOf(request), of, user.username)) } };
    },
  );

  app.post(
    '/v1/session/passkey',
    {
      config: giving,
      schema: {
        summary: 'Give the second factor: a passkey of mine',
        tags: ['offices'],
        body: passkeyAnswer,
        response: { 200: provenSession, ...here },
      },
    },
    async (request) => {
      const { user, token } = request.session;
      const of = { purpose: 'give', sessionId: token.id } as const;
      const { username } = await shownPasskey(sql, partyOf(request), of, request.body.response);
      if (username !== user.username) throw new Problem('forbidden');
      return provenAnswer(auth, request);
    },
  );

  app.post(
    '/v1/sign-in/passkey/options',
    {
      config: { callers: ['anyone'], limit },
      schema: {
        summary: 'Begin to sign in with a passkey, without name and password',
        tags: ['offices'],
        response: { 200: passkeyOptions, ...here },
      },
    },
    async (request) => ({ options: { ...(await answerOptions(sql, partyOf(request), signIn)) } }),
  );

  app.post(
    '/v1/sign-in/passkey',
    {
      config: { callers: ['anyone'], limit },
      schema: {
        summary: 'Sign in with a passkey; it is two factors, as whoever has the device has unlocked it',
        tags: ['offices'],
        body: passkeyAnswer,
        response: { 200: openSession, ...problemsOf(401, 409) },
      },
    },
    async (request, reply) => {
      const { username } = await shownPasskey(sql, partyOf(request), signIn, request.body.response);
      const user = await userByUsername(sql, username);
      if (!user || !auth.admits(user)) throw new Problem('bad-credentials');
      await auth.endBefore(request);
      const opened = await auth.open(user, 'cookie', agentOf(request), 'two-factors');
      giveSession(request, reply, opened);
      return answerOf(auth, opened);
    },
  );

  /** Throws `no-passkeys-here`. */
  function partyOf(request: Pick<FastifyRequest, 'protocol' | 'host'>): RelyingParty {
    const party = relyingPartyOf(request, publicUrl);
    if (!party) throw new Problem('no-passkeys-here');
    return party;
  }
}
