// Before anything of the second factor changes the password is asked again; what was shown makes another session.
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { provenSession } from '../../../contract/identity/second-factor.ts';
import type { Sql } from '../../../db/connection/client.ts';
import { invalidField } from '../../http/problems.ts';
import { agentOf, type Auth } from '../auth.ts';
import { checkPassword } from '../check-password.ts';
import { answerOf } from '../session-routes.ts';
import type { Session } from '../session.ts';

type Asked = FastifyRequest & { session: Session };

/** So that a session that somebody finds open adds no way in of theirs. Throws `invalid-fields`, and `locked` after ten wrong ones. */
export async function requirePassword(sql: Sql, request: Asked, password: string): Promise<void> {
  const { user, token } = request.session;
  if (!(await checkPassword(sql, user.username, password, token.id)))
    throw invalidField('password', { id: 'Kata sandi salah', en: 'Wrong password' });
}

/**
 * The second factor was given, or one was added: the session goes on as another. A browser is given its cookie with the
 * answer, a program its token in it. `epoch`: where the user's sessions were ended.
 */
export async function provenAnswer(
  auth: Auth,
  request: Asked,
  epoch?: number,
): Promise<z.output<typeof provenSession>> {
  const { signed, ...opened } = await auth.prove(request.session, agentOf(request), epoch);
  const isProgram = opened.token.kind === 'bearer';
  request.session = { ...opened, signed: isProgram ? undefined : signed };
  return { ...answerOf(auth, opened), ...(isProgram && { token: signed }) };
}
