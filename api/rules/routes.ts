// Ops: calendar and policy while running (readings 7, 16).
import type { App, Services } from '../services.ts';
import { differences, ownHours, requireYear } from './calendar-year.ts';
import { answerOf, requireUnchanged, revisionOf } from './changed-answer.ts';
import { changeRules } from './change-rules.ts';
import { rulesInForce } from './in-force.ts';
import { daysOf, hoursOf, replaceDays, replaceHours } from '../../db/rules/calendar.ts';
import { calendarChanges, decreeOf, noteCalendarChange } from '../../db/rules/calendar-changes.ts';
import { addPolicy, policyInForce, type PolicyRow, policyVersions } from '../../db/rules/policies.ts';
import { recomputationById } from '../../db/rules/recomputations.ts';
import { asInAddress, invalidField, Problem } from '../http/problems.ts';
import { problemsOf } from '../../contract/common.ts';
import {
  calendar,
  calendarChanged,
  calendarYears,
  policy,
  policyChanged,
  policyList,
  previewQuery,
  putCalendar,
  putPolicy,
  recomputation,
  recomputationParams,
  ruleHeaders,
  shippedPolicies,
  yearParams,
} from '../../contract/operations/rules.ts';
import { calendarEnd } from '../../sop/time/calendar-end.ts';
import { decreedYears, type OfficeHours } from '../../sop/time/calendar.ts';
import type { Zone } from '../../sop/offices.ts';
import { policies } from '../../sop/policy/policy.ts';
import { zoned, zonedOrNull } from '../values/zoned.ts';
import { everyUser } from '../identity/callers.ts';

/** Older ones are in the database. */
const versionsShown = 50;
const changesShown = 20;

export function ruleRoutes(app: App, services: Services): void {
  const { sql } = services;

  app.get(
    '/v1/calendar',
    {
      config: { callers: everyUser },
      schema: {
        summary: 'The years that are decreed, and whether a limit reaches beyond them (reading 30)',
        tags: ['ops'],
        response: { 200: calendarYears },
      },
    },
    async (request) => {
      const { zone } = request.user.office;
      const { calendar: days, policy: inForce } = await rulesInForce(services, request);
      const end = calendarEnd(inForce.document, days, new Date().toISOString());
      return {
        decreed: decreedYears(days),
        end: end ? { year: end.year, until: zoned(end.until, zone) } : null,
      };
    },
  );

  app.get(
    '/v1/calendar/:year',
    {
      config: { callers: everyUser },
      schema: {
        summary: 'Holidays, collective leave and office hours',
        tags: ['ops'],
        params: yearParams,
        response: { 200: calendar },
      },
    },
    async (request) => {
      const { year } = request.params;
      const hours = (await hoursOf(sql, year)) as (OfficeHours & { week: Record<string, string[][]> })[];
      const days = await daysOf(sql, year);
      const changes = (await calendarChanges(sql, year, changesShown)).map((one) => ({
        ...one,
        at: zoned(one.at, request.user.office.zone),
      }));
      const decree = await decreeOf(sql, year);
      return { year, revision: revisionOf(days, hours), decree, changes, days, hours };
    },
  );

  app.put(
    '/v1/calendar/:year',
    {
      config: { callers: ['ops'], changes: 'rules' },
      schema: {
        summary: 'Replace a year; open deadlines are recomputed',
        tags: ['ops'],
        params: yearParams,
        querystring: previewQuery,
        headers: ruleHeaders,
        body: putCalendar,
        response: { 200: calendarChanged, ...problemsOf(409) },
      },
    },
    async (request) => {
      const { user } = request;
      const { year } = request.params;
      const { preview = false } = request.query;
      const { days, hours, revision, decree, year: named = year } = request.body;
      if (named !== year) throw invalidField('year', asInAddress(String(year)));
      const before = { days: await daysOf(sql, year), hours: await hoursOf(sql, year) };
      const wanted = { days, hours: ownHours(hours as OfficeHours[] | undefined, before.hours) };
      requireYear(year, wanted);
      const what = differences(year, before, wanted);
      const why = `Kalender ${year}: ${what}${decree ? ` menurut ${decree}` : ''} (${user.name})`;
      const changed = await changeRules(services, request, {
        why,
        preview,
        change: async (tx) => {
          const revisionNow = async () => revisionOf(await daysOf(tx, year), await hoursOf(tx, year));
          const now = await revisionNow();
          requireUnchanged(request, now, revision);
          await replaceDays(tx, year, days);
          if (wanted.hours) await replaceHours(tx, year, wanted.hours);
          const isNew = decree ? decree !== (await decreeOf(tx, year)) : false;
          if (isNew || (await revisionNow()) !== now)
            await noteCalendarChange(tx, year, { decree: decree ?? null, what, by: user.username });
        },
      });
      return { year, ...answerOf(changed, { user, preview, why }) };
    },
  );

  app.get(
    '/v1/policies/current',
    {
      config: { callers: everyUser },
      schema: {
        summary: 'The policy in force',
        tags: ['ops'],
        response: { 200: policy },
      },
    },
    async (request) => {
      const { office } = request.user;
      return policyOf((await rulesInForce(services, request)).policy, office.zone);
    },
  );

  app.get(
    '/v1/policies',
    {
      config: { callers: everyUser },
      schema: {
        summary: 'The versions there were, the newest first',
        tags: ['ops'],
        response: { 200: policyList },
      },
    },
    async (request) => {
      const { office } = request.user;
      const versions = await policyVersions(sql, versionsShown);
      return { items: versions.map((row) => policyOf(row, office.zone)), next: null };
    },
  );

  app.put(
    '/v1/policies/current',
    {
      config: { callers: ['ops'], changes: 'rules' },
      schema: {
        summary: 'A new version; open deadlines are recomputed',
        tags: ['ops'],
        querystring: previewQuery,
        headers: ruleHeaders,
        body: putPolicy,
        response: { 200: policyChanged, ...problemsOf(409) },
      },
    },
    async (request) => {
      const { user } = request;
      const { preview = false } = request.query;
      const { version: seen, ...document } = request.body;
      let version = 0;
      const why = `Kebijakan "${document.name}" (${user.name})`;
      const changed = await changeRules(services, request, {
        why,
        preview,
        change: async (tx) => {
          requireUnchanged(request, String((await policyInForce(tx)).version), seen?.toString());
          version = await addPolicy(tx, document, user.username);
        },
      });
      return { version: preview ? null : version, ...answerOf(changed, { user, preview, why }) };
    },
  );

  app.get(
    '/v1/policies/shipped',
    {
      config: { callers: everyUser },
      schema: {
        summary: 'The policies that come with the product, to compare with',
        tags: ['ops'],
        response: { 200: shippedPolicies },
      },
    },
    () => ({ items: Object.values(policies), next: null }),
  );

  app.get(
    '/v1/recomputations/:id',
    {
      config: { callers: everyUser },
      schema: {
        summary: 'How far a recomputation has come',
        tags: ['ops'],
        params: recomputationParams,
        response: { 200: recomputation, ...problemsOf(404) },
      },
    },
    async (request) => {
      const { office } = request.user;
      const found = await recomputationById(sql, request.params.id);
      if (!found) throw new Problem('not-found');
      return {
        ...found,
        createdAt: zoned(found.createdAt, office.zone),
        finishedAt: zonedOrNull(found.finishedAt, office.zone),
      };
    },
  );
}

function policyOf({ version, document, createdBy, createdAt }: PolicyRow, zone: Zone) {
  return { version, createdBy, createdAt: zoned(createdAt, zone), policy: document };
}
