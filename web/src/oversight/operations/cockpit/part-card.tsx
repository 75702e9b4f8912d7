// One part of the running system: its state in a word and a sign, what is known, what is wrong and what to do.
import { IconAlertTriangle, IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { Link } from 'wouter';
import type { CockpitParts } from '../../../api/types.ts';
import card from '../../../shared/page/card.module.css';
import { useFormat } from '../../../texts/format.ts';
import { useCockpitTexts, useOperationsTexts } from '../../../texts/oversight.ts';
import { idOf } from '../runbook/blocks.ts';
import classes from './cockpit.module.css';
import { FailingList } from './failing-list.tsx';
import { Differences } from './differences.tsx';
import { sectionOf } from './runbook-sections.ts';
import { UnusualReading } from './unusual-reading.tsx';

type Name = keyof CockpitParts;
type Trouble = CockpitParts[Name]['troubles'][number];

const icons = { good: IconCircleCheck, look: IconAlertTriangle, broken: IconCircleX };

interface PartCardProps {
  name: Name;
  parts: CockpitParts;
  lines: string[];
}

export function PartCard({ name, parts, lines }: PartCardProps) {
  const texts = useCockpitTexts();
  const { state, troubles } = parts[name];
  const Icon = icons[state];
  return (
    <li
      id={name}
      className={`${card.card} ${classes.part}`}
      data-state={state}
      data-wide={name === 'schedules'}
    >
      <div className={classes.head}>
        <h2>{texts.names[name]}</h2>
        <span className={classes.state} data-state={state}>
          <Icon size={16} aria-hidden /> {texts.states[state]}
        </span>
      </div>
      {lines.length > 0 && (
        <ul className={classes.lines}>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {troubles.map((trouble) => (
        <Advice key={trouble} trouble={trouble} parts={parts} />
      ))}
      {name === 'schedules' && (
        <p className={classes.links}>
          <Link href="/operasi/jadwal">{texts.allSchedules}</Link>
        </p>
      )}
      {name === 'reconciliation' && <Differences part={parts.reconciliation} />}
      {name === 'reading' && <UnusualReading part={parts.reading} />}
      {name === 'mail' && <FailingList items={parts.mail.facts?.failing} />}
      {name === 'webhooks' && <FailingList items={parts.webhooks.facts?.failing} />}
    </li>
  );
}

/** What is wrong, what to do, and where it is done or described. */
function Advice({ trouble, parts }: { trouble: Trouble; parts: CockpitParts }) {
  const texts = useCockpitTexts();
  const { calendarEnd } = useOperationsTexts();
  const { date } = useFormat();
  const end = parts.calendar.facts?.end;
  if (trouble === 'calendar-ends') {
    if (!end) return null;
    return (
      <div className={classes.advice}>
        <p>
          <strong>{calendarEnd.title(end.year)}</strong>
        </p>
        <p>{calendarEnd.why(end.year, date(end.until))}</p>
        <p className={classes.links}>
          <Link href={`/operasi/kalender?tahun=${end.year}`}>{calendarEnd.open(end.year)}</Link>
        </p>
      </div>
    );
  }
  const [what, todo] = texts.troubles[trouble];
  const section = sectionOf[trouble];
  return (
    <div className={classes.advice}>
      <p>
        <strong>{what}</strong> {todo}
      </p>
      <p className={classes.links}>
        {section && (
          <Link href={`/operasi/panduan#${idOf(section)}`}>
            {texts.runbook}: {section.replaceAll('`', '')}
          </Link>
        )}
      </p>
    </div>
  );
}
