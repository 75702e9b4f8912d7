// How far the recomputation of a saved change has come; it takes the focus when it appears after saving.
import { Progress as Bar } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { ask } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';
import type { Recomputation } from '../../api/types.ts';
import { useAddress } from '../../shared/state/address.ts';
import { Notice } from '../../shared/messages/notice.tsx';
import { Failed } from '../../shared/messages/states.tsx';
import { useFormat } from '../../texts/format.ts';
import { useRulesTexts } from '../../texts/oversight.ts';
import classes from './change-bar.module.css';
import { recomputationParam } from './use-rule-change.ts';

const lookAgainMs = 1_000;

export function RecomputationProgress() {
  const { values } = useAddress([recomputationParam]);
  const given = values[recomputationParam] ?? '';
  const id = /^\d+$/.test(given) ? given : undefined;
  const { progress: texts } = useRulesTexts();
  const { number } = useFormat();
  const { data, error, refetch } = useQuery({
    queryKey: [...keys.recomputations, id],
    queryFn: ({ signal }) => ask<Recomputation>(`/v1/recomputations/${id}`, { signal }),
    enabled: id !== undefined,
    refetchInterval: ({ state }) => (state.data?.finishedAt || state.error ? false : lookAgainMs),
  });
  const place = useRef<HTMLDivElement>(null);
  const [opened] = useState(id);
  useEffect(() => {
    if (id !== undefined && id !== opened) place.current?.focus();
  }, [id, opened]);
  if (id === undefined) return null;
  const told = data && texts.told(number(data.moved));
  return (
    <div ref={place} tabIndex={-1} className={classes.panel}>
      {error && <Failed error={error} again={() => void refetch()} />}
      {!error && data?.finishedAt && (
        <Notice tone="good" title={texts.done} announce>
          <p>{told}</p>
        </Notice>
      )}
      {!error && !data?.finishedAt && (
        <Notice tone="info" title={texts.running}>
          <Bar value={100} animated w="100%" aria-label={texts.running} />
          <p>
            {told} {texts.leave}
          </p>
        </Notice>
      )}
    </div>
  );
}
