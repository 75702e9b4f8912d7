// Scans what waits for it (decision 55): any API process does, so that none that died keeps a file waiting. Scanned twice is settled once.
import type { FastifyBaseLogger } from 'fastify';
import type { Readable } from 'node:stream';
import {
  claimScans,
  type DueScan,
  putScanOff,
  scansWaiting,
  settleScan,
  takeUnscanned,
} from '../../../db/attachments/scans.ts';
import type { Sql } from '../../../db/connection/client.ts';
import { insertNotifications, type NewNotification } from '../../../db/messages/notifications.ts';
import { toOffice } from '../../../sop/notices/to-office.ts';
import { fileInfected } from '../../../sop/texts/own-words.ts';
import { StoreAway } from '../../../store/away.ts';
import type { Store } from '../../../store/store.ts';
import { forOthersToo } from '../../http/in-time.ts';
import { type ClamdAddress, NotScanned, scan } from './clamd.ts';

/** What another process left is found after so long. */
const lookMs = 5_000;
/** Longer than a scan may take; who has not settled it by then has died. */
const leaseSeconds = 120;
/** Between two tries of a file: twice as long each time, so that a scanner that is back is found soon. */
const firstPauseSeconds = 5;
const longestPauseSeconds = 300;
const atOnce = 4;
/** A clean file is mostly known to be by then, and so is never shown as waiting to who sent it. */
const soonMs = 3_000;

const firstId = '00000000-0000-0000-0000-000000000000';

interface Place {
  sql: Sql;
  store: Store;
  /** Whether the worker sends mail. */
  mailing: boolean;
}

export class Scanner {
  private readonly place: Place;
  private readonly clamd: ClamdAddress;
  private readonly log: FastifyBaseLogger;
  private running: Promise<void> | undefined;
  private closed = false;
  /** Something came since it was last looked. */
  private isWanted = false;
  private wake = () => {};
  /** By file, who is to hear that it was tried. */
  private readonly hearers = new Map<string, () => void>();
  private readonly underWay = new Set<Promise<void>>();
  /** Of what came before there was a scanner, as far as it was taken; undefined: all of it was. */
  private unscannedAfter: string | undefined = firstId;

  /** `place`: of no request. */
  constructor(place: Place, clamd: ClamdAddress, log: FastifyBaseLogger) {
    this.place = place;
    this.clamd = clamd;
    this.log = log;
  }

  start(): void {
    // In nobody's request, whatever called it.
    this.running ??= forOthersToo(() => this.run());
  }

  /** What is under way is scanned to its end, or to the end of its time. */
  async close(): Promise<void> {
    this.closed = true;
    this.wake();
    await this.running;
    await Promise.allSettled(this.underWay);
  }

  /** Has it scanned now, and ends once it was tried; it takes no longer than a sender waits gladly. */
  async soon(id: string): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      this.hearers.set(id, resolve);
      timer = setTimeout(resolve, soonMs);
      this.isWanted = true;
      this.wake();
    });
    clearTimeout(timer);
    this.hearers.delete(id);
  }

  private async run(): Promise<void> {
    while (!this.closed) {
      this.isWanted = false;
      try {
        await this.scanDue();
        await this.takeOld();
      } catch (err) {
        // Without the database nothing is due; it is asked again.
        this.log.debug({ err }, 'nothing could be scanned');
      }
      if (!this.isWanted && !this.closed) await this.pause();
    }
  }

  private pause(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, lookMs);
      timer.unref();
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  /** Begins with what is due, as far as there is room: one that takes long holds up none of the others. */
  private async scanDue(): Promise<void> {
    const limit = atOnce - this.underWay.size;
    if (limit === 0) return;
    for (const one of await claimScans(this.place.sql, { leaseSeconds, limit })) {
      const scanning: Promise<void> = this.scanOne(one)
        // What could not even be put off is claimed again once its lease is over.
        .catch((err: unknown) => this.log.debug({ err }, 'a scan could not be written down'))
        .finally(() => {
          this.underWay.delete(scanning);
          this.isWanted = true;
          this.wake();
        });
      this.underWay.add(scanning);
    }
  }

  /** Some of what came before there was a scanner; while it does not answer, no more than these few are kept back. */
  private async takeOld(): Promise<void> {
    const { sql } = this.place;
    const after = this.unscannedAfter;
    if (after === undefined) return;
    const limit = atOnce - (await scansWaiting(sql)).waiting;
    if (limit <= 0) return;
    this.unscannedAfter = await takeUnscanned(sql, { after, limit });
    this.isWanted ||= this.unscannedAfter !== undefined;
  }

  private async scanOne(due: DueScan): Promise<void> {
    const { sql, store, mailing } = this.place;
    const { id, number, storageKey, tries } = due;
    try {
      const content = await store.get(storageKey);
      if (!content) throw new StoreAway(new Error(`${storageKey} is gone.`));
      const { found } = await scan(this.clamd, readOf(content));
      await sql.begin(async (tx) => {
        const isNews = await settleScan(tx, due, found);
        // Who still waits for it is answered so.
        const isAwaited = this.hearers.has(id);
        if (isNews && found !== null && !isAwaited) await insertNotifications(tx, [noticeOf(due)], mailing);
      });
      if (found !== null) this.log.warn({ number, attachment: id, signature: found }, 'a virus was found');
    } catch (error) {
      const code = codeOf(error);
      if (code === 'failed') this.log.error({ err: error, number }, 'scanning');
      const seconds = Math.min(longestPauseSeconds, firstPauseSeconds * 2 ** Math.min(tries - 1, 10));
      await putScanOff(sql, due, { error: code, seconds });
    } finally {
      this.hearers.get(id)?.();
    }
  }
}

/** To who sent it. */
function noticeOf({ id, number, officeId, username }: DueScan): NewNotification {
  const key = `${number}:virus:${id}`;
  if (officeId === null || username === null)
    return { key, number, topic: null, officeId: null, ...fileInfected(number) };
  return { key, number, officeId, username, ...toOffice.infected({ number }) };
}

/** A store that stops in the middle is away. */
async function* readOf(content: Readable): AsyncGenerator<Buffer> {
  try {
    for await (const piece of content as AsyncIterable<Buffer>) yield piece;
  } catch (error) {
    throw new StoreAway(error);
  }
}

function codeOf(error: unknown): string {
  if (error instanceof NotScanned) return error.why;
  return error instanceof StoreAway ? 'storage-away' : 'failed';
}
