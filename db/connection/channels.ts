// Who tells whom that something changed, by NOTIFY: the channels, and what is said on each.

export const channels = {
  /** The number of a complaint whose record, notes, files or assignee changed. */
  complaints: 'complaints',
  /** The number of a complaint whose access key is another one. */
  accessKeys: 'access-keys',
  /** Nothing but that a mail or a call is owed: the courier looks for itself. */
  deliveries: 'notifications',
  /** The id of an office that was told something. Rung by a trigger (migration 0009). */
  notices: 'office-notifications',
  /** Nothing but that a session may have ended or a user changed. Rung by a trigger (migration 0010). */
  sessions: 'sessions',
  /** Who has a report open, as JSON: it is in no table. */
  presence: 'presence',
} as const;
