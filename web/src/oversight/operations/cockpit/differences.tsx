// The reports whose row and workflow differ, each with a person's way out, and a reconciliation at once.
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from 'wouter';
import { ask } from '../../../api/client.ts';
import { keys } from '../../../api/keys.ts';
import type { CockpitParts } from '../../../api/types.ts';
import { announce } from '../../../shared/messages/announcer.tsx';
import { Failed } from '../../../shared/messages/states.tsx';
import { useCockpitTexts } from '../../../texts/oversight.ts';
import classes from './cockpit.module.css';
import { GoOn } from './go-on.tsx';

type What = NonNullable<CockpitParts['reconciliation']['facts']>['differences'][number]['what'];

/** Those of an open report, which can go on. */
const canGoOn: ReadonlySet<What> = new Set<What>(['workflow-ahead', 'workflow-parted', 'number-taken']);

export function Differences({ part: { facts, state } }: { part: CockpitParts['reconciliation'] }) {
  const texts = useCockpitTexts();
  const client = useQueryClient();
  const run = useMutation({
    mutationFn: () => ask<void>('/v1/schedules/reconcile/trigger', { method: 'POST' }),
    onSuccess: () => announce(texts.reconciling),
    onSettled: () => client.invalidateQueries({ queryKey: keys.cockpit }),
  });
  if (!facts || state === 'good') return null;
  return (
    <>
      {facts.differences.length > 0 && (
        <ul className={classes.differences}>
          {facts.differences.map(({ number, what }) => (
            <li key={`${number} ${what}`}>
              <p>
                <Link href={`/kantor/laporan/${number}`}>{number}</Link>: {texts.differences[what]}
              </p>
              {canGoOn.has(what) && <GoOn number={number} />}
            </li>
          ))}
        </ul>
      )}
      {run.error && <Failed error={run.error} />}
      <Button variant="default" size="sm" loading={run.isPending} onClick={() => run.mutate()}>
        {texts.reconcileNow}
      </Button>
    </>
  );
}
