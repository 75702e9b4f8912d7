// The SOP's rows as a track: where the report is, and where it was.
import { IconCheck, IconMapPinFilled } from '@tabler/icons-react';
import { isEnd, type Step } from '../../../../sop/terms.ts';
import { useOfficeFormat } from '../format.ts';
import { useOfficeTexts } from '../texts.ts';
import type { Report } from '../types.ts';
import { Section } from './section.tsx';
import classes from './track.module.css';

const steps: readonly Step[] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
type Place = 'past' | 'now' | 'skipped' | 'ahead';

/** A row that has been passed by without a visit was not taken. */
function placeOf(step: Step, report: Report): Place {
  if (step === report.step && !isEnd(report.status)) return 'now';
  if (report.visits.some((visit) => visit.step === step)) return 'past';
  return step < report.step || isEnd(report.status) ? 'skipped' : 'ahead';
}

export function Track({ report }: { report: Report }) {
  const { report: texts, words } = useOfficeTexts();
  const { brief } = useOfficeFormat();
  return (
    <Section title={texts.track.title}>
      <ol className={classes.track}>
        {steps.map((step) => {
          const place = placeOf(step, report);
          const visits = report.visits.filter((visit) => visit.step === step);
          const last = visits.at(-1);
          const offices = [...new Set(visits.flatMap(({ office }) => (office ? [office.name] : [])))];
          return (
            <li
              key={step}
              className={classes.stop}
              data-place={place}
              aria-current={place === 'now' ? 'step' : undefined}
            >
              <span className={classes.mark} aria-hidden>
                {place === 'now' && <IconMapPinFilled size={16} />}
                {place === 'past' && <IconCheck size={16} />}
                {(place === 'ahead' || place === 'skipped') && step}
              </span>
              <div>
                <p className={classes.name}>
                  {step}. {words.rows[step]}
                </p>
                <p className={classes.where}>
                  {[
                    texts.track[place],
                    offices.join(', '),
                    last && brief(last.receivedAt),
                    visits.length > 1 && texts.track.times(visits.length),
                    visits.some(({ breachedAt }) => breachedAt) && texts.ledger.late,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
              </div>
            </li>
          );
        })}
      </ol>
    </Section>
  );
}
