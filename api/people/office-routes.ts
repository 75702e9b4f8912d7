// The office tree, and the agencies that the public may file to.
import type { App, Services } from '../services.ts';
import type { Office } from '../../sop/offices.ts';
import { allOffices, type KeptOffice, officeTree, type StaffedOffice } from '../../db/offices/offices.ts';
import { opsOnly } from '../identity/ops-only.ts';
import { problemsOf } from '../../contract/common.ts';
import { officeList, officeQuery } from '../../contract/people.ts';

const itemOf = ({ id, name, level, parentId, zone }: Office) => ({
  id,
  name,
  level,
  parentId,
  timeZone: zone,
});

const staffed = (office: StaffedOffice) => ({ ...itemOf(office), officers: office.officers });

/** As ops see it. */
export function shownOffice({ email, active, ...office }: Omit<KeptOffice, 'officers'>) {
  return { ...itemOf(office), email, active };
}

export function officeRoutes(app: App, { sql, auth }: Services): void {
  app.get(
    '/v1/offices',
    {
      schema: {
        summary: 'The tree, each office after the one above it',
        tags: ['offices'],
        querystring: officeQuery,
        response: { 200: officeList, ...problemsOf(401, 403) },
      },
    },
    async (request) => {
      const user = await auth.user(request);
      const { inactive = false } = request.query;
      if (!inactive && user.role !== 'ops')
        return { items: (await officeTree(sql)).map(staffed), next: null };
      opsOnly(user);
      const offices = await allOffices(sql);
      return {
        items: offices
          .filter(({ active }) => active || inactive)
          .map((one) => ({ ...shownOffice(one), officers: one.officers })),
        next: null,
      };
    },
  );

  app.get(
    '/v1/agencies',
    {
      schema: {
        summary: 'Agencies that take reports straight (SOP 3); none without anybody to receive them',
        tags: ['public'],
        response: { 200: officeList, ...problemsOf() },
      },
    },
    async () => {
      const agencies = (await officeTree(sql)).filter(
        ({ level, officers }) => level === 'agency' && officers > 0,
      );
      return { items: agencies.map(itemOf), next: null };
    },
  );
}
