// The likely duplicate of each row in sight: asked for once the row has been seen, twenty at a time, beside the list.
import { useQueries } from '@tanstack/react-query';
import { type RefObject, useEffect, useState } from 'react';
import { ask } from '../../../api/client.ts';
import type { LikelyOnes } from '../../../api/types.ts';
import { officeKeys } from '../../keys.ts';

export type Likely = LikelyOnes['items'][number];

/** As the API takes them. */
const atOnce = 20;
/** So many requests are kept; of rows that were seen longer ago it is asked again. */
const kept = 8;
/** While one scrolls, nothing is asked for. */
const pauseMs = 400;
/** The words of a report stay; what is like it may come. */
const staleMs = 10 * 60_000;

/** By number. `rows`: what is shown, a new array once it changes. */
export function useLikely(
  list: RefObject<HTMLElement | null>,
  rows: readonly { number: string }[] | undefined,
): (number: string) => Likely | undefined {
  const [batches, setBatches] = useState<readonly (readonly string[])[]>([]);
  useEffect(() => {
    const seen = new Set<string>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const send = () => {
      setBatches((before) => {
        const known = new Set(before.flat());
        const fresh = [...seen].filter((number) => !known.has(number));
        const more = [];
        for (let n = 0; n < fresh.length; n += atOnce) more.push(fresh.slice(n, n + atOnce));
        return more.length > 0 ? [...before, ...more].slice(-kept) : before;
      });
    };
    const observer = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) {
        const { number = '' } = (target as HTMLElement).dataset;
        if (isIntersecting) seen.add(number);
        else seen.delete(number);
      }
      clearTimeout(timer);
      timer = setTimeout(send, pauseMs);
    });
    for (const row of list.current?.querySelectorAll('[data-number]') ?? []) observer.observe(row);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
    };
  }, [list, rows]);
  const found = useQueries({
    queries: batches.map((numbers) => ({
      queryKey: officeKeys.likely(numbers),
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        ask<LikelyOnes>('/v1/likely-duplicates', { query: { numbers: numbers.join(',') }, signal }),
      staleTime: staleMs,
    })),
    combine: inOne,
  });
  return (number) => found.get(number);
}

function inOne(answers: readonly { data: LikelyOnes | undefined }[]): ReadonlyMap<string, Likely> {
  return new Map(answers.flatMap(({ data }) => data?.items.map((one) => [one.number, one] as const) ?? []));
}
