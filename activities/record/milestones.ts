// What an entry adds to the complaint's row for its readers.
import type { Milestones } from '../../db/complaints/update-complaint.ts';
import { isOver } from '../../sop/case.ts';
import { type Entry, isAgainstRejection } from '../../sop/entry.ts';

/** The first response (reading 5), the substantive answer, and the end with who closed it (reading 12). */
export function milestonesOf(entry: Entry): Milestones {
  const { type, at, text = '', from, step, duplicateOf, actor, after } = entry;
  switch (type) {
    case 'responded':
      return step === 11 ? {} : { firstResponse: { at, text } };
    case 'answered':
      return { answer: { at, text, officeId: from } };
    case 'rejected':
      return { ...(isOver(after) && { ended: { at, by: 'office' } }), ...(duplicateOf && { duplicateOf }) };
    case 'followed':
      return duplicateOf === undefined ? {} : { duplicateOf };
    case 'objected':
      return isAgainstRejection(entry) ? { duplicateOf: null } : {};
    case 'rejection-final':
      return { ended: { at, by: 'office' } };
    case 'confirmed':
      return { ended: { at, by: 'reporter' } };
    case 'closed':
    case 'withdrawn':
      return { ended: { at, by: actor.role === 'reporter' ? 'reporter' : 'system' } };
    default:
      return {};
  }
}

/** What they add for the reader: the first response that was given stays the first; of several answers the last counts. */
export function milestonesOfAll(entries: readonly Entry[]): Milestones {
  return entries.map(milestonesOf).reduce((before, own) => {
    const firstResponse = before.firstResponse ?? own.firstResponse;
    return { ...before, ...own, ...(firstResponse && { firstResponse }) };
  }, {});
}
