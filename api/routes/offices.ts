// The office tree, and the agencies that the public may file to.
import type { App, Services } from '../app.ts';
import { officeTree } from '../../db/queries/office-tree.ts';
import { problemsOf } from '../schemas/common.ts';
import { officeList } from '../schemas/people.ts';
import type { Office } from '../../sop/offices.ts';

const itemOf = ({ id, name, level, parentId, zone }: Office) => ({
  id,
  name,
  level,
  parentId,
  timeZone: zone,
});

export function officeRoutes(app: App, { sql, auth }: Services): void {
  app.get(
    '/v1/offices',
    {
      schema: {
        summary: 'The tree, each office after the one above it',
        tags: ['offices'],
        response: { 200: officeList, ...problemsOf(401) },
      },
    },
    async (request) => {
      await auth.user(request);
      return { items: (await officeTree(sql)).map(itemOf), next: null };
    },
  );

  app.get(
    '/v1/agencies',
    {
      schema: {
        summary: 'Agencies that take reports straight (SOP 3)',
        tags: ['public'],
        response: { 200: officeList, ...problemsOf() },
      },
    },
    async () => {
      const agencies = (await officeTree(sql)).filter(({ level }) => level === 'agency');
      return { items: agencies.map(itemOf), next: null };
    },
  );
}
