// The API keys of offices: made, shown once, and revoked.
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconKey, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { keys } from '../../../api/keys.ts';
import type { ApiKey } from '../../../api/types.ts';
import { Empty, Pending } from '../../../shared/messages/states.tsx';
import { allPages } from '../../../shared/officers/use-pages.ts';
import { OperationsPage } from '../../part-page.tsx';
import { useApiKeyTexts } from '../../../texts/oversight.ts';
import classes from '../people.module.css';
import { AddKey } from './add-key.tsx';
import { KeyCard } from './key-card.tsx';
import { MadeKey } from './made-key.tsx';

export function ApiKeysPage() {
  const texts = useApiKeyTexts();
  const [adding, setAdding] = useState(false);
  const [made, setMade] = useState<string>();
  const asked = useQuery({
    queryKey: keys.apiKeys,
    queryFn: ({ signal }) => allPages<ApiKey>('/v1/api-keys', signal),
  });
  const { data } = asked;
  return (
    <OperationsPage
      title={texts.title}
      lead={
        <>
          {texts.lead} <a href="/docs/">{texts.how}</a>
        </>
      }
      actions={
        <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setAdding(true)}>
          {texts.add}
        </Button>
      }
    >
      {made && <MadeKey text={made} onClose={() => setMade(undefined)} />}
      {adding && (
        <AddKey
          onClose={() => setAdding(false)}
          onMade={(key) => {
            setAdding(false);
            setMade(key);
          }}
        />
      )}
      <Pending asked={asked} />
      {data?.length === 0 && !adding && (
        <Empty icon={<IconKey size={28} />} title={texts.none}>
          <p>{texts.noneWhy}</p>
        </Empty>
      )}
      <ul className={classes.list}>
        {data?.map((one) => (
          <KeyCard key={one.id} apiKey={one} />
        ))}
      </ul>
    </OperationsPage>
  );
}
