// An office's programs: who comes by an API key (decision 43), how often, and what for.
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Sql } from '../../../db/connection/client.ts';
import { noteKeyUsed } from '../../../db/people/api-keys.ts';
import { keyAsks } from '../../../db/people/who-asks.ts';
import { keyUnder } from '../../complaints/under-key.ts';
import { Rate } from '../../http/limits/rate.ts';
import { Problem } from '../../http/problems.ts';
import type { Auth } from '../auth.ts';
import type { User } from '../session.ts';
import { hashOfApiKey, idOfHash } from './key-text.ts';

const hourMs = 3_600_000;

export class ApiKeys {
  private readonly sql: Sql;
  private readonly auth: Auth;
  private readonly perMinute: number;
  private readonly requests: Rate;

  /** `perMinute`: requests of one key, in each process of the API. */
  constructor(sql: Sql, auth: Auth, perMinute: number) {
    this.sql = sql;
    this.auth = auth;
    this.perMinute = perMinute;
    const detail = {
      id: `Satu kunci API paling banyak ${perMinute} permintaan dalam satu menit.`,
      en: `One API key has ${perMinute} requests a minute at most.`,
    };
    this.requests = new Rate(perMinute, { seconds: 60, detail });
  }

  /**
   * The office's program whose key that is, as the record has it now: no answer of before is kept, so that one that was
   * revoked opens nothing anywhere. In the request's sight are then the rules and, when its address names one, the report.
   * Throws `unauthenticated`, and `too-many-requests`.
   */
  async programOf(request: FastifyRequest, reply: FastifyReply, text: string): Promise<User> {
    const hash = hashOfApiKey(text);
    if (hash === undefined) throw new Problem('unauthenticated');
    const username = `kunci:${idOfHash(hash)}`;
    const { number } = request.params as { number?: string };
    const at = performance.now();
    const key = number ? keyUnder(username, number, request.headers['idempotency-key']) : undefined;
    const asks = await keyAsks(this.sql, { hash, username }, { number, key });
    if (!asks || !this.auth.admits(asks.user)) throw new Problem('unauthenticated');
    const left = await this.requests.count(username);
    reply.headers({
      'x-ratelimit-limit': this.perMinute,
      'x-ratelimit-remaining': Math.max(0, this.perMinute - left.taken),
      'x-ratelimit-reset': Math.ceil(left.ms / 1_000),
    });
    this.requests.refuse(left);
    const { user, rulesVersion, found, kept } = asks;
    if (!user.lastSeenAt || user.lastSeenAt.getTime() <= Date.now() - hourMs)
      await noteKeyUsed(this.sql, asks.key.id);
    request.sight = { rulesVersion, found, number, answer: { key, kept }, at };
    // What it does stands in the record as a program's.
    return { ...user, name: `${user.name} (kunci API)`, key: asks.key };
  }
}

/** Throws `forbidden` when the key was not made for that. */
export function requireScope({ key }: User, scopes: readonly string[] | undefined): void {
  if (!key) return;
  if (!scopes)
    throw new Problem('forbidden', {
      detail: {
        id: 'Tertutup bagi kunci API; masuk sebagai petugas.',
        en: 'Closed to API keys; sign in as an officer.',
      },
    });
  if (scopes.some((one) => key.scopes.includes(one))) return;
  throw new Problem('forbidden', {
    detail: {
      id: `Kunci API ini tidak mempunyai cakupan ${scopes.join(' atau ')}.`,
      en: `This API key has no scope ${scopes.join(' or ')}.`,
    },
  });
}
