// The SOP's rows as a track: where the report is, and where it was.
import { IconCheck, IconFlagFilled, IconHistory, IconMapPinFilled } from '@tabler/icons-react';
import { rows } from '../../../../../sop/procedure.ts';
import { isEnd, statusNameOf, type Step } from '../../../../../sop/terms.ts';
import { useOfficeFormat } from '../../../texts/office-format.ts';
import { useOfficeTexts } from '../../../texts/office.ts';
import type { Report } from '../../../api/types.ts';
import { Section } from '../../../shared/officers/section.tsx';
import classes from './track.module.css';

type Place = 'past' | 'now' | 'ended' | 'again' | 'skipped' | 'ahead';

/** A row passed by without a visit was not taken; one further on was left by a return or an objection. */
function placeOf(step: Step, { step: now, status, visits }: Report): Place {
  if (step === now) return isEnd(status) ? 'ended' : 'now';
  const visited = visits.some((visit) => visit.step === step);
  if (step < now) return visited ? 'past' : 'skipped';
  if (visited) return 'again';
  return isEnd(status) ? 'skipped' : 'ahead';
}

const icons = { now: IconMapPinFilled, ended: IconFlagFilled, past: IconCheck, again: IconHistory };

export function Track({ report }: { report: Report }) {
  const { report: texts, words } = useOfficeTexts();
  const { brief } = useOfficeFormat();
  return (
    <Section title={texts.track.title} screenOnly>
      <ol className={classes.track}>
        {rows.map(({ step }) => {
          const place = placeOf(step, report);
          const Icon = place === 'ahead' || place === 'skipped' ? undefined : icons[place];
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
                {Icon ? <Icon size={16} /> : step}
              </span>
              <div>
                <p className={classes.name}>
                  {step}. {words.rows[step]}
                </p>
                <p className={classes.where}>
                  {[
                    place === 'ended' ? words.statuses[statusNameOf(report)] : texts.track[place],
                    place === 'now' && report.status === 'awaiting-completion' && texts.track.waits,
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
