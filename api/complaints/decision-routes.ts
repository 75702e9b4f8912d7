// An office decides; the answer is the workflow's.
import type { App, Services } from '../services.ts';
import { decideAs, decisionOf } from './decide-as.ts';
import { letterOfDecision } from './letter-preview.ts';
import type { FastifyBaseLogger } from 'fastify';
import { type DraftOf, dropDraft } from '../../db/desk/drafts.ts';
import type { Correction } from '../../db/complaints/correct.ts';
import type { EventRow } from '../../db/record/events.ts';
import { languageOfReporter } from '../../db/people/contacts.ts';
import { movesByDecision } from '../../db/rules/moves.ts';
import { provisionalDues } from '../../db/record/provisional-dues.ts';
import { numberParams, page, problemsOf } from '../../contract/common.ts';
import { decision, decisionHeaders, decisionPreview, outcome } from '../../contract/decision.ts';
import { eventList } from '../../contract/lists/events.ts';
import { decide } from '../../sop/decide.ts';
import { isRefusalCode, refusalOf, refusals } from '../../sop/refusal.ts';
import { Problem } from '../http/problems.ts';
import { regionWords } from '../regions/region-names.ts';
import { rulesInForce } from '../rules/in-force.ts';
import { zoned, zonedMove, zonedOrNull } from '../values/zoned.ts';
import { visible } from './found.ts';
import { refuseLookalikesOfDecision } from './lookalikes.ts';
import { cursorAt, linesAfter, placeOf } from './record-lines.ts';
import { everyUser } from '../identity/callers.ts';

export function decisionRoutes(app: App, services: Services): void {
  const { sql } = services;

  app.post(
    '/v1/complaints/:number/decisions',
    {
      config: { callers: ['officer'], scopes: ['complaints:decide'], precedence: 'decision' },
      preValidation: async ({ body }) => refuseLookalikesOfDecision(body),
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
      const { action, text, reason } = request.body;
      if (text || reason)
        await forgetDraft(services, request, { number: row.number, username: user.username, action });
      return taken;
    },
  );

  app.post(
    '/v1/complaints/:number/decisions/preview',
    {
      config: { callers: ['officer'], scopes: ['complaints:decide'] },
      schema: {
        summary:
          'Which deadlines a decision would move (readings 19, 25), and what the reporter would be sent; decides nothing',
        tags: ['offices'],
        params: numberParams,
        body: decision,
        response: { 200: decisionPreview, ...problemsOf(404, 409) },
      },
    },
    async (request) => {
      const { user } = request;
      const { zone } = user.office;
      const { number, title, state } = await visible(services, request);
      // Before it has begun no limit runs.
      if (!state) return { changes: [], letter: null };
      // Why is still being written.
      const body = { ...request.body, reason: request.body.reason ?? request.body.action };
      const rules = await rulesInForce(services, request);
      const wanted = await decisionOf(services, { user, number, rules }, body);
      const at = new Date().toISOString();
      const refused = refusalOf(state, wanted, at);
      if (refused) throw new Problem(refused);
      const { entries } = decide(state, wanted, at);
      const moves = movesByDecision(rules, state, entries);
      const consoleUrl = `${request.protocol}://${request.host}`;
      const language = await languageOfReporter(sql, number);
      return {
        changes: moves.map((move) => zonedMove(move, zone)),
        letter: letterOfDecision(rules, { state, title, entries, language }, consoleUrl),
      };
    },
  );

  app.get(
    '/v1/complaints/:number/events',
    {
      config: { callers: everyUser, scopes: ['complaints:read'] },
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
      const from = placeOf(cursor);
      const [{ lines, total }, isProvisional] = await Promise.all([
        linesAfter(sql, number, from, limit + 1),
        provisionalDues(sql, [number]),
      ]);
      const page = lines.slice(0, limit);
      const end = cursorAt(page.at(-1)?.place ?? from);
      const items = page.map(({ event, isBeside, consultation }) => ({
        seq: isBeside ? null : event.seq,
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
        corrections: event.corrections?.map(correctionView) ?? null,
      }));
      return { items, next: lines.length > limit ? end : null, end, total };
    },
  );
}

/** A region as people read it, with its code. */
function correctionView({ field, old, new: is }: Correction): Correction {
  const said = (value: Correction['old']) =>
    field === 'region' && typeof value === 'string' ? `${regionWords(value)} (${value})` : value;
  return { field, old: said(old), new: said(is) };
}

/** The decision is taken, and stays so, whatever becomes of what was typed for it: that goes by itself after thirty days. */
async function forgetDraft(
  { sql }: Services,
  { log }: { log: FastifyBaseLogger },
  of: DraftOf,
): Promise<void> {
  try {
    await dropDraft(sql, of);
  } catch (err) {
    log.warn({ err }, 'a draft stays');
  }
}

/** The deadlines that moved; null: none did, also where each was reckoned anew. */
function movedIn({ changes }: EventRow): EventRow['changes'] {
  const moved = changes?.filter((change) => change.old !== change.new) ?? [];
  return moved.length > 0 ? moved : null;
}

/** What was refused and why, in words. */
function refusedOf({ action, code, field, length }: NonNullable<EventRow['refused']>) {
  const title = isRefusalCode(code) ? refusals[code].title : code;
  return { action, code, title, field: field ?? null, length: length ?? null };
}
