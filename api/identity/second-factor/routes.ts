// One's second factor: given at sign-in, seen, taken away; the codes on paper made anew (decision 49).
import { z } from 'zod';
import { problemsOf } from '../../../contract/common.ts';
import {
  factorRemoval,
  factors,
  givenCode,
  provenSession,
  recoveryCodes,
  withPassword,
} from '../../../contract/identity/second-factor.ts';
import { passkeysOf, removePasskey } from '../../../db/people/second-factors/passkeys.ts';
import { removeRecoveryCodes } from '../../../db/people/second-factors/recovery-codes.ts';
import { factorsOf, isAny, lockFactors } from '../../../db/people/second-factors/second-factors.ts';
import { removeTotp } from '../../../db/people/second-factors/totp-secrets.ts';
import { Problem } from '../../http/problems.ts';
import { changing } from '../../operations/noted.ts';
import type { App, Services } from '../../services.ts';
import { zoned, zonedOrNull } from '../../values/zoned.ts';
import { everyUser } from '../callers.ts';
import { provenAnswer, requirePassword } from './asked-again.ts';
import { takeCode } from './check-code.ts';
import { makeRecoveryCodes } from './recovery.ts';
import { relyingPartyOf } from './relying-party.ts';
import { tellOfFactor } from './telling.ts';

export function secondFactorRoutes(app: App, services: Services): void {
  const { sql, auth, mailing, publicUrl } = services;

  app.get(
    '/v1/second-factors',
    {
      config: { callers: everyUser, beforeOwnPassword: true, beforeSecondFactor: 'always' },
      schema: {
        summary: 'My second factors, and whether I need one',
        tags: ['offices'],
        response: { 200: factors },
      },
    },
    async (request) => {
      const { user } = request;
      const { zone } = user.office;
      const { hasPassword, totpSince, recoveryCodes: left } = await factorsOf(sql, user.username);
      const passkeys = await passkeysOf(sql, user.username);
      return {
        hasPassword,
        required: auth.isSecondFactorRequired(user),
        totp: totpSince && { addedAt: zoned(totpSince, zone) },
        passkeys: passkeys.map(({ id, name, addedAt, lastUsedAt }) => ({
          id,
          name,
          addedAt: zoned(addedAt, zone),
          lastUsedAt: zonedOrNull(lastUsedAt, zone),
        })),
        passkeysHere: relyingPartyOf(request, publicUrl) !== undefined,
        recoveryCodes: left,
      };
    },
  );

  app.post(
    '/v1/session/second-factor',
    {
      config: { callers: everyUser, beforeOwnPassword: true, beforeSecondFactor: 'always' },
      schema: {
        summary: 'Give the second factor: a code of the app, or a recovery code',
        description:
          'The session goes on as another one, with a cookie or token of its own. Ten wrong codes in a row lock the second factor of the account for fifteen minutes.',
        tags: ['offices'],
        body: givenCode,
        response: { 200: provenSession },
      },
    },
    async (request) => {
      await takeCode(services, request.user, request.body.code);
      return provenAnswer(auth, request);
    },
  );

  app.post(
    '/v1/second-factors/recovery-codes',
    {
      config: { callers: everyUser, changes: 'user' },
      schema: {
        summary: 'New recovery codes, in place of all others',
        tags: ['offices'],
        body: withPassword,
        response: { 200: recoveryCodes, ...problemsOf(409) },
      },
    },
    async (request) => {
      const { user } = request;
      const { username } = user;
      await requirePassword(sql, request, request.body.password);
      const change = { recoveryCodes: true };
      const made = await changing(sql, request, { subject: username, change }, async (tx) => {
        await lockFactors(tx, username);
        if (!isAny(await factorsOf(tx, username))) throw new Problem('no-second-factor');
        await tellOfFactor(tx, user, 'codes-made', mailing);
        return makeRecoveryCodes(tx, username);
      });
      return { recoveryCodes: made };
    },
  );

  app.post(
    '/v1/second-factors/removal',
    {
      config: { callers: everyUser, changes: 'user' },
      schema: {
        summary: 'Take a second factor of mine away; the last one only where none is needed',
        tags: ['offices'],
        body: factorRemoval,
        response: { 204: z.undefined().describe('Done'), ...problemsOf(404, 409) },
      },
    },
    async (request, reply) => {
      const { user } = request;
      const { username } = user;
      const { password, factor } = request.body;
      await requirePassword(sql, request, password);
      const isApp = factor === 'totp';
      const what = isApp ? 'totp-removed' : 'passkey-removed';
      const change = { secondFactor: what };
      await changing(sql, request, { subject: username, change }, async (tx) => {
        await lockFactors(tx, username);
        const isThere = isApp ? await removeTotp(tx, username) : await removePasskey(tx, username, factor);
        if (!isThere) throw new Problem('not-found');
        if (!isAny(await factorsOf(tx, username))) {
          if (auth.isSecondFactorRequired(user)) throw new Problem('second-factor-needed');
          await removeRecoveryCodes(tx, username);
        }
        await tellOfFactor(tx, user, what, mailing);
      });
      return reply.code(204).send();
    },
  );
}
