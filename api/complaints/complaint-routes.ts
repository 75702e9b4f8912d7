// One complaint: the reporter's view by access key, the office's by session; and the reporter's words.
import { z } from 'zod';
import type { App, Services } from '../services.ts';
import { opens } from '../identity/access-key.ts';
import { eyesOf } from '../identity/eyes.ts';
import type { User } from '../identity/session.ts';
import { takeDecision, underKey } from './deciding.ts';
import { countAttachments } from '../../db/attachments/attachments.ts';
import { complaintByNumber, type ComplaintRow } from '../../db/complaints/complaint-row.ts';
import { contactOf } from '../../db/people/contacts.ts';
import { isInSubtree, isInvolved } from '../../db/complaints/involved.ts';
import { notesOf } from '../../db/desk/notes.ts';
import { readCalendar } from '../../db/rules/calendar.ts';
import { eventsOf } from '../../db/record/events.ts';
import { identityOf } from '../../db/people/identities.ts';
import { breachesOf, visitsOf } from '../../db/record/visits.ts';
import { officeViewOf, type OfficeView } from './office-view.ts';
import { Problem } from '../http/problems.ts';
import { reporterViewOf, type ReporterView } from './reporter-view.ts';
import { idempotencyHeader, numberParams, problemsOf } from '../../contract/common.ts';
import { officeView } from '../../contract/office.ts';
import { reply, reporterView } from '../../contract/public.ts';
import { reporter } from '../../sop/case.ts';

export const keyHeader = z.object({ 'x-access-key': z.string().max(100).optional() });

export function complaintRoutes(app: App, services: Services): void {
  const { sql, auth } = services;

  app.get(
    '/v1/complaints/:number',
    {
      schema: {
        summary: "The reporter's view with X-Access-Key, the office's view with Bearer",
        tags: ['public', 'offices'],
        params: numberParams,
        headers: keyHeader,
        response: { 200: z.union([officeView, reporterView]), ...problemsOf(401, 404) },
      },
    },
    async (request, answer) => {
      const { number } = request.params;
      const key = request.headers['x-access-key'];
      if (key !== undefined) return viewForReporter(services, await byKey(services, number, key));
      const user = await auth.user(request);
      const row = await visible(services, number, user);
      answer.header('etag', `"${row.revision}"`);
      return viewForOffice(services, row, user);
    },
  );

  app.post(
    '/v1/complaints/:number/replies',
    {
      schema: {
        summary: 'Complete, reply, object or confirm (SOP 11, reading 11)',
        tags: ['public'],
        params: numberParams,
        headers: keyHeader.extend(idempotencyHeader.shape),
        body: reply,
        response: { 200: reporterView, ...problemsOf(401, 404, 409, 413, 415) },
      },
    },
    async (request) => {
      const { number } = request.params;
      const key = request.headers['x-access-key'];
      if (key === undefined) throw new Problem('unauthenticated', { detail: 'X-Access-Key tidak ada.' });
      const row = await byKey(services, number, key);
      const { type, text } = request.body;
      const decision = { action: type, actor: reporter, ...(text && { text }) };
      await takeDecision(
        services,
        row,
        decision,
        underKey('reporter', number, request.headers['idempotency-key'], request.body),
      );
      return viewForReporter(services, (await complaintByNumber(sql, number)) ?? row);
    },
  );
}

/** The complaint that this key opens. Unknown number and wrong key look the same. */
export async function byKey({ sql }: Services, number: string, key: string): Promise<ComplaintRow> {
  const row = await complaintByNumber(sql, number);
  if (!opens(key, row?.accessKeyHash) || !row) throw new Problem('not-found');
  return row;
}

/** The complaint, when it is for the user's eyes. Unknown number and another's look the same. */
export async function visible(services: Services, number: string, user: User): Promise<ComplaintRow> {
  const row = await complaintByNumber(services.sql, number);
  if (row && (await isInvolved(services.sql, number, eyesOf(user)))) return row;
  throw new Problem((await isOnItsWay(services, number, user)) ? 'record-behind' : 'not-found');
}

/** Whether the engine has brought it to the user's part of the tree and the record does not say so yet. */
async function isOnItsWay({ sql, engine }: Services, number: string, user: User): Promise<boolean> {
  const ahead = await engine.complaints.unrecorded(number);
  if (!ahead) return false;
  const eyes = eyesOf(user);
  for (const { id } of Object.values(ahead.path)) if (await isInSubtree(sql, id, eyes)) return true;
  return false;
}

async function viewForReporter({ sql }: Services, row: ComplaintRow): Promise<ReporterView> {
  const [events, attachments, contact] = await Promise.all([
    eventsOf(sql, row.number),
    countAttachments(sql, row.number, false),
    contactOf(sql, { who: 'reporter', subject: row.number }),
  ]);
  return reporterViewOf(row, events, { attachments, contact });
}

async function viewForOffice({ sql }: Services, row: ComplaintRow, user: User): Promise<OfficeView> {
  const [calendar, events, visits, breaches, notes, identity, attachments] = await Promise.all([
    readCalendar(sql),
    eventsOf(sql, row.number),
    visitsOf(sql, row.number),
    breachesOf(sql, row.number),
    notesOf(sql, row.number),
    identityOf(sql, row.number),
    countAttachments(sql, row.number, true),
  ]);
  return officeViewOf(row, user, calendar, { events, visits, breaches, notes, identity, attachments });
}
