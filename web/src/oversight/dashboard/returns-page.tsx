// Returns between offices: who sends back to whom.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { IconArrowBackUp } from '@tabler/icons-react';
import { ask } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';
import type { ReturnBetween } from '../../api/types.ts';
import { Empty, Failed, Loading } from '../../shell/states.tsx';
import { Matrix } from '../figures/matrix.tsx';
import { Section } from '../figures/section.tsx';
import { OversightPage } from '../part-page.tsx';
import { useScope } from '../scope.ts';
import { useDashboardTexts } from '../texts/dashboard.ts';
import classes from './dashboard-page.module.css';
import { Filter } from './filter.tsx';
import { ReturnTable } from './returns.tsx';

export function ReturnsPage() {
  const { matrix: texts } = useDashboardTexts();
  const [{ from, to }] = useScope();
  const { data, error, isPending, isPlaceholderData, refetch } = useQuery({
    queryKey: [...keys.reports, 'returns', from, to],
    queryFn: async ({ signal }) =>
      (await ask<{ items: ReturnBetween[] }>('/v1/reports/returns', { query: { from, to }, signal })).items,
    placeholderData: keepPreviousData,
  });
  const names = new Map(data?.flatMap(({ from: a, to: b }) => [a, b]).map(({ id, name }) => [id, name]));
  const nameOf = (id: string) => names.get(id) ?? id;
  const columns = [...new Set(data?.map((item) => item.to.id))].sort((a, b) =>
    nameOf(a).localeCompare(nameOf(b), 'id'),
  );
  return (
    <OversightPage title={texts.title} lead={texts.lead}>
      <Filter path="/pengawasan/kembalian" error={error} withOffice={false} />
      {isPending && <Loading />}
      {error && <Failed error={error} again={() => void refetch()} />}
      {data?.length === 0 && (
        <Empty icon={<IconArrowBackUp size={28} />} title={texts.none}>
          <p>{texts.noneWhy}</p>
        </Empty>
      )}
      {data && data.length > 0 && (
        <div className={classes.figures} aria-busy={isPlaceholderData}>
          <Section title={texts.title}>
            <Matrix
              caption={texts.title}
              corner={`${texts.from} ↓  ${texts.to} →`}
              sum={texts.sum}
              cells={data.map((item) => ({ row: item.from.id, column: item.to.id, count: item.count }))}
              columns={columns}
              rowName={nameOf}
              columnName={nameOf}
            />
          </Section>
          <Section title={texts.list}>
            <ReturnTable
              caption={texts.list}
              rows={data.map((item) => ({ from: item.from.name, to: item.to.name, count: item.count }))}
            />
          </Section>
        </div>
      )}
    </OversightPage>
  );
}
