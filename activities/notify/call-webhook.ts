// Calls the webhooks that are due, signed as Standard Webhooks says; private addresses only where they are allowed.
import { type ClientRequest, type IncomingMessage, request as overHttp } from 'node:http';
import { request as overTls } from 'node:https';
import { useAgent } from 'request-filtering-agent';
import { Webhook } from 'standardwebhooks';
import type { Sql } from '../../db/connection/client.ts';
import { eachItem } from '../each-item.ts';
import { type Call, claimCalls, type DueCall } from '../../db/messages/webhook-calls.ts';
import { insertNotifications } from '../../db/messages/notifications.ts';
import { settleDelivery, type Try } from '../../db/messages/deliveries.ts';
import { disableWebhook } from '../../db/messages/webhooks.ts';
import { toOffice } from '../../sop/notices/to-office.ts';

const patienceMs = 15_000;
const leaseSeconds = 60;
/** At once to one webhook, so that a mute one holds up the others no longer than one patience. */
const each = 4;
const minute = 60;
const hour = 3600;
/** Three days and a half of tries, as Standard Webhooks proposes. */
const waits = [5, 5 * minute, 30 * minute, 2 * hour, 5 * hour, 10 * hour, 14 * hour, 20 * hour, 24 * hour];

interface CallSettings {
  /** Private addresses and ranges that may be called. */
  allowed: readonly string[];
  /** Whether mails are sent, of a webhook that is switched off. */
  mailing: boolean;
}

/** Calls whatever is due, side by side; false when nothing is. */
export async function callDue(sql: Sql, settings: CallSettings): Promise<boolean> {
  const due = await claimCalls(sql, each, leaseSeconds);
  const run = { job: 'courier', nameOf: ({ id }: DueCall) => `webhook call ${id}` } as const;
  await Promise.all(due.map((one) => eachItem(sql, run, [one], () => call(sql, one, settings))));
  return due.length > 0;
}

async function call(sql: Sql, due: DueCall, { allowed, mailing }: CallSettings): Promise<void> {
  const began = performance.now();
  const answer = await post(due, allowed).catch((error: Error) => ({
    statusCode: null,
    retryAfter: 0,
    error: reasonOf(error),
  }));
  const { statusCode, error } = answer;
  const tookMs = Math.round(performance.now() - began);
  if (error === null) {
    return settleDelivery(sql, [due.id], { outcome: 'sent', statusCode, tookMs, error, again: null });
  }
  const wait = waits[due.attempts - 1];
  const gone = statusCode === 410;
  const again =
    gone || wait === undefined ? null : Math.max(wait * (1 + Math.random() / 10), answer.retryAfter);
  const tried: Try = { outcome: 'failed', statusCode, tookMs, error, again };
  if (again !== null) return settleDelivery(sql, [due.id], tried);
  const why = gone
    ? { id: 'penerima menjawab 410 (sudah tidak ada)', en: 'its receiver answered 410 (gone)' }
    : {
        id: `tidak berhasil setelah ${due.attempts} kali dicoba`,
        en: `it failed ${due.attempts} times`,
      };
  await sql.begin(async (tx) => {
    await settleDelivery(tx, [due.id], tried);
    if (!(await disableWebhook(tx, due.webhookId, why))) return;
    const notice = toOffice.webhookOff(new URL(due.url).origin, why);
    const key = `webhook-off:${due.id}:${due.attempts}`;
    await insertNotifications(tx, [{ key, number: null, officeId: due.officeId, ...notice }], mailing);
  });
}

/** In codes: what others say may name people, and what the network says tells of addresses within. */
function reasonOf(error: Error): string {
  if (error.name === 'AbortError') return `no answer within ${patienceMs / 1000} s`;
  if (/ is not allowed\./.test(error.message)) return 'address not allowed';
  const { code } = error as NodeJS.ErrnoException;
  return code && /^[A-Z][A-Z0-9_]{2,60}$/.test(code) ? code : 'failed';
}

interface Heard {
  statusCode: number;
  /** Seconds. */
  retryAfter: number;
  /** null: it was taken. */
  error: string | null;
}

/** No redirect is followed: it could lead where the address itself may not. */
function post({ id, url, payload, secrets, at }: DueCall, allowed: readonly string[]): Promise<Heard> {
  const body = JSON.stringify({
    type: payload.type,
    timestamp: payload.timestamp,
    data: payload.data,
  } satisfies Call);
  const name = `msg_${id}`;
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'user-agent': 'Tuntas',
    'webhook-id': name,
    'webhook-timestamp': Math.floor(at.getTime() / 1000),
    'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(name, at, body)).join(' '),
  };
  const address = new URL(url);
  const tls = address.protocol === 'https:';
  // By plain HTTP to the private addresses that are allowed, and nowhere else.
  const denied = tls ? [] : ['0.0.0.0/0', '::/0'];
  const agent = useAgent(address.href, { allowIPAddressList: [...allowed], denyIPAddressList: denied });
  const signal = AbortSignal.timeout(patienceMs);
  return new Promise((resolve, reject) => {
    const send = tls ? overTls : overHttp;
    const sent: ClientRequest = send(address, { method: 'POST', agent, headers, signal }, (response) => {
      resolve(hear(response));
    });
    sent.once('error', reject);
    sent.end(body);
  });
}

/** Its code; what it says besides is not kept. */
function hear(response: IncomingMessage): Heard {
  const { statusCode = 0, headers } = response;
  const retryAfter = Math.min(Number(headers['retry-after']) || 0, 24 * hour);
  const taken = statusCode >= 200 && statusCode < 300;
  if (taken) response.resume();
  else response.destroy();
  return { statusCode, retryAfter, error: taken ? null : `answered ${statusCode}` };
}
