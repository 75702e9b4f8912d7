// By what the inbox, what was disposed, and the search may be narrowed; each is a name in the address.

export const inboxFilters = ['q', 'kind', 'step', 'overdue', 'dueToday', 'assignee'] as const;
export const disposedFilters = ['q', 'kind', 'step', 'overdue', 'dueToday'] as const;
export const searchFilters = [
  'q',
  'status',
  'open',
  'kind',
  'step',
  'officeId',
  'under',
  'overdue',
  'dueToday',
  'rated',
  'score',
  'ratedFor',
  'beyond',
  'beyondFor',
  'from',
  'to',
] as const;
