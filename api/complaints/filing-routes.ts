// SOP 1 and 3: the public files a report; national admins file a backlog.
import { openOfficeById } from '../../db/offices/offices.ts';
import { createHash } from 'node:crypto';
import type { FastifyBaseLogger } from 'fastify';
import type { z } from 'zod';
import type { App, Services } from '../services.ts';
import { accessKeyOf, hashOfKey, opens } from '../identity/access-key.ts';
import { callersOf, everyUser } from '../identity/callers.ts';
import type { User } from '../identity/session.ts';
import {
  type Filed,
  filedBefore,
  insertComplaint,
  type NewComplaint,
  nextNumber,
} from '../../db/complaints/file-complaint.ts';
import { importSource, type Reference } from '../../db/references/references.ts';
import { markStarted, startInput } from '../../db/complaints/unstarted.ts';
import { policyInForce } from '../../db/rules/policies.ts';
import { dayMs } from '../../sop/time/calendar.ts';
import { backlogDaysOf } from '../../sop/policy/policy.ts';
import type { Step } from '../../sop/terms.ts';
import { invalidField, Problem } from '../http/problems.ts';
import { refuseLookalikes } from './lookalikes.ts';
import { addFiled, requireOfficer } from '../references/adding.ts';
import { idempotencyHeader, problemsOf } from '../../contract/common.ts';
import { filed, filing } from '../../contract/reporter/public.ts';
import { publicZone } from '../../sop/offices.ts';
import { zoned } from '../values/zoned.ts';

/** Of one address in a minute; national admins import without this bound. */
const filingsPerMinute = 600;

type Filing = z.output<typeof filing>;

export function filingRoutes(app: App, services: Services): void {
  const { sql, secret } = services;
  app.post(
    '/v1/complaints',
    {
      config: {
        callers: ['anyone', ...everyUser],
        precedence: 'filing',
        limit: {
          name: 'filing',
          perMinute: ({ headers }) => (headers.authorization ? 6_000 : filingsPerMinute),
        },
      },
      preValidation: async ({ body }) => refuseLookalikes(body),
      schema: {
        summary: 'File a report (no account needed)',
        tags: ['public'],
        headers: idempotencyHeader,
        body: filing,
        response: { 200: filed, 201: filed, ...problemsOf(409) },
      },
    },
    async (request, reply) => {
      const { body, user } = request;
      await refuseBacklog(sql, body, user);
      await requireAgency(services, body.agencyId);
      // How it is told is not part of what is filed: a backlog that is sent again in another manner is the same.
      const { backlog, notifyReporter, ...what } = body;
      const { references = [], ...report } = what;
      requireOfficer(references, user);
      const requestHash = sha256(JSON.stringify(what));
      const late = backlog ?? isBacklog(body);
      const key = request.headers['idempotency-key'];
      const complaint = {
        ...report,
        backlog: late,
        tellReporter: !late || notifyReporter === true,
        category: body.category ?? null,
        place: body.place ?? null,
        happenedOn: body.happenedOn ?? null,
        agencyId: body.agencyId ?? null,
        receivedAt: body.receivedAt ? new Date(body.receivedAt) : new Date(),
        externalId: body.externalId ?? null,
        idempotencyKey: key === undefined ? null : sha256(`filing:${key}`).toString('hex'),
        requestHash,
        filedBy: user ? { name: user.name, officeId: user.office.id } : null,
        reporter: {
          name: body.reporter.name,
          email: body.reporter.email ?? null,
          phone: body.reporter.phone ?? null,
          nik: body.reporter.nik ?? null,
        },
      };
      const { found, isNew } = await writeDown(services, complaint, references, user);
      const alreadyFiled = !isNew && Boolean(body.externalId);
      if (!isNew && !alreadyFiled && !found.requestHash?.equals(requestHash)) {
        throw new Problem('idempotency-key-reused');
      }
      const accessKey = keyOf(found, secret);
      const step = found.step > 1 ? found.step : await start(services, found.number, request.log);
      return reply
        .code(alreadyFiled ? 200 : 201)
        .header('location', `/v1/complaints/${found.number}`)
        .send({
          number: found.number,
          accessKey,
          kind: found.kind,
          status: 'received' as const,
          step,
          receivedAt: zoned(found.receivedAt, publicZone),
          ...(alreadyFiled && { alreadyFiled }),
        });
    },
  );
}

/** In one transaction, unless the same was filed before, or is at this moment. */
async function writeDown(
  { sql, secret }: Services,
  filing: Omit<NewComplaint, 'number' | 'accessKeyHash'>,
  given: Reference[],
  user: User | undefined,
): Promise<{ found: Filed; isNew: boolean }> {
  const before = await filedBefore(sql, filing);
  if (before) return { found: before, isNew: false };
  return sql.begin(async (tx) => {
    const number = await nextNumber(tx, filing.receivedAt);
    const accessKeyHash = hashOfKey(accessKeyOf(secret, number));
    const made = await insertComplaint(tx, { ...filing, number, accessKeyHash });
    const found = made ?? (await filedBefore(tx, filing));
    if (!found) throw new Error(`Number ${number} is taken.`);
    if (made && user) await addFiled(tx, number, namedBy(filing.externalId, given), user);
    return { found, isNew: made !== undefined };
  });
}

/** By the path of its field. */
function namedBy(externalId: string | null, given: Reference[]): [string, Reference][] {
  const own = externalId === null ? [] : [{ source: importSource, id: externalId }];
  return [
    ...own.map((one): [string, Reference] => ['externalId', one]),
    ...given.map((one, at): [string, Reference] => [`references.${at}.id`, one]),
  ];
}

/**
 * Starts what its row says, as the worker's sweep does later when the engine is away: written down is filed. Gives the
 * row of the SOP that the engine has brought it to, once that is on record, so that who files and then reads sees the
 * same; 1 while nobody says so.
 */
async function start({ sql, engine }: Services, number: string, log: FastifyBaseLogger): Promise<Step> {
  try {
    await engine.complaints.start(await startInput(sql, number));
  } catch (error) {
    log.warn({ err: error, number }, 'filed, and waits for its start');
    return 1;
  }
  try {
    return (await engine.complaints.caseOf(number)).step;
  } catch (error) {
    log.warn({ err: error, number }, 'started, and waits for its record');
    // Else the sweep starts it once more, which does nothing.
    await markStarted(sql, number).catch(() => {});
    return 1;
  }
}

/** When and under which outside id a report came is only for national admins to say, and the policy says how far back. */
async function refuseBacklog(
  sql: Services['sql'],
  { receivedAt, externalId, backlog, notifyReporter }: Filing,
  user: User | undefined,
): Promise<void> {
  if (!receivedAt && !externalId && backlog === undefined && notifyReporter === undefined) return;
  if (!user || !callersOf(user).includes('national')) {
    throw new Problem('forbidden', {
      detail: 'receivedAt, externalId, backlog, dan notifyReporter hanya untuk Admin Nasional.',
    });
  }
  if (receivedAt && Date.parse(receivedAt) > Date.now() + 60_000) {
    throw invalidField('receivedAt', 'Tidak boleh di masa depan');
  }
  if (!receivedAt) return;
  const days = backlogDaysOf((await policyInForce(sql)).document);
  if (Date.parse(receivedAt) < Date.now() - days * dayMs) {
    throw invalidField('receivedAt', `Tidak boleh lebih dari ${days} hari yang lalu`);
  }
}

const hourMs = 3_600_000;

/** Whoever files a letter of this morning files no backlog. */
function isBacklog({ receivedAt }: Filing): boolean {
  return Boolean(receivedAt) && Date.parse(receivedAt ?? '') < Date.now() - hourMs;
}

async function requireAgency({ sql }: Services, agencyId: string | null | undefined): Promise<void> {
  if (!agencyId) return;
  if ((await openOfficeById(sql, agencyId))?.level !== 'agency') {
    throw invalidField('agencyId', 'Bukan instansi yang dikenal');
  }
}

/** The key again, for a repeated filing; not when the secret it came from was changed since. */
function keyOf({ number, accessKeyHash }: Filed, secret: string): string {
  const key = accessKeyOf(secret, number);
  if (!opens(key, accessKeyHash))
    throw new Problem('key-already-shown', { detail: `Nomor laporan: ${number}` });
  return key;
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
