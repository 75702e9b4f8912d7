// reading 21: the process of a duplicate hears that its original has changed, whoever says so; the record knows how.
import { follow } from '../../sop/decisions/reject.ts';
import type { Desk } from './desk.ts';
import type { Recorder } from './recorder.ts';

export class Following {
  /** Said, and not looked at yet. */
  waiting = false;
  private readonly desk: Desk;
  private readonly recorder: Recorder;

  constructor(desk: Desk, recorder: Recorder) {
    this.desk = desk;
    this.recorder = recorder;
  }

  /** Looks at the original once; what is said meanwhile is looked at next. */
  async take(): Promise<void> {
    if (!this.waiting) return;
    this.waiting = false;
    if (this.desk.case.rejection?.original === undefined) return;
    const original = await this.recorder.findOriginal();
    if (original) this.desk.move(follow(this.desk.case, original, new Date().toISOString()));
  }
}
