// The calls of one webhook, with each try; asked for when somebody opens them.
import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../../api/client.ts';
import { Failed, Loading } from '../../shared/messages/states.tsx';
import { DeliveryList } from '../deliveries/delivery-list.tsx';
import { officeKeys } from '../keys.ts';
import { useOfficeTexts } from '../../texts/office.ts';
import type { Deliveries } from '../types.ts';

/** Tries go on by themselves. */
const everyMs = 3_000;

function CallList({ id }: { id: number }) {
  const { desk, frame } = useOfficeTexts();
  const queryKey = officeKeys.calls(id);
  const asked = useInfiniteQuery({
    queryKey,
    queryFn: ({ signal, pageParam }) =>
      ask<Deliveries>(`/v1/webhooks/${id}/deliveries`, { query: { limit: 20, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    refetchInterval: everyMs,
  });
  const items = asked.data?.pages.flatMap((page) => page.items);
  if (asked.error) return <Failed error={asked.error} again={() => void asked.refetch()} />;
  if (!items) return <Loading />;
  return (
    <>
      {items.length === 0 && <p>{desk.webhooks.noCalls}</p>}
      <DeliveryList items={items} queryKey={queryKey} />
      {asked.hasNextPage && (
        <Button variant="default" size="sm" onClick={() => void asked.fetchNextPage()}>
          {frame.more}
        </Button>
      )}
    </>
  );
}

export function Calls({ id }: { id: number }) {
  const { webhooks } = useOfficeTexts().desk;
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{webhooks.calls}</summary>
      {open && <CallList id={id} />}
    </details>
  );
}
