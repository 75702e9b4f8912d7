// The likely duplicate of each row in sight: asked for once the row has been seen, twenty at a time, beside the list.
import { type RefObject, useEffect, useRef, useState } from 'react';
import { ask } from '../../../api/client.ts';
import type { LikelyOnes } from '../../../api/types.ts';

export type Likely = LikelyOnes['items'][number];

/** As the API takes them. */
const atOnce = 20;
/** While one scrolls, nothing is asked for. */
const pauseMs = 400;
/** The words of a report stay; what is like it may come. */
const staleMs = 10 * 60_000;

/** By number. `rows`: what is shown, a new array once it changes. */
export function useLikely(
  list: RefObject<HTMLElement | null>,
  rows: readonly { number: string }[] | undefined,
): (number: string) => Likely | undefined {
  const [found, setFound] = useState<ReadonlyMap<string, Likely>>(new Map());
  /** When it was asked for. */
  const asked = useRef(new Map<string, number>());
  useEffect(() => {
    if (!rows || rows.length === 0) return undefined;
    const seen = new Set<string>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const askFor = async (numbers: readonly string[]) => {
      for (const number of numbers) asked.current.set(number, Date.now());
      try {
        const query = { numbers: numbers.join(',') };
        const { items } = await ask<LikelyOnes>('/v1/likely-duplicates', { query });
        setFound((before) => {
          const others = [...before].filter(([number]) => !numbers.includes(number));
          return new Map([...others, ...items.map((one) => [one.number, one] as const)]);
        });
      } catch {
        // The list is whole without it; the rows are asked for again when they are seen again.
        for (const number of numbers) asked.current.delete(number);
      }
    };
    const send = () => {
      const since = Date.now() - staleMs;
      const fresh = [...seen].filter((number) => (asked.current.get(number) ?? 0) < since);
      for (let n = 0; n < fresh.length; n += atOnce) void askFor(fresh.slice(n, n + atOnce));
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
  return (number) => found.get(number);
}
