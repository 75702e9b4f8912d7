// The latest returns by or to an office: who returned what to whom, and why.
import type { Returned } from '../../api/types.ts';
import { Section } from '../../shared/officers/section.tsx';
import { useBriefTexts, useDashboardTexts } from '../../texts/oversight.ts';
import { useBeside } from '../dashboard/use-figures.ts';
import type { Scope } from '../filter/scope.ts';
import { LatestTable } from './latest-table.tsx';

export function LatestReturns({ scope }: { scope: Scope }) {
  const texts = useBriefTexts();
  const { matrix } = useDashboardTexts();
  const { data } = useBeside<{ items: Returned[] }>('returns/latest', scope);
  if (!data) return null;
  return (
    <Section title={texts.returned} why={texts.returnedWhy}>
      {data.items.length === 0 ? (
        <p>{matrix.none}</p>
      ) : (
        <LatestTable
          caption={texts.returned}
          heads={[texts.report, texts.returnedBy, texts.reason]}
          items={data.items.map(({ from, to, reason, ...report }) => ({
            ...report,
            key: `${report.number} ${report.at}`,
            of: from,
            small: `→ ${to}`,
            said: reason,
          }))}
        />
      )}
    </Section>
  );
}
