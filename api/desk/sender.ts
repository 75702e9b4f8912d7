// Sends what stands by once its time has come: any API process does, so that neither a closed tab nor a process that died keeps it.
import type { FastifyBaseLogger } from 'fastify';
import type { decision } from '../../contract/decision.ts';
import type { z } from 'zod';
import * as drafts from '../../db/desk/drafts.ts';
import { insertNotifications } from '../../db/messages/notifications.ts';
import { userByUsername } from '../../db/people/users.ts';
import { toOffice } from '../../sop/notices/to-office.ts';
import { decideAs } from '../complaints/decide-as.ts';
import { visibleTo } from '../complaints/found.ts';
import { asProblem } from '../http/errors.ts';
import { forOthersToo } from '../http/in-time.ts';
import { problemsInEnglish } from '../../contract/problems/english.ts';
import { type Problem, problems } from '../http/problems.ts';
import type { Services } from '../services.ts';

/** What another process left is found after so long. */
const lookMs = 5_000;
/** Longer than a decision takes; who has not settled it by then has died. */
const leaseSeconds = 60;
/** When engine or database were away. */
const againSeconds = 5;
const atOnce = 8;

export class Sender {
  private readonly services: Services;
  private readonly log: FastifyBaseLogger;
  private next = Number.POSITIVE_INFINITY;
  private wake = () => {};
  private closed = false;
  private running: Promise<void> | undefined;
  private readonly underWay = new Set<Promise<void>>();

  constructor(services: Services, log: FastifyBaseLogger) {
    this.services = services;
    this.log = log;
  }

  /** Something stands by until then. */
  expect(at: Date | null): void {
    this.next = Math.min(this.next, at?.getTime() ?? Number.POSITIVE_INFINITY);
    this.wake();
  }

  start(): void {
    // In nobody's request, whatever called it.
    this.running ??= forOthersToo(() => this.run());
  }

  /** What is under way is sent to its end. */
  async close(): Promise<void> {
    this.closed = true;
    this.wake();
    await Promise.allSettled(this.underWay);
  }

  private async run(): Promise<void> {
    // What stands by has a time of day; that somebody looks has not: a clock that is set back holds up nothing.
    let look = performance.now() + lookMs;
    while (!this.closed) {
      const wait = Math.min(look - performance.now(), this.next - Date.now());
      if (wait > 0) {
        await this.pause(wait);
        continue;
      }
      this.next = Number.POSITIVE_INFINITY;
      look = performance.now() + lookMs;
      try {
        await this.sendDue();
      } catch (err) {
        // Without the database nothing is due; it is asked again.
        this.log.debug({ err }, 'nothing could be sent');
      }
    }
  }

  /** Until then, or until something is expected sooner. */
  private pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      timer.unref();
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  private async sendDue(): Promise<void> {
    const { sql } = this.services;
    for (;;) {
      const due = await drafts.claimSendings(sql, { leaseSeconds, limit: atOnce });
      const sent = due.map((one) => this.send(one));
      for (const one of sent) this.underWay.add(one);
      // What could not be settled is claimed again once its lease is over.
      await Promise.allSettled(sent);
      for (const one of sent) this.underWay.delete(one);
      if (due.length < atOnce) return;
    }
  }

  /** Under one key, so that a second time is no second decision. */
  private async send(due: drafts.DueSending): Promise<void> {
    const { services } = this;
    const { sql, keptRules } = services;
    const { number, username, revision, key } = due;
    try {
      const user = await userByUsername(sql, username);
      // As who asks themselves: one who has left since, or is of a demo ministry that does not run any more, decides nothing.
      const mayDecide = user?.username === username && user.role === 'admin' && services.auth.admits(user);
      if (!mayDecide) return await this.refuse(due, 'forbidden');
      const row = await visibleTo(services, number, user);
      const who = { user, row, rules: await keptRules.now(sql), sight: undefined };
      const body = due.decision as z.output<typeof decision>;
      await decideAs(services, who, body, { revision: revision ?? undefined, key });
    } catch (error) {
      const { code } = asProblem(error);
      if (code === 'internal') this.log.error({ err: error, number }, 'sending');
      if (problems[code].status !== 503) return this.refuse(due, code);
      await drafts.putOff(sql, due, againSeconds);
      this.expect(new Date(Date.now() + againSeconds * 1_000));
      return;
    }
    // Should this fail, it is sent again once the lease is over, and answered as before.
    await drafts.forgetSent(sql, due);
  }

  private async refuse(due: drafts.DueSending, code: Problem['code']): Promise<void> {
    const { sql, mailing } = this.services;
    const { number, username, key } = due;
    await sql.begin(async (tx) => {
      if (!(await drafts.refuseSending(tx, due, code))) return;
      const user = await userByUsername(tx, username);
      if (!user) return;
      const why = { id: problems[code].title, en: problemsInEnglish[code] ?? code };
      const notice = toOffice.unsent(number, { id: why.id, en: why.en.replace(/\.$/, '') });
      const told = {
        key: `${number}:unsent:${username}:${key}`,
        number,
        officeId: user.office.id,
        username,
        ...notice,
      };
      await insertNotifications(tx, [told], mailing);
    });
  }
}
