// What the reporter wrote, with their photos. What offices said stands in the stream.
import { useOfficeTexts } from '../../texts/office.ts';
import type { Report } from '../../api/types.ts';
import { Section } from '../../shared/officers/section.tsx';
import { Photos } from './photos/photos.tsx';
import classes from './report.module.css';
import { useAttachments } from './use-attachments.ts';

export function SaidTexts({ report }: { report: Report }) {
  const { texts } = useOfficeTexts().report;
  const { data } = useAttachments(report.number);
  return (
    <Section title={texts.title}>
      <p className={classes.text}>{report.description}</p>
      <Photos number={report.number} files={data?.items.filter(({ office }) => office === null) ?? []} />
    </Section>
  );
}
