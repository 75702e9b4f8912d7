import type { App, Services } from '../app.ts';
import { problemsOf } from '../schemas/common.ts';
import { credentials, session } from '../schemas/people.ts';
import { zoned } from '../zoned.ts';

export function sessionRoutes(app: App, { auth }: Services): void {
  app.post(
    '/v1/sessions',
    {
      schema: {
        summary: 'Log in',
        tags: ['offices'],
        body: credentials,
        response: { 200: session, ...problemsOf(401, 413, 415) },
      },
    },
    async (request) => {
      const { username, password } = request.body;
      const { user, token, expiresAt } = await auth.logIn(username, password, request.ip);
      const { name, role, office } = user;
      return {
        token,
        expiresAt: zoned(expiresAt, office.zone),
        user: {
          username: user.username,
          name,
          role,
          office: { id: office.id, name: office.name, level: office.level },
        },
      };
    },
  );
}
