// The reporter reads which offices looked at who they are, or opened a file of theirs (reading 33).
import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';
import { complaintPath } from '../../api/paths.ts';
import type { LookForReporter } from '../../api/types.ts';
import { Pending } from '../../shared/messages/states.tsx';
import card from '../../shared/page/card.module.css';
import { useLookersTexts } from '../../texts/beside-report.ts';
import { useFormat } from '../../texts/format.ts';

interface LookersProps {
  number: string;
  reportKey: string;
}

interface Page {
  items: LookForReporter[];
  next: string | null;
}

function Lookers({ number, reportKey }: LookersProps) {
  const texts = useLookersTexts();
  const { moment } = useFormat();
  const asked = useInfiniteQuery({
    // Thrown away with the report.
    queryKey: [...keys.report(number), 'lookers'],
    queryFn: ({ signal, pageParam: cursor }) =>
      ask<Page>(`${complaintPath(number)}/identity-views`, {
        query: { cursor },
        accessKey: reportKey,
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  const items = asked.data?.pages.flatMap((page) => page.items);
  return (
    <>
      <Pending asked={asked} />
      {items?.length === 0 && <p>{texts.none}</p>}
      {items && items.length > 0 && (
        <ul>
          {items.map(({ at, what, office }) => (
            <li key={`${at} ${what} ${office.id}`}>
              {office.name}: {texts.what[what]}, {moment(at)}
            </li>
          ))}
        </ul>
      )}
      {asked.hasNextPage && (
        <div>
          <Button
            variant="default"
            loading={asked.isFetchingNextPage}
            onClick={() => void asked.fetchNextPage()}
          >
            {texts.more}
          </Button>
        </div>
      )}
    </>
  );
}

export function LookersCard(props: LookersProps) {
  const texts = useLookersTexts();
  const [shown, setShown] = useState(false);
  return (
    <section className={`${card.card} no-print`} aria-labelledby="lookers">
      <h2 id="lookers">{texts.title}</h2>
      <p>{texts.why}</p>
      {shown ? (
        <Lookers {...props} />
      ) : (
        <div>
          <Button variant="default" onClick={() => setShown(true)}>
            {texts.show}
          </Button>
        </div>
      )}
    </section>
  );
}
