// What reporters said as they rated (reading 26): the latest words about an office and all below it, with their reports.
import type { Commented } from '../../api/types.ts';
import { Section } from '../../shared/officers/section.tsx';
import { useSatisfactionTexts } from '../../texts/oversight.ts';
import { useBeside } from '../dashboard/use-figures.ts';
import type { Scope } from '../filter/scope.ts';
import { LatestTable } from '../office/latest-table.tsx';

export function LatestComments({ scope }: { scope: Scope }) {
  const texts = useSatisfactionTexts();
  const { data } = useBeside<{ items: Commented[] }>('ratings/latest', scope);
  if (!data || data.items.length === 0) return null;
  const { comments } = texts;
  return (
    <Section title={comments.title} why={comments.why}>
      <LatestTable
        caption={comments.title}
        heads={[comments.report, texts.score, comments.said]}
        items={data.items.map(({ score, office, comment, ...report }) => ({
          ...report,
          key: report.number,
          of: `${score}: ${texts.scores[score] ?? ''}`,
          small: office,
          said: comment,
        }))}
      />
    </Section>
  );
}
