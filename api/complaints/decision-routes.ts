// An office decides; the answer is the workflow's.
import type { z } from 'zod';
import type { App, Services } from '../services.ts';
import type { User } from '../identity/session.ts';
import type { Sight } from '../identity/sight.ts';
import { takeDecision } from './deciding.ts';
import { underKey } from './under-key.ts';
import { contactConfirmed } from '../../db/people/contacts.ts';
import type { EventRow } from '../../db/record/events.ts';
import type { Rules } from '../../db/rules/kept-rules.ts';
import { movesByDecision } from '../../db/rules/moves.ts';
import { provisionalDues } from '../../db/record/provisional-dues.ts';
import { numberParams, page, problemsOf } from '../../contract/common.ts';
import { decision, decisionHeaders, decisionPreview, outcome } from '../../contract/decision.ts';
import { eventList } from '../../contract/office.ts';
import type { Decision } from '../../sop/case.ts';
import { decide } from '../../sop/decide.ts';
import { nowhere } from '../../sop/offices.ts';
import { isRefusalCode, refusalOf, refusals } from '../../sop/refusal.ts';
import { hidesLess, type OfficeAction } from '../../sop/terms.ts';
import type { ComplaintRow } from '../../db/complaints/complaint-row.ts';
import { invalidField, Problem } from '../http/problems.ts';
import { rulesInForce } from '../rules/in-force.ts';
import { zoned, zonedMove, zonedOrNull } from '../values/zoned.ts';
import { visible } from './found.ts';
import { cursorAt, linesAfter, placeOf } from './record-lines.ts';
import { everyUser } from '../identity/callers.ts';

export function decisionRoutes(app: App, services: Services): void {
  const { sql } = services;

  app.post(
    '/v1/complaints/:number/decisions',
    {
      config: { callers: ['officer'], precedence: 'decision' },
      schema: {
        summary: 'Decide (SOP 2–10)',
        tags: ['offices'],
        params: numberParams,
        headers: decisionHeaders,
        body: decision,
        response: { 200: outcome, ...problemsOf(404, 409) },
      },
    },
    async (request, answer) => {
      const { user, sight } = request;
      const { 'idempotency-key': key, 'if-match': match } = request.headers;
      const revision = match === undefined || match === '*' ? undefined : Number(match.replace(/\D/g, ''));
      const row = await visible(services, request);
      const rules = await rulesInForce(services, request);
      const taken = await decideAs(services, { user, row, rules, sight }, request.body, { revision, key });
      answer.header('etag', `"${taken.revision}"`);
      return taken;
    },
  );

  app.post(
    '/v1/complaints/:number/decisions/preview',
    {
      config: { callers: ['officer'] },
      schema: {
        summary: 'Which deadlines a decision would move (readings 19, 25); decides nothing',
        tags: ['offices'],
        params: numberParams,
        body: decision,
        response: { 200: decisionPreview, ...problemsOf(404, 409) },
      },
    },
    async (request) => {
      const { user } = request;
      const { zone } = user.office;
      const { number, state } = await visible(services, request);
      // Before it has begun no limit runs.
      if (!state) return { changes: [] };
      // Why is still being written.
      const body = { ...request.body, reason: request.body.reason ?? request.body.action };
      const rules = await rulesInForce(services, request);
      const wanted = await decisionOf(services, { user, number, rules }, body);
      const at = new Date().toISOString();
      const refused = refusalOf(state, wanted, at);
      if (refused) throw new Problem(refused);
      const moves = movesByDecision(rules, state, decide(state, wanted, at).entries);
      return { changes: moves.map((move) => zonedMove(move, zone)) };
    },
  );

  app.get(
    '/v1/complaints/:number/events',
    {
      config: { callers: everyUser },
      schema: {
        summary: 'The record',
        tags: ['offices'],
        params: numberParams,
        querystring: page,
        response: { 200: eventList, ...problemsOf(404) },
      },
    },
    async (request) => {
      const { user } = request;
      const { number } = await visible(services, request);
      const { cursor, limit } = request.query;
      const { zone } = user.office;
      const [lines, isProvisional] = await Promise.all([
        linesAfter(sql, number, placeOf(cursor), limit + 1),
        provisionalDues(sql, [number]),
      ]);
      const items = lines.slice(0, limit).map(({ event, consultation }) => ({
        seq: consultation === null ? event.seq : null,
        at: zoned(event.at, zone),
        step: event.step,
        type: event.type,
        actor: { role: event.actorRole, officeId: event.actorOfficeId, name: event.actorName },
        from: event.from,
        fromName: event.fromName,
        to: event.to,
        toName: event.toName,
        reason: event.reason,
        text: event.text,
        deadline: zonedOrNull(event.deadline, zone),
        provisional: isProvisional(number, event.deadline),
        alert: event.alert && { ...event.alert, due: zoned(event.alert.due, zone) },
        consultation,
        undone: event.undone && { clock: event.undone.clock, due: zoned(event.undone.due, zone) },
        binding: event.binding,
        via: event.via,
        refused: event.refused && refusedOf(event.refused),
        changes:
          movedIn(event)?.map((move) => ({
            ...zonedMove(move, zone),
            provisional: isProvisional(number, move.new),
          })) ?? null,
        corrections: event.corrections,
      }));
      return { items, next: lines.length > limit ? cursorAt(lines[limit - 1]?.place ?? 0) : null };
    },
  );
}

/** The deadlines that moved; null: none did, also where each was reckoned anew. */
function movedIn({ changes }: EventRow): EventRow['changes'] {
  const moved = changes?.filter((change) => change.old !== change.new) ?? [];
  return moved.length > 0 ? moved : null;
}

/** One decision of a user on a report that they see, as the contract answers it. Throws `Problem`. */
export async function decideAs(
  services: Services,
  { user, row, rules, sight }: { user: User; row: ComplaintRow; rules: Rules; sight: Sight | undefined },
  body: z.output<typeof decision>,
  { revision, key }: { revision: number | undefined; key: string | undefined },
): Promise<z.output<typeof outcome>> {
  const { number } = row;
  const wanted = await decisionOf(services, { user, number, rules }, body);
  const full = { ...wanted, ...(revision !== undefined && { expectedRevision: revision }) };
  if (lowers(row, full)) {
    // What matters more is said first.
    const refused = row.state && refusalOf(row.state, full, new Date().toISOString());
    if (refused) throw new Problem(refused);
    throw invalidField('changes.confidentiality', 'Hanya pelapor yang dapat menurunkan kerahasiaan');
  }
  const taken = await takeDecision(
    services,
    { row, sight },
    full,
    underKey(user.username, number, key, body),
  );
  return {
    ...taken,
    holder: { ...taken.holder, level: taken.holder.level as 'system' },
    deadline: zonedOrNull(taken.deadline, user.office.zone),
    provisional: taken.provisional === true,
    options: taken.options as OfficeAction[],
  };
}

/** reading 19. */
function lowers({ confidentiality: is }: ComplaintRow, { changes }: Decision): boolean {
  const to = changes?.confidentiality;
  return to !== undefined && hidesLess(to, is);
}

async function decisionOf(
  { sql }: Services,
  { user, number, rules }: { user: User; number: string; rules: Rules },
  { action, officeId, reason, text, duplicateOf, changes }: z.output<typeof decision>,
): Promise<Decision> {
  const { name, office } = user;
  const target = officeId ? (rules.openOffices.get(officeId) ?? nowhere(officeId)) : undefined;
  const why = reason ?? (duplicateOf && `Sama dengan laporan ${duplicateOf}.`);
  const contact = action === 'request-completion' && {
    contactConfirmed: await contactConfirmed(sql, number),
  };
  return {
    action,
    actor: { role: office.level, officeId: office.id, name },
    ...contact,
    ...(target && { target }),
    ...(why && { reason: why }),
    ...(text && { text }),
    ...(duplicateOf && { duplicateOf }),
    ...(changes && { changes }),
  };
}

/** What was refused and why, in words. */
function refusedOf({ action, code, field, length }: NonNullable<EventRow['refused']>) {
  const title = isRefusalCode(code) ? refusals[code].title : code;
  return { action, code, title, field: field ?? null, length: length ?? null };
}
