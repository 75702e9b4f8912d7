// A row of the inbox: selected for bulk decisions, decided at once. Drawn anew only when it is another one: lists are long.
import { useQueryClient } from '@tanstack/react-query';
import { memo } from 'react';
import type { Item } from '../../../api/types.ts';
import { mainFirst } from '../../deciding/actions.ts';
import type { RowProps } from '../../lists/row-props.ts';
import { reportQuery } from '../../queries.ts';
import { ReportRow } from './report-row.tsx';
import { RowAct } from './row-act.tsx';
import { SelectBox } from './select-box.tsx';

export const InboxRow = memo(function InboxRow(props: RowProps<Item>) {
  const { item, beside, gone, selected, onToggle, onDecide } = props;
  const client = useQueryClient();
  const { number } = item;
  const [main] = gone || beside ? [] : mainFirst(item.options);
  const askAhead = () => void client.prefetchQuery(reportQuery(number));
  return (
    <ReportRow
      {...props}
      before={<SelectBox {...{ number, selected, gone, onToggle }} />}
      after={main && <RowAct action={main} onNear={askAhead} {...{ number, onDecide }} />}
    />
  );
});
