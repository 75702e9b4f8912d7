// What the office and the officer are told, and how each wants to be told.
import { Button, NativeSelect } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { Link } from 'wouter';
import { announce } from '../../shared/messages/announcer.tsx';
import card from '../../shared/page/card.module.css';
import { Page } from '../../shared/page/page.tsx';
import { More } from '../../shared/officers/more.tsx';
import { Empty, Failed, Pending } from '../../shared/messages/states.tsx';
import { useOfficeFormat } from '../../texts/office-format.ts';
import classes from '../forms.module.css';
import { useAddress } from '../../shared/state/address.ts';
import { OfficeLiveBadge } from '../live.tsx';
import { useOfficeTexts } from '../../texts/office.ts';
import type { Notifications } from '../../api/types.ts';
import { Choices } from './choices.tsx';
import { useMarkRead, useNotifications } from './use-notifications.ts';

interface OneProps {
  one: Notifications['items'][number];
  mark: (ids: number[]) => void;
}

function One({ one, mark }: OneProps) {
  const { notifications: texts } = useOfficeTexts().desk;
  const { moment } = useOfficeFormat();
  const unread = one.readAt === null;
  return (
    <li className={`${card.card} ${classes.item}`} data-unread={unread}>
      <div className={classes.head}>
        <h2>{one.subject}</h2>
        <span className={classes.muted}>
          {unread && <span className={classes.new}>{texts.isNew}</span>} {moment(one.createdAt)}
        </span>
      </div>
      <p className={classes.text}>{one.body.replaceAll('\n\n', '\n')}</p>
      <div className={classes.buttons}>
        {one.number && (
          <Link href={`/kantor/laporan/${one.number}`} onClick={() => unread && mark([one.id])}>
            {texts.open(one.number)}
          </Link>
        )}
        {unread && (
          <Button variant="subtle" size="compact-md" onClick={() => mark([one.id])}>
            {texts.markRead}
            <span className="visually-hidden">: {one.subject}</span>
          </Button>
        )}
      </div>
    </li>
  );
}

export function NotificationsPage() {
  const { desk } = useOfficeTexts();
  const { notifications: texts } = desk;
  const { values, change } = useAddress(['unread']);
  const asked = useNotifications(values.unread === 'true');
  const read = useMarkRead();
  const { items } = asked;
  const unread = items?.filter(({ readAt }) => readAt === null).map(({ id }) => id) ?? [];
  const mark = (ids: number[]) => read.mutate(ids, { onSuccess: () => announce(texts.marked) });
  return (
    <Page title={texts.title} lead={texts.lead} actions={<OfficeLiveBadge />}>
      <Choices />
      <div className={classes.buttons}>
        <NativeSelect
          label={texts.show}
          value={values.unread ?? ''}
          data={[
            { value: '', label: texts.all },
            { value: 'true', label: texts.unread },
          ]}
          onChange={({ currentTarget }) => change({ unread: currentTarget.value })}
        />
        {unread.length > 0 && (
          <Button variant="default" mt="auto" loading={read.isPending} onClick={() => mark(unread)}>
            {texts.markAll} ({unread.length})
          </Button>
        )}
      </div>
      {read.error && <Failed error={read.error} />}
      <Pending asked={asked} />
      {items?.length === 0 && (
        <Empty icon={<IconBell size={28} />} title={texts.none}>
          <p>{texts.noneWhy}</p>
        </Empty>
      )}
      <ul className={classes.list}>
        {items?.map((one) => (
          <One key={one.id} one={one} mark={mark} />
        ))}
      </ul>
      <More asked={asked} />
    </Page>
  );
}
