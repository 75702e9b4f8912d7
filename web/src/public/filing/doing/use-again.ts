// Tries again what the line has lost: as soon as the browser is online, and from time to time.
import { useEffect, useEffectEvent, useRef } from 'react';

const firstMs = 15_000;
const mostMs = 120_000;

/** Calls `again` while `waits`; a line that says it is there and carries nothing is asked ever more rarely. */
export function useAgain(waits: boolean, again: () => void): void {
  const tries = useRef(0);
  const go = useEffectEvent(again);
  useEffect(() => {
    if (!waits) return undefined;
    const timer = setTimeout(() => go(), Math.min(firstMs * 2 ** tries.current, mostMs));
    tries.current += 1;
    const online = () => go();
    window.addEventListener('online', online);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('online', online);
    };
  }, [waits]);
}
