// Says that one has a report open, as long as one is at it.
import { useEffect, useState } from 'react';
import { ask, newKey } from '../../api/client.ts';
import { complaintPath } from '../../api/paths.ts';
import type { PresenceBody } from '../../api/types.ts';
import { useUser } from '../../session.tsx';

/** The API forgets it after 25 s. */
const againMs = 15_000;
/** Who only walks by does not read it. */
const restMs = 1_500;
/** Without a key, a touch or a move in so many milliseconds nobody is there. */
const awayMs = 3 * 60_000;

let lastMoveAt = 0;
const moved = () => {
  lastMoveAt = Date.now();
};
/** In the order in which they were said: a leaving that comes late would take back what came after it. */
let saying: Promise<unknown> = Promise.resolve();
const moves = ['pointermove', 'pointerdown', 'keydown', 'scroll'] as const;

/** `number` undefined: nothing yet. */
export function usePresence(number: string | undefined, doing: NonNullable<PresenceBody['doing']>): void {
  const decides = useUser()?.role === 'admin';
  const [tab] = useState(newKey);
  useEffect(() => {
    if (number === undefined || !decides) return undefined;
    const path = `${complaintPath(number)}/presence`;
    let said: PresenceBody['doing'] = null;
    const say = (next: PresenceBody['doing'], last = false) => {
      if (next === null && said === null) return;
      said = next;
      const body: PresenceBody = { tab, doing: next };
      // Nobody misses it much when it does not get through.
      const put = () => ask<void>(path, { method: 'PUT', body, keepalive: last }).catch(() => undefined);
      saying = last ? put() : saying.then(put);
    };
    const look = () => {
      const there = Date.now() - lastMoveAt < awayMs && (doing === 'writing' || !document.hidden);
      say(there ? doing : null);
    };
    // With the page.
    const leave = () => say(null, true);
    moved();
    const first = setTimeout(look, doing === 'writing' ? 0 : restMs);
    const again = setInterval(look, againMs);
    for (const move of moves) window.addEventListener(move, moved, { passive: true, capture: true });
    window.addEventListener('pagehide', leave);
    return () => {
      clearTimeout(first);
      clearInterval(again);
      for (const move of moves) window.removeEventListener(move, moved, { capture: true });
      window.removeEventListener('pagehide', leave);
      say(null);
    };
  }, [number, doing, decides, tab]);
}
