// Numbers of other systems (reading 28), added to a report by whoever of its offices may see it, also after its end.
import type { App, Services } from '../services.ts';
import { addReference, referencesOf } from '../../db/references/references.ts';
import { callAddition } from '../../db/messages/addition-calls.ts';
import { visible } from '../complaints/found.ts';
import { Problem } from '../http/problems.ts';
import { numberParams, problemsOf } from '../../contract/common.ts';
import { addedReference, reference } from '../../contract/references.ts';
import { alreadyKnown } from './adding.ts';
import { addedReferenceOf } from './view.ts';

const most = 50;

export function referenceRoutes(app: App, services: Services): void {
  const { sql } = services;

  app.post(
    '/v1/complaints/:number/references',
    {
      config: { callers: ['officer'], scopes: ['complaints:decide'] },
      schema: {
        summary: 'Add the number by which another system knows it (reading 28); it stays',
        tags: ['offices'],
        params: numberParams,
        body: reference,
        response: { 201: addedReference, ...problemsOf(404, 409) },
      },
    },
    async (request, reply) => {
      const { user, body } = request;
      const { name, office } = user;
      const row = await visible(services, request);
      const { number } = row;
      if ((await referencesOf(sql, number)).length >= most) throw new Problem('too-many-references');
      const line = await sql.begin(async (tx) => {
        const added = await addReference(tx, number, body, { name, officeId: office.id });
        if (!added) throw await alreadyKnown(tx, { number, one: body, path: 'id', user });
        await callAddition(tx, row, { type: 'reference-added', ...added, data: { reference: body } });
        return { ...body, number, at: added.at, byName: name, office: office.name };
      });
      // Once it is committed, and not before.
      return reply.code(201).send(addedReferenceOf(line, office.zone));
    },
  );
}
