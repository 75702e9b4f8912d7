// An office ends and joins another: choose which, look at what moves, and let it.
import { Button, Checkbox } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { ask } from '../../../api/client.ts';
import { keys } from '../../../api/keys.ts';
import type { NewSuccession, Office, SuccessionBegun } from '../../../api/types.ts';
import { Failed } from '../../../shared/messages/states.tsx';
import { OfficeField } from '../../../shared/officers/picking/office-field.tsx';
import { Section } from '../../../shared/officers/section.tsx';
import { useAddress } from '../../../shared/state/address.ts';
import { usePeopleTexts } from '../../../texts/oversight.ts';
import classes from '../people.module.css';
import { successionParam } from './joining-progress.tsx';
import { WhatMoves } from './what-moves.tsx';

const parts = ['officers', 'templates', 'choices', 'webhooks'] as const;

export function JoiningCard({ office, all }: { office: Office; all: Office[] }) {
  const { joining: texts } = usePeopleTexts();
  const client = useQueryClient();
  const address = useAddress([successionParam]);
  const [wanted, setWanted] = useState<NewSuccession>({ successorId: '' });
  const path = `/v1/offices/${encodeURIComponent(office.id)}/succession`;
  const send = (preview: boolean) =>
    ask<SuccessionBegun>(path, { method: 'POST', body: { ...wanted, preview } });
  const look = useMutation({ mutationFn: () => send(true) });
  const join = useMutation({
    mutationFn: () => send(false),
    onSuccess: async ({ id }) => {
      address.change({ [successionParam]: String(id) });
      // How far it is stands at the top of the page, and this card goes.
      document.querySelector<HTMLElement>('h1')?.focus();
      await client.invalidateQueries({ queryKey: keys.offices });
    },
  });
  const change = (some: Partial<NewSuccession>) => {
    look.reset();
    join.reset();
    setWanted({ ...wanted, ...some });
  };
  const others = useMemo(
    () =>
      all.filter(
        ({ id, level, active, successorId }) =>
          id !== office.id && level === office.level && active !== false && !successorId,
      ),
    [all, office],
  );
  const problem = join.error ?? look.error;
  return (
    <Section title={texts.title} why={texts.why}>
      {problem && <Failed error={problem} />}
      <div className={classes.form}>
        <OfficeField
          label={texts.successor}
          description={texts.choose}
          offices={others}
          value={wanted.successorId}
          warns
          onChange={(successorId) => change({ successorId })}
        />
        {parts.map((part) => (
          <Checkbox
            key={part}
            label={texts.move[part]}
            checked={wanted[part] !== 'end'}
            onChange={({ currentTarget }) => change({ [part]: currentTarget.checked ? 'move' : 'end' })}
          />
        ))}
        {!look.data && (
          <div className={classes.buttons}>
            <Button
              disabled={wanted.successorId === ''}
              loading={look.isPending}
              onClick={() => look.mutate()}
            >
              {texts.preview}
            </Button>
          </div>
        )}
        {look.data && <WhatMoves moving={look.data} busy={join.isPending} onJoin={() => join.mutate()} />}
      </div>
    </Section>
  );
}
