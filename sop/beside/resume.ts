// The record is the truth: a process that was lost, or knew something else, goes on from where the record stands.
import { type Case, isOver, system } from '../case.ts';
import type { Entry, OnRecord } from '../entry.ts';
import { Transition } from '../transition.ts';

/** Why a process had to go on from its record. */
export type Lost = 'missing' | 'stopped' | 'behind' | 'ahead';

/** As the record says it. */
export const whyLost: Record<Lost, string> = {
  missing: 'Alur kerja tidak ditemukan di mesin.',
  stopped: 'Alur kerja dihentikan dari luar.',
  behind: 'Alur kerja tertinggal dari catatannya.',
  ahead: 'Catatan tertinggal dari alur kerjanya, dan sudah dicocokkan.',
};

/**
 * How who writes finds that it does not go with the record: that has another entry in this place, or lacks the one before.
 * Histories have these words.
 */
const recordFaults = ['record-ahead', 'record-short'] as const;
export type RecordFault = (typeof recordFaults)[number];

export function isRecordFault(type: unknown): type is RecordFault {
  return recordFaults.some((fault) => fault === type);
}

/** Nothing was wrong with it: the reports moved to another engine. */
export const whyMoved = 'Alur kerja pindah ke mesin lain.';

/** Writes down why it goes on there. Decides nothing, so revision and clocks stay; of a report that is over nothing is written. */
export function resume(c: Case, why: string, at: string): { next: Case; entries: Entry[] } {
  const t = new Transition(c, system, at);
  if (!isOver(c)) t.write('resumed', { reason: why });
  return { next: t.next, entries: t.entries };
}

/** How a process that has written up to `seq` stands to its record; `last`: what its last entry was, where it knows. */
export function standingTo(
  record: OnRecord,
  { seq, last }: Omit<OnRecord, 'case'>,
): 'in-step' | 'behind' | 'ahead' {
  if (record.seq < seq) return 'ahead';
  return record.seq > seq || (last !== null && last !== record.last) ? 'behind' : 'in-step';
}
