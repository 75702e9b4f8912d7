// Whom an entry concerns, and what they are told.
import type { NewNotification } from '../../db/messages/notifications.ts';
import type { Case } from '../../sop/case.ts';
import { type Entry, isAgainstRejection } from '../../sop/entry.ts';
import { factsOf, reporterMessage, wishedMessage } from '../../sop/notices/facts.ts';
import type { Update } from '../../sop/terms.ts';
import type { Facts, Notice } from '../../sop/notices/notices.ts';
import { toOffice } from '../../sop/notices/to-office.ts';
import type { Book } from '../record/book.ts';
import { toReporter } from '../../sop/notices/to-reporter.ts';

/**
 * The notifications of one entry: to the reporter on receipt, first response, answer, question, request, recall,
 * rejection, what becomes of the report that theirs repeats, and end, and of what else they wished for; to offices on arrival, warning, breach, escalation, return, recall, and the reporter's words. `c` is
 * the case after the entry, with its clocks.
 */
export function notificationsFor(
  entry: Entry,
  c: Case,
  complaint: { number: string; title: string; updates: readonly Update[] | null },
  book: Pick<Book, 'offices' | 'calendar'>,
): NewNotification[] {
  const facts = factsOf(entry, c, complaint, book);
  const { number } = complaint;
  const keyOf = (kind: string, to: string) => `${number}:${entry.seq}:${kind}:${to}`;
  const tell = (officeId: string, notice: Notice): NewNotification => ({
    key: keyOf(notice.kind, officeId),
    number,
    officeId,
    ...notice,
  });
  const words = reporterMessage(entry, facts) ?? wishedMessage(entry, c, facts, complaint.updates ?? []);
  const concerned = officeMessage(entry, facts);
  const { alert } = entry;
  return [
    ...(words ? [{ key: keyOf(words.kind, 'reporter'), number, officeId: null, topic: null, ...words }] : []),
    ...(concerned ? [tell(...concerned)] : []),
    ...(isAgainstRejection(entry) ? aboveOf(c).map((id) => tell(id, toOffice.rejectionObjected(facts))) : []),
    ...(alert?.officeIds ?? []).flatMap((id) =>
      alert ? [tell(id, toOffice.alert(facts, alert.clock, alert.kind))] : [],
    ),
  ];
}

/** reading 22: the office above the one that holds it, on its path. */
function aboveOf({ holder, path }: Case): string[] {
  const above = { echelon1: path.agency, agency: path.national }[String(holder?.level)];
  return above ? [above.id] : [];
}

/** To whoever filed the report that this one repeats. */
export function tellOriginal(
  number: string,
  { seq }: Entry,
  original: { number: string; title: string },
): NewNotification {
  const message = toReporter.repeated(original);
  const key = `${number}:${seq}:${message.kind}:reporter`;
  return { key, number: original.number, officeId: null, topic: null, ...message };
}

/** To an office: the report came to it or was taken from it, or the reporter spoke. */
function officeMessage(
  { type, from, to, opens, actor }: Entry,
  facts: Facts,
): [office: string, notice: Notice] | undefined {
  if (type === 'recalled') return from === null ? undefined : [from, toOffice.recalled(facts)];
  if (type === 'withdrawn')
    return from !== null && actor.role === 'reporter' ? [from, toOffice.withdrawn(facts)] : undefined;
  // reading 27: the successor is told of all its reports at once.
  if (to === null || type === 'succeeded') return undefined;
  switch (type) {
    case 'returned':
    case 'completed':
    case 'replied':
    case 'objected':
    case 'messaged':
      return [to, toOffice[type](facts)];
    default:
      return opens && to !== from ? [to, toOffice.arrival(facts)] : undefined;
  }
}
