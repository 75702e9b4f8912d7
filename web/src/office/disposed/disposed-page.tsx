// What the office disposed and is open below it: where it is, since when, and what may be taken back.
import { IconSitemap } from '@tabler/icons-react';
import type { OfficeAction } from '../../../../sop/terms.ts';
import { Empty } from '../../shared/messages/states.tsx';
import { useAddress } from '../../shared/state/address.ts';
import { useOfficeTexts } from '../../texts/office.ts';
import { disposedFilters } from '../inbox/narrowing/filters.ts';
import classes from '../lists/desk.module.css';
import { GroupChoice } from '../lists/grouping/group-choice.tsx';
import { groupingIn, holderGroupings } from '../lists/grouping/group-of.ts';
import { ListDesk } from '../lists/list-desk.tsx';
import { useDisposed } from '../queries.ts';
import { DisposedRow } from './disposed-row.tsx';

const actions = ['recall'] as const;
const stays = (options: readonly OfficeAction[]) => options.includes('recall');

export function DisposedPage({ number }: { number: string | undefined }) {
  const { inbox, frame } = useOfficeTexts();
  const { disposed } = inbox;
  const state = useAddress(disposedFilters);
  const order = useAddress(['group']);
  const by = groupingIn(order.values, holderGroupings);
  const asked = useDisposed({ ...state.values, ...(by && { group: by }) });
  const { items, hasNextPage } = asked;
  const count = items?.length ?? 0;
  const recallable = items?.filter(({ options }) => stays(options)).length ?? 0;
  const total = hasNextPage ? inbox.moreThan(count) : String(count);
  return (
    <ListDesk
      number={number}
      title={frame.disposed}
      home="/kantor/disposisi"
      flag="disposisi"
      filters={disposedFilters}
      state={state}
      more={order.values}
      asked={asked}
      groups={by && { by, office: 'holder' }}
      tools={number === undefined && <GroupChoice state={order} groupings={holderGroupings} />}
      Row={DisposedRow}
      actions={actions}
      stays={stays}
      total={total}
      counts={
        count > 0 && (
          <p className={classes.counts}>
            <strong>{inbox.count(total)}</strong>
            {recallable > 0 && <span>{disposed.recallable(recallable)}</span>}
          </p>
        )
      }
      nothing={
        <Empty icon={<IconSitemap size={28} />} title={disposed.empty}>
          <p>{disposed.emptyWhy}</p>
        </Empty>
      }
    />
  );
}
