// Ops: who works here. Where two of them are wanted, what gives an account more is asked for, and answered with 202.
import type { z } from 'zod';
import type { App, Services } from '../services.ts';
import { changing } from '../operations/noted.ts';
import { allUsers, isTaken, keptUser, type KeptUser } from '../../db/people/users.ts';
import { weakness } from '../../passwords/strength.ts';
import { hashPassword } from '../../passwords/hash.ts';
import { invalidField, Problem } from '../http/problems.ts';
import { problemsOf } from '../../contract/common.ts';
import { accountRequest } from '../../contract/operations/account-requests.ts';
import { changedUser, newUser, user, userList, userParams } from '../../contract/ops.ts';
import type { Zone } from '../../sop/offices.ts';
import { zonedOrNull } from '../values/zoned.ts';
import { askSecond, givesMore } from './accounts/asking.ts';
import { changeAccount, makeAccount, requireOffice } from './accounts/carrying-out.ts';
import { shownById } from './accounts/request-routes.ts';
import { tellDone } from './accounts/telling.ts';

export function userRoutes(app: App, services: Services): void {
  const { sql, mailing, fourEyes } = services;

  app.get(
    '/v1/users',
    {
      config: { callers: ['ops'] },
      schema: {
        summary: 'Everybody, also who left',
        tags: ['ops'],
        response: { 200: userList },
      },
    },
    async (request) => {
      const { office } = request.user;
      return { items: (await allUsers(sql)).map((row) => itemOf(row, office.zone)), next: null };
    },
  );

  app.post(
    '/v1/users',
    {
      config: { callers: ['ops'], changes: 'user' },
      schema: {
        summary: 'A new user; where two of ops are wanted a request for one (202)',
        tags: ['ops'],
        body: newUser,
        response: { 201: user, 202: accountRequest, ...problemsOf(409) },
      },
    },
    async (request, reply) => {
      const by = request.user;
      const { username, password, email = null, why, ...fields } = request.body;
      await requireOffice(sql, fields.officeId);
      const passwordHash =
        password === undefined ? null : await strongHash(password, [username, fields.name]);
      const change = { ...fields, email, ...(password !== undefined && { password: true as const }) };
      if (fourEyes) {
        if (await isTaken(sql, username)) throw new Problem('username-taken');
        const wish = { subject: username, isNew: true, fields: change, passwordHash, why };
        const id = await askSecond(sql, request, wish, mailing);
        return reply.code(202).send(await shownById(services, id, by));
      }
      await changing(sql, request, { subject: username, change }, async (tx) => {
        await makeAccount(tx, username, { ...fields, email, passwordHash }, mailing);
        await tellDone(tx, mailing, { username, isNew: true, fields: change }, { by: [by], doer: by });
      });
      return reply.code(201).send(await shown(username, by.office.zone));
    },
  );

  app.patch(
    '/v1/users/:username',
    {
      config: { callers: ['ops'], changes: 'user' },
      schema: {
        summary:
          'Change a user; a new password (which they change at their next sign-in), an unlinked identity or leaving ends all their sessions',
        description:
          'Where two of ops are wanted, another role, office or password, taking second factors away, and coming back, is a request (202). A name, an address, an unlinked identity and leaving hold at once.',
        tags: ['ops'],
        params: userParams,
        body: changedUser,
        response: { 200: user, 202: accountRequest, ...problemsOf(404, 409) },
      },
    },
    async (request, reply) => {
      const by = request.user;
      const { username } = request.params;
      const { password, why, ...fields } = request.body;
      const before = await keptUser(sql, username);
      if (!before) throw new Problem('not-found');
      // So that at least one of ops stays, and no session found open takes the account.
      const own =
        fields.active === false ||
        fields.role === 'admin' ||
        fields.withoutSecondFactor === true ||
        password !== undefined;
      if (username === by.username && own) throw new Problem('own-account');
      if (fields.officeId !== undefined) await requireOffice(sql, fields.officeId);
      const about = [username, fields.name ?? before.name];
      const passwordHash = password === undefined ? null : await strongHash(password, about);
      const change = { ...fields, ...(password !== undefined && { password: true as const }) };
      const more = givesMore(change, before);
      if (fourEyes && more) {
        const wish = { subject: username, isNew: false, fields: change, passwordHash, why };
        const id = await askSecond(sql, request, wish, mailing);
        return reply.code(202).send(await shownById(services, id, by));
      }
      await changing(sql, request, { subject: username, change }, async (tx) => {
        await changeAccount(tx, before, change, passwordHash, mailing);
        if (!more) return;
        await tellDone(tx, mailing, { username, isNew: false, fields: change }, { by: [by], doer: by });
      });
      return reply.code(200).send(await shown(username, by.office.zone));
    },
  );

  async function shown(username: string, zone: Zone): Promise<z.output<typeof user>> {
    const row = await keptUser(sql, username);
    if (!row) throw new Error(`User ${username} is gone.`);
    return itemOf(row, zone);
  }
}

function itemOf(row: KeptUser, zone: Zone): z.output<typeof user> {
  return { ...row, lastSeenAt: zonedOrNull(row.lastSeenAt, zone) };
}

/** Throws `invalid-fields` for one that is easily guessed. */
async function strongHash(password: string, about: string[]): Promise<string> {
  const weak = await weakness(password, about);
  if (weak) throw invalidField('password', weak);
  return hashPassword(password);
}
