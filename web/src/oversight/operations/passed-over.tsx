// What jobs went on past and try again: shown only when there is something.
import { useQuery } from '@tanstack/react-query';
import { ask } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';
import type { PassedOver } from '../../api/types.ts';
import { Failed } from '../../shared/messages/states.tsx';
import { useFormat } from '../../texts/format.ts';
import { useOperationsTexts } from '../../texts/oversight.ts';
import { type Fact, FactList } from '../../shared/officers/fact-list.tsx';
import { Section } from '../../shared/officers/section.tsx';

const lookAgainMs = 30_000;

export function PassedOverSection() {
  const { passedOver: texts } = useOperationsTexts();
  const { moment } = useFormat();
  const { data, error, refetch } = useQuery({
    queryKey: keys.passedOver,
    queryFn: async ({ signal }) => (await ask<{ items: PassedOver[] }>('/v1/passed-over', { signal })).items,
    refetchInterval: lookAgainMs,
  });
  if (error) return <Failed error={error} again={() => void refetch()} />;
  if (!data || data.length === 0) return null;
  return (
    <Section title={texts.title} why={texts.why}>
      <FactList
        beside
        facts={data.map(
          ({ job, item, times, error: fault, since, nextAt }): Fact => [
            item,
            texts.what(texts.jobs[job], fault, times, moment(since), moment(nextAt)),
          ],
        )}
      />
    </Section>
  );
}
