// The list that a report was opened from: what is before and after it there, and the way back.
import { createContext } from 'react';

export interface Queue {
  /** Once it is decided, one goes on to the next report. */
  inQueue: boolean;
  /** It was opened from a list. */
  listed: boolean;
  /** Back to the list, as it was narrowed. */
  back: string;
  /** What that list is called. */
  backLabel: string;
  /** From 0; below 0 when it is in the list no more. */
  at: number;
  /** As people say it: `412`, or `50+`. */
  total: string;
  previous: string | undefined;
  next: string | undefined;
  /** To the next one, or else back; false when there is none. */
  goOn: () => boolean;
}

export const QueueContext = createContext<Queue | undefined>(undefined);
