// What the office disposed and is open below it (reading 18), to be taken back one by one or many at once.
import { IconSitemap } from '@tabler/icons-react';
import { useSearch } from 'wouter';
import type { OfficeAction } from '../../../../sop/terms.ts';
import { useUser } from '../../session.tsx';
import { Empty, Pending } from '../../shared/messages/states.tsx';
import { More } from '../../shared/officers/more.tsx';
import { Page } from '../../shared/page/page.tsx';
import { useAddress } from '../../shared/state/address.ts';
import { useOfficeTexts } from '../../texts/office.ts';
import { FilterBar, NothingFits } from '../inbox/filter-bar.tsx';
import { disposedFilters } from '../inbox/filters.ts';
import { InboxList } from '../inbox/inbox-list.tsx';
import classes from '../inbox/inbox.module.css';
import { useWalk } from '../inbox/use-walk.ts';
import { OfficeLiveBadge } from '../live.tsx';
import { useDisposed } from '../queries.ts';
import { DisposedRow } from './disposed-row.tsx';

const actions = ['recall'] as const;
const stays = (options: readonly OfficeAction[]) => options.includes('recall');

export function DisposedPage() {
  const { inbox, frame } = useOfficeTexts();
  const { disposed } = inbox;
  const user = useUser();
  const state = useAddress(disposedFilters);
  const query = new URLSearchParams(`disposisi=1&${useSearch()}`).toString();
  const hrefOf = (number: string) => `/kantor/laporan/${number}?${query}`;
  const asked = useDisposed(state.values);
  const { items, hasNextPage } = asked;
  const walk = useWalk(items);
  const count = items?.length ?? 0;
  const recallable = items?.filter(({ options }) => stays(options)).length ?? 0;
  return (
    <Page
      title={frame.disposed}
      lead={disposed.lead(user?.office.name ?? '')}
      width="wide"
      actions={<OfficeLiveBadge />}
    >
      <FilterBar names={disposedFilters} state={state} />
      {count > 0 && (
        <p className={classes.counts}>
          <strong>{inbox.count(hasNextPage ? inbox.moreThan(count) : String(count))}</strong>
          {recallable > 0 && <span>{disposed.recallable(recallable)}</span>}
        </p>
      )}
      <Pending asked={asked} />
      {items?.length === 0 && !state.any && (
        <Empty icon={<IconSitemap size={28} />} title={disposed.empty}>
          <p>{disposed.emptyWhy}</p>
        </Empty>
      )}
      {items?.length === 0 && state.any && <NothingFits state={state} />}
      {/* Also without rows: a dialog may be open that has just taken back the last of them. */}
      {items && <InboxList items={items} Row={DisposedRow} {...{ hrefOf, actions, stays, walk }} />}
      <More asked={asked} />
    </Page>
  );
}
