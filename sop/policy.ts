// A policy: every limit of the procedure as data (readings 7, 13, 15). Two are shipped.
import type { LimitKey } from './time/clock.ts';

/** Minutes of office hours, working days ending at the close of the Nth, or wall-clock seconds for drills. */
export type Limit = { officeMinutes: number } | { workingDays: number } | { seconds: number };

export interface Policy {
  name: string;
  /** By the SOP's row. */
  rows: Record<'1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '10' | '11', Limit>;
  /** Respon awal, from the arrival at Eselon 1 (SOP 6, reading 5). */
  firstResponse: Limit;
  /** The whole by kind, from the arrival at the agency (reading 13). */
  whole: Record<'informasi' | 'aspirasi' | 'pengaduan' | 'oversight', Limit>;
  /** What the reporter has to complete a report (reading 11). */
  completion: Limit;
  /** The holder is warned when this part of a limit has passed (reading 15). */
  warnAtFraction: number;
  /** Past a limit, the alert climbs one office each time this passes (reading 15). */
  escalateEvery: Limit;
  /** reading 10. */
  returnsBeforeBinding: number;
  /** reading 12. */
  maxObjections: number;
  /** How many days back a report of a backlog may have been received; absent: five years. */
  backlogDays?: number | undefined;
  /** reading 33: mails a day to one address; absent: 5 and 30. */
  mailsPerDay?: { unconfirmed: number; confirmed: number } | undefined;
}

export function mailsPerDay(policy: Policy): { unconfirmed: number; confirmed: number } {
  return policy.mailsPerDay ?? { unconfirmed: 5, confirmed: 30 };
}

const sop: Policy = {
  name: 'sop',
  rows: {
    1: { officeMinutes: 60 },
    2: { workingDays: 3 },
    3: { officeMinutes: 60 },
    4: { workingDays: 3 },
    5: { workingDays: 3 },
    6: { officeMinutes: 60 },
    7: { officeMinutes: 60 },
    8: { workingDays: 3 },
    9: { officeMinutes: 60 },
    10: { officeMinutes: 60 },
    11: { workingDays: 10 },
  },
  firstResponse: { workingDays: 3 },
  whole: {
    informasi: { workingDays: 5 },
    aspirasi: { workingDays: 5 },
    pengaduan: { workingDays: 14 },
    oversight: { workingDays: 60 },
  },
  completion: { workingDays: 10 },
  warnAtFraction: 0.75,
  escalateEvery: { workingDays: 1 },
  returnsBeforeBinding: 2,
  maxObjections: 2,
};

/** `sop` keeps row 10's 60 minutes as written; `realistis` gives it 3 hari kerja (reading 7). */
export const policies = {
  sop,
  realistis: { ...sop, name: 'realistis', rows: { ...sop.rows, 10: { workingDays: 3 } } } as Policy,
};

/** The limit that a clock runs by. */
export function limitOf(policy: Policy, key: LimitKey): Limit {
  if (key === 'first-response') return policy.firstResponse;
  if (key === 'completion') return policy.completion;
  const [group, name] = key.split('-') as ['row' | 'whole', string];
  return group === 'row'
    ? policy.rows[name as keyof Policy['rows']]
    : policy.whole[name as keyof Policy['whole']];
}

/** How many days back a backlog may reach. */
export function backlogDaysOf({ backlogDays = 1826 }: Policy): number {
  return backlogDays;
}
