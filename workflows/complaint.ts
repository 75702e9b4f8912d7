// One complaint from filing to its end: the procedure (sop/procedure.ts) meets clocks, messages and the record.
import {
  allHandlersFinished,
  CancellationScope,
  condition,
  continueAsNew,
  patched,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import { resume } from '../sop/beside/resume.ts';
import { type Case, isOver } from '../sop/case.ts';
import { fire, nextDue } from '../sop/fire.ts';
import { file } from '../sop/rows/intake.ts';
import type { Status } from '../sop/terms.ts';
import { Desk } from './handling/desk.ts';
import { Display } from './handling/display.ts';
import { Following } from './handling/following.ts';
import { hearDecisions } from './handling/hear-decisions.ts';
import { hearMoves } from './handling/hear-moves.ts';
import { NewRules } from './handling/new-rules.ts';
import { caseQuery, type ComplaintInput, newRun, originalSignal } from './messages.ts';
import { Recorder } from './handling/recorder.ts';
import { Resumption } from './resuming/resumption.ts';
import { Successions } from './handling/successions.ts';
import { SignalTray } from './handling/signal-tray.ts';
import { DueTimer } from './handling/due-timer.ts';

/** Of runs that began before 0.2.0. */
const eventsOfAnEarlierRun = 70;

export interface ComplaintEnd {
  number: string;
  status: Status;
  revision: number;
}

/** The whole procedure for one report, SOP 1–11. Its id is the report's number. It cannot be cancelled: only the SOP ends it. */
export async function complaint(input: ComplaintInput): Promise<ComplaintEnd> {
  return CancellationScope.nonCancellable(() => handle(input));
}

async function handle(input: ComplaintInput): Promise<ComplaintEnd> {
  const { carried } = input;
  const filed = carried ? goingOn(carried) : file(input, now());
  const recorder = new Recorder(input, filed.next.seq - filed.entries.length);
  const desk = new Desk(filed.next, recorder, carried);
  recorder.queue.push(...filed.entries);
  const tray = new SignalTray(desk, recorder, carried?.signals);
  const rules = new NewRules(desk, carried?.told);
  const successions = new Successions(desk, recorder);
  const following = new Following(desk, recorder);
  const timer = new DueTimer();
  const resumption = new Resumption({ desk, recorder, tray, rules }, input);
  // What was said of its original meanwhile nobody heard.
  following.waiting = carried?.resumed !== undefined;
  const { eventsARun = eventsOfAnEarlierRun } = input;
  const display = new Display();

  setHandler(caseQuery, () => desk.case);
  hearDecisions(desk, tray);
  hearMoves({ desk, recorder, tray, rules, successions });
  setHandler(originalSignal, () => {
    following.waiting = true;
  });

  const dueClock = () => {
    const next = nextDue(desk.case);
    if (!next || Date.parse(next.rung.at) > Date.now()) return undefined;
    // One that is asked for again fires by its new rungs (reading 16); 0.1.0 fired it by the old ones first.
    return desk.case.awaits[next.name] !== undefined && patched('new-rungs-fire') ? undefined : next;
  };
  const ringDueClocks = () => {
    for (let due = dueClock(); due; due = dueClock()) desk.move(fire(desk.case, due.name, now()));
  };
  const writeTheRecord = async () => {
    if (recorder.queue.length > 0) successions.add((await recorder.write(desk))?.ended);
  };
  const called = () =>
    recorder.queue.length > 0 ||
    !tray.empty ||
    timer.rang ||
    rules.waiting ||
    successions.waiting ||
    following.waiting ||
    resumption.waiting ||
    resumption.isOut;
  const tooLong = () => {
    const { historyLength, continueAsNewSuggested } = workflowInfo();
    return (historyLength > eventsARun || continueAsNewSuggested) && allHandlersFinished();
  };

  // Handlers only change state and wait. Every side effect happens here, one at a time and in order.
  for (;;) {
    timer.rang = false;
    if (resumption.isOut) return goOn(input, resumption);
    await tray.sort();
    rules.take();
    ringDueClocks();
    await writeTheRecord();
    if (resumption.isOut) continue;
    await successions.take();
    await following.take();
    if (resumption.waiting && recorder.queue.length === 0) await resumption.look();
    if (called() || dueClock()) continue;
    display.show(desk.case, recorder.recent);
    if (isOver(desk.case)) break;
    timer.arm(desk.case);
    await condition(() => called() || tooLong());
    if (!called()) await continueAsNew<typeof complaint>({ ...newRun, ...input, carried: desk.carry() });
  }
  await condition(allHandlersFinished);
  return ended(desk.case);
}

/** What the next run begins with: where it goes on from its record, an entry says why. */
function goingOn({ case: c, resumed }: NonNullable<ComplaintInput['carried']>) {
  return resumed === undefined ? { next: c, entries: [] } : resume(c, resumed, now());
}

/** From its record, as a new run: this one knows something else. */
async function goOn(input: ComplaintInput, resumption: Resumption): Promise<ComplaintEnd> {
  const c = await resumption.fromRecord();
  await condition(allHandlersFinished);
  if (isOver(c)) return ended(c);
  return continueAsNew<typeof complaint>({ ...newRun, ...input, carried: resumption.carry(c) });
}

function ended(c: Case): ComplaintEnd {
  return { number: c.number, status: c.status, revision: c.revision };
}

function now(): string {
  return new Date().toISOString();
}
