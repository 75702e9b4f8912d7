// One webhook: its state, what can be done with it, its calls.
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconCircleCheck, IconCircleOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { ask } from '../../api/client.ts';
import { announce } from '../../shared/messages/announcer.tsx';
import card from '../../shared/page/card.module.css';
import { Failed } from '../../shared/messages/states.tsx';
import { useOfficeFormat } from '../../texts/office-format.ts';
import classes from '../forms.module.css';
import { officeKeys } from '../keys.ts';
import { SureButton } from '../../shared/officers/sure-button.tsx';
import { useOfficeTexts } from '../../texts/office.ts';
import type { Webhook } from '../../api/types.ts';
import { Calls } from './calls.tsx';

interface WebhookCardProps {
  webhook: Webhook;
  /** The secret that is shown this once, when it is of this one. */
  children: ReactNode;
  onSecret: (secret: string) => void;
}

/** What can be asked for a webhook, as method, path below it, and body. */
const requests = {
  test: ['POST', '/test'],
  rotate: ['POST', '/secret'],
  on: ['PATCH', '', { active: true }],
  off: ['PATCH', '', { active: false }],
  remove: ['DELETE', ''],
} as const;

export function WebhookCard({ webhook, children, onSecret }: WebhookCardProps) {
  const { desk, frame } = useOfficeTexts();
  const { webhooks: texts } = desk;
  const { moment } = useOfficeFormat();
  const client = useQueryClient();
  const { id, url, types, active, disabledWhy, createdBy, createdAt } = webhook;
  const said: Partial<Record<keyof typeof requests, string>> = { test: texts.tested, remove: texts.removed };
  const act = useMutation({
    mutationFn: (what: keyof typeof requests) => {
      const [method, path, body] = requests[what];
      return ask<{ secret?: string } | undefined>(`/v1/webhooks/${id}${path}`, { method, body });
    },
    onSuccess: (answer, what) => {
      const words = said[what];
      if (words) announce(words);
      if (answer?.secret && what === 'rotate') onSecret(answer.secret);
    },
    onSettled: () => client.invalidateQueries({ queryKey: officeKeys.webhooks }),
  });
  const busy = (what: keyof typeof requests) => act.isPending && act.variables === what;
  const Icon = active ? IconCircleCheck : IconCircleOff;
  return (
    <li className={`${card.card} ${classes.item}`} data-made={children ? true : undefined}>
      {children}
      <div className={classes.head}>
        <h2 className={classes.text}>{url}</h2>
        <span className={classes.muted}>
          <Icon size={16} aria-hidden /> {active ? texts.on : texts.off}
        </span>
      </div>
      <p className={classes.muted}>{types.length === 0 ? texts.all : types.join(', ')}</p>
      {disabledWhy && <p>{disabledWhy}</p>}
      <p className={classes.muted}>{texts.by(createdBy, moment(createdAt))}</p>
      {act.error && <Failed error={act.error} />}
      <div className={classes.buttons}>
        {active && (
          <Button variant="default" size="sm" loading={busy('test')} onClick={() => act.mutate('test')}>
            {texts.test}
            <span className="visually-hidden"> {url}</span>
          </Button>
        )}
        <Button
          variant="default"
          size="sm"
          loading={busy('on') || busy('off')}
          onClick={() => act.mutate(active ? 'off' : 'on')}
        >
          {active ? texts.turnOff : texts.turnOn}
          <span className="visually-hidden"> {url}</span>
        </Button>
        <SureButton
          label={texts.rotate}
          about={url}
          question={texts.rotateSure}
          busy={busy('rotate')}
          onSure={() => act.mutate('rotate')}
        />
        <SureButton
          label={frame.remove}
          about={url}
          question={texts.removeSure(url)}
          busy={busy('remove')}
          onSure={() => act.mutate('remove')}
        />
      </div>
      <Calls id={id} />
    </li>
  );
}
