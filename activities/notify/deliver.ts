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
const leaseSeconds = 60;
/** About two days of tries: 5 s, 10 s, 20 s … an hour at most between two. */
const maxAttempts = 60;

/** See `CourierActivities.deliverNotifications`. Without mail settings it only idles: the in-app inbox needs no courier. */
export async function deliver(sql: Sql, mail: MailSettings | undefined): Promise<void> {
  const context = Context.current();
  const transport = mail && createTransport(mail.url, { from: mail.from });
  let wake = () => {};
  const listening = transport && (await sql.listen('notifications', () => wake()));
  context.cancellationSignal.addEventListener('abort', () => wake(), { once: true });
  try {
    const until = Date.now() + roundMs;
    while (Date.now() < until && !context.cancellationSignal.aborted) {
      context.heartbeat();
      const busy = transport ? await deliverDue(sql, transport, () => context.heartbeat()) : false;
      if (!busy) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, pollMs);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
    }
    if (context.cancellationSignal.aborted) await context.cancelled;
  } finally {
    await listening?.unlisten().catch(() => {});
    transport?.close();
  }
}

/** Sends one batch; true when there may be more. */
async function deliverDue(sql: Sql, transport: Transporter, beat: () => void): Promise<boolean> {
  const due = await claimMail(sql, 20, leaseSeconds);
  for (const mail of due) {
    await send(sql, transport, mail);
    beat();
  }
  return due.length === 20;
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
    return markFailed(
      sql,
      mail.id,
      error instanceof Error ? error.message : String(error),
      permanent ? null : wait,
    );
  }
  await markSent(sql, mail.id);
}
