// The same reports as files.
import { IconDownload } from '@tabler/icons-react';
import { Section } from '../../shared/officers/section.tsx';
import { exportPath, type Scope } from '../filter/scope.ts';
import { useDashboardTexts } from '../../texts/oversight.ts';
import classes from './downloads.module.css';

export function Downloads({ scope }: { scope: Scope }) {
  const { downloads: texts } = useDashboardTexts();
  const files = [
    ['complaints.csv', texts.complaints, 'CSV'],
    ['complaints.xlsx', texts.complaints, 'XLSX'],
    ['events.csv', texts.events, 'CSV'],
    ['events.xes', texts.mining, 'XES'],
  ] as const;
  return (
    <Section title={texts.title} why={texts.why}>
      <ul className={`${classes.files} no-print`}>
        {files.map(([file, what, form]) => (
          <li key={file}>
            <a href={exportPath(file, scope)} download={file}>
              <IconDownload size={20} aria-hidden />
              {what} ({form})
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
}
