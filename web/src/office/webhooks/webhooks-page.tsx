// The office's webhooks: added, tried, switched, with their calls.
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconPlus, IconWebhook } from '@tabler/icons-react';
import { useState } from 'react';
import { ask } from '../../api/client.ts';
import { Page } from '../../shared/page/page.tsx';
import { Empty, Pending } from '../../shared/messages/states.tsx';
import classes from '../forms.module.css';
import { officeKeys } from '../keys.ts';
import { useOfficeTexts } from '../../texts/office.ts';
import { useInSight } from '../../shared/state/in-sight.ts';
import type { Webhooks } from '../../api/types.ts';
import { AddWebhook } from './add-webhook.tsx';
import { Secret } from './secret.tsx';
import { WebhookCard } from './webhook-card.tsx';

export function WebhooksPage() {
  const { webhooks: texts } = useOfficeTexts().desk;
  const [adding, setAdding] = useState(false);
  const [shown, setShown] = useState<{ id: number; secret: string }>();
  const asked = useQuery({
    queryKey: officeKeys.webhooks,
    queryFn: ({ signal }) => ask<Webhooks>('/v1/webhooks', { signal }),
  });
  const { data } = asked;
  const isThere = data?.items.some(({ id }) => id === shown?.id) ?? false;
  useInSight(shown ? String(shown.id) : null, isThere);
  const secret = shown && <Secret secret={shown.secret} onClose={() => setShown(undefined)} />;
  return (
    <Page
      title={texts.title}
      lead={texts.lead}
      actions={
        <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setAdding(true)}>
          {texts.add}
        </Button>
      }
    >
      {/* Until its list has come: it is shown only this once. */}
      {!isThere && secret}
      {adding && (
        <AddWebhook
          onClose={() => setAdding(false)}
          onAdded={(made) => {
            setAdding(false);
            setShown(made);
          }}
        />
      )}
      <Pending asked={asked} />
      {data?.items.length === 0 && !adding && (
        <Empty icon={<IconWebhook size={28} />} title={texts.none}>
          <p>{texts.noneWhy}</p>
        </Empty>
      )}
      <ul className={classes.list}>
        {data?.items.map((webhook) => (
          <WebhookCard
            key={webhook.id}
            webhook={webhook}
            onSecret={(made) => setShown({ id: webhook.id, secret: made })}
          >
            {webhook.id === shown?.id && secret}
          </WebhookCard>
        ))}
      </ul>
    </Page>
  );
}
