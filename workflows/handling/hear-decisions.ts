// How a decision reaches a report: by an update or signal that bears its action's name, or by those of before, which bear none.
import { currentUpdateInfo, patched, setHandler } from '@temporalio/workflow';
import type { Decision } from '../../sop/case.ts';
import { type Action, actionNames, actions } from '../../sop/terms.ts';
import { decideSignal, decideUpdate, decisionSignal, decisionUpdate } from '../messages.ts';
import { readDecision, saying } from '../reading/read-decision.ts';
import type { Desk } from './desk.ts';
import type { SignalTray } from './signal-tray.ts';
import { undisturbed } from './undisturbed.ts';

/**
 * By name, after those of before: what came before the first task is taken in the order in which handlers are set, so a
 * new action must not change that of the others.
 */
const named = actions.toSorted();

/** Sets the handlers of every decision. */
export function hearDecisions(desk: Desk, tray: SignalTray): void {
  setHandler(decideSignal, (...args: unknown[]) => tray.put(args));
  setHandler(decideUpdate, (...args: [Decision]) => take(desk, args), {
    validator: (...args: unknown[]) => desk.check(args, updateId()),
  });
  for (const action of named) hear(action, desk, tray);
}

function hear(action: Action, desk: Desk, tray: SignalTray): void {
  const description = actionNames[action];
  setHandler(
    decisionSignal(action),
    (...args: unknown[]) => {
      // Until 0.2.0 nobody heard a signal of that name.
      if (patched('signals-by-action')) tray.put(saying(args, action), action);
    },
    { description },
  );
  setHandler(decisionUpdate(action), (...args: [Decision]) => take(desk, saying(args, action), action), {
    validator: (...args: unknown[]) => desk.check(saying(args, action), updateId(), action),
    description,
  });
}

function take(desk: Desk, args: readonly unknown[], named?: Action) {
  return undisturbed(() => desk.decide(asRead(args, named), updateId()));
}

/** The decision as its validator read it: what says null for a field leaves it out. A replay trusts what was taken. */
function asRead(args: readonly unknown[], named: Action | undefined): Decision {
  const [said] = args as [Decision];
  const read = readDecision(args, named);
  if ('fault' in read) return said;
  const isSame = JSON.stringify(read.value).length === JSON.stringify(said).length;
  // Until 0.2.0 a null was taken as it came.
  return isSame || !patched('updates-as-read') ? said : read.value;
}

function updateId(): string {
  return currentUpdateInfo()?.id ?? '';
}
