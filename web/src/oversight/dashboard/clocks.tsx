// The three limits: how much was within them.
import type { Summary } from '../../api/types.ts';
import { useFormat } from '../../texts/format.ts';
import { Bar } from '../figures/bar.tsx';
import { ScrollTable } from '../../shared/officers/scroll-table.tsx';
import { Section } from '../../shared/officers/section.tsx';
import classes from '../../shared/officers/table.module.css';
import { useDashboardTexts, useWords } from '../../texts/oversight.ts';

export function Clocks({ clocks }: { clocks: Summary['clocks'] }) {
  const { clocks: texts } = useDashboardTexts();
  const words = useWords();
  const { number } = useFormat();
  return (
    <Section title={texts.title} why={texts.why}>
      <ScrollTable caption={texts.title}>
        <thead>
          <tr>
            <th scope="col">{texts.clock}</th>
            {[texts.share, texts.late, texts.within].map((head) => (
              <th key={head} scope="col" className={classes.number}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(['row', 'firstResponse', 'whole'] as const).map((name) => {
            const { within, late, withinPercent } = clocks[name];
            const all = Math.max(1, within + late);
            return (
              <tr key={name}>
                <th scope="row">
                  <span className={classes.label}>{words.clock[name]}</span>
                  <Bar shares={[within / all, late / all]} tone="late" />
                </th>
                <td className={classes.number}>
                  <span className={classes.count}>
                    {withinPercent === null ? '–' : `${number(withinPercent)}%`}
                  </span>
                </td>
                <td className={classes.number}>{number(late)}</td>
                <td className={classes.number}>{number(within)}</td>
              </tr>
            );
          })}
        </tbody>
      </ScrollTable>
    </Section>
  );
}
