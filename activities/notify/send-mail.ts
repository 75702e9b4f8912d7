// Sends the mails that are due: once each, gathered where the reader chose so or where they would be a flood.
import { createTransport, type Transporter } from 'nodemailer';
import type { Sql } from '../../db/client.ts';
import { calmFlood, claimMail, claimWith, type DueMail } from '../../db/queries/due-mail.ts';
import { settleDelivery, type Try } from '../../db/queries/settle-delivery.ts';
import { letterOf } from './letter.ts';

export interface MailSettings {
  /** `smtp://user:password@host:port` */
  url: string;
  from: string;
  /** Where the console is reached; absent: mails carry no link. */
  publicUrl?: string | undefined;
  /** More mails than that to one office or officer within so many seconds go out as one; absent: 10 in 10 minutes. */
  flood?: { mails: number; seconds: number };
}

/** Within the lease, so that no two couriers send the same mail. */
const leaseSeconds = 120;
const timeouts = { connectionTimeout: 10_000, greetingTimeout: 15_000, socketTimeout: 30_000 };
/** About two days of tries: 5 s, 10 s, 20 s … an hour at most between two. */
const maxAttempts = 60;
const mostInOne = 200;

export class Postman {
  private readonly sql: Sql;
  private readonly settings: MailSettings;
  private readonly transport: Transporter;

  constructor(sql: Sql, settings: MailSettings) {
    this.sql = sql;
    this.settings = settings;
    const { url, from } = settings;
    this.transport = createTransport({ url, pool: true, maxConnections: 1, ...timeouts }, { from });
  }

  /** Sends what is due the longest; false when nothing is. */
  async sendNext(): Promise<boolean> {
    const { sql, settings } = this;
    const mail = await claimMail(sql, leaseSeconds);
    if (!mail) return false;
    const toReporter = mail.officeId === null && mail.username === null;
    const flood = settings.flood ?? { mails: 10, seconds: 600 };
    if (!toReporter && !mail.gathered && mail.attempts === 1 && (await calmFlood(sql, mail, flood)))
      return true;
    const mails = mail.gathered ? await claimWith(sql, mail, leaseSeconds, mostInOne) : [mail];
    await settleDelivery(
      sql,
      mails.map(({ id }) => id),
      await this.send(mail, mails),
    );
    return true;
  }

  close(): void {
    this.transport.close();
  }

  private async send(first: DueMail, mails: DueMail[]): Promise<Try> {
    const began = performance.now();
    const tried = (outcome: Try['outcome'], error: string | null, again: number | null): Try => {
      const tookMs = Math.round(performance.now() - began);
      return { outcome, statusCode: null, tookMs, error, again };
    };
    const { address } = first;
    if (!address) return tried('failed', 'no address', null);
    const letter = letterOf(mails, first.officeId ?? first.username, this.settings.publicUrl);
    try {
      await this.transport.sendMail({
        to: address,
        ...letter,
        // The same message again is known by its id, should this process die before it is settled.
        messageId: `<${first.key.replaceAll(':', '.')}@tuntas>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
    } catch (error) {
      const code = (error as { responseCode?: number }).responseCode ?? 0;
      const permanent = (code >= 500 && code < 600) || first.attempts >= maxAttempts;
      const wait = Math.min(3600, 5 * 2 ** Math.min(10, first.attempts - 1));
      const why = error instanceof Error ? error.message : String(error);
      // The log is for officers, who need not know the reporter's address.
      return tried('failed', why.replaceAll(address, '(alamat)'), permanent ? null : wait);
    }
    return tried('sent', null, null);
  }
}
