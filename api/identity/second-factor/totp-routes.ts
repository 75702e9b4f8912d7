// An app as the second factor: set up with the password asked again, and in use once a code of it was given.
import {
  addedFactor,
  givenCode,
  startedTotp,
  withPassword,
} from '../../../contract/identity/second-factor.ts';
import { problemsOf } from '../../../contract/common.ts';
import {
  confirmPending,
  keepPending,
  pendingSecret,
} from '../../../db/people/second-factors/totp-secrets.ts';
import { invalidField, Problem } from '../../http/problems.ts';
import type { App, Services } from '../../services.ts';
import { everyUser } from '../callers.ts';
import { addFactor } from './add-factor.ts';
import { openedSecret, sealedSecret } from './app-secret.ts';
import { requirePassword } from './asked-again.ts';
import { base32, newSecret, stepOf, uriOf } from './totp.ts';

export function totpRoutes(app: App, services: Services): void {
  const { sql, keyRing } = services;
  const config = { callers: everyUser, beforeOwnPassword: true, beforeSecondFactor: 'to-add' } as const;

  app.post(
    '/v1/second-factors/totp',
    {
      config,
      schema: {
        summary: 'Begin to set up an authenticator app (TOTP), in place of the one that there may be',
        tags: ['offices'],
        body: withPassword,
        response: { 201: startedTotp, ...problemsOf(404) },
      },
    },
    async (request, reply) => {
      const { username } = request.user;
      if (!keyRing) throw new Problem('not-found');
      await requirePassword(sql, request, request.body.password);
      const secret = newSecret();
      await keepPending(sql, username, sealedSecret(keyRing, username, secret));
      return reply.code(201).send({ secret: base32(secret), uri: uriOf(secret, username) });
    },
  );

  app.post(
    '/v1/second-factors/totp/confirmation',
    {
      config: { ...config, changes: 'user' },
      schema: {
        summary: 'Show a code of the app within fifteen minutes: it is in use from then on',
        description: 'Signs out everywhere else; the session goes on as another one.',
        tags: ['offices'],
        body: givenCode,
        response: { 200: addedFactor, ...problemsOf(404) },
      },
    },
    async (request) => {
      const { username } = request.user;
      const sealed = keyRing && (await pendingSecret(sql, username));
      if (!keyRing || sealed === undefined) throw new Problem('not-found');
      const code = request.body.code.replaceAll(/\s/g, '');
      const step = stepOf(openedSecret(keyRing, username, sealed), code, new Date());
      if (step === undefined)
        throw invalidField('code', {
          id: 'Kode salah; periksa jam ponsel Anda',
          en: 'The code is wrong; look at the clock of your phone',
        });
      return addFactor(services, request, 'totp-added', async (tx) => {
        if (!(await confirmPending(tx, username, sealed, step))) throw new Problem('not-found');
      });
    },
  );
}
