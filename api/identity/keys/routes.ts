// Ops make, list and revoke the API keys of offices (decision 43).
import { z } from 'zod';
import {
  type apiKey,
  apiKeyList,
  apiKeyParams,
  longestKeyDays,
  madeApiKey,
  newApiKey,
} from '../../../contract/api-keys.ts';
import { problemsOf } from '../../../contract/common.ts';
import { openOfficeById } from '../../../db/offices/offices.ts';
import {
  addApiKey,
  allApiKeys,
  apiKeyById,
  type ApiKeyRow,
  revokeApiKey,
} from '../../../db/people/api-keys.ts';
import { offsetOf, type Zone } from '../../../sop/offices.ts';
import { dayMs } from '../../../sop/time/calendar.ts';
import { invalidField, noOffice, Problem } from '../../http/problems.ts';
import { changing } from '../../operations/noted.ts';
import type { App, Services } from '../../services.ts';
import { zoned, zonedOrNull } from '../../values/zoned.ts';
import { hashOfApiKey, idOfHash, newKey } from './key-text.ts';

type Shown = z.output<typeof apiKey>;

export function apiKeyRoutes(app: App, { sql }: Services): void {
  app.get(
    '/v1/api-keys',
    {
      config: { callers: ['ops'] },
      schema: {
        summary: 'The API keys of all offices, also those that open nothing any more; the newest first',
        tags: ['ops'],
        response: { 200: apiKeyList },
      },
    },
    async ({ user }) => ({
      items: (await allApiKeys(sql)).map((row) => shownKey(row, user.office.zone)),
      next: null,
    }),
  );

  app.post(
    '/v1/api-keys',
    {
      config: { callers: ['ops'], changes: 'api-key' },
      schema: {
        summary: 'A new API key for an office; it is shown this once',
        description:
          'A program brings it as `Authorization: Bearer tuntas_…` and acts for the office, never as a person: what it decides is on record under its name. It never sees who reports.',
        tags: ['ops'],
        body: newApiKey,
        response: { 201: madeApiKey, ...problemsOf() },
      },
    },
    async (request, reply) => {
      const { user } = request;
      const { officeId, name, expiresOn } = request.body;
      const scopes = [...new Set(request.body.scopes)];
      const office = await openOfficeById(sql, officeId);
      if (!office) throw invalidField('officeId', noOffice);
      const expiresAt = endOf(expiresOn, office.zone);
      const text = newKey();
      const hash = hashOfApiKey(text) ?? '';
      const id = idOfHash(hash);
      const change = { officeId, name, scopes: scopes.join(' '), expiresOn };
      await changing(sql, request, { subject: id, change }, (tx) =>
        addApiKey(tx, {
          id,
          hash,
          officeId,
          name,
          scopes,
          hint: text.slice(-4),
          createdBy: user.username,
          expiresAt,
        }),
      );
      return reply.code(201).send({ ...(await known(id, user.office.zone)), key: text });
    },
  );

  app.delete(
    '/v1/api-keys/:id',
    {
      config: { callers: ['ops'], changes: 'api-key' },
      schema: {
        summary: 'Revoke one: it opens nothing any more, anywhere, from its next request on',
        tags: ['ops'],
        params: apiKeyParams,
        response: { 204: z.undefined().describe('Revoked'), ...problemsOf(404) },
      },
    },
    async (request, reply) => {
      const { user, params } = request;
      await known(params.id, user.office.zone);
      await changing(sql, request, { subject: params.id, change: { revoked: true } }, (tx) =>
        revokeApiKey(tx, params.id, user.username),
      );
      return reply.code(204).send();
    },
  );

  /** Throws `not-found`. */
  async function known(id: string, zone: Zone): Promise<Shown> {
    const row = await apiKeyById(sql, id);
    if (!row) throw new Problem('not-found');
    return shownKey(row, zone);
  }
}

/** The end of that day where the office is. Throws `invalid-fields` for one that is over, or further away than a year. */
function endOf(date: string, zone: Zone): Date {
  const end = Date.parse(`${date}T00:00:00${offsetOf(zone)}`) + dayMs;
  const now = Date.now();
  if (!(end > now)) throw invalidField('expiresOn', { id: 'Sudah lewat', en: 'That day is over' });
  if (end > now + longestKeyDays * dayMs)
    throw invalidField('expiresOn', {
      id: 'Paling lama satu tahun dari sekarang',
      en: 'A year from now at most',
    });
  return new Date(end);
}

function shownKey(row: ApiKeyRow, zone: Zone): Shown {
  const {
    officeId,
    officeName,
    officeActive: _,
    scopes,
    createdAt,
    expiresAt,
    lastUsedAt,
    revokedAt,
    ...rest
  } = row;
  return {
    ...rest,
    office: { id: officeId, name: officeName },
    scopes: scopes as Shown['scopes'],
    createdAt: zoned(createdAt, zone),
    expiresAt: zoned(expiresAt, zone),
    lastUsedAt: zonedOrNull(lastUsedAt, zone),
    revokedAt: zonedOrNull(revokedAt, zone),
    state: stateOf(row),
  };
}

function stateOf({ revokedAt, expiresAt, officeActive }: ApiKeyRow): Shown['state'] {
  if (revokedAt) return 'revoked';
  if (expiresAt.getTime() <= Date.now()) return 'expired';
  return officeActive ? 'open' : 'office-ended';
}
