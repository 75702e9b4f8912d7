// Sends the mails that are due: once each, gathered where the reader chose so or where they would be a flood.
import { createTransport, type Transporter } from 'nodemailer';
import type { Sql } from '../../db/connection/client.ts';
import { eachItem } from '../each-item.ts';
import { hashOfAddress } from '../../db/people/contact-address.ts';
import { calmFlood, claimMail, claimWith, type DueMail, openMail } from '../../db/messages/mails.ts';
import { giveMailBack, holdMail, releaseMails } from '../../db/messages/mail-limits.ts';
import { settleDelivery, type Try } from '../../db/messages/deliveries.ts';
import { type Address, addressOf, mayGo, readerOf, stopUrlsFor } from './addressee.ts';
import { rateUrlsFor } from './invitation.ts';
import { keyCodesFor } from './key-codes.ts';
import { letterOf } from '../../sop/notices/letter.ts';
import { type MailFault, mailFaultOf } from './mail-fault.ts';

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
/** Between two tries 5 s, 10 s, 20 s … an hour at most. Given up after so many tries and five days, as RFC 5321 has it. */
const maxAttempts = 60;
const longestMs = 5 * 86_400_000;
/** A fault of ours is tried again sooner, and for as long as it lasts. */
const longestOwnWait = 300;
const mostInOne = 200;

/** Where ops read that mail stands still. */
interface Log {
  warn: (message: string, what: Record<string, unknown>) => void;
  info: (message: string, what: Record<string, unknown>) => void;
}

export class Postman {
  private readonly sql: Sql;
  private readonly settings: MailSettings;
  private readonly transport: Transporter;
  private readonly log: Log;
  /** While our server refuses ourselves, one mail finds out for all. Until when: by the clock that is never set. */
  private readonly rest = { faults: 0, until: 0 };
  private closed = false;

  constructor(sql: Sql, settings: MailSettings, log: Log) {
    this.sql = sql;
    this.settings = settings;
    this.log = log;
    const { url, from } = settings;
    this.transport = createTransport({ url, pool: true, maxConnections: 1, ...timeouts }, { from });
  }

  /** Sends what is due the longest, or puts it off; false when nothing is due. */
  async sendNext(): Promise<boolean> {
    const { sql } = this;
    if (performance.now() < this.rest.until) return false;
    const mail = await claimMail(sql, leaseSeconds);
    if (!mail) return false;
    // One that cannot be opened or written holds up no other; its lease brings it back.
    await eachItem(sql, { job: 'courier', nameOf: ({ id }) => `mail ${id}` }, [mail], (one) =>
      this.deliver(openMail(sql, one)),
    );
    return true;
  }

  private async deliver(mail: DueMail): Promise<void> {
    const { sql, settings } = this;
    const flood = settings.flood ?? { mails: 10, seconds: 600 };
    const toOffice = mail.to === 'office' || mail.to === 'officer';
    const mayFlood = toOffice && !mail.gathered && mail.attempts === 1;
    if (mayFlood && (await calmFlood(sql, mail, flood))) return;
    const address = await addressOf(sql, mail);
    if (address && !(await mayGo(sql, mail, address))) {
      await holdMail(sql, mail.id, address.hash);
      return;
    }
    const mails = mail.gathered ? await this.together(mail, address) : [mail];
    const tried = await this.send(mail, mails, address);
    const ids = mails.map(({ id }) => id);
    if (address && tried.outcome === 'failed') await giveMailBack(sql, address.hash);
    await settleDelivery(sql, ids, tried);
    this.noteOwnFault(tried);
  }

  /** What goes out with `first`: only what is for the same address still, or like it for none any more. */
  private async together(first: DueMail, address: Address | undefined): Promise<DueMail[]> {
    const mails = await claimWith(this.sql, first, leaseSeconds, mostInOne);
    const isSame = (mail: DueMail) => {
      if (!address || mail.address === null) return mail.address === first.address;
      return mail.id === first.id || hashOfAddress(address.key, mail.address).equals(address.hash);
    };
    const others = mails.filter((mail) => !isSame(mail)).map(({ id }) => id);
    if (others.length > 0) await releaseMails(this.sql, others);
    return mails.filter(isSame);
  }

  close(): void {
    this.closed = true;
    this.transport.close();
  }

  private async send(first: DueMail, mails: DueMail[], to: Address | undefined): Promise<Try> {
    const began = performance.now();
    const tried = (how: Partial<Try>): Try => {
      const tookMs = Math.round(performance.now() - began);
      return {
        outcome: 'failed',
        statusCode: null,
        tookMs,
        error: null,
        again: null,
        ownFault: false,
        ...how,
      };
    };
    const { address } = first;
    if (!address || /[\r\n<>]/.test(address)) return tried({ error: 'no address' });
    const where = { key: to?.key, publicUrl: this.settings.publicUrl };
    const rateUrls = await rateUrlsFor(this.sql, mails, address, where);
    const stopUrls = stopUrlsFor(mails, address, where);
    const keyCodes = await keyCodesFor(this.sql, mails, address, to);
    const reader = readerOf(mails, address, { ...where, rateUrls, stopUrls, keyCodes });
    const letter = letterOf(mails, reader);
    try {
      await this.transport.sendMail({
        // Not parsed: one address is one recipient, whatever stands in it.
        to: { name: '', address },
        ...letter,
        // The same message again is known by its id, should this process die before it is settled.
        messageId: `<${first.key.replaceAll(':', '.')}@tuntas>`,
        headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': reader.language },
      });
    } catch (thrown) {
      return tried(this.failed(first, mailFaultOf(thrown)));
    }
    return tried({ outcome: 'sent' });
  }

  private failed(mail: DueMail, { verdict, statusCode, error }: MailFault): Partial<Try> {
    const wait = (times: number, most: number) => Math.min(most, 5 * 2 ** Math.min(10, times));
    if (verdict === 'ours') {
      return { statusCode, error, again: wait(mail.ownFaults, longestOwnWait), ownFault: true };
    }
    const isOver =
      verdict === 'final' || (mail.attempts >= maxAttempts && Date.now() - mail.dueAt.getTime() > longestMs);
    return { statusCode, error, again: isOver ? null : wait(mail.attempts - 1, 3600) };
  }

  private noteOwnFault({ ownFault, error }: Try): void {
    const { rest } = this;
    if (this.closed) return;
    if (ownFault) {
      if (rest.faults === 0) this.log.warn('no mail leaves: our mail server refuses us', { error });
      rest.until = performance.now() + Math.min(60_000, 1_000 * 2 ** Math.min(10, rest.faults));
      rest.faults += 1;
    } else if (rest.faults > 0) {
      this.log.info('mail leaves again', { refusals: rest.faults });
      Object.assign(rest, { faults: 0, until: 0 });
    }
  }
}
