// What an entry of the record is called.
import { useOfficeTexts } from '../../../texts/office.ts';
import type { RecordEvent } from '../../../api/types.ts';

/** A report that ended unanswered was withdrawn by its reporter, or never completed (reading 20). */
export function useEntryName(): (event: Pick<RecordEvent, 'type' | 'actor'>) => string {
  const { report, words } = useOfficeTexts();
  return ({ type, actor }) => {
    if (type === 'withdrawn')
      return words.statuses[actor.role === 'reporter' ? 'withdrawn-by-reporter' : 'withdrawn'];
    return report.events.types[type] ?? type;
  };
}
