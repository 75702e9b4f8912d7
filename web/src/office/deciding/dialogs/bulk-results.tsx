// What came of each report of a bulk decision.
import { Button } from '@mantine/core';
import { IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { Notice } from '../../../shared/messages/notice.tsx';
import { useTexts } from '../../../texts/texts.tsx';
import { useOfficeTexts } from '../../../texts/office.ts';
import type { Item } from '../../../api/types.ts';
import classes from '../deciding.module.css';
import { DecisionProblem } from '../decision-problem.tsx';
import { isGood, isStanding, type useBulk } from './use-bulk.ts';

interface BulkResultsProps {
  bulk: ReturnType<typeof useBulk>;
  items: readonly Item[];
  onClose: () => void;
}

export function BulkResults({ bulk, items, onClose }: BulkResultsProps) {
  const { problems } = useTexts();
  const { deciding, frame } = useOfficeTexts();
  const { results, unsure, send, retry } = bulk;
  const good = results.filter(isGood).length;
  const bad = results.length - good;
  const titleOf = (wanted: string) => items.find(({ number }) => number === wanted)?.title;
  return (
    <div className={classes.form}>
      <Notice tone={bad === 0 ? 'good' : 'warn'} title={deciding.bulk.results(good, bad)} />
      {/* What went wrong comes first. */}
      <ul className={classes.results} aria-label={deciding.bulk.list}>
        {results
          .toSorted((a, b) => b.status - a.status)
          .map((one) => (
            <li key={one.number} data-good={isGood(one)}>
              {isGood(one) ? (
                <IconCircleCheck size={20} aria-hidden />
              ) : (
                <IconCircleX size={20} aria-hidden />
              )}
              <span>
                <strong>
                  {isStanding(one) ? deciding.sending.title : deciding.bulk[isGood(one) ? 'good' : 'bad']}
                </strong>{' '}
                · {one.number} · {titleOf(one.number)}
                {!isGood(one) && <p>{problems[one.code ?? ''] ?? one.title}</p>}
              </span>
            </li>
          ))}
      </ul>
      {send.isPending && <p role="status">{deciding.bulk.working(bulk.progress, unsure.length)}</p>}
      {send.error && <DecisionProblem error={send.error} />}
      <div className={classes.buttons}>
        {unsure.length > 0 && !send.isPending && (
          <Button variant="default" onClick={retry}>
            {deciding.bulk.retry}
          </Button>
        )}
        <Button onClick={onClose} data-autofocus>
          {frame.close}
        </Button>
      </div>
    </div>
  );
}
