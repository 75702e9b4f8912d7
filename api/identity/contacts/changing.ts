// A reporter is to be reached elsewhere (reading 33): the new address confirms itself, the one before is told.
import { randomUUID } from 'node:crypto';
import type { Sql } from '../../../db/connection/client.ts';
import { tellParting } from '../../../db/messages/notifications.ts';
import {
  changeContact,
  type ContactChange,
  contactOf,
  isAnother,
  lockContact,
} from '../../../db/people/contacts.ts';
import { addressChanged } from '../../../sop/texts/own-words.ts';
import { Problem } from '../../http/problems.ts';
import { askReporter } from './confirming.ts';

/**
 * All of it or nothing. Throws `too-many-requests` when five links were asked for in a day, and `closed` when nobody is
 * known as the reporter any more.
 */
export async function changeReporter(
  sql: Sql,
  number: string,
  change: ContactChange,
  mailing: boolean,
): Promise<void> {
  await sql.begin(async (tx) => {
    const before = await lockContact(tx, number);
    if (!before)
      throw new Problem('closed', {
        detail: {
          id: 'Identitas pelapor laporan ini sudah dihapus.',
          en: 'Who reported this has been erased.',
        },
      });
    const another = isAnother(before.email, change.email);
    // Before the change: as long as there is an address, a mail to it is owed.
    if (another && mailing && before.email !== null && before.confirmedAt) {
      const told = { key: `${number}:address-changed:${randomUUID()}`, number, officeId: null, topic: null };
      await tellParting(tx, { ...told, ...addressChanged(number) }, before.email);
    }
    await changeContact(tx, number, before, change);
    const after = await contactOf(tx, { who: 'reporter', subject: number });
    if (another && mailing && after?.email && !after.confirmedAt) await askReporter(tx, number);
  });
}
