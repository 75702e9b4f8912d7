// Reports like this one.
import { Link } from 'wouter';
import { useDuplicates } from './duplicate-field.tsx';
import { useOfficeFormat } from '../../texts/office-format.ts';
import { useOfficeTexts } from '../../texts/office.ts';
import classes from '../report/report.module.css';
import { Section } from '../../shared/officers/section.tsx';

export function LikelyDuplicates({ number }: { number: string }) {
  const { report, words } = useOfficeTexts();
  const { brief, number: figure } = useOfficeFormat();
  const { data } = useDuplicates(number);
  if (!data) return null;
  return (
    <Section title={report.duplicates.title} screenOnly>
      {data.items.length === 0 && <p>{report.duplicates.none}</p>}
      <ul className={classes.plain}>
        {data.items.map((one) => (
          <li key={one.number}>
            <Link href={`/kantor/laporan/${one.number}`}>{one.title}</Link>
            <p className={classes.by}>
              {one.number} · {report.duplicates.alike(figure(Math.round(one.similarity * 100)))} ·{' '}
              {words.statuses[one.status]} · {brief(one.receivedAt)}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
