// Tells those who look on what changed, by one LISTEN of the whole process; what is not for their eyes they do not hear.
import { officesInvolved } from '../../db/complaints/involved.ts';
import { usersOfSessions } from '../../db/people/sessions.ts';
import { within } from '../../db/connection/away.ts';
import { channels } from '../../db/connection/channels.ts';
import type { Sql } from '../../db/connection/client.ts';
import { eyesOf } from '../identity/eyes.ts';
import type { Session, User } from '../identity/session.ts';
import type { Token } from '../identity/tokens.ts';
import { EventStream } from './event-stream.ts';
import { Lately } from './lately.ts';
import { Places } from '../http/limits/places.ts';

/** News of this long are told together, each number once, by one query for all readers. */
const gatherMs = 100;
const beatMs = 15_000;
const patienceMs = 5_000;
const streamsOfUser = 10;
/** An office may be behind one address. */
const streamsOfAddress = 300;

const complaint = (number: string) => ({ event: 'complaint' as const, data: { number } });

interface Officer {
  stream: EventStream;
  token: Token;
  /** As the record has them since they last changed. */
  user: User;
}

export class LiveHub {
  private readonly sql: Sql;
  private readonly officers = new Set<Officer>();
  private readonly reporters = new Map<string, Set<EventStream>>();
  private readonly places = new Places('Terlalu banyak pantauan langsung yang terbuka.');
  private readonly numbers = new Set<string>();
  private readonly offices = new Set<string>();
  private readonly sessions = new Set<string>();
  private readonly lately = new Lately();
  private readonly beating: NodeJS.Timeout;
  private gathering: NodeJS.Timeout | undefined;
  private returning: NodeJS.Timeout | undefined;
  private listening: Promise<void> | undefined;

  constructor(sql: Sql) {
    this.sql = sql;
    this.beating = setInterval(() => void this.beat(), beatMs).unref();
  }

  /**
   * Everything that the user may see, until the session ends; with `back` also what changed in the last so many seconds,
   * and `ready` says how many of them are known. Throws `too-many-requests`, or that the database is away.
   */
  async forOfficer({ user, token }: Session, address: string, back?: number): Promise<EventStream> {
    const limits = { [`user ${user.username}`]: streamsOfUser, [`address ${address}`]: streamsOfAddress };
    const past = () => (back === undefined ? undefined : this.lately.of(back));
    const stream = await this.open(limits, () => ({ back: past()?.seconds }));
    const officer = { stream, user, token };
    this.officers.add(officer);
    stream.once('close', () => this.officers.delete(officer));
    // What comes from now on is told anyway; the same number twice does no harm.
    const { numbers, offices } = past() ?? {};
    if (numbers && !(await this.tellOfficers([officer], [...numbers], offices))) stream.finish();
    return stream;
  }

  /** One complaint. Throws as `forOfficer`. */
  async forReporter(number: string, address: string): Promise<EventStream> {
    const stream = await this.open({ [`address ${address}`]: streamsOfAddress });
    const streams = this.reporters.get(number) ?? new Set();
    this.reporters.set(number, streams.add(stream));
    stream.once('close', () => {
      streams.delete(stream);
      if (streams.size === 0 && this.reporters.get(number) === streams) this.reporters.delete(number);
    });
    return stream;
  }

  /** Ends every stream; nothing keeps the server from closing. */
  close(): void {
    clearInterval(this.beating);
    clearTimeout(this.gathering);
    clearTimeout(this.returning);
    this.endAll();
  }

  private async open(limits: Record<string, number>, ready: () => object = () => ({})): Promise<EventStream> {
    const giveBack = this.places.take(limits);
    try {
      await within(patienceMs, this.listen());
    } catch (error) {
      giveBack();
      throw error;
    }
    return new EventStream(ready()).once('close', giveBack);
  }

  /**
   * Listens from the first reader on. postgres.js listens again by itself when its connection was lost; what happened
   * meanwhile nobody told us, so then all readers are sent to come back and look for themselves.
   */
  private listen(): Promise<void> {
    this.listening ??= new Promise((resolve) => {
      const heeded = new Map<string, Set<string>>([
        [channels.complaints, this.numbers],
        [channels.notices, this.offices],
        [channels.sessions, this.sessions],
      ]);
      const heard = new Set<string>();
      for (const [channel, news] of heeded) {
        const onListen = () => {
          if (heard.has(channel)) this.sendBack();
          this.lately.begin();
          heard.add(channel);
          if (heard.size === heeded.size) resolve();
        };
        // Not there yet: it goes on trying, and says so by `onListen`.
        this.sql.listen(channel, (what) => this.gather(news, what), onListen).catch(() => {});
      }
    });
    return this.listening;
  }

  /** Once for all channels, which come back one after the other: who has come back is not sent again. */
  private sendBack(): void {
    clearTimeout(this.returning);
    this.returning = setTimeout(() => this.endAll(), gatherMs);
  }

  private gather(news: Set<string>, what: string): void {
    news.add(what);
    if (news === this.numbers) this.lately.note({ what, of: 'report' });
    if (news === this.offices) this.lately.note({ what, of: 'notice' });
    this.gathering ??= setTimeout(() => {
      this.gathering = undefined;
      void this.tell();
    }, gatherMs);
  }

  private async tell(): Promise<void> {
    const [numbers, offices, changed] = [[...this.numbers], new Set(this.offices), this.sessions.size > 0];
    for (const news of [this.numbers, this.offices, this.sessions]) news.clear();
    // First who still may hear, then what.
    if (changed && !(await this.lookAtSessions())) return this.endAll();
    for (const number of numbers) {
      for (const stream of this.reporters.get(number) ?? []) stream.tell([complaint(number)]);
    }
    // Who cannot be told what is theirs looks for themselves.
    if (!(await this.tellOfficers([...this.officers], numbers, offices))) this.endAll();
  }

  /** Each what is for their eyes; false when it cannot be known what is. */
  private async tellOfficers(
    officers: readonly Officer[],
    numbers: readonly string[],
    offices: ReadonlySet<string> = new Set(),
  ): Promise<boolean> {
    const asks = numbers.length > 0 && officers.some(({ user }) => eyesOf(user) !== null);
    const involved = asks
      ? await within(patienceMs, officesInvolved(this.sql, numbers)).catch(() => undefined)
      : new Map<string, Set<string>>();
    if (!involved) return false;
    for (const { stream, user } of officers) {
      const eyes = eyesOf(user);
      const seen = numbers.filter((number) => eyes === null || involved.get(number)?.has(eyes));
      const told = offices.has(user.office.id) ? [{ event: 'notification' as const, data: {} }] : [];
      stream.tell([...seen.map(complaint), ...told]);
    }
    return true;
  }

  /** Keeps connections alive; sessions also end by time, without anybody telling. */
  private async beat(): Promise<void> {
    await this.lookAtSessions();
    for (const { stream } of this.officers) stream.beat();
    for (const streams of this.reporters.values()) for (const stream of streams) stream.beat();
  }

  /** Ends the streams whose sessions have ended, and sees whose office is another one now; false when it cannot. */
  private async lookAtSessions(): Promise<boolean> {
    const officers = [...this.officers];
    if (officers.length === 0) return true;
    const tokens = officers.map(({ token }) => token);
    const users = await within(patienceMs, usersOfSessions(this.sql, tokens)).catch(() => undefined);
    const now = new Date();
    for (const officer of officers) {
      const { token, stream } = officer;
      officer.user = users?.get(token.id) ?? officer.user;
      if (token.expiresAt > now && (!users || users.has(token.id))) continue;
      this.officers.delete(officer);
      stream.finish();
    }
    return users !== undefined;
  }

  private endAll(): void {
    for (const { stream } of this.officers) stream.finish();
    for (const streams of this.reporters.values()) for (const stream of streams) stream.finish();
  }
}
