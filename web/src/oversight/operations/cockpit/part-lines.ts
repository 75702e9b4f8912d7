// What is known of a part, in lines: none when it did not answer.
import type { CockpitParts } from '../../../api/types.ts';
import { useFormat } from '../../../texts/format.ts';
import { useCockpitTexts, useOperationsTexts } from '../../../texts/oversight.ts';

const giga = 1_000_000_000;
const soonest = 3;
/** A build that the worker was given is short; one that the SDK makes up ends as its own. */
const briefly = (build: string | null) => build && build.slice(-8);

type Schedules = NonNullable<CockpitParts['schedules']['facts']>['next'];

/** Those that somebody should look at, and of the others the first to run; all of them have a page of their own. */
function tellingOf(schedules: Schedules): Schedules {
  const odd = schedules.filter(({ paused, lastResult }) => paused || lastResult === 'failed');
  const next = schedules
    .filter((one) => !odd.includes(one) && one.nextRunAt)
    .toSorted((a, b) => Date.parse(a.nextRunAt ?? '') - Date.parse(b.nextRunAt ?? ''));
  return [...odd, ...next.slice(0, soonest)];
}

export function usePartLines() {
  const { lines } = useCockpitTexts();
  const { schedule } = useOperationsTexts();
  const { number, bytes, moment } = useFormat();
  const said = {
    number,
    moment,
    bytes: (count: number) => (count < giga ? bytes(count) : `${number(count / giga)} GB`),
  };
  const given = <Facts>(facts: Facts | null, say: (facts: Facts) => string[]) => (facts ? say(facts) : []);
  const ways: { [Name in keyof CockpitParts]: (part: CockpitParts[Name]) => string[] } = {
    engine: ({ facts }) => given(facts, lines.engine),
    worker: ({ facts }) =>
      given(facts, ({ pollers }) =>
        lines.worker({ pollers: pollers.map((one) => ({ ...one, build: briefly(one.build) })) }, said),
      ),
    queue: ({ facts }) => given(facts, (one) => lines.queue(one, said)),
    database: ({ facts }) => given(facts, (one) => lines.database(one, said)),
    size: ({ facts }) => given(facts, (one) => lines.size(one, said)),
    record: ({ facts }) => given(facts, (one) => lines.record(one, said)),
    starting: ({ facts }) => given(facts, (one) => lines.starting(one, said)),
    reconciliation: ({ facts }) => given(facts, (one) => lines.reconciliation(one, said)),
    mail: ({ facts }) => given(facts, (one) => lines.mail(one, said)),
    webhooks: ({ facts }) => given(facts, (one) => lines.webhooks(one, said)),
    schedules: ({ facts }) =>
      given(facts, ({ next }) =>
        lines.schedules(
          { next: tellingOf(next).map((one) => ({ ...one, what: schedule.what(one.id, one.what) })) },
          said,
        ),
      ),
    calendar: ({ facts }) => given(facts, lines.calendar),
    storage: ({ facts }) => given(facts, (one) => lines.storage(one, said)),
    scanning: ({ facts }) => given(facts, (one) => lines.scanning(one, said)),
    reading: ({ facts }) => given(facts, (one) => lines.reading(one, said)),
    versions: ({ facts }) => given(facts, lines.versions),
  };
  return <Name extends keyof CockpitParts>(name: Name, parts: Pick<CockpitParts, Name>) =>
    ways[name](parts[name]);
}
