// One API key: whose it is, what it opens, until when, and its end.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ask } from '../../../api/client.ts';
import { keys } from '../../../api/keys.ts';
import type { ApiKey } from '../../../api/types.ts';
import { announce } from '../../../shared/messages/announcer.tsx';
import { Failed } from '../../../shared/messages/states.tsx';
import { SureButton } from '../../../shared/officers/sure-button.tsx';
import card from '../../../shared/page/card.module.css';
import { useFormat } from '../../../texts/format.ts';
import { useApiKeyTexts } from '../../../texts/oversight.ts';
import classes from '../people.module.css';

export function KeyCard({ apiKey }: { apiKey: ApiKey }) {
  const texts = useApiKeyTexts();
  const { moment } = useFormat();
  const client = useQueryClient();
  const { id, name, office, hint, scopes, state, expiresAt, lastUsedAt, createdBy, createdAt } = apiKey;
  const revoke = useMutation({
    mutationFn: () => ask<undefined>(`/v1/api-keys/${encodeURIComponent(id)}`, { method: 'DELETE' }),
    onSuccess: () => announce(texts.revoked(name)),
    onSettled: () => client.invalidateQueries({ queryKey: keys.apiKeys }),
  });
  return (
    <li className={`${card.card} ${classes.keyCard}`}>
      <div className={classes.place}>
        <div>
          <h2>{name}</h2>
          <span className={classes.small}>
            {office.name} · <code translate="no">tuntas_…{hint}</code>
          </span>
        </div>
        <span className={classes.state} data-active={state === 'open'}>
          {texts.states[state]}
          {state === 'open' && ` ${texts.until(moment(expiresAt))}`}
        </span>
      </div>
      <p className={classes.small}>{scopes.map((scope) => texts.scopeNames[scope] ?? scope).join(' · ')}</p>
      <p className={classes.small}>
        {lastUsedAt ? texts.lastUsed(moment(lastUsedAt)) : texts.neverUsed} ·{' '}
        {texts.by(createdBy, moment(createdAt))}
      </p>
      {revoke.error && <Failed error={revoke.error} />}
      {state === 'open' && (
        <div className={classes.buttons}>
          <SureButton
            label={texts.revoke}
            about={name}
            question={texts.revokeSure(name)}
            color="red"
            busy={revoke.isPending}
            onSure={() => revoke.mutate()}
          />
        </div>
      )}
    </li>
  );
}
