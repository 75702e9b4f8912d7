// What goes with every factor that is added: its note, its notice, the codes on paper, and another session.
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { addedFactor } from '../../../contract/identity/second-factor.ts';
import type { Db } from '../../../db/connection/client.ts';
import { factorsOf, isAny, lockFactors } from '../../../db/people/second-factors/second-factors.ts';
import { endAllSessions } from '../../../db/people/sessions.ts';
import type { FactorNews } from '../../../sop/notices/to-officer/second-factor.ts';
import { changing } from '../../operations/noted.ts';
import type { Services } from '../../services.ts';
import type { Session, User } from '../session.ts';
import { provenAnswer } from './asked-again.ts';
import { makeRecoveryCodes } from './recovery.ts';
import { tellOfFactor } from './telling.ts';

type Asked = FastifyRequest & { session: Session; user: User };

/**
 * Adds it by `add`, all in one transaction. Everybody else who is signed in to the account is signed out: they have not
 * shown it. With the first factor come the codes on paper; whoever dies before they are read makes them anew.
 */
export async function addFactor(
  { sql, auth, mailing }: Services,
  request: Asked,
  what: FactorNews & `${string}-added`,
  add: (tx: Db) => Promise<void>,
): Promise<z.output<typeof addedFactor>> {
  const { user } = request;
  const { username } = user;
  const change = { secondFactor: what };
  const { codes, epoch } = await changing(sql, request, { subject: username, change }, async (tx) => {
    await lockFactors(tx, username);
    const isFirst = !isAny(await factorsOf(tx, username));
    await add(tx);
    await tellOfFactor(tx, user, what, mailing);
    return {
      codes: isFirst ? await makeRecoveryCodes(tx, username) : null,
      epoch: await endAllSessions(tx, username),
    };
  });
  return { session: await provenAnswer(auth, request, epoch), recoveryCodes: codes };
}
