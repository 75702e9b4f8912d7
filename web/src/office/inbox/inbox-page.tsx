// What the office holds now, the soonest deadline first: where an officer's day is spent.
import { IconInbox, IconUserCog } from '@tabler/icons-react';
import { Link, useSearch } from 'wouter';
import { useUser } from '../../session.tsx';
import { Page } from '../../shared/page/page.tsx';
import { More } from '../../shared/officers/more.tsx';
import { Empty, Pending } from '../../shared/messages/states.tsx';
import { isOurTurn } from '../deciding/actions.ts';
import { standingOf } from '../deadline.tsx';
import { AskedQuestions } from '../consultations/asked-questions.tsx';
import { OfficeLiveBadge } from '../live.tsx';
import { useInbox } from '../queries.ts';
import { useOfficeTexts } from '../../texts/office.ts';
import { FilterBar, NothingFits } from './filter-bar.tsx';
import { InboxList } from './inbox-list.tsx';
import { InboxRow } from './inbox-row.tsx';
import classes from './inbox.module.css';
import { OwedResponses } from './owed-responses.tsx';
import { useAddress } from '../../shared/state/address.ts';
import { inboxFilters } from './filters.ts';
import { useWalk } from './use-walk.ts';

function NoReports() {
  const { inbox } = useOfficeTexts();
  return (
    <Empty icon={<IconInbox size={28} />} title={inbox.empty}>
      <p>{inbox.emptyWhy}</p>
    </Empty>
  );
}

function Inbox() {
  const { inbox } = useOfficeTexts();
  const user = useUser();
  const state = useAddress(inboxFilters);
  const query = new URLSearchParams(`antrean=1&${useSearch()}`).toString();
  const hrefOf = (number: string) => `/kantor/laporan/${number}?${query}`;
  const asked = useInbox(state.values);
  const { items, hasNextPage } = asked;
  const walk = useWalk(items);
  const standings = items?.map(standingOf) ?? [];
  const late = standings.filter((standing) => standing === 'late').length;
  const soon = standings.filter((standing) => standing === 'soon').length;
  const total = hasNextPage ? inbox.moreThan(standings.length) : String(standings.length);
  return (
    <Page
      title={inbox.title}
      lead={inbox.lead(user?.office.name ?? '')}
      width="wide"
      actions={<OfficeLiveBadge />}
    >
      <FilterBar names={inboxFilters} state={state} />
      {items && items.length > 0 && (
        <p className={classes.counts} data-testid="counts">
          <strong>{inbox.count(total)}</strong>
          {late > 0 && <span data-tone="bad">{inbox.late(late)}</span>}
          {soon > 0 && <span data-tone="warn">{inbox.soon(soon)}</span>}
        </p>
      )}
      {(user?.office.level === 'echelon1' || user?.office.level === 'agency') && <OwedResponses />}
      <AskedQuestions />
      <Pending asked={asked} />
      {items?.length === 0 && (state.any ? <NothingFits state={state} /> : <NoReports />)}
      {/* Also without rows: a dialog may be open that has just decided the last of them. */}
      {items && <InboxList items={items} Row={InboxRow} hrefOf={hrefOf} stays={isOurTurn} walk={walk} />}
      <More asked={asked} />
    </Page>
  );
}

export function InboxPage() {
  const { inbox, frame } = useOfficeTexts();
  if (useUser()?.role !== 'ops') return <Inbox />;
  return (
    <Page title={inbox.title}>
      <Empty icon={<IconUserCog size={28} />} title={inbox.ops}>
        <p>{inbox.opsWhy}</p>
        <Link href="/kantor/laporan">{frame.reports}</Link>
      </Empty>
    </Page>
  );
}
