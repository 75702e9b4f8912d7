// What the office holds now, the soonest deadline first: where an officer's day is spent.
import { IconInbox, IconUserCog } from '@tabler/icons-react';
import { Link } from 'wouter';
import { officeActions } from '../../../../sop/terms.ts';
import { useUser } from '../../session.tsx';
import { Empty } from '../../shared/messages/states.tsx';
import { Page } from '../../shared/page/page.tsx';
import { useAddress } from '../../shared/state/address.ts';
import { useOfficeTexts } from '../../texts/office.ts';
import { AskedQuestions } from '../consultations/asked-questions.tsx';
import { isOurTurn } from '../deciding/actions.ts';
import { GroupChoice } from '../lists/grouping/group-choice.tsx';
import { groupingIn, inboxGroupings } from '../lists/grouping/group-of.ts';
import { ListDesk } from '../lists/list-desk.tsx';
import { useInbox, useInboxCounts } from '../queries.ts';
import { ReportPage } from '../report/report-page.tsx';
import { InboxTotals } from './inbox-totals.tsx';
import { inboxFilters, orders } from './narrowing/filters.ts';
import { OrderChoice } from './narrowing/order-choice.tsx';
import { OwedResponses } from './owed-responses.tsx';
import { InboxRow } from './rows/inbox-row.tsx';

function NoReports() {
  const { inbox } = useOfficeTexts();
  return (
    <Empty icon={<IconInbox size={28} />} title={inbox.empty}>
      <p>{inbox.emptyWhy}</p>
    </Empty>
  );
}

function Inbox({ number }: { number: string | undefined }) {
  const { inbox } = useOfficeTexts();
  const user = useUser();
  const state = useAddress(inboxFilters);
  const order = useAddress(['sort', 'group']);
  const by = groupingIn(order.values, inboxGroupings);
  const group = by && { group: by };
  const sort = orders.find((one) => one === order.values.sort);
  const asked = useInbox({ ...state.values, ...(sort && { sort }), ...group });
  const counts = useInboxCounts({ ...state.values, ...group });
  const loaded = asked.items?.length ?? 0;
  const total = asked.hasNextPage ? inbox.moreThan(loaded) : String(loaded);
  return (
    <ListDesk
      number={number}
      title={inbox.title}
      home="/kantor"
      flag="antrean"
      filters={inboxFilters}
      state={state}
      more={order.values}
      asked={asked}
      groups={by && { by, office: 'agency', counts: counts?.groups }}
      Row={InboxRow}
      actions={officeActions}
      stays={isOurTurn}
      total={counts ? String(counts.total) : total}
      hands
      goesOn
      counts={<InboxTotals counts={counts} state={state} />}
      tools={
        number === undefined && (
          <>
            <OrderChoice state={order} />
            <GroupChoice state={order} groupings={inboxGroupings} />
          </>
        )
      }
      notices={
        <>
          {(user?.office.level === 'echelon1' || user?.office.level === 'agency') && <OwedResponses />}
          <AskedQuestions />
        </>
      }
      nothing={<NoReports />}
    />
  );
}

export function InboxPage({ number }: { number: string | undefined }) {
  const { inbox, frame } = useOfficeTexts();
  if (useUser()?.role !== 'ops') return <Inbox number={number} />;
  if (number !== undefined) return <ReportPage key={number} number={number} />;
  return (
    <Page title={inbox.title}>
      <Empty icon={<IconUserCog size={28} />} title={inbox.ops}>
        <p>{inbox.opsWhy}</p>
        <Link href="/kantor/laporan">{frame.reports}</Link>
      </Empty>
    </Page>
  );
}
