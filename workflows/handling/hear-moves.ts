// How a report hears that new rules move its deadlines, or that an office has ended: by a signal, or by an update that is answered when it is on record.
import type { UpdateDefinition } from '@temporalio/common';
import { condition, patched, setHandler } from '@temporalio/workflow';
import { isOver } from '../../sop/case.ts';
import { recomputeSignal, recomputeUpdate, successionSignal, successionUpdate } from '../messages.ts';
import { readEnded, readWhy } from '../reading/read-decision.ts';
import type { Fault } from '../reading/read.ts';
import { type Desk, refused } from './desk.ts';
import type { NewRules } from './new-rules.ts';
import type { Recorder } from './recorder.ts';
import { type SignalTray, stranger } from './signal-tray.ts';
import type { Successions } from './successions.ts';
import { undisturbed } from './undisturbed.ts';

interface Parts {
  desk: Desk;
  recorder: Recorder;
  tray: SignalTray;
  rules: NewRules;
  successions: Successions;
}

interface Move {
  update: UpdateDefinition<void, [string]>;
  read: (args: readonly unknown[]) => { value: string } | { fault: Fault };
  /** Keeps it for the main loop. */
  add: (said: string) => void;
  /** Whether the main loop has still to take it. */
  waits: () => boolean;
}

export function hearMoves({ desk, recorder, tray, rules, successions }: Parts): void {
  const moves = {
    recompute: {
      update: recomputeUpdate,
      read: readWhy,
      add: (why: string) => rules.add({ why }),
      waits: () => rules.waiting,
    },
    succeed: {
      update: successionUpdate,
      read: readEnded,
      add: (officeId: string) => successions.add([officeId]),
      waits: () => successions.waiting,
    },
  };
  setHandler(recomputeSignal, (...args: unknown[]) => {
    const read = moves.recompute.read(args);
    // Anybody may have sent it: why is their word, and not the system's.
    if ('value' in read) rules.add({ why: read.value, by: stranger });
    // Until 0.1.0 the one that said nothing was passed over.
    else if (patched('signals-read-strictly')) tray.putMisread('recompute', read.fault);
  });
  setHandler(successionSignal, (...args: unknown[]) => {
    const read = moves.succeed.read(args);
    if ('value' in read) moves.succeed.add(read.value);
    else tray.putMisread('succeed', read.fault);
  });
  for (const move of Object.values(moves)) hear(move, desk, recorder);
}

/** Answers when the main loop has taken it and written what it led to, or the database has been away too long to wait for. */
function hear({ update, read, add, waits }: Move, desk: Desk, recorder: Recorder): void {
  const take = async (said: string) => {
    const isOut = () => recorder.standing !== 'in-step';
    add(said);
    await condition(() => !waits() || isOver(desk.case) || isOut());
    const { seq } = desk.case;
    await condition(() => recorder.recorded >= seq || recorder.behind || isOut());
    if (isOut()) throw refused('out-of-step');
  };
  setHandler(update, (said) => undisturbed(() => take(said)), {
    validator: (...args: unknown[]) => {
      const said = read(args);
      if ('fault' in said) throw refused(said.fault.code, said.fault.field);
    },
  });
}
