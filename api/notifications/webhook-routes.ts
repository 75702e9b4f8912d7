// An office's webhooks: who is called, with what secret, and what came of each call. Signed as Standard Webhooks says.
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { App, Services } from '../services.ts';
import { languageOf, type User } from '../identity/session.ts';
import { fromNumberCursor } from '../values/cursor.ts';
import { callsOf } from '../../db/messages/deliveries.ts';
import { insertTestCall } from '../../db/messages/webhook-calls.ts';
import {
  addWebhook,
  changeWebhook,
  removeWebhook,
  rotateSecret,
  type WebhookRow,
  webhooksOf,
} from '../../db/messages/webhooks.ts';
import { deliveryOf } from './delivery-view.ts';
import { Problem } from '../http/problems.ts';
import { problemsOf } from '../../contract/common.ts';
import {
  deliveryList,
  deliveryQuery,
  newWebhook,
  testCall,
  webhook,
  webhookChange,
  webhookList,
  webhookSecret,
  webhookWithSecret,
} from '../../contract/notifications.ts';
import { notificationParams } from '../../contract/people.ts';
import { webhookAddress } from './webhook-address.ts';
import { zoned } from '../values/zoned.ts';

const mostPerOffice = 20;
const tags = ['webhooks'];

export function webhookRoutes(app: App, services: Services): void {
  const { sql, privateWebhooks: privateOnes } = services;

  app.get(
    '/v1/webhooks',
    {
      config: { callers: ['officer'], scopes: ['webhooks:manage'] },
      schema: {
        summary: "My office's webhooks",
        tags,
        response: { 200: webhookList },
      },
    },
    async (request) => {
      const { user } = request;
      return {
        items: (await webhooksOf(sql, user.office.id)).map((row) => webhookOf(row, user)),
        next: null,
      };
    },
  );

  app.post(
    '/v1/webhooks',
    {
      config: { callers: ['officer'], scopes: ['webhooks:manage'] },
      schema: {
        summary: 'Add one; its secret is shown once',
        tags,
        body: newWebhook,
        response: { 201: webhookWithSecret, ...problemsOf(409) },
      },
    },
    async (request, reply) => {
      const { user } = request;
      const { types } = request.body;
      const url = webhookAddress(request.body.url, { privateOnes });
      const secret = newSecret();
      const one = {
        officeId: user.office.id,
        url,
        types,
        secret,
        createdBy: user.key?.createdBy ?? user.username,
      };
      const row = await addWebhook(sql, one, mostPerOffice);
      if (!row) throw new Problem('too-many-webhooks');
      return reply.code(201).send({ ...webhookOf(row, user), secret });
    },
  );

  app.patch(
    '/v1/webhooks/:id',
    {
      config: { callers: ['officer'], scopes: ['webhooks:manage'] },
      schema: {
        summary: 'Change it, switch it off or on again',
        tags,
        params: notificationParams,
        body: webhookChange,
        response: { 200: webhook, ...problemsOf(404) },
      },
    },
    async (request) => {
      const { user } = request;
      const { url, ...others } = request.body;
      const change = { ...others, ...(url !== undefined && { url: webhookAddress(url, { privateOnes }) }) };
      const row = await changeWebhook(sql, user.office.id, request.params.id, change);
      if (!row) throw new Problem('not-found');
      return webhookOf(row, user);
    },
  );

  app.delete(
    '/v1/webhooks/:id',
    {
      config: { callers: ['officer'], scopes: ['webhooks:manage'] },
      schema: {
        summary: 'Remove it; what it is still owed is given up',
        tags,
        params: notificationParams,
        response: { 204: z.undefined().describe('Removed'), ...problemsOf(404) },
      },
    },
    async (request, reply) => {
      const { user } = request;
      if (!(await removeWebhook(sql, user.office.id, request.params.id))) throw new Problem('not-found');
      return reply.code(204).send();
    },
  );

  app.post(
    '/v1/webhooks/:id/secret',
    {
      config: { callers: ['officer'], scopes: ['webhooks:manage'] },
      schema: {
        summary: 'Make a new secret; for a day the old one signs too',
        tags,
        params: notificationParams,
        response: { 200: webhookSecret, ...problemsOf(404) },
      },
    },
    async (request) => {
      const { user } = request;
      const secret = newSecret();
      if (!(await rotateSecret(sql, user.office.id, request.params.id, secret)))
        throw new Problem('not-found');
      return { secret };
    },
  );

  app.post(
    '/v1/webhooks/:id/test',
    {
      config: { callers: ['officer'], scopes: ['webhooks:manage'] },
      schema: {
        summary: 'Call it with `webhook.test`; its deliveries tell what came of it',
        tags,
        params: notificationParams,
        response: { 202: testCall, ...problemsOf(404) },
      },
    },
    async (request, reply) => {
      const { user } = request;
      const mine = await webhooksOf(sql, user.office.id);
      if (!mine.some(({ id, active }) => id === request.params.id && active)) throw new Problem('not-found');
      const id = await insertTestCall(sql, request.params.id);
      if (id === undefined) throw new Problem('too-many-requests', { retryAfter: 600 });
      return reply.code(202).send({ delivery: id });
    },
  );

  app.get(
    '/v1/webhooks/:id/deliveries',
    {
      config: { callers: ['officer'], scopes: ['webhooks:manage'] },
      schema: {
        summary: 'Its calls, the newest first, with each try',
        tags,
        params: notificationParams,
        querystring: deliveryQuery,
        response: { 200: deliveryList },
      },
    },
    async (request) => {
      const { user } = request;
      const { cursor, limit } = request.query;
      const before = fromNumberCursor(cursor, Number.MAX_SAFE_INTEGER);
      const rows = await callsOf(sql, user.office.id, request.params.id, { before, limit: limit + 1 });
      const items = rows.slice(0, limit).map((row) => deliveryOf(row, user));
      return { items, next: rows.length > limit ? String(items.at(-1)?.id) : null };
    },
  );
}

function newSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`;
}

function webhookOf({ disabledWhyEn, ...row }: WebhookRow, user: User): z.output<typeof webhook> {
  const disabledWhy = languageOf(user) === 'en' ? (disabledWhyEn ?? row.disabledWhy) : row.disabledWhy;
  return { ...row, disabledWhy, createdAt: zoned(row.createdAt, user.office.zone) };
}
