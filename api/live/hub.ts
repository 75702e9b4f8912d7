// Tells those who look on what changed, by one LISTEN of the whole process; what is not for their eyes they do not hear.
import { usersOfSessions } from '../../db/people/sessions.ts';
import { within } from '../../db/connection/away.ts';
import { channels } from '../../db/connection/channels.ts';
import type { Sql } from '../../db/connection/client.ts';
import type { Session } from '../identity/session.ts';
import { EventStream } from './event-stream.ts';
import { Lately } from './lately.ts';
import { type Heard, Presence } from './presence.ts';
import { complaint, type Officer, tellOfficers } from './tell-officers.ts';
import { Places } from '../http/limits/places.ts';

/** News of this long are told together, each number once, by one query for all readers. */
const gatherMs = 100;
const beatMs = 15_000;
/** So often it is looked who has left a report without a word. */
const lookMs = 5_000;
const patienceMs = 5_000;
const streamsOfUser = 10;
/** An office may be behind one address. */
const streamsOfAddress = 300;

interface Asked {
  /** Also what changed in the last so many seconds. */
  back?: number | undefined;
  presence?: boolean | undefined;
}

export class LiveHub {
  private readonly sql: Sql;
  private readonly isWhole: (session: Pick<Session, 'user' | 'token'>) => boolean;
  private readonly officers = new Set<Officer>();
  private readonly reporters = new Map<string, Set<EventStream>>();
  private readonly places = new Places({
    id: 'Terlalu banyak pantauan langsung yang terbuka.',
    en: 'Too many live views are open.',
  });
  private readonly numbers = new Set<string>();
  private readonly offices = new Set<string>();
  private readonly sessions = new Set<string>();
  private readonly present = new Set<string>();
  private readonly presence = new Presence();
  private readonly lately = new Lately();
  private readonly beating: NodeJS.Timeout;
  private readonly looking: NodeJS.Timeout;
  private gathering: NodeJS.Timeout | undefined;
  private returning: NodeJS.Timeout | undefined;
  private listening: Promise<void> | undefined;

  /** `isWhole`: whether a session still shows all that is wanted of its user. */
  constructor(sql: Sql, isWhole: (session: Pick<Session, 'user' | 'token'>) => boolean) {
    this.sql = sql;
    this.isWhole = isWhole;
    this.beating = setInterval(() => void this.beat(), beatMs).unref();
    this.looking = setInterval(() => {
      for (const number of this.presence.forget()) this.gather(this.present, number);
    }, lookMs).unref();
  }

  /**
   * Everything that the user may see, until the session ends; with `back` also what changed in the last so many seconds,
   * and `ready` says how many of them are known. Throws `too-many-requests`, or that the database is away.
   */
  async forOfficer(
    { user, token }: Session,
    address: string,
    { back, presence = false }: Asked = {},
  ): Promise<EventStream> {
    const limits = { [`user ${user.username}`]: streamsOfUser, [`address ${address}`]: streamsOfAddress };
    const past = () => (back === undefined ? undefined : this.lately.of(back));
    const stream = await this.open(limits, () => ({ back: past()?.seconds }));
    const officer = { stream, user, token, hearsPresence: presence };
    this.officers.add(officer);
    stream.once('close', () => this.officers.delete(officer));
    // What comes from now on is told anyway; the same number twice does no harm.
    const { numbers = [], offices = new Set<string>() } = past() ?? {};
    const news = { numbers: [...numbers], offices, present: this.presence.numbers() };
    if (!(await tellOfficers(this.sql, this.presence, [officer], news))) stream.finish();
    return stream;
  }

  /** Tells all processes that somebody has a report open, or not any more; kept nowhere else. */
  async say(present: Heard): Promise<void> {
    await this.sql`select pg_notify(${channels.presence}, ${JSON.stringify(present)})`;
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

  /** Begins to listen, and does not wait until it does. */
  start(): void {
    void this.listen();
  }

  /** Ends every stream; nothing keeps the server from closing. */
  close(): void {
    clearInterval(this.beating);
    clearInterval(this.looking);
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
   * Listens from the start, so that the first reader hears what was before. postgres.js listens again by itself when its connection was lost; what happened
   * meanwhile nobody told us, so then all readers are sent to come back and look for themselves.
   */
  private listen(): Promise<void> {
    this.listening ??= new Promise((resolve) => {
      const heeded = new Map<string, (what: string) => void>([
        [channels.complaints, (what) => this.gather(this.numbers, what)],
        [channels.notices, (what) => this.gather(this.offices, what)],
        [channels.sessions, (what) => this.gather(this.sessions, what)],
        [channels.accessKeys, (what) => this.endReporters(what)],
        [
          channels.presence,
          (what) => {
            const number = this.presence.hear(what);
            if (number !== undefined) this.gather(this.present, number);
          },
        ],
      ]);
      const heard = new Set<string>();
      for (const [channel, hear] of heeded) {
        const onListen = () => {
          if (heard.has(channel)) this.sendBack();
          this.lately.begin();
          heard.add(channel);
          if (heard.size === heeded.size) resolve();
        };
        // Not there yet: it goes on trying, and says so by `onListen`.
        this.sql.listen(channel, hear, onListen).catch(() => {});
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
    // Who has just got a report also hears who has it open.
    const present = [
      ...new Set([...this.present, ...numbers.filter((one) => this.presence.of(one).length > 0)]),
    ];
    for (const news of [this.numbers, this.offices, this.sessions, this.present]) news.clear();
    // First who still may hear, then what.
    if (changed && !(await this.lookAtSessions())) return this.endAll();
    for (const number of numbers) {
      for (const stream of this.reporters.get(number) ?? []) stream.tell([complaint(number)]);
    }
    // Who cannot be told what is theirs looks for themselves.
    if (!(await tellOfficers(this.sql, this.presence, [...this.officers], { numbers, offices, present })))
      this.endAll();
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
      const stays = !users || (users.has(token.id) && this.isWhole(officer));
      if (token.expiresAt > now && stays) continue;
      this.officers.delete(officer);
      stream.finish();
    }
    return users !== undefined;
  }

  /** Whose key opens it no more is not let in again. */
  private endReporters(number: string): void {
    for (const stream of this.reporters.get(number) ?? []) stream.finish();
  }

  private endAll(): void {
    for (const { stream } of this.officers) stream.finish();
    for (const streams of this.reporters.values()) for (const stream of streams) stream.finish();
  }
}
