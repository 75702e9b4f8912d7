// Sessions: opened, read, renewed and ended.
import { endAllSessions, endSession, keepSession, noteSeen } from '../../db/people/sessions.ts';
import { whoAsks } from '../../db/people/who-asks.ts';
import { randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Sql } from '../../db/connection/client.ts';
import type { Session, User, Visitor } from './session.ts';
import type { BeforeSecondFactor } from './callers.ts';
import { cookieOf } from './cookies.ts';
import { keyUnder } from '../complaints/under-key.ts';
import { checkPassword } from './check-password.ts';
import { Rate } from '../http/limits/rate.ts';
import { Problem } from '../http/problems.ts';
import type { FactorHolder } from '../../settings/kinds/factor-holders.ts';
import { type Proof, type Token, type TokenKind, Tokens } from './tokens.ts';

const minute = 60_000;
const hour = 60 * minute;
/** A cookie's session ends eight hours after it was last used, and twelve after the user signed in. */
const lifetimes: Record<TokenKind, number> = { bearer: hour, cookie: 8 * hour };
const longest = 12 * hour;
/** Until the second factor is given. */
const halfWay = 15 * minute;
const renewedAfter = 30 * minute;
const seenAgainAfter = 5 * minute;

const csrfHeader = 'x-csrf-token';
const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * What a session owes of a second factor. `due`: to be given. `to-add`: one is wanted of the account, and there is none
 * yet. Until then a session opens nothing else (decision 49).
 */
type SecondFactor = 'none' | 'given' | 'due' | 'to-add';

/** Who it is, and what they have shown. */
interface Shown {
  user: Pick<User, 'role' | 'office' | 'hasSecondFactor'>;
  token: Pick<Token, 'proof'>;
}

interface AuthOptions {
  /** Whether those of the demo ministry are let in, whose password everybody knows. */
  demoPeople: boolean;
  /** Whose accounts with a password here need one. */
  secondFactorRequired: readonly FactorHolder[];
}

export class Auth {
  readonly tokens: Tokens;
  private readonly sql: Sql;
  private readonly options: AuthOptions;
  /** Failures only, of one address in a minute: many officers may share one. Those under way count until they succeed. */
  private readonly failures = new Rate(50, { seconds: 60 });

  constructor(sql: Sql, secret: string, options: AuthOptions) {
    this.sql = sql;
    this.options = options;
    this.tokens = new Tokens(secret);
  }

  /**
   * Throws `bad-credentials`; `locked` after ten wrong passwords in a row for the account from the browser or address;
   * `too-many-requests` after fifty wrong ones from the address within a minute. Each attempt is counted before its
   * password is looked at, so that many at once are no way round.
   */
  async signIn(
    { username, password }: { username: string; password: string },
    caller: Visitor,
    kind: TokenKind,
  ): Promise<Session & { signed: string }> {
    const { address, browser = address } = caller;
    await this.failures.take(address);
    const user = await checkPassword(this.sql, username, password, browser).catch(async (error: unknown) => {
      // No password was looked at.
      await this.failures.giveBack(address);
      throw error;
    });
    if (!user || !this.admits(user)) throw new Problem('bad-credentials');
    await this.failures.giveBack(address);
    return this.open(user, kind, caller.agent, 'password');
  }

  /** Demo people are nobody where the demo ministry does not run. */
  admits(user: Pick<User, 'demo'>): boolean {
    return this.options.demoPeople || !user.demo;
  }

  isSecondFactorRequired({ role, office }: Pick<User, 'role' | 'office'>): boolean {
    return this.options.secondFactorRequired.includes(role === 'ops' ? 'ops' : office.level);
  }

  /** By who they are now: one that is added, or a role that needs one, holds for sessions of before too. */
  secondFactorOf({ user, token }: Shown): SecondFactor {
    if (token.proof === 'two-factors') return 'given';
    // Whoever comes through the provider is left to it.
    if (token.proof === 'provider') return 'none';
    if (user.hasSecondFactor) return 'due';
    return this.isSecondFactorRequired(user) ? 'to-add' : 'none';
  }

  /** Whether the session may do what an account may. */
  isWhole(session: Shown): boolean {
    return ['none', 'given'].includes(this.secondFactorOf(session));
  }

  /** A session of a user who has shown who they are by `proof`; with `before`, that session goes on under a new token. */
  async open(
    user: User,
    kind: TokenKind,
    agent: string | null,
    proof: Proof | undefined,
    before?: Token,
  ): Promise<Session & { signed: string }> {
    const now = new Date();
    const since = before?.since ?? now;
    const lifetime = this.isWhole({ user, token: { proof } }) ? lifetimes[kind] : halfWay;
    const expires = Math.min(now.getTime() + lifetime, since.getTime() + longest);
    const token: Token = {
      username: user.username,
      id: before?.id ?? randomUUID(),
      epoch: user.epoch,
      kind,
      since,
      issuedAt: now,
      expiresAt: new Date(Math.floor(expires / 1000) * 1000),
      proof,
    };
    await keepSession(this.sql, { ...token, agent });
    return { user, token, signed: await this.tokens.sign(token) };
  }

  /**
   * The session of the request's Bearer token or cookie, with the user as the record has them now; in the request's sight
   * are then the rules and, when its address names one, the report. Throws
   * `unauthenticated`; `csrf` when a cookie alone asks for a change; `password-change-required` while the user's
   * password is the one that ops typed, on all routes but those of one's own session and password;
   * `second-factor-required` while one is owed, on all routes but those that give or add it.
   */
  async sessionOf(request: FastifyRequest): Promise<Session> {
    const token = await this.tokenOf(request);
    const { number } = request.params as { number?: string };
    const at = performance.now();
    const key =
      token && number ? keyUnder(token.username, number, request.headers['idempotency-key']) : undefined;
    const who = token && (await whoAsks(this.sql, token, { number, key }));
    if (!token || !who || !this.admits(who.user)) throw new Problem('unauthenticated');
    const { user, rulesVersion, found, kept } = who;
    request.sight = { rulesVersion, found, number, answer: { key, kept }, at };
    const reads = safe.has(request.method) || request.routeOptions.config.changesNothing;
    if (token.kind === 'cookie' && !reads) {
      const given = request.headers[csrfHeader];
      if (typeof given !== 'string' || !this.tokens.isCsrf(token, given)) throw new Problem('csrf');
    }
    this.requireSecondFactor({ user, token }, request.routeOptions.config.beforeSecondFactor);
    if (user.passwordByOps && !request.routeOptions.config.beforeOwnPassword) {
      throw new Problem('password-change-required');
    }
    const now = Date.now();
    if (!user.lastSeenAt || user.lastSeenAt.getTime() < now - seenAgainAfter) {
      await noteSeen(this.sql, user.username, token.id);
    }
    const renews = token.kind === 'cookie' && token.issuedAt.getTime() < now - renewedAfter;
    return renews
      ? this.open(user, 'cookie', agentOf(request), token.proof, token)
      : { user, token, signed: undefined };
  }

  /** All other sessions have ended; a cookie's goes on under the user's new epoch, a Bearer's ends with them. */
  async goOn(session: Session, epoch: number, agent: string | null): Promise<Session> {
    const { user, token } = session;
    return token.kind === 'cookie'
      ? this.open({ ...user, epoch }, 'cookie', agent, token.proof, token)
      : session;
  }

  /**
   * A second factor was given: another session, of both, takes the place of this one, whose token opens nothing any more.
   * `epoch`: the user's, where their sessions were ended.
   */
  async prove(
    { user, token }: Session,
    agent: string | null,
    epoch = user.epoch,
  ): Promise<Session & { signed: string }> {
    const proven = { ...user, epoch, hasSecondFactor: true };
    const opened = await this.open(proven, token.kind, agent, 'two-factors');
    await this.end(token);
    return opened;
  }

  /** Ends the session of the browser's cookie, if there is one: who signs in again leaves nothing open behind. */
  async endBefore(request: FastifyRequest): Promise<void> {
    const cookie = cookieOf(request, 'session');
    const token = cookie === undefined ? undefined : await this.tokens.read(cookie, 'cookie');
    if (token) await this.end(token);
  }

  /** Ends a session that was opened at `since`: its token opens nothing any more. */
  async end({ id, since }: Pick<Token, 'id' | 'since'>): Promise<void> {
    await endSession(this.sql, id, new Date(since.getTime() + longest));
  }

  /** Signs out everywhere: no token of the user opens anything any more. */
  async endAll({ username }: User): Promise<void> {
    await endAllSessions(this.sql, username);
  }

  private requireSecondFactor(session: Shown, open: BeforeSecondFactor | undefined): void {
    const owed = this.secondFactorOf(session);
    if (owed === 'none' || owed === 'given') return;
    // It may be through the provider that they came, which the release before did not write down.
    if (session.token.proof === undefined) throw new Problem('unauthenticated');
    if (open !== 'always' && open !== owed) throw new Problem('second-factor-required');
  }

  private async tokenOf(request: FastifyRequest): Promise<Token | undefined> {
    if (request.headers.authorization === undefined) {
      const cookie = cookieOf(request, 'session');
      return cookie === undefined ? undefined : this.tokens.read(cookie, 'cookie');
    }
    const bearer = bearerOf(request);
    return bearer === undefined ? undefined : this.tokens.read(bearer, 'bearer');
  }
}

/**
 * Whether the request says that it comes from a user: by a Bearer token, or by a cookie with its CSRF token. A cookie
 * alone is no such word: it goes along with everything that a browser sends.
 */
export function bringsCredentials({ headers }: FastifyRequest): boolean {
  return headers.authorization !== undefined || headers[csrfHeader] !== undefined;
}

/** What the request brings as Bearer. */
export function bearerOf({ headers }: FastifyRequest): string | undefined {
  return /^Bearer (\S+)$/i.exec(headers.authorization ?? '')?.[1];
}

/** How the browser or program calls itself. */
export function agentOf({ headers }: FastifyRequest): string | null {
  return headers['user-agent']?.slice(0, 300) ?? null;
}
