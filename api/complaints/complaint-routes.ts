// One complaint: the reporter's view by access key, the office's by session; and the reporter's words.
import { z } from 'zod';
import type { App, Services } from '../services.ts';
import type { User } from '../identity/session.ts';
import type { Sight } from '../identity/sight.ts';
import { rulesInForce } from '../rules/in-force.ts';
import { takeDecision } from './deciding.ts';
import { ofReporter, underKey } from './under-key.ts';
import { type Beside, besideOf } from '../../db/complaints/beside.ts';
import { followedBy } from '../../db/complaints/followers.ts';
import { complaintByNumber, type ComplaintRow } from '../../db/complaints/complaint-row.ts';
import { consultationsOf } from '../../db/consultations/consultations.ts';
import { notesOf } from '../../db/desk/notes.ts';
import { eventsOf } from '../../db/record/events.ts';
import { provisionalDues } from '../../db/record/provisional-dues.ts';
import { breachesOf, visitsOf } from '../../db/record/visits.ts';
import { lookOf } from '../looks/look-of.ts';
import { mayKnowReporter, officeViewOf, type OfficeView } from './views/office-view.ts';
import { readerOf } from './found.ts';
import { reporterViewOf, type ReporterView } from './views/reporter-view.ts';
import { idempotencyHeader, numberParams, problemsOf } from '../../contract/common.ts';
import { officeView } from '../../contract/office.ts';
import { reply, reporterView } from '../../contract/reporter/public.ts';
import { reporter } from '../../sop/case.ts';
import { everyUser } from '../identity/callers.ts';

export function complaintRoutes(app: App, services: Services): void {
  const { sql } = services;

  app.get(
    '/v1/complaints/:number',
    {
      config: { callers: ['reporter', ...everyUser], scopes: ['complaints:read'] },
      schema: {
        summary: "The reporter's view with X-Access-Key, the office's view with Bearer",
        tags: ['public', 'offices'],
        params: numberParams,
        response: { 200: z.union([officeView, reporterView]), ...problemsOf(404) },
      },
    },
    async (request, answer) => {
      const { complaint, user } = await readerOf(services, request);
      if (!user) return viewForReporter(services, request, complaint);
      answer.header('etag', `"${complaint.revision}"`);
      return viewForOffice(services, request, complaint, user);
    },
  );

  app.post(
    '/v1/complaints/:number/replies',
    {
      config: { callers: ['reporter'], precedence: 'decision' },
      schema: {
        summary: 'Write, complete, reply, object, confirm or withdraw (SOP 11, readings 11, 20)',
        tags: ['public'],
        params: numberParams,
        headers: idempotencyHeader,
        body: reply,
        response: { 200: reporterView, ...problemsOf(404, 409) },
      },
    },
    async (request) => {
      const row = request.opened;
      const { number } = row;
      const { type, text } = request.body;
      const decision = { action: type, actor: reporter, ...(text && { text }) };
      const under = underKey(ofReporter, number, request.headers['idempotency-key'], request.body);
      await takeDecision(services, { row, sight: request.sight }, decision, under);
      return viewForReporter(services, request, (await complaintByNumber(sql, number)) ?? row);
    },
  );
}

interface Request {
  sight: Sight | undefined;
}

/** What stands beside their report for the reporter, who knows who they are. */
export function besideForReporter({ sql }: Services, number: string): Promise<Beside> {
  return besideOf(sql, number, { internal: false, knows: true });
}

/** What the reporter sees of it now. `known`: what stands beside it, as it was read for them already. */
export async function viewForReporter(
  services: Services,
  request: Request,
  row: ComplaintRow,
  known?: Beside,
): Promise<ReporterView> {
  const { sql } = services;
  const [{ calendar }, events, beside, original] = await Promise.all([
    rulesInForce(services, request),
    eventsOf(sql, row.number),
    known ?? besideForReporter(services, row.number),
    row.duplicateOf === null ? undefined : followedBy(sql, row.duplicateOf),
  ]);
  return reporterViewOf(row, events, { ...beside, original, calendar });
}

async function viewForOffice(
  services: Services,
  request: Request,
  row: ComplaintRow,
  user: User,
): Promise<OfficeView> {
  const { sql } = services;
  const [{ calendar }, beside, events, visits, breaches, notes, consultations, isProvisionalDue] =
    await Promise.all([
      rulesInForce(services, request),
      besideSeen(services, row, user),
      eventsOf(sql, row.number),
      visitsOf(sql, row.number),
      breachesOf(sql, row.number),
      notesOf(sql, row.number),
      consultationsOf(sql, row.number),
      provisionalDues(sql, [row.number]),
    ]);
  const record = { ...beside, events, visits, breaches, notes, consultations, isProvisionalDue };
  return officeViewOf(row, user, calendar, record);
}

/** What stands beside it; who may know the reporter is on record as having looked before they see who it is (reading 33). */
async function besideSeen({ sql, looks }: Services, row: ComplaintRow, user: User): Promise<Beside> {
  const beside = await besideOf(sql, row.number, { internal: true, knows: mayKnowReporter(row, user) });
  if (beside.identity) await looks.note(lookOf(row, user, 'identity'));
  return beside;
}
