// What the map is drawn from on which a reporter shows a point.
import type { App, Services } from '../services.ts';
import { mapSource } from '../../contract/reporter/regions.ts';

export function mapRoutes(app: App, { mapTiles }: Services): void {
  app.get(
    '/v1/map',
    {
      config: { callers: ['anyone' as const], limit: { name: 'map', perMinute: 60 } },
      schema: {
        summary: 'The tiles that lie under the map, or none',
        tags: ['public'],
        response: { 200: mapSource },
      },
    },
    () => ({ tiles: mapTiles ?? null }),
  );
}
