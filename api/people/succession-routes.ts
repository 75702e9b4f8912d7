// Ops: an office that ends joins another (reading 27).
import type { App, Services } from '../services.ts';
import { allOffices, type KeptOffice, lockOffices } from '../../db/offices/offices.ts';
import { beginSuccession, isSucceeding, successionById } from '../../db/offices/successions.ts';
import type { Db } from '../../db/connection/client.ts';
import { problemsOf } from '../../contract/common.ts';
import { officeParams } from '../../contract/ops.ts';
import { newSuccession, succession, successionBegun, successionParams } from '../../contract/successions.ts';
import { invalidField, noOffice, Problem } from '../http/problems.ts';
import { changing } from '../operations/noted.ts';
import { zoned, zonedMove, zonedOrNull } from '../values/zoned.ts';
import { whatMoves } from './succession-preview.ts';

export function successionRoutes(app: App, services: Services): void {
  const { sql, engine } = services;

  app.post(
    '/v1/offices/:id/succession',
    {
      config: { callers: ['ops'], changes: 'office' },
      schema: {
        summary: 'The office ends and joins another of its level; its open reports move there (reading 27)',
        tags: ['ops'],
        params: officeParams,
        body: newSuccession,
        response: { 200: successionBegun, ...problemsOf(404, 409) },
      },
    },
    async (request, reply) => {
      const { user } = request;
      const { id: officeId } = request.params;
      const { successorId, preview, ...options } = request.body;
      const { office, successor } = await pairOf(sql, officeId, successorId);
      const why = `${office.name} bergabung ke ${successor.name} (${user.name})`;
      const { deadlines, ...moving } = await whatMoves(sql, officeId, successor);
      let id: number | null = null;
      if (preview) request.noted = true;
      else {
        const change = { joins: successorId, ...options };
        id = await changing(sql, request, { subject: officeId, change }, async (tx) => {
          await lockOffices(tx);
          await pairOf(tx, officeId, successorId);
          const { total } = moving;
          return beginSuccession(tx, {
            officeId,
            successorId,
            why,
            options,
            total,
            createdBy: user.username,
          });
        });
        // What cannot start now is started by the worker's sweep, which notes it as started too.
        await engine.startSuccession({ id, officeId }).catch(() => {});
        reply.header('location', `/v1/successions/${id}`);
      }
      const { zone } = user.office;
      return {
        preview,
        id,
        office: { id: office.id, name: office.name },
        successor: { id: successor.id, name: successor.name },
        why,
        ...moving,
        deadlines: {
          total: deadlines.total,
          changes: deadlines.moves.map((move) => zonedMove(move, zone)),
        },
      };
    },
  );

  app.get(
    '/v1/successions/:id',
    {
      config: { callers: ['ops'] },
      schema: {
        summary: 'How far the reports of an office that ends have moved',
        tags: ['ops'],
        params: successionParams,
        response: { 200: succession, ...problemsOf(404) },
      },
    },
    async (request) => {
      const found = await successionById(sql, request.params.id);
      if (!found) throw new Problem('not-found');
      const { zone } = request.user.office;
      const { officeId, officeName, successorId, successorName, createdAt, finishedAt, ...same } = found;
      return {
        ...same,
        office: { id: officeId, name: officeName },
        successor: { id: successorId, name: successorName },
        createdAt: zoned(createdAt, zone),
        finishedAt: zonedOrNull(finishedAt, zone),
      };
    },
  );
}

/** Both offices. Throws when the one cannot end, or the other cannot take over. */
async function pairOf(
  db: Db,
  officeId: string,
  successorId: string,
): Promise<{ office: KeptOffice; successor: KeptOffice }> {
  const offices = await allOffices(db);
  const office = offices.find(({ id }) => id === officeId);
  if (!office) throw new Problem('not-found');
  if (office.level === 'national') throw new Problem('national-office');
  if (office.successorId !== null || !office.active) throw new Problem('office-ended');
  if (await isSucceeding(db, officeId)) throw new Problem('succession-running');
  const successor = offices.find(({ id, active }) => id === successorId && active);
  if (!successor || successor.successorId !== null) throw invalidField('successorId', noOffice);
  if (successorId === officeId)
    throw invalidField('successorId', {
      id: 'Kantor tidak dapat bergabung ke dirinya sendiri',
      en: 'An office cannot join itself',
    });
  if (successor.level !== office.level)
    throw invalidField('successorId', {
      id: 'Harus kantor pada tingkat yang sama',
      en: 'It must be an office of the same level',
    });
  return { office, successor };
}
