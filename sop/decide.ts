// Takes one decision: from a case to the next one, with the entries that record it. Pure: the same input, the same answer.
import type { Case, Decision } from './case.ts';
import type { Entry } from './entry.ts';
import { breachNow, missedUnsaid } from './fire.ts';
import { lettersWanted, Refusal, type RefusalCode, refusalOf } from './refusal.ts';
import { row3, row4, row5 } from './rows/agency.ts';
import { row11 } from './rows/closing.ts';
import { whileWaiting } from './decisions/completion.ts';
import { whileRejected } from './decisions/reject.ts';
import { row6, row7, row8 } from './rows/echelon1.ts';
import { always, type Around, type Moves, type Take } from './rows/moves.ts';
import { row2 } from './rows/national.ts';
import { row10, row9 } from './rows/upt.ts';
import type { Action, Step } from './terms.ts';
import { storable } from './texts/storable.ts';
import { Transition } from './transition.ts';

/** SOP 1 has no decision: the system acknowledges. */
const rows: { [S in Step]: Moves<S> } = {
  1: {},
  2: row2,
  3: row3,
  4: row4,
  5: row5,
  6: row6,
  7: row7,
  8: row8,
  9: row9,
  10: row10,
  11: row11,
};

function movesAt({ status, step }: Case): Partial<Record<Action, Take>> {
  if (status === 'awaiting-completion') return whileWaiting;
  return status === 'rejected' ? whileRejected : rows[step];
}

/**
 * Takes decision `d` on case `c` at instant `at` (ISO 8601 UTC). The case given is not changed.
 * Throws `Refusal` when the decision is not open; then nothing changed.
 */
export function decide(
  c: Case,
  d: Decision,
  at: string,
  around: Around = {},
): { next: Case; entries: Entry[] } {
  const refused = refusalOf(c, d, at);
  if (refused) throw refusal(c, d, refused);
  const take = always(movesAt(c)[d.action]);
  const taken = (from: Case) => {
    const t = new Transition(from, d.actor, at);
    t.next.revision += 1;
    // A word of the reporter is no handling yet.
    if (t.next.status === 'received' && d.actor.role !== 'reporter') t.next.status = 'in-process';
    take(t, d, around);
    return { next: t.next, entries: t.entries };
  };
  const moved = taken(c);
  const missed = missedUnsaid(c, at).filter((name) => moved.next.clocks[name] !== c.clocks[name]);
  if (missed.length === 0) return moved;
  const [breached, entries] = missed.reduce<[Case, Entry[]]>(
    ([before, said], name) => {
      const breach = breachNow(before, name, at);
      return [breach.next, [...said, ...breach.entries]];
    },
    [c, []],
  );
  const after = taken(breached);
  return { next: after.next, entries: [...entries, ...after.entries] };
}

function refusal(c: Case, { action }: Decision, code: RefusalCode): Refusal {
  return code === 'too-short' ? new Refusal(code, lettersWanted(c, action)) : new Refusal(code);
}

/** Writes down a decision that was refused; changes nothing else. For decisions that arrive by signal. */
export function recordRefusal(
  c: Case,
  d: Pick<Decision, 'actor' | 'reason'> & { action: string },
  why: Omit<NonNullable<Entry['refused']>, 'action'>,
  at: string,
): { next: Case; entries: Entry[] } {
  const t = new Transition(c, d.actor, at);
  t.write('refused', {
    refused: { action: storable(d.action), ...why },
    ...(d.reason && { reason: d.reason }),
  });
  return { next: t.next, entries: t.entries };
}
