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
import type { Webhooks } from '../../api/types.ts';
import { AddWebhook } from './add-webhook.tsx';
import { Secret } from './secret.tsx';
import { WebhookCard } from './webhook-card.tsx';

export function WebhooksPage() {
  const { webhooks: texts } = useOfficeTexts().desk;
  const [adding, setAdding] = useState(false);
  const [secret, setSecret] = useState<string>();
  const asked = useQuery({
    queryKey: officeKeys.webhooks,
    queryFn: ({ signal }) => ask<Webhooks>('/v1/webhooks', { signal }),
  });
  const { data } = asked;
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
      {secret && <Secret secret={secret} onClose={() => setSecret(undefined)} />}
      {adding && (
        <AddWebhook
          onClose={() => setAdding(false)}
          onAdded={(made) => {
            setAdding(false);
            setSecret(made);
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
          <WebhookCard key={webhook.id} webhook={webhook} onSecret={setSecret} />
        ))}
      </ul>
    </Page>
  );
}
