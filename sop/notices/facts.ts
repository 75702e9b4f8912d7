// What is said of an entry: the facts that the texts speak of, and what its reporter is told.
import { type Case, type Changes, holderOf, isOver, system } from '../case.ts';
import { clockTold, type Entry } from '../entry.ts';
import type { Office } from '../offices.ts';
import type { Update } from '../terms.ts';
import { changeWords, rowWords } from '../texts/en/terms.ts';
import type { Calendars } from '../time/calendar.ts';
import { isProvisional } from '../time/calendar-end.ts';
import type { Facts, Message } from './notices.ts';
import { dueIn } from './told.ts';
import { toReporter } from './to-reporter.ts';
import { onWish, owed } from './to-reporter/on-wish.ts';

/** What the reporter is told of an entry, if anything. */
export function reporterMessage(entry: Entry, facts: Facts): Message | undefined {
  // They know what they changed themselves.
  if (entry.type === 'corrected' && facts.byReporter) return undefined;
  const write = toReporter[entry.type as keyof typeof toReporter] as ((f: Facts) => Message) | undefined;
  return write?.(facts);
}

type Happened = Pick<Entry, 'type' | 'alert' | 'opens' | 'to'>;

/** What one may wish to hear of, an entry being such. `c` is the case after it. */
export function updateOf({ type, alert, opens, to }: Happened, c: Pick<Case, 'holder'>): Update | undefined {
  if (alert) return alert.kind === 'breach' && owed[alert.clock] ? 'lateness' : undefined;
  const hands = type === 'disposed' || type === 'returned';
  return hands && to !== null && opens && c.holder ? 'hand-overs' : undefined;
}

/** Of one entry, to who wishes for `wished`. `c` is the case after it. */
export function wishedMessage(
  entry: Happened,
  c: Pick<Case, 'holder'>,
  f: Facts,
  wished: readonly Update[],
): Message | undefined {
  const update = updateOf(entry, c);
  if (update === undefined || !wished.includes(update)) return undefined;
  const what = entry.alert && owed[entry.alert.clock]?.(f);
  if (what !== undefined) return onWish.late(f, what);
  return onWish[entry.type === 'disposed' ? 'disposed' : 'returned'](f);
}

/** What the texts about an entry speak of. `c` is the case after it, with its clocks. */
export function factsOf(
  entry: Entry,
  c: Case,
  { number, title }: { number: string; title: string },
  { offices, calendar }: { offices: ReadonlyMap<string, Office>; calendar: Calendars },
): Facts {
  const speaker = entry.actor.officeId ?? entry.alert?.charged ?? entry.from ?? entry.to;
  const zone = offices.get(entry.to ?? entry.from ?? '')?.zone ?? c.path.national.zone;
  const clock = clockTold(entry, c);
  const due = entry.alert?.due ?? clock?.due;
  return {
    number,
    title,
    stepName: rowWords(c.step),
    office: (speaker && offices.get(speaker)?.name) || system.name,
    holder: holderOf(c).name,
    final: isOver(c),
    original: entry.duplicateOf ?? '',
    deadline: due
      ? dueIn(due, zone, isProvisional(clock, calendar))
      : { id: 'belum dihitung', en: 'not reckoned yet' },
    untold: c.stopped?.untold === true,
    byReporter: entry.actor.role === 'reporter',
    corrected: changeWords(Object.keys(entry.changes ?? {}) as (keyof Changes)[]),
    lastWord: c.objections >= c.rules.maxObjections,
    told: (entry.alert?.officeIds ?? []).map((id) => offices.get(id)?.name ?? id),
    text: entry.text ?? '',
    reason: entry.reason ?? '',
  };
}
