// reading 21: before a report is rejected as a duplicate its original is claimed, so that no two are each other's.
import { uuid4 } from '@temporalio/workflow';
import type { Decision } from '../../sop/case.ts';
import type { RefusalCode } from '../../sop/refusal.ts';
import type { Desk, Taken } from './desk.ts';
import type { Recorder } from './recorder.ts';

export class Originals {
  private readonly desk: Desk;
  private readonly recorder: Recorder;

  constructor(desk: Desk, recorder: Recorder) {
    this.desk = desk;
    this.recorder = recorder;
  }

  /** Takes the decision, or gives why not. Looked at and taken without a wait between, as by an update. */
  async take(decision: Decision): Promise<Taken | RefusalCode> {
    const { actor, duplicateOf: original } = decision;
    const before = this.desk.refusalOf(decision);
    if (before) return before;
    if (decision.action !== 'reject' || original === undefined) return this.desk.take(decision);
    const token = uuid4();
    const claimed = await this.recorder.claim({ original, officeId: actor.officeId ?? '', token });
    // The report may have moved on meanwhile, or nobody waits any more.
    const code = this.desk.refusalOf(decision);
    if (!claimed) return code ?? 'not-an-original';
    if (!code) return this.desk.take(decision);
    await this.recorder.release(token);
    return code;
  }
}
