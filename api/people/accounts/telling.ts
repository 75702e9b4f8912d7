// Everybody concerned hears of an account: whose it is, who asked, and the other ops (decision 50).
import { randomUUID } from 'node:crypto';
import type { Db } from '../../../db/connection/client.ts';
import { insertNotifications } from '../../../db/messages/notifications.ts';
import { officeById } from '../../../db/offices/offices.ts';
import type { AskedFields } from '../../../db/people/account-requests.ts';
import { opsPeople, peopleNamed, type Reached } from '../../../db/people/users.ts';
import type { Message } from '../../../sop/notices/notices.ts';
import {
  accountAsked,
  type AccountChange,
  accountDone,
  accountOfYoursChanged,
  accountRefused,
  changeOfYoursAsked,
} from '../../../sop/notices/to-ops/accounts.ts';

interface Person {
  username: string;
  name: string;
}

/** Of which account, and what becomes of it. */
interface Change {
  username: string;
  isNew: boolean;
  fields: AskedFields;
}

/** The other ops, who may approve it, and the person concerned. */
export async function tellAsked(
  tx: Db,
  mailing: boolean,
  change: Change,
  { by, why, goodUntil }: { by: Person; why: string; goodUntil: Date },
): Promise<void> {
  const { words, concerned, ops } = await toBeTold(tx, change, by);
  const asked = { by: by.name, why, until: goodUntil.toISOString() };
  await tellEach(tx, mailing, ops, ({ zone }) => accountAsked(words, asked, zone));
  await tellEach(tx, mailing, concerned, () => changeOfYoursAsked(words, by.name));
}

/** The person concerned and all ops but `doer`. `by`: who answers for it, the one who asked first. */
export async function tellDone(
  tx: Db,
  mailing: boolean,
  change: Change,
  { by, doer }: { by: readonly Person[]; doer: Person },
): Promise<void> {
  const { words, concerned, ops } = await toBeTold(tx, change, doer);
  const names = by.map(({ name }) => name);
  await tellEach(tx, mailing, ops, () => accountDone(words, names));
  await tellEach(tx, mailing, concerned, () => accountOfYoursChanged(words, names));
}

/** Likewise, of what is not carried out. */
export async function tellRefused(
  tx: Db,
  mailing: boolean,
  change: Change,
  { by, why, withdrawn }: { by: Person; why: string | null; withdrawn: boolean },
): Promise<void> {
  const { words, concerned, ops } = await toBeTold(tx, change, by);
  const how = { by: by.name, why, withdrawn };
  await tellEach(tx, mailing, [...ops, ...concerned], () => accountRefused(words, how));
}

async function toBeTold(
  tx: Db,
  { username, isNew, fields }: Change,
  doer: Person,
): Promise<{ words: AccountChange; concerned: Reached[]; ops: Reached[] }> {
  const { password, withoutSecondFactor, role, officeId, active, name, email, unlink } = fields;
  const office = officeId === undefined ? undefined : ((await officeById(tx, officeId))?.name ?? officeId);
  const other = [name, email, unlink].some((one) => one !== undefined);
  const isAnother = (one: Reached) => one.username !== doer.username;
  return {
    words: { username, isNew, password, withoutSecondFactor, role, office, active, other },
    concerned: (await peopleNamed(tx, [username])).filter(isAnother),
    ops: (await opsPeople(tx)).filter((one) => isAnother(one) && one.username !== username),
  };
}

/** Whatever they chose to be told, by console and mail. */
async function tellEach(
  tx: Db,
  mailing: boolean,
  people: readonly Reached[],
  messageFor: (one: Reached) => Message,
): Promise<void> {
  const list = people.map((one) => ({
    key: `account:${randomUUID()}`,
    number: null,
    topic: null,
    officeId: one.officeId,
    username: one.username,
    ...messageFor(one),
  }));
  await insertNotifications(tx, list, mailing);
}
