// Ops: who works here.
import type { z } from 'zod';
import type { App, Services } from '../services.ts';
import { askOfficer } from '../identity/contacts/confirming.ts';
import { changing } from '../operations/noted.ts';
import { openOfficeById } from '../../db/offices/offices.ts';
import { forgiveAll } from '../../db/people/sign-in-failures.ts';
import { addUser, allUsers, changeUser, keptUser, type KeptUser } from '../../db/people/users.ts';
import { weakness } from '../../passwords/strength.ts';
import { hashPassword } from '../../passwords/hash.ts';
import { sameName } from '../identity/check-password.ts';
import { invalidField, Problem } from '../http/problems.ts';
import { problemsOf } from '../../contract/common.ts';
import { changedUser, newUser, user, userList, userParams } from '../../contract/ops.ts';
import type { Zone } from '../../sop/offices.ts';
import { zonedOrNull } from '../values/zoned.ts';

export function userRoutes(app: App, services: Services): void {
  const { sql, mailing } = services;

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
        summary: 'A new user',
        tags: ['ops'],
        body: newUser,
        response: { 201: user, ...problemsOf(409) },
      },
    },
    async (request, reply) => {
      const { office } = request.user;
      const { username, password, email = null, ...fields } = request.body;
      await requireOffice(services, fields.officeId);
      const passwordHash =
        password === undefined ? null : await strongHash(password, [username, fields.name]);
      const change = { ...fields, email, ...(password !== undefined && { password: true }) };
      await changing(sql, request, { subject: username, change }, async (tx) => {
        if (!(await addUser(tx, username, { ...fields, email, passwordHash, byOps: true }))) {
          throw new Problem('username-taken');
        }
        if (email !== null && mailing) await askOfficer(tx, username, fields.officeId);
      });
      return reply.code(201).send(await shown(username, office.zone));
    },
  );

  app.patch(
    '/v1/users/:username',
    {
      config: { callers: ['ops'], changes: 'user' },
      schema: {
        summary:
          'Change a user; a new password (which they change at their next sign-in), an unlinked identity or leaving ends all their sessions',
        tags: ['ops'],
        params: userParams,
        body: changedUser,
        response: { 200: user, ...problemsOf(404, 409) },
      },
    },
    async (request) => {
      const { username: by, office } = request.user;
      const { username } = request.params;
      const { password, ...fields } = request.body;
      const before = await keptUser(sql, username);
      if (!before) throw new Problem('not-found');
      // So that at least one of ops stays, and no session found open takes the account.
      const own = fields.active === false || fields.role === 'admin' || password !== undefined;
      if (username === by && own) throw new Problem('own-account');
      if (fields.officeId !== undefined) await requireOffice(services, fields.officeId);
      const about = [username, fields.name ?? before.name];
      const passwordHash = password === undefined ? undefined : await strongHash(password, about);
      const change = { ...fields, ...(password !== undefined && { password: true }) };
      await changing(sql, request, { subject: username, change }, async (tx) => {
        await changeUser(tx, username, { ...fields, ...(passwordHash !== undefined && { passwordHash }) });
        if (passwordHash !== undefined) await forgiveAll(tx, sameName(username));
        const isOther = fields.email && fields.email !== before.email;
        if (isOther && mailing) await askOfficer(tx, username, fields.officeId ?? before.office.id);
      });
      return shown(username, office.zone);
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

async function requireOffice({ sql }: Services, id: string): Promise<void> {
  if (!(await openOfficeById(sql, id))) throw invalidField('officeId', 'Bukan kantor yang aktif');
}
