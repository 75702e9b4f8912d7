// The clients of a drill: they ask one of the APIs, and another one when that does not answer, as through a balancer; every answer is looked at and kept.
import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Chance } from '../chance.ts';
import type { Ledger } from './ledger.ts';
import { type Answer, codeOf, wrongIn } from './promises.ts';

export interface Ask {
  method: 'GET' | 'POST' | 'PUT';
  path: string;
  /** Sent as JSON, but bytes as they are. */
  body?: object | Buffer;
  headers?: Record<string, string>;
  isDecision?: boolean;
}

/** The network's word in place of an answer. */
export interface Broken {
  status: null;
  code: string;
}

/** Longer than the API lets anybody wait. */
const patienceMs = 25_000;

export class Clients {
  private readonly bases: readonly string[];
  private readonly ledger: Ledger;
  private readonly chance: Chance;
  private readonly insistMs: number;
  private readonly agent = new Agent({ keepAlive: true });
  /** Set at the end, when nobody insists any more. */
  hasEnded = false;

  /** `insistMs`: longer than anything is away. */
  constructor(bases: readonly string[], ledger: Ledger, chance: Chance, insistMs: number) {
    this.bases = bases;
    this.ledger = ledger;
    this.chance = chance;
    this.insistMs = insistMs;
  }

  /** Once. */
  async once(ask: Ask): Promise<Answer | Broken> {
    const { ledger } = this;
    const begun = performance.now();
    const answer = await this.send(this.chance.one(this.bases), ask);
    const isBroken = answer.status === null;
    ledger.heard.push({
      at: ledger.now(),
      ms: performance.now() - begun,
      status: answer.status,
      code: isBroken ? answer.code : codeOf(answer),
      isDecision: ask.isDecision ?? false,
    });
    if (!isBroken) for (const wrong of wrongIn(answer, `${ask.method} ${ask.path}`)) ledger.wrong(wrong);
    return answer;
  }

  /** Again and again, while it is 503, 429 or nothing: only for what does nothing twice. Throws when that goes on for longer than it may. */
  async insist(ask: Ask): Promise<Answer> {
    for (const until = performance.now() + this.insistMs; ; ) {
      const answer = await this.once(ask);
      if (answer.status !== null && answer.status !== 503 && answer.status !== 429) return answer;
      const asks = answer.status === null ? 0.3 : Number(answer.headers['retry-after'] ?? 1);
      if (this.hasEnded || performance.now() > until)
        throw new Error(`${ask.method} ${ask.path}: still ${answer.status ?? answer.code}.`);
      await sleep(1_000 * Math.min(3, Math.max(0.3, asks)) * (0.8 + 0.4 * this.chance.next()));
    }
  }

  close(): void {
    this.agent.destroy();
  }

  private send(base: string, { method, path, body, headers = {} }: Ask): Promise<Answer | Broken> {
    const { agent } = this;
    const bytes = body === undefined || Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body));
    const own = {
      ...(body !== undefined && !Buffer.isBuffer(body) && { 'content-type': 'application/json' }),
      ...(bytes && { 'content-length': String(bytes.length) }),
      ...headers,
    };
    return new Promise((resolve) => {
      const broken = (error: NodeJS.ErrnoException) =>
        resolve({ status: null, code: error.code ?? error.name });
      const signal = AbortSignal.timeout(patienceMs);
      const sent = request(new URL(path, base), { method, headers: own, agent, signal }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.once('error', broken);
        response.once('end', () => {
          const text = Buffer.concat(parts).toString();
          const { statusCode: status = 0, headers } = response;
          resolve({ status, headers, body: jsonOf(text) });
        });
      });
      sent.once('error', broken);
      sent.end(bytes);
    });
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
