// Where a report is, in three steps of plain words, with how long others of its kind took.
import { useQuery } from '@tanstack/react-query';
import { ask } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';
import type { ReporterView, UsualTimes } from '../../api/types.ts';
import { useStepsTexts } from '../../texts/ways.ts';
import classes from './steps.module.css';

/** Of the SOP's rows: with national and agency, with the office that answers, answered. */
const stepOf = (row: number) => (row < 6 ? 0 : row < 11 ? 1 : 2);

export default function Steps({ view }: { view: ReporterView }) {
  const texts = useStepsTexts();
  const { data } = useQuery({
    queryKey: keys.usualTimes,
    queryFn: ({ signal }) => ask<UsualTimes>('/v1/usual-times', { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const usual = data?.items.find(({ kind }) => kind === view.kind);
  const now = stepOf(view.step);
  const steps = [
    [texts.verified, usual && texts.verifiedUsually(usual.reachesUnitDays)],
    [texts.handled, usual && texts.answeredUsually(usual.answerDays)],
    [texts.answered, undefined],
  ];
  return (
    <ol className={classes.steps} aria-label={texts.label}>
      {steps.map(([what, usually], at) => (
        <li
          key={what}
          data-state={at < now ? 'done' : at === now ? 'now' : 'next'}
          aria-current={at === now && 'step'}
        >
          <span>
            {what}
            {at < now && <span className="visually-hidden"> ({texts.done})</span>}
          </span>
          {usually && at >= now && <span className={classes.usually}>{usually}</span>}
        </li>
      ))}
    </ol>
  );
}
