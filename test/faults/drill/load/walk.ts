// One report on its way: filed, decided on as in the journey of the benchmarks, confirmed. What is sent under a key is sent until it is answered.
import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { moves, type Person } from '../../../../bench/support/journey.ts';
import { png } from '../../../support/files/files.ts';
import type { Ask, Clients } from './client.ts';
import type { Filing, Ledger } from './ledger.ts';
import type { Officers } from './officers.ts';
import type { Answer } from './promises.ts';

export interface World {
  clients: Clients;
  officers: Officers;
  ledger: Ledger;
}

interface Outcome {
  revision: number;
  step: number;
}

const byReporters = 100;
const reporter = { name: 'Siti Rahma' };
const report = { kind: 'pengaduan', description: 'Lubang di depan pasar sejak pekan lalu.', channel: 'web' };

export function filingOf(tag: string, email: string | null, more: object = {}): object {
  return {
    ...report,
    title: `Jalan berlubang ${tag}`,
    reporter: { ...reporter, ...(email && { email }) },
    ...more,
  };
}

/** Files under a key, until it is accepted; undefined when it was refused, which is noted as wrong. */
export async function file({ clients, ledger }: World, more: object = {}): Promise<Filing | undefined> {
  const tag = ledger.tag();
  const email = `${tag}@example.org`;
  const ask: Ask = {
    method: 'POST',
    path: '/v1/complaints',
    body: filingOf(tag, email, more),
    headers: { 'idempotency-key': randomUUID() },
  };
  const { status, body } = await clients.insist(ask);
  if (status !== 201) {
    ledger.wrong({ what: 'filing-refused', detail: `${tag}: ${status} ${JSON.stringify(body)}` });
    return undefined;
  }
  const { number, accessKey } = body as { number: string; accessKey: string };
  const filing = { number, accessKey, tag, email };
  ledger.filings.push(filing);
  return filing;
}

export class Walk {
  readonly filing: Filing;
  private readonly world: World;
  private at = 0;
  /** The last decision, to be asked again. */
  private last: { ask: Ask; who: Person; answer: Answer } | undefined;
  hasEnded = false;

  constructor(world: World, filing: Filing) {
    this.world = world;
    this.filing = filing;
  }

  /** The next move: a decision, and after the last one the reporter's confirmation. */
  async move(): Promise<void> {
    const next = moves[this.at];
    if (next === undefined) return this.confirm();
    const [who, body] = next;
    await this.decide(who, body);
    this.at += 1;
  }

  /** The same decision under the same key once more: the same answer. */
  async repeat(): Promise<void> {
    if (!this.last) return this.move();
    const { ledger, officers } = this.world;
    const { who, ask, answer } = this.last;
    const again = await this.untilSeen(() => officers.insist(who, ask));
    ledger.repeats += 1;
    if (again.status !== answer.status || !isDeepStrictEqual(again.body, answer.body)) {
      const detail = `${this.filing.number}: ${JSON.stringify(answer.body)} then ${JSON.stringify(again.body)}`;
      ledger.wrong({ what: 'other-answer-under-the-same-key', detail });
    }
  }

  /** Who has decided reads: no less than what they were answered. */
  async look(): Promise<void> {
    if (!this.last) return this.move();
    const { ledger, officers } = this.world;
    const { who, answer } = this.last;
    const { number } = this.filing;
    const read = await officers.once(who, { method: 'GET', path: `/v1/complaints/${number}` });
    const away = read.status === null || read.status === 503 || read.status === 429;
    if (away) return;
    const [is, was] = [(read.body as Partial<Outcome>).revision ?? -1, (answer.body as Outcome).revision];
    if (read.status === 404) ledger.notYetSeen += 1;
    else if (read.status !== 200) this.refused('look', read);
    else if (is < was) ledger.readsBehind += 1;
  }

  /** A question of the holder, once and without a key: what was answered 503 must not have been asked. */
  async askOnce(): Promise<void> {
    const [who] = moves[this.at] ?? [];
    if (!who) return this.move();
    const { ledger, officers } = this.world;
    const tag = ledger.tag();
    const body = { action: 'ask', text: `Di sisi jalan yang mana? ${tag}` };
    const answer = await officers.once(who, this.decisionOf(body));
    this.last = undefined;
    if (answer.status === 200) return this.note('ask', tag, answer.body as Outcome);
    if (answer.status === null) ledger.givenUp.push({ what: 'decision', tag, outcome: 'unknown' });
    else if (answer.status === 503 || answer.status === 429 || answer.status === 404)
      ledger.givenUp.push({ what: 'decision', tag, outcome: 'refused' });
    else this.refused('ask', answer);
  }

  /** A picture: the reporter's, of whom one address may send so many a day, then the holder's. The same once more is answered by the first. */
  async attach(): Promise<void> {
    const [who] = moves[this.at] ?? [];
    if (!who) return this.move();
    const { ledger, clients, officers } = this.world;
    const bytes = png(ledger.tag());
    const boundary = randomUUID();
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="foto.png"\r\ncontent-type: image/png\r\n\r\n`;
    const body = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]);
    const { number, accessKey } = this.filing;
    const path = `/v1/complaints/${number}/attachments`;
    const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` };
    const ask: Ask = { method: 'POST', path, body, headers };
    const answer = await this.untilSeen(() =>
      ledger.attached.length < byReporters
        ? clients.insist({ ...ask, headers: { ...headers, 'x-access-key': accessKey } })
        : officers.insist(who, ask),
    );
    if (answer.status !== 201) return this.refused('attach', answer);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    ledger.attached.push({ number, id: (answer.body as { id: string }).id, sha256 });
  }

  private async decide(who: Person, body: Record<string, string>): Promise<void> {
    const { ledger, officers } = this.world;
    const tag = body.text ? ledger.tag() : null;
    const ask = this.decisionOf({ ...body, ...(tag && { text: `${body.text} ${tag}` }) }, randomUUID());
    const answer = await this.untilSeen(() => officers.insist(who, ask));
    if (answer.status !== 200) return this.refused(body.action ?? '', answer);
    this.last = { who, ask, answer };
    this.note(body.action ?? '', tag, answer.body as Outcome);
  }

  /**
   * Whoever a report comes to and is told 404 looks again, and it is counted (`Ledger.notYetSeen`): where nobody can say yet
   * whose it is, that is 503. After a minute of it the report is not there.
   */
  private async untilSeen(send: () => Promise<Answer>): Promise<Answer> {
    for (const until = performance.now() + 60_000; ; await sleep(500)) {
      const answer = await send();
      if (answer.status !== 404 || performance.now() > until) return answer;
      this.world.ledger.notYetSeen += 1;
    }
  }

  private decisionOf(body: object, key?: string): Ask {
    const path = `/v1/complaints/${this.filing.number}/decisions`;
    return {
      method: 'POST',
      path,
      body,
      isDecision: true,
      ...(key && { headers: { 'idempotency-key': key } }),
    };
  }

  private async confirm(): Promise<void> {
    const { clients, ledger } = this.world;
    const { number, accessKey } = this.filing;
    const answer = await clients.insist({
      method: 'POST',
      path: `/v1/complaints/${number}/replies`,
      body: { type: 'confirmation' },
      headers: { 'x-access-key': accessKey, 'idempotency-key': randomUUID() },
      isDecision: true,
    });
    this.hasEnded = true;
    if (answer.status !== 200) return this.refused('confirmation', answer);
    ledger.decided.push({ number, action: 'confirmation', tag: null, revision: null });
    ledger.finished.push(number);
  }

  private note(action: string, tag: string | null, { revision }: Outcome): void {
    this.world.ledger.decided.push({ number: this.filing.number, action, tag, revision });
  }

  /** What is open at its row and was asked by its holder is taken, or taken later; anything else is wrong, and ends the walk. */
  private refused(action: string, { status, body }: Answer): void {
    this.hasEnded = true;
    const detail = `${this.filing.number} ${action} (move ${this.at}): ${status} ${JSON.stringify(body)}`;
    this.world.ledger.wrong({ what: 'refused', detail });
  }
}
