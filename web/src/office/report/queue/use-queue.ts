// The list that the officer came from, or none: a report that was opened by its address.
import { useContext } from 'react';
import { useOfficeTexts } from '../../../texts/office.ts';
import { type Queue, QueueContext } from '../../lists/queue-context.ts';

export function useQueue(): Queue {
  const { report } = useOfficeTexts();
  const alone: Queue = {
    inQueue: false,
    listed: false,
    back: '/kantor',
    backLabel: report.back,
    at: -1,
    total: '0',
    previous: undefined,
    next: undefined,
    goOn: () => false,
  };
  return useContext(QueueContext) ?? alone;
}
