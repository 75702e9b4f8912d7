// What of a report is the reporter's own to change.
import type { App, Services } from '../services.ts';
import { complaintByNumber } from '../../db/complaints/complaint-row.ts';
import { changeReporter } from '../identity/contacts/changing.ts';
import { numberParams, problemsOf } from '../../contract/common.ts';
import { complaintChange, reporterView } from '../../contract/reporter/public.ts';
import { reporter } from '../../sop/case.ts';
import { takeDecision } from './deciding.ts';
import { viewForReporter } from './complaint-routes.ts';

export function changeRoutes(app: App, services: Services): void {
  const { sql, mailing } = services;

  app.patch(
    '/v1/complaints/:number',
    {
      config: {
        callers: ['reporter'],
        precedence: 'decision',
        limit: { name: 'changes', perMinute: 60 },
      },
      schema: {
        summary:
          'Change who may see it (reading 19), how you are reached, and what you are written to in; another e-mail address is to be confirmed by its link (reading 33)',
        tags: ['public'],
        params: numberParams,
        body: complaintChange,
        response: { 200: reporterView, ...problemsOf(404, 409) },
      },
    },
    async (request) => {
      const row = request.opened;
      const { confidentiality, language, reporter: contact } = request.body;
      if (confidentiality && confidentiality !== row.confidentiality) {
        const changes = { confidentiality };
        const decision = { action: 'confidentiality', actor: reporter, changes } as const;
        await takeDecision(services, { row, sight: undefined }, decision, undefined);
      }
      if (contact || language) await changeReporter(sql, row.number, { ...contact, language }, mailing);
      return viewForReporter(services, request, (await complaintByNumber(sql, row.number)) ?? row);
    },
  );
}
