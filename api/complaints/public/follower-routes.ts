// Instead of filing again: public reports like what somebody is writing, and following one of them (reading 21).
import { createHmac } from 'node:crypto';
import { z } from 'zod';
import type { App, Services } from '../../services.ts';
import { insertNotifications } from '../../../db/messages/notifications.ts';
import { hashOfAddress } from '../../../db/people/contact-address.ts';
import { follow, isFollowable, unfollow, wish } from '../../../db/public/register-followers.ts';
import { similarInRegister } from '../../../db/public/similar.ts';
import { contactKey } from '../../../db/secrets/secrets.ts';
import { usualLanguage } from '../../../sop/texts/language.ts';
import { toRegisterFollower } from '../../../sop/texts/own-words.ts';
import { Problem } from '../../http/problems.ts';
import { numberParams, problemsOf } from '../../../contract/common.ts';
import {
  followingBody,
  registerList,
  similarQuery,
  unfollowingBody,
  wishingBody,
} from '../../../contract/reporter/register.ts';
import { registerItemOf } from './register-routes.ts';

/** Of one address in a minute: who writes asks a few times, and nobody follows more. */
const asking = { name: 'similar', perMinute: 30 };
const following = { name: 'following', perMinute: 10 };

export function followerRoutes(app: App, { sql, mailing }: Services): void {
  // Words that nobody has sent yet stand in no address, and so in no log.
  app.post(
    '/v1/register/similar',
    {
      config: { callers: ['anyone'], limit: asking },
      schema: {
        summary:
          'Public reports like what is being written, the most alike first, three at most; nothing is kept',
        tags: ['public'],
        body: similarQuery,
        response: { 200: registerList },
      },
    },
    async (request) => {
      const rows = await similarInRegister(sql, request.body);
      return { items: rows.map(registerItemOf), next: null };
    },
  );

  app.post(
    '/v1/register/:number/followers',
    {
      config: { callers: ['anyone'], limit: following },
      schema: {
        summary: 'It happened to me, too: follow a public report instead of filing it again (reading 21)',
        tags: ['public'],
        params: numberParams,
        body: followingBody,
        // The same whoever follows already, and whatever address it is: nobody learns of others.
        response: { 204: z.undefined().describe('Counted, once'), ...problemsOf(404) },
      },
    },
    async (request, reply) => {
      const { number } = request.params;
      const { device, email, language = usualLanguage, updates } = request.body;
      await sql.begin(async (tx) => {
        if (!(await isFollowable(tx, number))) throw new Problem('not-found');
        const key = await contactKey(tx);
        const address = email && mailing ? { email, hash: hashOfAddress(key, email), language } : undefined;
        const { id, ask } = await follow(tx, number, hashOfDevice(key, device), { address, updates });
        if (!ask) return;
        const told = { number, officeId: null, topic: null, followerId: id };
        const asked = {
          ...told,
          key: `follow:${id}:${Date.now()}`,
          ...toRegisterFollower('confirm', number),
        };
        await insertNotifications(tx, [asked], mailing);
      });
      return reply.code(204).send();
    },
  );

  app.patch(
    '/v1/register/:number/followers',
    {
      config: { callers: ['anyone'], limit: { ...following, name: 'wishing' } },
      schema: {
        summary:
          'What is mailed besides first response, answer and end: to the address that this device gave',
        tags: ['public'],
        params: numberParams,
        body: wishingBody,
        // The same of a device that follows nothing: nobody learns of others.
        response: { 204: z.undefined().describe('Chosen, where this device follows it') },
      },
    },
    async (request, reply) => {
      const { device, updates } = request.body;
      const known = hashOfDevice(await contactKey(sql), device);
      await wish(sql, { number: request.params.number, device: known }, updates);
      return reply.code(204).send();
    },
  );

  app.delete(
    '/v1/register/:number/followers',
    {
      config: { callers: ['anyone'], limit: { ...following, name: 'unfollowing' } },
      schema: {
        summary: 'Follow it no more',
        tags: ['public'],
        params: numberParams,
        body: unfollowingBody,
        response: { 204: z.undefined().describe('It is followed no more by this device') },
      },
    },
    async (request, reply) => {
      const device = hashOfDevice(await contactKey(sql), request.body.device);
      await unfollow(sql, { number: request.params.number, device });
      return reply.code(204).send();
    },
  );
}

/** What a browser keeps is as good as a key: of it only this is kept. */
function hashOfDevice(key: string, device: string): Buffer {
  return createHmac('sha256', key).update(`device:${device}`).digest();
}
