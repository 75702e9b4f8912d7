// A report that we disposed: who holds it and since when, and whether it may be taken back.
import { Button, Checkbox } from '@mantine/core';
import { memo } from 'react';
import type { Disposed } from '../../api/types.ts';
import { useOfficeFormat } from '../../texts/office-format.ts';
import { useOfficeTexts } from '../../texts/office.ts';
import type { RowProps } from '../inbox/inbox-list.tsx';
import classes from '../inbox/inbox.module.css';
import { ReportRow } from '../inbox/report-row.tsx';

export const DisposedRow = memo(function DisposedRow(props: RowProps<Disposed>) {
  const { item, href, inHand, selected, onToggle, onDecide } = props;
  const { inbox, words } = useOfficeTexts();
  const { brief } = useOfficeFormat();
  const { disposed } = inbox;
  const { number, holderSince, deadline, limitMissed, options } = item;
  const mayRecall = options.includes('recall');
  const facts = [
    deadline ? words.marked(disposed.due(brief(deadline)), item.provisional) : '',
    limitMissed ? disposed.missed : '',
    mayRecall ? '' : disposed.notNow,
  ];
  return (
    <ReportRow
      item={item}
      href={href}
      inHand={inHand}
      selected={selected}
      withHolder
      holderSince={holderSince}
      facts={facts}
      before={
        <Checkbox
          className={classes.check ?? ''}
          aria-label={inbox.select(number)}
          checked={selected}
          onChange={() => onToggle(number)}
        />
      }
      after={
        <div className={classes.act}>
          {mayRecall && (
            <Button variant="default" size="sm" onClick={() => onDecide(number, 'recall')}>
              {words.actions.recall}
              <span className="visually-hidden"> {number}</span>
            </Button>
          )}
        </div>
      }
    />
  );
});
