// Open reports that anybody may read, searched by what the address says.
import { Button } from '@mantine/core';
import { IconInbox, IconSearchOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import { ask } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';
import type { RegisterPage as Listing } from '../../api/types.ts';
import { Page } from '../../shared/page/page.tsx';
import { Empty, Pending } from '../../shared/messages/states.tsx';
import { hrefWith, useAddress } from '../../shared/state/address.ts';
import { useTexts } from '../../texts/texts.tsx';
import { Entries } from './entries.tsx';
import { filterNames, Filters } from './filters.tsx';
import classes from './register.module.css';

const pageSize = 20;

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
  const { values: query, any } = useAddress([...filterNames, 'cursor']);
  const { cursor, ...filters } = query;
  const asked = useQuery({
    queryKey: keys.register(query),
    queryFn: ({ signal }) => ask<Listing>('/v1/register', { query: { ...query, limit: pageSize }, signal }),
  });
  const { data } = asked;
  const results = useResults(JSON.stringify(query));
  return (
    <Page title={register.title} lead={register.lead} width="wide">
      <Filters key={JSON.stringify(filters)} filters={filters} />
      <section ref={results} tabIndex={-1} className={classes.results} aria-label={register.results}>
        <p role="status" className="visually-hidden">
          {data && register.shown(data.items.length, data.next !== null)}
        </p>
        <Pending asked={asked} />
        {data && data.items.length === 0 && <Nothing filtered={any} />}
        {data && data.items.length > 0 && <Entries items={data.items} />}
      </section>
      <div className={classes.pages}>
        {cursor && (
          <Button component={Link} href={hrefWith('/register', filters)} variant="default">
            {register.first}
          </Button>
        )}
        {data?.next && (
          <Button
            component={Link}
            href={hrefWith('/register', { ...filters, cursor: data.next })}
            variant="default"
          >
            {register.next}
          </Button>
        )}
      </div>
    </Page>
  );
}
