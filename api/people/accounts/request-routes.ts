// Ops: what waits for a second one of them (decision 50).
import type { z } from 'zod';
import type { App, Services } from '../../services.ts';
import {
  accountRefusal,
  accountRequest,
  accountRequestList,
  accountRequestParams,
} from '../../../contract/operations/account-requests.ts';
import { problemsOf } from '../../../contract/common.ts';
import {
  type AccountRequest,
  forgetExpired,
  latestRequests,
  requestById,
} from '../../../db/people/account-requests.ts';
import { Problem } from '../../http/problems.ts';
import type { User } from '../../identity/session.ts';
import { zoned, zonedOrNull } from '../../values/zoned.ts';
import { approveRequest, isSecond, refuseRequest } from './deciding.ts';

export function accountRequestRoutes(app: App, services: Services): void {
  const { sql, mailing, fourEyes } = services;

  app.get(
    '/v1/account-requests',
    {
      config: { callers: ['ops'] },
      schema: {
        summary: 'What ops asked of accounts: what waits first, then the newest; a hundred',
        tags: ['ops'],
        response: { 200: accountRequestList },
      },
    },
    async ({ user }) => {
      await forgetExpired(sql);
      const items = (await latestRequests(sql)).map((row) => shownRequest(row, user));
      return { items, next: null, wanted: fourEyes };
    },
  );

  app.post(
    '/v1/account-requests/:id/approval',
    {
      config: { callers: ['ops'], changes: 'user' },
      schema: {
        summary: 'Approve what another of ops asked: it is checked again, and done at once',
        description:
          'Not open to who asked, nor to whom it concerns. Approved again by the same person it answers the same and does nothing.',
        tags: ['ops'],
        params: accountRequestParams,
        response: { 200: accountRequest, ...problemsOf(404, 409) },
      },
    },
    async (request) => {
      const { id } = request.params;
      await approveRequest(sql, request, id, mailing);
      return shownById(services, id, request.user);
    },
  );

  app.post(
    '/v1/account-requests/:id/refusal',
    {
      config: { callers: ['ops'], changes: 'user' },
      schema: {
        summary: 'Refuse what another of ops asked, or take back what you asked yourself',
        tags: ['ops'],
        params: accountRequestParams,
        body: accountRefusal,
        response: { 200: accountRequest, ...problemsOf(404, 409) },
      },
    },
    async (request) => {
      const { id } = request.params;
      await refuseRequest(sql, request, { id, why: request.body.why ?? null }, mailing);
      return shownById(services, id, request.user);
    },
  );
}

/** Throws `not-found`. */
export async function shownById(
  { sql }: Services,
  id: number,
  user: User,
): Promise<z.output<typeof accountRequest>> {
  const row = await requestById(sql, id);
  if (!row) throw new Problem('not-found');
  return shownRequest(row, user);
}

function shownRequest(row: AccountRequest, user: User): z.output<typeof accountRequest> {
  const { id, subject, subjectName, fields, why, state, askedBy, askedByName, decidedBy } = row;
  const { zone } = user.office;
  return {
    id,
    account: { username: subject, name: subjectName ?? fields.name ?? subject, isNew: row.before === null },
    change: fields,
    why,
    askedBy: { username: askedBy, name: askedByName },
    askedAt: zoned(row.askedAt, zone),
    goodUntil: zoned(row.goodUntil, zone),
    state,
    decidedBy: decidedBy === null ? null : { username: decidedBy, name: row.decidedByName ?? decidedBy },
    decidedAt: zonedOrNull(row.decidedAt, zone),
    decidedWhy: row.decidedWhy,
    mayDecide: state === 'open' && isSecond(row, user.username),
  };
}
