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

/** Of one entry, to who wishes for `wished`. `c` is the case after it. */
export function wishedMessage(
  { type, alert, opens, to }: Pick<Entry, 'type' | 'alert' | 'opens' | 'to'>,
  c: Pick<Case, 'holder'>,
  f: Facts,
  wished: readonly Update[],
): Message | undefined {
  if (alert) {
    const what = alert.kind === 'breach' && wished.includes('lateness') ? owed[alert.clock]?.(f) : undefined;
    return what === undefined ? undefined : onWish.late(f, what);
  }
  if (!wished.includes('hand-overs') || to === null || !opens || !c.holder) return undefined;
  return type === 'disposed' || type === 'returned' ? onWish[type](f) : undefined;
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
