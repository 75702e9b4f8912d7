// The courier's work: sends mails and calls webhooks as they become due, woken by NOTIFY, until an hour is over or it is cancelled.
import { Context } from '@temporalio/activity';
import { EventEmitter, once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Sql } from '../../db/connection/client.ts';
import { channels } from '../../db/connection/channels.ts';
import { tellBacklog } from './backlog.ts';
import { callDue } from './call-webhook.ts';
import { type MailSettings, Postman } from './send-mail.ts';

const roundMs = 3_600_000;
const pollMs = 5_000;
const beatMs = 5_000;

/** See `CourierActivities.deliverNotifications`. Without mail settings it sends none: the in-app inbox needs no courier. */
export async function deliver(
  sql: Sql,
  { mail, privateWebhooks }: { mail: MailSettings | undefined; privateWebhooks: readonly string[] },
): Promise<void> {
  const context = Context.current();
  // Beats while a mute server keeps a mail or a call waiting, too.
  const beat = setInterval(() => context.heartbeat(), beatMs);
  const stopping = new AbortController();
  const bell = new EventEmitter();
  const stop = stopping.signal;
  const postman = mail && new Postman(sql, mail, context.log);
  const work = (async () => {
    const listening = await sql.listen(channels.deliveries, () => bell.emit('ring'));
    try {
      await Promise.all([
        pump(bell, stop, () => callDue(sql, { allowed: privateWebhooks, mailing: mail !== undefined })),
        postman && pump(bell, stop, () => postman.sendNext()),
        pump(bell, stop, () => tellBacklog(sql, mail !== undefined)),
      ]);
    } finally {
      await listening.unlisten().catch(() => {});
    }
  })();
  try {
    await Promise.race([work, sleep(roundMs, undefined, { signal: stop }), context.cancelled]);
  } finally {
    stopping.abort();
    bell.emit('ring');
    postman?.close();
    clearInterval(beat);
    await Promise.race([work.catch(() => {}), sleep(1_000)]);
  }
}

/** Calls `work` until there is nothing due, then waits for the bell, or five seconds. */
async function pump(bell: EventEmitter, stop: AbortSignal, work: () => Promise<boolean>): Promise<void> {
  while (!stop.aborted) {
    if ((await work()) || stop.aborted) continue;
    const waited = new AbortController();
    const { signal } = waited;
    await Promise.race([once(bell, 'ring', { signal }), sleep(pollMs, undefined, { signal })]);
    waited.abort();
  }
}
