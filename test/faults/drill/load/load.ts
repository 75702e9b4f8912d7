// People who come at their own moments, so many a second, whether those before were answered or not; each takes the next step of some report.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Chance } from '../chance.ts';
import { file, filingOf, Walk, type World } from './walk.ts';

/** What else somebody does in place of the next step, as a share of all that come. */
const shares = { fileOnce: 0.02, askOnce: 0.12, repeat: 0.06, look: 0.06, attach: 0.05 };

export class Load {
  private readonly world: World;
  private readonly chance: Chance;
  private readonly mostWalks: number;
  private readonly idle: Walk[] = [];
  private readonly busy = new Set<Promise<void>>();
  private walks = 0;
  private isOver = false;
  private coming: Promise<void> = Promise.resolve();

  /** `mostWalks`: so many reports are on their way at once; where each waits for an answer, nobody else comes. */
  constructor(world: World, chance: Chance, mostWalks: number) {
    this.world = world;
    this.chance = chance;
    this.mostWalks = mostWalks;
  }

  /** From now on, until `end`. */
  begin(aSecond: number): void {
    this.coming = this.come(aSecond);
    // Thrown by `end`.
    this.coming.catch(() => {});
  }

  /** Nobody new comes. */
  abandon(): void {
    this.isOver = true;
  }

  /** Nobody new comes; resolves when every report on its way has come to its end. */
  async end(): Promise<void> {
    this.isOver = true;
    await this.coming;
    await Promise.all(this.busy);
    for (const walk of this.idle.splice(0)) this.does(toItsEnd(walk));
    await Promise.all(this.busy);
  }

  private async come(aSecond: number): Promise<void> {
    let at = performance.now();
    while (!this.isOver) {
      at += (-Math.log(1 - this.chance.next()) / aSecond) * 1_000;
      await sleep(Math.max(0, at - performance.now()));
      const wish = this.chance.next();
      if (wish < shares.fileOnce) this.does(this.fileOnce());
      else if (!this.goesOn(wish)) this.world.ledger.heldBack += 1;
      // Who was held up does not come in a crowd afterwards.
      at = Math.max(at, performance.now() - 1_000);
    }
  }

  /** False when all reports wait for an answer, and there is no room for one more. */
  private goesOn(wish: number): boolean {
    const { idle } = this;
    const isFew = this.walks < this.mostWalks;
    // A new one for every ninth step keeps as many on their way as end.
    if (isFew && (idle.length === 0 || this.chance.happens(1 / 9))) {
      this.does(this.fileNew());
      return true;
    }
    const walk = idle.splice(this.chance.below(idle.length), 1)[0];
    if (!walk) return false;
    this.does(this.step(walk, wish));
    return true;
  }

  private async step(walk: Walk, wish: number): Promise<void> {
    let bound = shares.fileOnce;
    const isNow = (share: number) => wish < (bound += share);
    if (isNow(shares.askOnce)) await walk.askOnce();
    else if (isNow(shares.repeat)) await walk.repeat();
    else if (isNow(shares.look)) await walk.look();
    else if (isNow(shares.attach)) await walk.attach();
    else await walk.move();
    if (walk.hasEnded) this.walks -= 1;
    else this.idle.push(walk);
  }

  private async fileNew(): Promise<void> {
    this.walks += 1;
    const filing = await file(this.world);
    if (filing) this.idle.push(new Walk(this.world, filing));
    else this.walks -= 1;
  }

  /** Without a key and without insisting: what was answered 503 must not be there. */
  private async fileOnce(): Promise<void> {
    const { ledger, clients } = this.world;
    const tag = ledger.tag();
    const answer = await clients.once({ method: 'POST', path: '/v1/complaints', body: filingOf(tag, null) });
    if (answer.status === 201) {
      const { number, accessKey } = answer.body as { number: string; accessKey: string };
      ledger.filings.push({ number, accessKey, tag, email: null });
    } else if (answer.status === null) ledger.givenUp.push({ what: 'filing', tag, outcome: 'unknown' });
    else if (answer.status === 503 || answer.status === 429)
      ledger.givenUp.push({ what: 'filing', tag, outcome: 'refused' });
    else ledger.wrong({ what: 'filing-refused', detail: `${tag}: ${JSON.stringify(answer)}` });
  }

  private does(work: Promise<void>): void {
    const noted = work.catch((error: unknown) => {
      this.world.ledger.wrong({ what: 'gave-up', detail: String(error) });
    });
    this.busy.add(noted);
    void noted.then(() => this.busy.delete(noted));
  }
}

async function toItsEnd(walk: Walk): Promise<void> {
  while (!walk.hasEnded) await walk.move();
}
