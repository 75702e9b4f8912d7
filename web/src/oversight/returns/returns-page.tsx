// Returns between offices: who sends back to whom.
import { IconArrowBackUp } from '@tabler/icons-react';
import type { Returns } from '../../api/types.ts';
import { LiveBadge } from '../../shared/live/live-badge.tsx';
import { Empty, Pending } from '../../shared/messages/states.tsx';
import { Matrix } from '../figures/matrix.tsx';
import { Section } from '../../shared/officers/section.tsx';
import { OversightPage } from '../part-page.tsx';
import { useScope } from '../filter/scope.ts';
import { useDashboardTexts } from '../../texts/oversight.ts';
import classes from '../dashboard/dashboard-page.module.css';
import { Filter } from '../filter/filter.tsx';
import { returnedPath, ReturnTable } from './returns.tsx';
import { useFigures } from '../dashboard/use-figures.ts';

export function ReturnsPage() {
  const { matrix: texts } = useDashboardTexts();
  const [scope] = useScope();
  const figures = useFigures<Returns>('returns', scope);
  const { error, isPlaceholderData, live } = figures;
  const { items: data, reports } = figures.data ?? {};
  const names = new Map(data?.flatMap(({ from: a, to: b }) => [a, b]).map(({ id, name }) => [id, name]));
  const nameOf = (id: string) => names.get(id) ?? id;
  const columns = [...new Set(data?.map((item) => item.to.id))].sort((a, b) =>
    nameOf(a).localeCompare(nameOf(b), 'id'),
  );
  return (
    <OversightPage title={texts.title} lead={texts.lead} actions={<LiveBadge state={live} />}>
      <Filter path="/pengawasan/kembalian" error={error} />
      <Pending asked={figures} />
      {data?.length === 0 && (
        <Empty icon={<IconArrowBackUp size={28} />} title={texts.none}>
          <p>{texts.noneWhy}</p>
        </Empty>
      )}
      {data && reports && data.length > 0 && !(error && isPlaceholderData) && (
        <div className={classes.figures} aria-busy={isPlaceholderData}>
          <Section title={texts.title}>
            <Matrix
              caption={texts.title}
              corner={`${texts.from} ↓  ${texts.to} →`}
              sum={texts.sum}
              cells={data.map((item) => ({ row: item.from.id, column: item.to.id, count: item.reports }))}
              sumOf={({ row, column }) =>
                row !== undefined
                  ? (reports.from[row] ?? 0)
                  : column !== undefined
                    ? (reports.to[column] ?? 0)
                    : reports.total
              }
              href={({ row, column }) => returnedPath(scope, row, column)}
              columns={columns}
              renderRow={nameOf}
              columnName={nameOf}
            />
          </Section>
          <Section title={texts.list}>
            <ReturnTable
              caption={texts.list}
              rows={data.map(({ from, to, reports: count }) => ({
                from: from.name,
                to: to.name,
                reports: count,
                href: returnedPath(scope, from.id, to.id),
              }))}
            />
          </Section>
        </div>
      )}
    </OversightPage>
  );
}
