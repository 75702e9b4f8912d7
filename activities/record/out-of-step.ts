// When a workflow and its record do not go together: nothing is written over, and nothing is answered that is not written.
import { ApplicationFailure } from '@temporalio/common';
import type { Happened } from '../../db/record/events.ts';
import { isRecordFault, type RecordFault } from '../../sop/beside/resume.ts';
import type { Entry } from '../../sop/entry.ts';

/**
 * A worker that died after it wrote, and before the engine knew, has the same decision taken again a little later: that is
 * the same entry. One that is taken again long after is of a workflow that was reset, or of an engine that was restored.
 */
const againMs = 60_000;

/** The record has another entry in that place. */
export function recordAhead(number: string, seq: number): ApplicationFailure {
  return failureOf('record-ahead', `${number}: another entry ${seq} is on record.`);
}

/** The record has not got so far: an older database was restored. */
export function recordShort(number: string, seq: number): ApplicationFailure {
  return failureOf('record-short', `${number}: entry ${seq} is missing.`);
}

function failureOf(fault: RecordFault, words: string): ApplicationFailure {
  return ApplicationFailure.nonRetryable(words, fault);
}

/** Whether it is one of those two. */
export function isOutOfStep(error: unknown): boolean {
  return error instanceof ApplicationFailure && isRecordFault(error.type);
}

/** Whether what is on record is what the entry says. */
export function isSameEvent(event: Happened, entry: Entry): boolean {
  const { actor, after } = entry;
  const said = [
    [event.seq, entry.seq],
    [event.type, entry.type],
    [event.step, entry.step],
    [event.toStep, after.step],
    [event.actorRole, actor.role],
    [event.actorOfficeId, actor.officeId],
    [event.actorName, actor.name],
    [event.from, entry.from],
    [event.to, entry.to],
    [event.reason, entry.reason ?? null],
    [event.text, entry.text ?? null],
  ];
  const apart = Math.abs(event.at.getTime() - Date.parse(entry.at));
  return apart < againMs && said.every(([one, other]) => one === other);
}

/** Whether both come of the same decision of an office or the reporter; clocks ring by themselves, in any number. */
export function isOfOneDecision(one: Entry, other: Entry): boolean {
  const of = ({ at, actor, after }: Entry) => [at, actor.role, actor.officeId, after.revision].join();
  return one.actor.role !== 'system' && of(one) === of(other);
}
