// The office tree, and the agencies that the public may file to.
import type { App, Services } from '../services.ts';
import type { Office } from '../../sop/offices.ts';
import { allOffices, type KeptOffice, officeTree, type StaffedOffice } from '../../db/offices/offices.ts';
import { requireCaller } from '../identity/access.ts';
import { scopes } from '../../contract/api-keys.ts';
import { everyUser } from '../identity/callers.ts';
import { officeList, officeQuery } from '../../contract/people.ts';

const itemOf = ({ id, name, level, parentId, zone }: Office) => ({
  id,
  name,
  level,
  parentId,
  timeZone: zone,
});

const staffed = (office: StaffedOffice) => ({
  ...itemOf(office),
  officers: office.officers,
  successorId: office.successorId,
});

/** As ops see it. */
export function shownOffice({ email, active, ...office }: Omit<KeptOffice, 'officers' | 'successorId'>) {
  return { ...itemOf(office), email, active };
}

export function officeRoutes(app: App, { sql }: Services): void {
  app.get(
    '/v1/offices',
    {
      config: { callers: everyUser, scopes },
      schema: {
        summary: 'The tree, each office after the one above it',
        tags: ['offices'],
        querystring: officeQuery,
        response: { 200: officeList },
      },
    },
    async (request) => {
      const { user } = request;
      const { inactive = false } = request.query;
      if (!inactive && user.role !== 'ops')
        return { items: (await officeTree(sql)).map(staffed), next: null };
      requireCaller(user, ['ops']);
      const offices = await allOffices(sql);
      return {
        items: offices
          .filter(({ active }) => active || inactive)
          .map((one) => ({ ...shownOffice(one), ...staffed(one) })),
        next: null,
      };
    },
  );

  app.get(
    '/v1/agencies',
    {
      config: { callers: ['anyone'] },
      schema: {
        summary: 'Agencies that take reports straight (SOP 3); none without anybody to receive them',
        tags: ['public'],
        response: { 200: officeList },
      },
    },
    async () => {
      const agencies = (await officeTree(sql)).filter(
        ({ level, officers, successorId }) => level === 'agency' && officers > 0 && successorId === null,
      );
      return { items: agencies.map(itemOf), next: null };
    },
  );
}
