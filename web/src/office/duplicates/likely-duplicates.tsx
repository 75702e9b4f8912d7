// Reports like this one, and any of them beside it.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Report } from '../../api/types.ts';
import { Section } from '../../shared/officers/section.tsx';
import { useOfficeFormat } from '../../texts/office-format.ts';
import { useOfficeTexts } from '../../texts/office.ts';
import { Cluster } from './cluster.tsx';
import classes from '../report/report.module.css';
import { Comparison } from './comparison.tsx';
import { useDuplicates } from './duplicate-field.tsx';

export function LikelyDuplicates({ report }: { report: Report }) {
  const { report: texts, words } = useOfficeTexts();
  const { brief, number: figure } = useOfficeFormat();
  const { data } = useDuplicates(report.number);
  const [beside, setBeside] = useState<string>();
  // That there is none is nothing to read on.
  if (!data || data.items.length === 0) return null;
  return (
    <Section title={texts.duplicates.title} screenOnly>
      <ul className={classes.plain}>
        {data.items.map((one) => (
          <li key={one.number} className={classes.likely}>
            <div>
              <Link href={`/kantor/laporan/${one.number}`}>{one.title}</Link>
              <p className={classes.by}>
                {one.number} · {texts.duplicates.alike(figure(Math.round(one.similarity * 100)))} ·{' '}
                {words.statuses[one.status]} · {brief(one.receivedAt)}
              </p>
            </div>
            <Button variant="default" size="sm" onClick={() => setBeside(one.number)}>
              {texts.duplicates.compare}
              <span className="visually-hidden"> {one.number}</span>
            </Button>
          </li>
        ))}
      </ul>
      {beside && <Comparison report={report} other={beside} onClose={() => setBeside(undefined)} />}
      <Cluster report={report} likely={data.items} />
    </Section>
  );
}
