// Its holder hides more of a report from the public than was masked (reading 14).
import type { App, Services } from '../../services.ts';
import { seesAll } from '../../identity/eyes.ts';
import type { User } from '../../identity/session.ts';
import { complaintByNumber, type ComplaintRow } from '../../../db/complaints/complaint-row.ts';
import type { Sql } from '../../../db/connection/client.ts';
import { addNote } from '../../../db/desk/notes.ts';
import { noteBy } from '../../desk/note-routes.ts';
import { speaksFor } from '../../../db/offices/successions.ts';
import { type Hiding, hideMore } from '../../../db/public/public-texts.ts';
import type { Words } from '../../../sop/texts/language.ts';
import { publicVersionOf } from '../views/office-view.ts';
import { invalidField, Problem } from '../../http/problems.ts';
import { numberParams, problemsOf } from '../../../contract/common.ts';
import { hiding, publicVersion } from '../../../contract/office.ts';
import { visible } from '../found.ts';

export function publicVersionRoutes(app: App, services: Services): void {
  const { sql } = services;
  app.put(
    '/v1/complaints/:number/public-version',
    {
      config: { callers: ['officer'] },
      schema: {
        summary: 'Hide words, or all of it, from the public; an internal note says who did',
        tags: ['offices'],
        params: numberParams,
        body: hiding,
        response: { 200: publicVersion, ...problemsOf(404) },
      },
    },
    async (request) => {
      const { user } = request;
      const row = await visible(services, request);
      if (!(await mayHide(sql, row, user))) throw new Problem('not-holder');
      if (!publicVersionOf(row))
        throw new Problem('not-found', {
          detail: { id: 'Laporan ini tidak terbuka.', en: 'This report is not for all to read.' },
        });
      const { number } = row;
      const { words, hidden } = request.body;
      const { username, office } = user;
      await sql.begin(async (tx) => {
        const unknown = await hideMore(tx, number, { words, hidden, by: { username, officeId: office.id } });
        if (unknown !== undefined)
          throw invalidField(`words.${unknown}`, {
            id: 'Tidak ada dalam versi publik',
            en: 'Not in the public version',
          });
        await addNote(tx, noteBy(user, number, noteOf({ words, hidden })));
      });
      const now = await complaintByNumber(sql, number);
      return publicVersionOf(now ?? row) as NonNullable<ReturnType<typeof publicVersionOf>>;
    },
  );
}

/** The holder; who answered, or has taken over since (27), when no office holds it any more; national always. */
async function mayHide(sql: Sql, { holderId, answerOfficeId }: ComplaintRow, user: User): Promise<boolean> {
  if (seesAll(user) || holderId === user.office.id) return true;
  return holderId === null && answerOfficeId !== null && speaksFor(sql, user.office.id, answerOfficeId);
}

const hiddenNow: Words = {
  id: 'Laporan disembunyikan dari publik.',
  en: 'The report is hidden from the public.',
};
const shownAgain: Words = {
  id: 'Laporan ditampilkan lagi kepada publik.',
  en: 'The report is shown to the public again.',
};

function noteOf({ words, hidden }: Pick<Hiding, 'words' | 'hidden'>): Words {
  const all = words.map((word) => `“${word}”`).join(', ');
  const some: Words[] =
    words.length > 0
      ? [{ id: `Disembunyikan dari publik: ${all}.`, en: `Hidden from the public: ${all}.` }]
      : [];
  const whole = hidden === undefined ? [] : [hidden ? hiddenNow : shownAgain];
  const said = [...whole, ...some];
  return { id: said.map(({ id }) => id).join(' '), en: said.map(({ en }) => en).join(' ') };
}
