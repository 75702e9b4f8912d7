// How far the reports of an office that joins another have moved, and what became of the rest.
import { Progress as Bar } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ask } from '../../../api/client.ts';
import { keys } from '../../../api/keys.ts';
import type { Succession } from '../../../api/types.ts';
import { Notice } from '../../../shared/messages/notice.tsx';
import { Failed } from '../../../shared/messages/states.tsx';
import { useAddress } from '../../../shared/state/address.ts';
import { useFormat } from '../../../texts/format.ts';
import { usePeopleTexts } from '../../../texts/oversight.ts';

const lookAgainMs = 1_000;

/** In the address of the page, so that it can be followed after a reload. */
export const successionParam = 'gabung';

export function JoiningProgress() {
  const { values } = useAddress([successionParam]);
  const given = values[successionParam] ?? '';
  const id = /^\d+$/.test(given) ? given : undefined;
  const { joining: texts } = usePeopleTexts();
  const { number } = useFormat();
  const { data, error, refetch } = useQuery({
    queryKey: [...keys.successions, id],
    queryFn: ({ signal }) => ask<Succession>(`/v1/successions/${id}`, { signal }),
    enabled: id !== undefined,
    refetchInterval: ({ state }) => (state.data?.finishedAt || state.error ? false : lookAgainMs),
  });
  if (error) return <Failed error={error} again={() => void refetch()} />;
  if (!data) return null;
  const { office, successor, total, moved, passedOver, outcome, finishedAt } = data;
  const told = texts.moved(number(moved), number(Math.max(total, moved)));
  return finishedAt ? (
    <Notice tone="good" title={texts.done(office.name, successor.name)} announce>
      <p>{told}</p>
      {outcome && <p>{texts.counts(outcome)}</p>}
      {passedOver > 0 && <p>{texts.passedOver(number(passedOver))}</p>}
    </Notice>
  ) : (
    <Notice tone="info" title={texts.running(office.name, successor.name)}>
      <Bar
        value={total === 0 ? 100 : Math.min(100, (100 * moved) / total)}
        w="100%"
        aria-label={texts.running(office.name, successor.name)}
      />
      <p>{told}</p>
    </Notice>
  );
}
