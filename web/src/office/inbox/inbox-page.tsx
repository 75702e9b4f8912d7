// What the office holds now, the soonest deadline first: where an officer's day is spent.
import { Button } from '@mantine/core';
import { IconFilterOff, IconInbox, IconUserCog } from '@tabler/icons-react';
import { Link, useSearch } from 'wouter';
import { useUser } from '../../session.tsx';
import { Page } from '../../shared/page/page.tsx';
import { More } from '../../shared/officers/more.tsx';
import { Empty, Pending } from '../../shared/messages/states.tsx';
import { standingOf } from '../deadline.tsx';
import { AskedQuestions } from '../consultations/asked-questions.tsx';
import { OfficeLiveBadge } from '../live.tsx';
import { useInbox } from '../queries.ts';
import { useOfficeTexts } from '../../texts/office.ts';
import { FilterBar } from './filter-bar.tsx';
import { InboxList } from './inbox-list.tsx';
import classes from './inbox.module.css';
import { OwedResponses } from './owed-responses.tsx';
import { useAddress } from '../../shared/state/address.ts';
import { inboxFilters } from './filters.ts';
import { useWalk } from './use-walk.ts';

function NoReports({ filtered, clear }: { filtered: boolean; clear: () => void }) {
  const { inbox } = useOfficeTexts();
  if (!filtered) {
    return (
      <Empty icon={<IconInbox size={28} />} title={inbox.empty}>
        <p>{inbox.emptyWhy}</p>
      </Empty>
    );
  }
  return (
    <Empty icon={<IconFilterOff size={28} />} title={inbox.nothing}>
      <p>{inbox.nothingWhy}</p>
      <Button variant="default" onClick={clear}>
        {inbox.clear}
      </Button>
    </Empty>
  );
}

function Inbox() {
  const { inbox } = useOfficeTexts();
  const user = useUser();
  const state = useAddress(inboxFilters);
  const search = useSearch();
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
      {items?.length === 0 && <NoReports filtered={state.any} clear={state.clear} />}
      {/* Also without rows: a dialog may be open that has just decided the last of them. */}
      {items && <InboxList items={items} search={search} walk={walk} />}
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
