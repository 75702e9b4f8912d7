// Whose number was lost: the reports whose reporter is reached so, found by a keyed hash (decision 52).
import type { App, Services } from '../../services.ts';
import { listComplaints } from '../../../db/complaints/lists/lists.ts';
import { reportsOfContact } from '../../../db/people/contacts.ts';
import { soughtContact } from '../../../contract/reporter/contacts.ts';
import { itemList } from '../../../contract/office.ts';
import { lookOf } from '../../looks/look-of.ts';
import { rulesInForce } from '../../rules/in-force.ts';
import { itemOf } from '../../complaints/views/office-view.ts';

const most = 200;

export function byContactRoutes(app: App, services: Services): void {
  const { sql, looks } = services;
  // A contact stands in no address, and so in no log.
  app.post(
    '/v1/complaints/by-contact',
    {
      config: { callers: ['national'], changesNothing: true, limit: { name: 'by-contact', perMinute: 60 } },
      schema: {
        summary: `The reports whose reporter gave exactly this address or telephone, the newest ${most}`,
        tags: ['offices'],
        body: soughtContact,
        response: { 200: itemList },
      },
    },
    async (request) => {
      const { user, body } = request;
      const found = await reportsOfContact(sql, body.contact, most);
      // Whoever sees a number here knows who reports it, and is on record before (reading 33).
      await Promise.all(found.map((one) => looks.note(lookOf(one, user, 'identity'))));
      const rows = await listComplaints(sql, {
        viewerOfficeId: null,
        numbers: found.map(({ number }) => number),
        from: null,
        to: null,
        limit: most,
      });
      const { calendar } = await rulesInForce(services, request);
      return { items: rows.map((row) => itemOf(row, user, calendar)), next: null };
    },
  );
}
