// Ops: how every part of the running system is, in one answer.
import { cockpit } from '../../../contract/operations/cockpit.ts';
import { forOthersToo } from '../../http/in-time.ts';
import type { App, Services } from '../../services.ts';
import { keptFor } from '../../values/kept.ts';
import { zonedAll } from '../../values/zoned.ts';
import { cockpitParts } from './parts.ts';

/** However many look, each part is asked once in this time. */
const keptMs = 1_000;

export function cockpitRoutes(app: App, services: Services): void {
  const look = keptFor(keptMs, cockpitParts(services, app.log));

  app.get(
    '/v1/operations',
    {
      config: { callers: ['ops'] },
      schema: {
        summary: 'How every part of the running system is; one that hangs keeps back none of the others',
        tags: ['ops'],
        response: { 200: cockpit },
      },
    },
    async (request) => zonedAll(await forOthersToo(look), request.user.office.zone),
  );
}
