// Open reports that anybody may read, searched by what the address says.
import { Button } from '@mantine/core';
import { IconInbox, IconSearchOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { Link, useSearchParams } from 'wouter';
import { ask } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';
import type { RegisterPage as Listing } from '../../api/types.ts';
import { Page } from '../../shared/page/page.tsx';
import { Empty, Failed, Loading } from '../../shared/messages/states.tsx';
import { useTexts } from '../../texts/texts.tsx';
import { Entries } from './entries.tsx';
import { filterNames, Filters } from './filters.tsx';
import classes from './register.module.css';

const pageSize = 20;
/** As the API takes it. */
const longestSearch = 200;

/** What the address asks for. */
function queryOf(search: URLSearchParams): Record<string, string> {
  const named = [...filterNames, 'cursor'].flatMap((name) => {
    const value = search.get(name)?.trim().slice(0, longestSearch);
    return value ? [[name, value]] : [];
  });
  return Object.fromEntries(named) as Record<string, string>;
}

/** Takes the focus when other results are asked for: whoever turns the page stands at its foot. */
function useResults(query: string) {
  const results = useRef<HTMLElement>(null);
  const shown = useRef(query);
  useEffect(() => {
    if (shown.current !== query) results.current?.focus();
    shown.current = query;
  }, [query]);
  return results;
}

function Nothing({ filtered }: { filtered: boolean }) {
  const { register } = useTexts();
  return filtered ? (
    <Empty icon={<IconSearchOff size={28} />} title={register.nothing}>
      <p>{register.nothingWhy}</p>
      <Link href="/register">{register.clear}</Link>
    </Empty>
  ) : (
    <Empty icon={<IconInbox size={28} />} title={register.empty}>
      <p>{register.emptyWhy}</p>
    </Empty>
  );
}

export default function RegisterPage() {
  const { register } = useTexts();
  const [search] = useSearchParams();
  const query = queryOf(search);
  const { cursor, ...filters } = query;
  const { data, error, isPending, refetch } = useQuery({
    queryKey: keys.register(query),
    queryFn: ({ signal }) => ask<Listing>('/v1/register', { query: { ...query, limit: pageSize }, signal }),
  });
  const results = useResults(JSON.stringify(query));
  const hrefOf = (more: Record<string, string>) =>
    `/register?${new URLSearchParams({ ...filters, ...more })}`;
  return (
    <Page title={register.title} lead={register.lead} width="wide">
      <Filters key={JSON.stringify(filters)} filters={filters} />
      <section ref={results} tabIndex={-1} className={classes.results} aria-label={register.results}>
        <p role="status" className="visually-hidden">
          {data && register.shown(data.items.length, data.next !== null)}
        </p>
        {isPending && <Loading />}
        {error && <Failed error={error} again={() => void refetch()} />}
        {data && data.items.length === 0 && <Nothing filtered={Object.keys(query).length > 0} />}
        {data && data.items.length > 0 && <Entries items={data.items} />}
      </section>
      <div className={classes.pages}>
        {cursor && (
          <Button component={Link} href={hrefOf({})} variant="default">
            {register.first}
          </Button>
        )}
        {data?.next && (
          <Button component={Link} href={hrefOf({ cursor: data.next })} variant="default">
            {register.next}
          </Button>
        )}
      </div>
    </Page>
  );
}
