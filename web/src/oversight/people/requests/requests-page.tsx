// What ops asked of accounts: what waits for a second one of them, and what became of the rest.
import { IconUserCheck } from '@tabler/icons-react';
import { Empty, Pending } from '../../../shared/messages/states.tsx';
import { Notice } from '../../../shared/messages/notice.tsx';
import { OperationsPage } from '../../part-page.tsx';
import { usePeopleTexts } from '../../../texts/oversight.ts';
import classes from '../people.module.css';
import { RequestCard } from './request-card.tsx';
import { useRequests } from './requests.ts';

export function RequestsPage() {
  const { requests: texts } = usePeopleTexts();
  const asked = useRequests();
  const { data } = asked;
  return (
    <OperationsPage title={texts.title} lead={texts.lead}>
      <Pending asked={asked} />
      {data && !data.wanted && (
        <Notice tone="info" title={texts.off}>
          <p>{texts.offWhy}</p>
        </Notice>
      )}
      {data?.wanted && data.items.length === 0 && (
        <Empty icon={<IconUserCheck size={28} />} title={texts.none}>
          <p>{texts.noneWhy}</p>
        </Empty>
      )}
      <ul className={classes.list}>
        {data?.items.map((one) => (
          <RequestCard key={one.id} request={one} />
        ))}
      </ul>
    </OperationsPage>
  );
}
