// By what the inbox, what was disposed, and the search may be narrowed; each is a name in the address.

const both = [
  'q',
  'kind',
  'step',
  'overdue',
  'soon',
  'dueToday',
  'category',
  'place',
  'region',
  'confidentiality',
  'channel',
  'agencyId',
  'olderThan',
  'reference',
] as const;
export const inboxFilters = [...both, 'assignee'] as const;
export const disposedFilters = both;
export const searchFilters = [
  ...both,
  'status',
  'open',
  'officeId',
  'heldUnder',
  'under',
  'lateIn',
  'rated',
  'score',
  'ratedFor',
  'beyond',
  'beyondFor',
  'wasLate',
  'lateStep',
  'lateOffice',
  'clock',
  'clockMet',
  'returned',
  'returnedFrom',
  'returnedTo',
  'receivedIn',
  'answeredIn',
  'endedIn',
  'closedBy',
  'from',
  'to',
] as const;

/** To which the numbers of superiors lead: each is a field only where it is set, or there would be too many. */
export const ledTo: ReadonlySet<string> = new Set([
  'lateStep',
  'lateOffice',
  'clock',
  'clockMet',
  'returnedFrom',
  'returnedTo',
  'receivedIn',
  'answeredIn',
  'endedIn',
  'closedBy',
]);

/** Three names of which one filter is made: how it stands with the deadline. */
export const deadlineNames = ['overdue', 'soon', 'dueToday'] as const;
type DeadlineName = (typeof deadlineNames)[number];
type Deadlines = Partial<Record<DeadlineName, string>>;

/** What may be chosen of it, each as the API asks for it. */
export const deadlines: Record<'late' | 'soon' | 'today' | 'inTime' | 'notToday', Deadlines> = {
  late: { overdue: 'true' },
  soon: { soon: 'true' },
  today: { dueToday: 'true' },
  inTime: { overdue: 'false' },
  notToday: { dueToday: 'false' },
};

/** Which of them an address asks for; empty for none. */
export function deadlineIn(values: Deadlines): string {
  const found = Object.entries(deadlines).find(([, asked]) =>
    deadlineNames.every((name) => (values[name] ?? '') === (asked[name] ?? '')),
  );
  return found?.[0] ?? '';
}

/** What changes in the address when it is chosen. */
export function deadlineChange(choice: string): Record<DeadlineName, string> {
  const chosen = (deadlines as Record<string, Deadlines>)[choice] ?? {};
  return { overdue: '', soon: '', dueToday: '', ...chosen };
}

/** Calendar days, for what came in longer ago. */
export const ages = [1, 3, 7, 14, 30, 60] as const;
/** By what an inbox may be ordered besides the deadline. */
export const orders = ['newest', 'oldest'] as const;
