// A row of the inbox: selected for bulk decisions, decided at once. Drawn anew only when it is another one: lists are long.
import { Button, Checkbox } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { memo } from 'react';
import { mainFirst } from '../deciding/actions.ts';
import { reportQuery } from '../queries.ts';
import { useOfficeTexts } from '../../texts/office.ts';
import type { Item } from '../../api/types.ts';
import classes from './inbox.module.css';
import type { RowProps } from './inbox-list.tsx';
import { ReportRow } from './report-row.tsx';

export const InboxRow = memo(function InboxRow(props: RowProps<Item>) {
  const { item, href, inHand, selected, onToggle, onDecide } = props;
  const { inbox, words } = useOfficeTexts();
  const client = useQueryClient();
  const { number } = item;
  const [main] = mainFirst(item.options);
  const askAhead = () => void client.prefetchQuery(reportQuery(number));
  return (
    <ReportRow
      item={item}
      href={href}
      inHand={inHand}
      selected={selected}
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
          {main && (
            <Button
              variant="default"
              size="sm"
              onClick={() => onDecide(number, main)}
              onFocus={askAhead}
              onMouseEnter={askAhead}
            >
              {words.actions[main]}
              <span className="visually-hidden"> {number}</span>
            </Button>
          )}
        </div>
      }
    />
  );
});
