// reading 33: what somebody may look at of a report, and from when on reading is unusual. All numbers of it stand here.

/** Who reports; a file as it was sent; its copy without metadata; a file between offices. */
export const lookedAt = ['identity', 'original', 'copy', 'internal'] as const;
export type LookedAt = (typeof lookedAt)[number];

/** What may tell who reports: of these alone too much is unusual. */
export const telling: readonly LookedAt[] = ['identity', 'original'];

/** Beyond these somebody should ask why. Reports count, each once a day, and not how often it was opened. */
export const readingBounds = {
  /** In a day, of what the office neither holds nor is asked about nor answered. */
  elsewhere: 20,
  /** In a day, between these hours of the office's own clock. */
  atNight: 5,
  night: { from: 22, to: 5 },
  /** So many times what the same officer read on a day of theirs before, and no fewer than that. */
  timesUsual: 5,
  fewest: 30,
  /** The days before, of which the usual is the mean. */
  usualDays: 28,
  /** How long it is shown: over a weekend, and a day more. */
  shownDays: 4,
} as const;

/** One officer's day, in the zone of their office: of how many reports they read what tells who reports. */
export interface ReadingDay {
  reports: number;
  /** Of those what their office neither held nor was asked about nor had answered. */
  elsewhere: number;
  atNight: number;
  /** The mean of the days before on which they read at all; null: there was none, so nothing is usual yet. */
  usual: number | null;
}

export const unusual = ['elsewhere', 'at-night', 'above-usual'] as const;
export type Unusual = (typeof unusual)[number];

/** Why that day is unusual; nothing: it is not. No proof of anything: a superior asks. */
export function unusualIn({ reports, elsewhere, atNight, usual }: ReadingDay): Unusual[] {
  const isAbove =
    usual !== null && reports >= readingBounds.fewest && reports > readingBounds.timesUsual * usual;
  const found: Record<Unusual, boolean> = {
    elsewhere: elsewhere > readingBounds.elsewhere,
    'at-night': atNight > readingBounds.atNight,
    'above-usual': isAbove,
  };
  return unusual.filter((one) => found[one]);
}
