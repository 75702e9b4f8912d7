// How offices do, for everybody: a sentence, the offices, how it is counted, and the data themselves.
import { TextInput } from '@mantine/core';
import { IconChartBar, IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';
import type { Performance } from '../../api/types.ts';
import { Select } from '../../shared/forms/select.tsx';
import { Empty, Pending } from '../../shared/messages/states.tsx';
import { Page } from '../../shared/page/page.tsx';
import { hrefWith, useAddress } from '../../shared/state/address.ts';
import { useFormat } from '../../texts/format.ts';
import { usePerformanceTexts } from '../../texts/performance.ts';
import { Facts, useFacts } from './facts.tsx';
import { isOrder, Offices, orders } from './offices.tsx';
import classes from './performance.module.css';

const allTime = 'semua';
const yearNow = () => String(new Date().getFullYear());

export default function PerformancePage() {
  const texts = usePerformanceTexts();
  const { values, change } = useAddress(['tahun', 'urut']);
  const [thisYear] = useState(yearNow);
  const chosen = values['tahun'] ?? thisYear;
  const query: Record<string, string> = chosen === allTime ? {} : { year: chosen };
  const asked = useQuery({
    queryKey: keys.performance(query),
    queryFn: ({ signal }) => ask<Performance>('/v1/performance', { query, signal }),
  });
  const { data } = asked;
  const order = isOrder(values['urut']) ? values['urut'] : 'name';
  const [sought, setSought] = useState('');
  const years = [...new Set([thisYear, chosen, ...(data?.years ?? []).map(String)])].filter(
    (year) => year !== allTime,
  );
  return (
    <Page title={texts.title} lead={texts.lead} width="wide">
      <div className={classes.choices}>
        <Select
          label={texts.year}
          value={chosen}
          onChange={(tahun) => change({ tahun })}
          options={[
            ...years
              .toSorted()
              .toReversed()
              .map((year) => ({ value: year, label: texts.inYear(Number(year)) })),
            { value: allTime, label: texts.allTime },
          ]}
        />
        <Select
          label={texts.sort}
          value={order}
          onChange={(urut) => change({ urut })}
          options={orders.map((value) => ({ value, label: texts.sorts[value] }))}
        />
        <TextInput
          size="md"
          label={texts.find}
          value={sought}
          onChange={({ currentTarget }) => setSought(currentTarget.value)}
        />
      </div>
      <Pending asked={asked} />
      {data && data.received === 0 && (
        <Empty icon={<IconChartBar size={28} />} title={texts.nothing}>
          <p>{texts.nothingWhy}</p>
        </Empty>
      )}
      {data && data.received > 0 && (
        <>
          <Whole data={data} />
          <Offices offices={data.offices} order={order} sought={sought} />
        </>
      )}
      <Meanings />
      {data && <OpenData query={query} at={data.at} />}
    </Page>
  );
}

function Whole({ data }: { data: Performance }) {
  const texts = usePerformanceTexts();
  const { number } = useFormat();
  const say = useFacts();
  return (
    <section aria-labelledby="whole">
      <h2 id="whole">{texts.whole}</h2>
      <p className={classes.sentence}>{texts.sentence(number(data.received), number(data.open))}</p>
      <Facts
        facts={[
          [texts.facts.within, say.share(data.withinPercent)],
          [texts.facts.medianDays, say.days(data.medianDays)],
          [texts.facts.rating, say.rating(data.rating)],
        ]}
      />
    </section>
  );
}

function Meanings() {
  const texts = usePerformanceTexts();
  return (
    <section aria-labelledby="how">
      <h2 id="how">{texts.how}</h2>
      <dl className={classes.meanings}>
        {texts.meanings.map(([what, how]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>{how}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function OpenData({ query, at }: { query: Record<string, string>; at: string }) {
  const texts = usePerformanceTexts();
  const { moment } = useFormat();
  return (
    <section aria-labelledby="data">
      <h2 id="data">{texts.data}</h2>
      <p className={classes.data}>
        {texts.dataWhy} {texts.countedAt(moment(at))}
      </p>
      <ul className={classes.files}>
        {[
          ['/v1/performance.csv', 'CSV'],
          ['/v1/performance', 'JSON'],
        ].map(([path = '', form]) => (
          <li key={path}>
            <a href={hrefWith(path, query)}>
              <IconDownload size={20} aria-hidden />
              <span>
                {form}: {hrefWith(path, query)}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
