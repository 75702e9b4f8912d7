// How often one address or one user may do something within a time, counted in this process.
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Words } from '../../../sop/texts/language.ts';
import { Problem } from '../problems.ts';

/** What is left of it, and for how long: `ms` until it begins anew. */
export interface Left {
  most: number;
  taken: number;
  ms: number;
}

export class Rate {
  private readonly most: number;
  private readonly detail: Words | undefined;
  private readonly counts: RateLimiterMemory;

  /** `detail`: what people read when there is nothing left. */
  constructor(most: number, { seconds, detail }: { seconds: number; detail?: Words }) {
    this.most = most;
    this.detail = detail;
    this.counts = new RateLimiterMemory({ points: most, duration: seconds });
  }

  /** Counts one more; `most`: of this key instead of the usual. */
  async count(key: string, most = this.most): Promise<Left> {
    const { consumedPoints: taken, msBeforeNext: ms } = await this.counts.penalty(key);
    return { most, taken, ms };
  }

  /** Throws `too-many-requests` when that was more than may be. */
  refuse({ most, taken, ms }: Left): void {
    if (taken <= most) return;
    throw new Problem('too-many-requests', {
      retryAfter: ms / 1_000,
      ...(this.detail !== undefined && { detail: this.detail }),
    });
  }

  /** One more, or `too-many-requests`. */
  async take(key: string): Promise<void> {
    this.refuse(await this.count(key));
  }

  async giveBack(key: string): Promise<void> {
    await this.counts.reward(key);
  }
}
