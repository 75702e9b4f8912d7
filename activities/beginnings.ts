// When the first entries of reports that were just begun are on record: looked for together, however many there are.
import { setTimeout as sleep } from 'node:timers/promises';
import { recordedAmong } from '../db/complaints/filing/unstarted.ts';
import type { Sql } from '../db/connection/client.ts';

const lookEveryMs = 20;
/** A stuck one does not hold up the rest. */
const patienceMs = 5_000;

interface Waiting {
  until: number;
  resolve: (recorded: boolean) => void;
  reject: (error: unknown) => void;
}

export class Beginnings {
  private readonly sql: Sql;
  private readonly waiting = new Map<string, Waiting>();
  private looking = false;

  constructor(sql: Sql) {
    this.sql = sql;
  }

  /** False when it is not on record in time. Throws when the database does not say. */
  of(number: string): Promise<boolean> {
    return new Promise((resolve, reject) => {
      this.waiting.set(number, { until: performance.now() + patienceMs, resolve, reject });
      if (!this.looking) void this.look();
    });
  }

  private async look(): Promise<void> {
    this.looking = true;
    while (this.waiting.size > 0) {
      await sleep(lookEveryMs);
      try {
        for (const number of await recordedAmong(this.sql, [...this.waiting.keys()])) {
          this.waiting.get(number)?.resolve(true);
          this.waiting.delete(number);
        }
      } catch (error) {
        for (const { reject } of this.waiting.values()) reject(error);
        this.waiting.clear();
      }
      for (const [number, { until, resolve }] of this.waiting) {
        if (performance.now() < until) continue;
        resolve(false);
        this.waiting.delete(number);
      }
    }
    this.looking = false;
  }
}
