// The time ledger: each visit of each office to each row (reading 17).
import { IconAlertOctagon } from '@tabler/icons-react';
import { useOfficeFormat } from '../../../texts/office-format.ts';
import { ScrollTable } from '../../../shared/officers/scroll-table.tsx';
import { useOfficeTexts } from '../../../texts/office.ts';
import type { Report } from '../../../api/types.ts';
import { spanWords } from '../../working-time.ts';
import classes from '../report.module.css';
import { Section } from '../../../shared/officers/section.tsx';

export function Ledger({ report }: { report: Report }) {
  const { report: texts, words } = useOfficeTexts();
  const { ledger } = texts;
  const { brief } = useOfficeFormat();
  const at = (moment: string | null) => (moment ? brief(moment) : ledger.none);
  const span = (minutes: number) =>
    minutes === 0 ? words.time.minutes(0) : spanWords({ days: 0, minutes }, words.time);
  return (
    <Section title={ledger.title}>
      <p className={classes.by}>{ledger.lead}</p>
      <ScrollTable caption={ledger.title} className={classes.table}>
        <thead>
          <tr>
            {[ledger.step, ledger.office, ledger.received, ledger.due, ledger.ended].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
            <th scope="col">{ledger.used}</th>
            <th scope="col">{ledger.paused}</th>
          </tr>
        </thead>
        <tbody>
          {report.visits.map((visit) => (
            <tr key={visit.visit}>
              <th scope="row">{visit.step}</th>
              <td>{visit.office?.name ?? words.levels.system}</td>
              <td>{at(visit.receivedAt)}</td>
              <td>{words.markedBriefly(at(visit.dueAt), visit.provisional)}</td>
              <td>{visit.endedAt ? at(visit.endedAt) : ledger.open}</td>
              <td>
                {visit.consumedMinutes === null ? ledger.none : span(visit.consumedMinutes)}
                {visit.breachedAt && (
                  <span className={classes.late}>
                    <IconAlertOctagon size={16} aria-hidden /> {ledger.late}
                  </span>
                )}
              </td>
              <td>{visit.pausedMinutes === 0 ? ledger.none : span(visit.pausedMinutes)}</td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
      {report.breaches.length > 0 && (
        <>
          <h3>{ledger.breaches}</h3>
          <ul className={classes.plain}>
            {report.breaches.map(({ clock, step, due, provisional, charged }) => (
              <li key={`${clock} ${due}`}>
                {ledger.breached(
                  texts.events.clocks[clock] ?? clock,
                  words.step(step),
                  words.markedBriefly(at(due), provisional),
                  charged.name,
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}
