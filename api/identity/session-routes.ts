// Signing in, by token or by cookie, and out, here or everywhere; one's own password.
import { z } from 'zod';
import type { App, Services } from '../services.ts';
import type { Session, User } from './session.ts';
import { addressOf } from '../http/limits/address.ts';
import { agentOf, type Auth } from './auth.ts';
import type { Visitor } from './session.ts';
import { cookieOf, giveCookie, giveSession, sessionCookie, takeSession } from './cookies.ts';
import { changing } from '../operations/noted.ts';
import { setPassword } from '../../db/people/users.ts';
import { weakness } from '../../passwords/strength.ts';
import { hashPassword } from '../../passwords/hash.ts';
import { checkPassword, sameName } from './check-password.ts';
import { invalidField } from '../http/problems.ts';
import { problemsOf } from '../../contract/common.ts';
import { credentials, newPassword, openSession, session } from '../../contract/people.ts';
import { browserDays } from './tokens.ts';
import { zoned } from '../values/zoned.ts';
import { everyUser } from './callers.ts';

const done = z.undefined().describe('Done');

export function sessionRoutes(app: App, { sql, auth }: Services): void {
  app.post(
    '/v1/sessions',
    {
      config: { callers: ['anyone'] },
      schema: {
        summary: 'Log in with a Bearer token',
        tags: ['offices'],
        body: credentials,
        response: { 200: session, ...problemsOf(401) },
      },
    },
    async (request) => {
      const { user, token, signed } = await auth.signIn(
        request.body,
        { address: addressOf(request), agent: agentOf(request) },
        'bearer',
      );
      return {
        token: signed,
        expiresAt: zoned(token.expiresAt, user.office.zone),
        user: shown(user),
        mustChangePassword: user.passwordByOps,
        secondFactor: auth.secondFactorOf({ user, token }),
      };
    },
  );

  app.post(
    '/v1/sign-in',
    {
      config: { callers: ['anyone'] },
      schema: {
        summary: `Sign in with the cookie ${sessionCookie}; changes then need the header X-CSRF-Token`,
        tags: ['offices'],
        body: credentials,
        response: { 200: openSession, ...problemsOf(401) },
      },
    },
    async (request, reply) => {
      const username = sameName(request.body.username);
      const known = cookieOf(request, 'browser');
      const browser = known === undefined ? undefined : await auth.tokens.browserOf(known, username);
      const caller: Visitor = { address: addressOf(request), browser, agent: agentOf(request) };
      const opened = await auth.signIn(request.body, caller, 'cookie');
      await auth.endBefore(request);
      giveSession(request, reply, opened);
      if (browser === undefined) {
        const until = new Date(Date.now() + browserDays * 86_400_000);
        giveCookie(request, reply, 'browser', await auth.tokens.signBrowser(username), until);
      }
      return answerOf(auth, opened);
    },
  );

  app.get(
    '/v1/session',
    {
      config: {
        keepsPlain: true,
        callers: everyUser,
        beforeOwnPassword: true,
        beforeSecondFactor: 'always',
      },
      schema: {
        summary: 'Who I am, and until when',
        tags: ['offices'],
        response: { 200: openSession },
      },
    },
    (request) => answerOf(auth, request.session),
  );

  app.delete(
    '/v1/session',
    {
      config: { callers: everyUser, beforeOwnPassword: true, beforeSecondFactor: 'always' },
      schema: { summary: 'Sign out', tags: ['offices'], response: { 204: done } },
    },
    async (request, reply) => {
      await auth.end(request.session.token);
      takeSession(request, reply);
      return reply.code(204).send();
    },
  );

  app.delete(
    '/v1/sessions',
    {
      config: { callers: everyUser, beforeOwnPassword: true },
      schema: {
        summary: 'Sign out everywhere: every cookie and Bearer token of mine ends',
        tags: ['offices'],
        response: { 204: done },
      },
    },
    async (request, reply) => {
      await auth.endAll(request.user);
      takeSession(request, reply);
      return reply.code(204).send();
    },
  );

  app.post(
    '/v1/password',
    {
      config: { callers: everyUser, beforeOwnPassword: true, changes: 'user' },
      schema: {
        summary: 'Change my password; signs out everywhere else, Bearer tokens too',
        tags: ['offices'],
        body: newPassword,
        response: { 204: done },
      },
    },
    async (request, reply) => {
      const { token, user } = request.session;
      const { username } = user;
      const { current, next } = request.body;
      if (!(await checkPassword(sql, username, current, token.id)))
        throw invalidField('current', {
          id: 'Kata sandi yang sekarang salah',
          en: 'This is not the present password',
        });
      const weak = await weakness(next, [username, user.name]);
      if (weak) throw invalidField('next', weak);
      // What ops typed is known to two.
      if (user.passwordByOps && next.normalize('NFC') === current.normalize('NFC'))
        throw invalidField('next', {
          id: 'Pilih kata sandi yang lain dari yang diberikan',
          en: 'Choose another password than the one that was given',
        });
      const passwordHash = await hashPassword(next);
      const epoch = await changing(sql, request, { subject: username, change: { password: true } }, (tx) =>
        setPassword(tx, username, passwordHash),
      );
      request.session = await auth.goOn(request.session, epoch, agentOf(request));
      return reply.code(204).send();
    },
  );
}

/** What a browser is told of its session. */
export function answerOf(auth: Auth, { user, token }: Omit<Session, 'signed'>): z.output<typeof openSession> {
  return {
    user: shown(user),
    expiresAt: zoned(token.expiresAt, user.office.zone),
    csrf: auth.tokens.csrfOf(token),
    mustChangePassword: user.passwordByOps,
    secondFactor: auth.secondFactorOf({ user, token }),
  };
}

function shown({ username, name, role, language, office: { id, name: officeName, level } }: User) {
  return { username, name, role, language, office: { id, name: officeName, level } };
}
