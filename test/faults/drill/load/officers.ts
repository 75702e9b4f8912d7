// The officers of the demo ministry as clients: signed in once, and again should a session not hold.
import { demoPassword } from '../../../../local/seed.ts';
import type { Ask, Broken, Clients } from './client.ts';
import type { Ledger } from './ledger.ts';
import type { Answer } from './promises.ts';

/** For one answer. */
const mostSignIns = 12;

export class Officers {
  private readonly clients: Clients;
  private readonly ledger: Ledger;
  private readonly tokens = new Map<string, Promise<string>>();

  constructor(clients: Clients, ledger: Ledger) {
    this.clients = clients;
    this.ledger = ledger;
  }

  /** See `Clients.insist`. */
  insist(who: string, ask: Ask): Promise<Answer> {
    return this.asked(who, ask, (own) => this.clients.insist(own));
  }

  /** See `Clients.once`. */
  once(who: string, ask: Ask): Promise<Answer | Broken> {
    return this.asked(who, ask, (own) => this.clients.once(own));
  }

  private async asked<T extends Answer | Broken>(
    who: string,
    ask: Ask,
    send: (ask: Ask) => Promise<T>,
  ): Promise<T> {
    for (let times = 1; ; times += 1) {
      const token = this.tokenOf(who);
      const answer = await send({
        ...ask,
        headers: { ...ask.headers, authorization: `Bearer ${await token}` },
      });
      if (answer.status !== 401 || times === mostSignIns) return answer;
      // A session of an hour ends where the clock of an API goes ahead by one: they sign in again, maybe at the one that is behind.
      this.ledger.sessionsEnded += 1;
      if (this.tokens.get(who) === token) this.tokens.delete(who);
    }
  }

  private tokenOf(who: string): Promise<string> {
    const known = this.tokens.get(who) ?? this.signIn(who);
    this.tokens.set(who, known);
    return known;
  }

  private async signIn(username: string): Promise<string> {
    const body = { username, password: demoPassword };
    const answer = await this.clients.insist({ method: 'POST', path: '/v1/sessions', body });
    if (answer.status !== 200)
      throw new Error(`${username} could not sign in: ${JSON.stringify(answer.body)}`);
    return (answer.body as { token: string }).token;
  }
}
