// Mails or calls that do not get through, each with its last error, and sent again by one press.
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from 'wouter';
import { ask } from '../../../api/client.ts';
import { keys } from '../../../api/keys.ts';
import type { CockpitParts } from '../../../api/types.ts';
import { announce } from '../../../shared/messages/announcer.tsx';
import { Failed } from '../../../shared/messages/states.tsx';
import { useFormat } from '../../../texts/format.ts';
import { useCockpitTexts } from '../../../texts/oversight.ts';
import classes from './cockpit.module.css';

type Failing = NonNullable<CockpitParts['mail']['facts']>['failing'][number];

export function FailingList({ items }: { items: Failing[] | undefined }) {
  const { failing: texts } = useCockpitTexts();
  if (!items || items.length === 0) return null;
  return (
    <ul aria-label={texts.title} className={classes.failing}>
      {items.map((one) => (
        <FailingRow key={one.id} one={one} />
      ))}
    </ul>
  );
}

function FailingRow({ one }: { one: Failing }) {
  const { failing: texts } = useCockpitTexts();
  const { moment, number: count } = useFormat();
  const client = useQueryClient();
  const { id, number, to, attempts, error, at, nextAttemptAt } = one;
  const again = useMutation({
    mutationFn: () => ask<void>(`/v1/deliveries/${id}/redeliver`, { method: 'POST' }),
    onSuccess: () => announce(texts.done),
    onSettled: () => client.invalidateQueries({ queryKey: keys.cockpit }),
  });
  return (
    <li>
      <div>
        <p>
          {texts.to(to)}
          {number && (
            <>
              , <Link href={`/kantor/laporan/${number}`}>{number}</Link>
            </>
          )}
        </p>
        <p className={classes.small}>
          {texts.tried(error, count(attempts), at && moment(at))};{' '}
          {nextAttemptAt ? texts.next(moment(nextAttemptAt)) : texts.givenUp}
        </p>
        {again.error && <Failed error={again.error} />}
      </div>
      <Button variant="default" size="xs" loading={again.isPending} onClick={() => again.mutate()}>
        {texts.again}
        <span className="visually-hidden">
          : {texts.to(to)}
          {number && `, ${number}`}
        </span>
      </Button>
    </li>
  );
}
