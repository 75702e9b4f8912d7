// Mails and calls: what was sent to whom, what came of each try, and sending again.
import { Button } from '@mantine/core';
import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query';
import { IconCircleCheck, IconCircleX, IconClock } from '@tabler/icons-react';
import { ask } from '../../api/client.ts';
import { announce } from '../../shared/messages/announcer.tsx';
import { Failed } from '../../shared/messages/states.tsx';
import { useOfficeFormat } from '../../texts/office-format.ts';
import { useOfficeTexts } from '../../texts/office.ts';
import type { Delivery } from '../../api/types.ts';
import classes from './delivery-list.module.css';

const icons = { pending: IconClock, sent: IconCircleCheck, failed: IconCircleX };

function Row({ delivery, again, busy }: { delivery: Delivery; again: () => void; busy: boolean }) {
  const { deliveries: texts } = useOfficeTexts().report;
  const { brief, number } = useOfficeFormat();
  const { channel, status, to, what, createdAt, nextAttemptAt, tries } = delivery;
  const Icon = icons[status];
  const next = nextAttemptAt && tries.length > 0 ? texts.nextAt(brief(nextAttemptAt)) : undefined;
  return (
    <li className={classes.delivery} data-status={status}>
      <p className={classes.status}>
        <Icon size={18} aria-hidden /> {texts.status[status]}
      </p>
      <div className={classes.what}>
        <p>
          {texts.channel[channel]} {texts.to(to.name)}: {what}
        </p>
        <p className={classes.when}>{[brief(createdAt), next].filter(Boolean).join(' · ')}</p>
        {tries.length > 0 && (
          <details>
            <summary>{texts.tries(tries.length)}</summary>
            <ul>
              {tries.map((one) => (
                <li key={one.at}>
                  {[
                    brief(one.at),
                    texts.status[one.outcome],
                    one.statusCode,
                    texts.took(number(one.tookMs)),
                    one.error,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
      {status !== 'pending' && (
        <Button variant="default" size="sm" loading={busy} onClick={again}>
          {texts.again}
          <span className="visually-hidden">: {what}</span>
        </Button>
      )}
    </li>
  );
}

export function DeliveryList({ items, queryKey }: { items: readonly Delivery[]; queryKey: QueryKey }) {
  const { deliveries: texts } = useOfficeTexts().report;
  const client = useQueryClient();
  const again = useMutation({
    mutationFn: (id: number) => ask<void>(`/v1/deliveries/${id}/redeliver`, { method: 'POST' }),
    onSuccess: () => {
      announce(texts.owed);
      void client.invalidateQueries({ queryKey });
    },
  });
  return (
    <>
      {again.error && <Failed error={again.error} />}
      <ul className={classes.list}>
        {items.map((delivery) => (
          <Row
            key={delivery.id}
            delivery={delivery}
            busy={again.isPending && again.variables === delivery.id}
            again={() => again.mutate(delivery.id)}
          />
        ))}
      </ul>
    </>
  );
}
