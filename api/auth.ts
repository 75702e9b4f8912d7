// Who is asking: passwords checked, short-lived tokens signed and read, roles enforced.
import { createHmac } from 'node:crypto';
import { verify } from '@node-rs/argon2';
import type { FastifyRequest } from 'fastify';
import { jwtVerify, SignJWT } from 'jose';
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import type { Sql } from '../db/client.ts';
import { type UserRow, userByUsername } from '../db/queries/user-by-username.ts';
import { Problem } from './problems.ts';

const issuer = 'tuntas';
const lifetimeSeconds = 3_600;
/** Of nobody's password: an unknown name takes as long as a wrong password. */
const nobodysHash =
  '$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$mDvW1lTTbSQEpIkCtwo4hsFSFdNRSLK0rFCHnxZOSqE';

export type User = Omit<UserRow, 'passwordHash'>;

export class Auth {
  private readonly sql: Sql;
  private readonly key: Uint8Array;
  /** Failures only: a name from one address may be wrong ten times a minute. */
  private readonly failures = new RateLimiterMemory({ points: 10, duration: 60 });

  constructor(sql: Sql, secret: string) {
    this.sql = sql;
    this.key = createHmac('sha256', secret).update('session').digest();
  }

  /** Throws `bad-credentials`, or `too-many-requests` after ten wrong ones within a minute. */
  async logIn(
    username: string,
    password: string,
    address: string,
  ): Promise<{ user: User; token: string; expiresAt: Date }> {
    const attempt = `${address} ${username}`;
    const before = await this.failures.get(attempt);
    if (before && before.remainingPoints <= 0) throw tooMany(before);
    const row = username.includes('\0') ? undefined : await userByUsername(this.sql, username);
    const right = await verify(row?.passwordHash ?? nobodysHash, password);
    if (!row || !right) {
      await this.failures.penalty(attempt);
      throw new Problem('bad-credentials');
    }
    await this.failures.delete(attempt);
    const expiresAt = new Date((Math.floor(Date.now() / 1000) + lifetimeSeconds) * 1000);
    const token = await new SignJWT()
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer(issuer)
      .setSubject(row.username)
      .setIssuedAt()
      .setExpirationTime(expiresAt)
      .sign(this.key);
    return { user: row, token, expiresAt };
  }

  /** The user of the Bearer token as the record has them now. Throws `unauthenticated`. */
  async user(request: FastifyRequest): Promise<User> {
    const token = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (!token) throw new Problem('unauthenticated');
    const username = await jwtVerify(token, this.key, { issuer, algorithms: ['HS256'] }).then(
      ({ payload }) => payload.sub,
      () => undefined,
    );
    const user = username === undefined ? undefined : await userByUsername(this.sql, username);
    if (!user) throw new Problem('unauthenticated');
    return user;
  }

  /** The user, when there is a token at all. */
  async userIfAny(request: FastifyRequest): Promise<User | undefined> {
    return request.headers.authorization === undefined ? undefined : this.user(request);
  }
}

/** National admins and ops see every complaint; other admins what their part of the tree has or had. */
export function eyesOf(user: User): string | null {
  return seesAll(user) ? null : user.office.id;
}

export function seesAll({ role, office }: User): boolean {
  return role === 'ops' || office.level === 'national';
}

/** Ops look; they do not work on reports. Throws `forbidden`. */
export function officerOnly(user: User): User {
  if (user.role === 'ops')
    throw new Problem('forbidden', { detail: 'Petugas operasional tidak mengerjakan laporan.' });
  return user;
}

function tooMany(limit: RateLimiterRes): Problem {
  return new Problem('too-many-requests', { retryAfter: limit.msBeforeNext / 1000 });
}
