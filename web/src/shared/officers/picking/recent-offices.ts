// The offices that somebody chose of late, in this browser; each person has their own.
import { useCallback, useState } from 'react';
import { useUser } from '../../../session.tsx';
import { storedJson } from '../../state/stored.ts';

/** How many are kept: some of them may not be for the next choice. */
const most = 20;

/** Their ids, the last one first, as they were when the field came; and how to note one more. */
export function useRecentOffices(): [readonly string[], (id: string) => void] {
  const user = useUser();
  const slot = `tuntas.offices.${user?.username}`;
  const [recent] = useState(() => read(slot));
  const note = useCallback(
    (id: string) =>
      storedJson<string[]>(slot).write([id, ...read(slot).filter((one) => one !== id)].slice(0, most)),
    [slot],
  );
  return [recent, note];
}

function read(slot: string): string[] {
  const kept = storedJson<unknown>(slot).read();
  return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : [];
}
