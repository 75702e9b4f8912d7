// Ops: the office tree.
import type { z } from 'zod';
import type { App, Services } from '../services.ts';
import { changing, note } from '../operations/noted.ts';
import { changeRules } from '../rules/change-rules.ts';
import type { Db } from '../../db/connection/client.ts';
import {
  addOffice,
  allOffices,
  changeOffice,
  type KeptOffice,
  lockOffices,
  openComplaintsOf,
} from '../../db/offices/offices.ts';
import { invalidField, noOffice, Problem } from '../http/problems.ts';
import { problemsOf } from '../../contract/common.ts';
import { changedOffice, newOffice, office, officeParams } from '../../contract/ops.ts';
import { isDirectlyBelow, type Office } from '../../sop/offices.ts';
import { shownOffice } from './office-routes.ts';

type Change = z.output<typeof changedOffice>;

export function officeChangeRoutes(app: App, services: Services): void {
  const { sql } = services;

  app.post(
    '/v1/offices',
    {
      config: { callers: ['ops'], changes: 'office' },
      schema: {
        summary: 'A new office, directly below another one',
        tags: ['ops'],
        body: newOffice,
        response: { 201: office, ...problemsOf(409) },
      },
    },
    async (request, reply) => {
      const { timeZone: zone, email = null, parentId = null, ...fields } = request.body;
      const made = { ...fields, parentId, zone, email };
      await changing(sql, request, { subject: made.id, change: made }, async (tx) => {
        await lockOffices(tx);
        requirePlace(made, await allOffices(tx));
        if (!(await addOffice(tx, made))) throw new Problem('office-exists');
      });
      return reply.code(201).send(shownOffice({ ...made, active: true }));
    },
  );

  app.patch(
    '/v1/offices/:id',
    {
      config: { callers: ['ops'], changes: 'office' },
      schema: {
        summary: 'Change an office; with its time zone its open deadlines move',
        tags: ['ops'],
        params: officeParams,
        body: changedOffice,
        response: { 200: office, ...problemsOf(404, 409) },
      },
    },
    async (request) => {
      const { user } = request;
      const { id } = request.params;
      const before = (await allOffices(sql)).find((one) => one.id === id);
      if (!before) throw new Problem('not-found');
      const { timeZone: zone = before.zone } = request.body;
      const noted = { subject: id, change: request.body };
      const change = (tx: Db) => apply(tx, before, request.body);
      if (zone === before.zone) await changing(sql, request, noted, change);
      else {
        const why = `Zona waktu ${before.name}: ${before.zone} → ${zone} (${user.name})`;
        await changeRules(services, request, {
          why,
          preview: false,
          change: async (tx) => {
            await note(tx, request, noted);
            await change(tx);
          },
        });
      }
      const after = (await allOffices(sql)).find((one) => one.id === id);
      return shownOffice(after ?? before);
    },
  );
}

/** Throws when it cannot be below that office, or would be a second national one. */
function requirePlace(made: Office, offices: KeptOffice[]): void {
  if (made.level === 'national') {
    if (offices.some(({ level }) => level === 'national')) throw new Problem('national-office');
    if (made.parentId !== null)
      throw invalidField('parentId', {
        id: 'Kantor nasional tidak berada di bawah kantor lain',
        en: 'The national office is below no other',
      });
    return;
  }
  const above = offices.find(
    ({ id, active, successorId }) => id === made.parentId && active && successorId === null,
  );
  if (!above) throw invalidField('parentId', noOffice);
  if (!isDirectlyBelow(made, above)) {
    throw invalidField('level', {
      id: `Bukan tingkat tepat di bawah ${above.name}`,
      en: `Not the level right below ${above.name}`,
    });
  }
}

async function apply(tx: Db, { id, level }: KeptOffice, body: Change): Promise<void> {
  await lockOffices(tx);
  if (body.active !== undefined) await requireMayBe(tx, { id, level, active: body.active });
  const { timeZone: zone, ...fields } = body;
  await changeOffice(tx, id, { ...fields, ...(zone && { zone }) });
}

/** What holds open complaints, or has offices below it, stays; what has no active office above it does not come back. */
async function requireMayBe(
  tx: Db,
  { id, level, active }: Pick<KeptOffice, 'id' | 'level' | 'active'>,
): Promise<void> {
  const offices = await allOffices(tx);
  if (active) {
    const { parentId, successorId } = offices.find((one) => one.id === id) ?? {};
    if (successorId)
      throw invalidField('active', {
        id: 'Kantor ini sudah bergabung ke kantor lain',
        en: 'This office has joined another one',
      });
    const above = offices.find((one) => one.id === parentId);
    if (above && !above.active)
      throw invalidField('active', { id: `${above.name} tidak aktif`, en: `${above.name} is not active` });
    return;
  }
  if (level === 'national') throw new Problem('national-office');
  const below = offices.filter((one) => one.parentId === id && one.active);
  if (below.length > 0) {
    throw new Problem('office-in-use', {
      detail: {
        id: `Masih ada ${below.length} kantor aktif di bawahnya.`,
        en: `Active offices below it: ${below.length}.`,
      },
    });
  }
  const open = await openComplaintsOf(tx, id);
  if (open > 0) {
    throw new Problem('office-in-use', {
      detail: {
        id: `${open} laporan terbuka masih dipegang kantor ini atau dapat kembali kepadanya.`,
        en: `Open reports that this office holds, or that can come back to it: ${open}.`,
      },
    });
  }
}
