// Figures with what they are, and how each is said.
import type { Performance } from '../../api/types.ts';
import { useFormat } from '../../texts/format.ts';
import { usePerformanceTexts } from '../../texts/performance.ts';
import classes from './performance.module.css';

export function Facts({ facts }: { facts: [what: string, figure: string][] }) {
  return (
    <dl className={classes.facts}>
      {facts.map(([what, figure]) => (
        <div key={what}>
          <dt>{what}</dt>
          <dd>{figure}</dd>
        </div>
      ))}
    </dl>
  );
}

export function useFacts() {
  const texts = usePerformanceTexts();
  const { number } = useFormat();
  return {
    share: (percent: number | null) => (percent === null ? texts.none : texts.percent(number(percent))),
    days: (days: number | null) => (days === null ? texts.none : texts.days(number(days))),
    /** Where there is no figure because it would be of too few answers. */
    few: (figure: number | null, say: (figure: number) => string) =>
      figure === null ? texts.fewAnswers : say(figure),
    time: (minutes: number | null) =>
      minutes === null
        ? texts.none
        : minutes < 0.5
          ? texts.lessThanAMinute
          : texts.time(Math.floor(Math.round(minutes) / 60), Math.round(minutes) % 60),
    rating: (rating: Performance['rating']) =>
      rating ? texts.stars(number(rating.mean), number(rating.total)) : texts.few,
  };
}
