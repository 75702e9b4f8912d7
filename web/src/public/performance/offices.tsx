// The offices, in the order that was chosen, narrowed to what is sought.
import { useMemo } from 'react';
import type { Performance } from '../../api/types.ts';
import { officeFinder } from '../../shared/finding/find-offices.ts';
import { useFormat } from '../../texts/format.ts';
import { usePerformanceTexts } from '../../texts/performance.ts';
import { Facts, useFacts } from './facts.tsx';
import classes from './performance.module.css';

type Office = Performance['offices'][number];
export type Order = (typeof orders)[number];

export const orders = ['name', 'wholeWithin', 'wholeDays', 'within', 'median', 'rating', 'open'] as const;

export function isOrder(text: string | undefined): text is Order {
  return orders.some((order) => order === text);
}

/** What is unknown comes last. */
const weights: Record<Exclude<Order, 'name'>, (office: Office) => number> = {
  wholeWithin: ({ whole }) => whole?.withinPercent ?? Infinity,
  wholeDays: ({ whole }) => -(whole?.medianDays ?? -Infinity),
  within: ({ withinPercent }) => withinPercent ?? Infinity,
  median: ({ medianMinutes }) => -(medianMinutes ?? -Infinity),
  rating: ({ rating }) => rating?.mean ?? Infinity,
  open: ({ open }) => -open,
};

/** They come by name, and stay so among equals. */
function inOrder(offices: readonly Office[], order: Order): Office[] {
  if (order === 'name') return [...offices];
  const weightOf = weights[order];
  return offices.toSorted((a, b) => {
    const [one, other] = [weightOf(a), weightOf(b)];
    return one === other ? 0 : one < other ? -1 : 1;
  });
}

interface OfficesProps {
  offices: readonly Office[];
  order: Order;
  sought: string;
}

export function Offices({ offices, order, sought }: OfficesProps) {
  const texts = usePerformanceTexts();
  const { number } = useFormat();
  const say = useFacts();
  const find = useMemo(
    () => officeFinder(offices.map((office) => ({ ...office, parentId: null }))),
    [offices],
  );
  // By name the nearest comes first, once something is sought.
  const shown = inOrder(find(sought), order);
  return (
    <section aria-labelledby="offices">
      <h2 id="offices">{texts.offices}</h2>
      <p role="status" className="visually-hidden">
        {texts.shown(shown.length)}
      </p>
      {shown.length === 0 && <p>{texts.noOffice}</p>}
      <ul className={classes.offices}>
        {shown.map(({ id, name, level, open, handled, withinPercent, medianMinutes, rating, whole }) => (
          <li key={id}>
            <h3>{name}</h3>
            <p className={classes.level}>{texts.levels[level]}</p>
            {whole && (
              <>
                <Facts
                  facts={[
                    [texts.facts.wholeWithin, say.few(whole.withinPercent, say.share)],
                    [texts.facts.wholeDays, say.few(whole.medianDays, say.days)],
                    [texts.facts.wholeOpen, number(whole.open)],
                    [texts.facts.wholeAnswered, number(whole.answered)],
                  ]}
                />
                <p className={classes.own}>{texts.own}</p>
              </>
            )}
            <Facts
              facts={[
                [texts.facts.within, say.share(withinPercent)],
                [texts.facts.median, say.time(medianMinutes)],
                [texts.facts.open, number(open)],
                [texts.facts.handled, number(handled)],
                [texts.facts.rating, say.rating(rating)],
              ]}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
