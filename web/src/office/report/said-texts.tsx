// What the reporter wrote, and what offices said to them.
import { useOfficeFormat } from '../../texts/office-format.ts';
import { useOfficeTexts } from '../../texts/office.ts';
import type { Report } from '../../api/types.ts';
import classes from './report.module.css';
import { Section } from '../../shared/officers/section.tsx';

export function SaidTexts({ report }: { report: Report }) {
  const { report: texts, words } = useOfficeTexts();
  const { moment } = useOfficeFormat();
  const { description, firstResponse, answer } = report;
  const said = [
    { title: texts.texts.firstResponse, said: firstResponse },
    { title: texts.texts.answer, said: answer },
  ];
  return (
    <>
      <Section title={texts.texts.title}>
        <p className={classes.text}>{description}</p>
      </Section>
      {said.map(
        ({ title, said: one }) =>
          one && (
            <Section key={title} title={title}>
              <p className={classes.by}>
                {texts.texts.by(one.office ?? words.levels.system, moment(one.at))}
              </p>
              <p className={classes.text}>{one.text}</p>
            </Section>
          ),
      )}
    </>
  );
}
