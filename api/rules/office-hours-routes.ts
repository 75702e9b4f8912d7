// Hours of one office (reading 29): Perpres 21/2023 exempts units that serve the public directly.
import type { App, Services } from '../services.ts';
import { problemsOf } from '../../contract/common.ts';
import { officeParams } from '../../contract/ops.ts';
import {
  officeHours,
  officeHoursChanged,
  previewQuery,
  putOfficeHours,
  ruleHeaders,
} from '../../contract/operations/rules.ts';
import { allOffices } from '../../db/offices/offices.ts';
import { hoursOfOffice, replaceHoursOfOffice } from '../../db/rules/calendar.ts';
import type { OfficeHours } from '../../sop/time/calendar.ts';
import { asInAddress, invalidField, Problem } from '../http/problems.ts';
import { everyUser } from '../identity/callers.ts';
import { hourDifferences, requirePlain } from './calendar-year.ts';
import { answerOf, requireUnchanged, revisionOf } from './changed-answer.ts';
import { changeRules } from './change-rules.ts';
import { rulesInForce } from './in-force.ts';

export function officeHoursRoutes(app: App, services: Services): void {
  const { sql } = services;
  const named = async (id: string) => {
    const office = (await allOffices(sql)).find((one) => one.id === id);
    if (!office) throw new Problem('not-found');
    return office;
  };
  const shown = (hours: readonly OfficeHours[]) =>
    hours as (OfficeHours & { week: Record<string, string[][]> })[];

  app.get(
    '/v1/offices/:id/hours',
    {
      config: { callers: everyUser },
      schema: {
        summary: 'Hours that an office has of its own, and the common ones',
        tags: ['offices'],
        params: officeParams,
        response: { 200: officeHours, ...problemsOf(404) },
      },
    },
    async (request) => {
      const { id } = await named(request.params.id);
      const hours = await hoursOfOffice(sql, id);
      const common = (await rulesInForce(services, request)).calendar.hours;
      return { officeId: id, revision: revisionOf([], hours), hours: shown(hours), common: shown(common) };
    },
  );

  app.put(
    '/v1/offices/:id/hours',
    {
      config: { callers: ['ops'], changes: 'rules' },
      schema: {
        summary: 'Hours of an office of its own; its open deadlines are recomputed',
        tags: ['ops'],
        params: officeParams,
        querystring: previewQuery,
        headers: ruleHeaders,
        body: putOfficeHours,
        response: { 200: officeHoursChanged, ...problemsOf(404, 409) },
      },
    },
    async (request) => {
      const { user } = request;
      const { preview = false } = request.query;
      const { id, name } = await named(request.params.id);
      const { officeId = id, revision } = request.body;
      if (officeId !== id) throw invalidField('officeId', asInAddress(id));
      const hours = request.body.hours as OfficeHours[];
      requirePlain(hours);
      const why = `Jam kerja ${name}: ${hourDifferences(await hoursOfOffice(sql, id), hours)} (${user.name})`;
      const changed = await changeRules(services, request, {
        why,
        preview,
        change: async (tx) => {
          requireUnchanged(request, revisionOf([], await hoursOfOffice(tx, id)), revision);
          await replaceHoursOfOffice(tx, id, hours);
        },
      });
      return { officeId: id, ...answerOf(changed, { user, preview, why }) };
    },
  );
}
