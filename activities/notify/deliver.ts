// The courier's work: sends mails as they become due, woken by NOTIFY, until an hour is over or it is cancelled.
import { Context } from '@temporalio/activity';
import { createTransport, type Transporter } from 'nodemailer';
import type { Sql } from '../../db/client.ts';
import { claimMail, type DueMail, markFailed, markSent } from '../../db/queries/mail.ts';

export interface MailSettings {
  /** `smtp://user:password@host:port` */
  url: string;
  from: string;
}

const roundMs = 3_600_000;
const pollMs = 5_000;
const beatMs = 5_000;
const leaseSeconds = 120;
/** Within the lease, so that no two couriers send the same mail: see `smtpTimeouts`. */
const batchSize = 1;
const smtpTimeouts = { connectionTimeout: 10_000, greetingTimeout: 15_000, socketTimeout: 30_000 };
/** About two days of tries: 5 s, 10 s, 20 s … an hour at most between two. */
const maxAttempts = 60;

/** See `CourierActivities.deliverNotifications`. Without mail settings it only idles: the in-app inbox needs no courier. */
export async function deliver(sql: Sql, mail: MailSettings | undefined): Promise<void> {
  const context = Context.current();
  // Beats while a mute mail server keeps a mail waiting, too.
  const beat = setInterval(() => context.heartbeat(), beatMs);
  const stopping = new AbortController();
  const work = mail ? sendUntil(sql, mail, stopping.signal) : new Promise<void>(() => {});
  const round = new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, roundMs);
    stopping.signal.addEventListener('abort', () => clearTimeout(timer));
  });
  try {
    await Promise.race([work, round, context.cancelled]);
  } finally {
    stopping.abort();
    clearInterval(beat);
    await Promise.race([mail ? work.catch(() => {}) : undefined, pause(1_000)]);
  }
}

async function sendUntil(sql: Sql, mail: MailSettings, stop: AbortSignal): Promise<void> {
  const transport = createTransport(
    { url: mail.url, pool: true, maxConnections: 1, ...smtpTimeouts },
    { from: mail.from },
  );
  let wake = () => {};
  const listening = await sql.listen('notifications', () => wake());
  stop.addEventListener('abort', () => {
    wake();
    transport.close();
  });
  try {
    while (!stop.aborted) {
      const due = await claimMail(sql, batchSize, leaseSeconds);
      for (const one of due) await send(sql, transport, one);
      if (due.length === 0 && !stop.aborted) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, pollMs);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
    }
  } finally {
    await listening.unlisten().catch(() => {});
    transport.close();
  }
}

async function send(sql: Sql, transport: Transporter, mail: DueMail): Promise<void> {
  if (!mail.address) return markFailed(sql, mail.id, 'no address', null);
  try {
    await transport.sendMail({
      to: mail.address,
      subject: mail.subject,
      text: mail.body,
      // The same message again is known by its id, should this process die before it is marked.
      messageId: `<${mail.key.replaceAll(':', '.')}@tuntas>`,
    });
  } catch (error) {
    const code = (error as { responseCode?: number }).responseCode ?? 0;
    const permanent = (code >= 500 && code < 600) || mail.attempts >= maxAttempts;
    const wait = Math.min(3600, 5 * 2 ** Math.min(10, mail.attempts - 1));
    const why = error instanceof Error ? error.message : String(error);
    return markFailed(sql, mail.id, why, permanent ? null : wait);
  }
  await markSent(sql, mail.id);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
