// A run that does not go together with its record: it takes nothing more, and goes on from the record as a new run (decision 47).
import { condition, setHandler } from '@temporalio/workflow';
import { type Lost, whyLost } from '../../sop/beside/resume.ts';
import type { Case } from '../../sop/case.ts';
import { type ComplaintInput, recordUpdate, type Standing, writtenQuery } from '../messages.ts';
import type { Desk } from '../handling/desk.ts';
import type { NewRules } from '../handling/new-rules.ts';
import type { Recorder } from '../handling/recorder.ts';
import type { SignalTray } from '../handling/signal-tray.ts';
import { undisturbed } from '../handling/undisturbed.ts';

interface Parts {
  desk: Desk;
  recorder: Recorder;
  tray: SignalTray;
  rules: NewRules;
}

export class Resumption {
  /** How often it was asked to look at the record, and up to which of these it has. */
  private asked = 0;
  private looked = 0;
  private found: Standing = 'in-step';
  /** It knows from what the next run goes on, and looks no more. */
  private going = false;
  private lost: Lost = 'behind';
  private readonly parts: Parts;

  constructor(parts: Parts, { receivedAt }: ComplaintInput) {
    this.parts = parts;
    setHandler(writtenQuery, () => ({ receivedAt, ...parts.recorder.kept }));
    setHandler(recordUpdate, () => undisturbed(() => this.ask()));
  }

  get waiting(): boolean {
    return this.asked > this.looked;
  }

  get isOut(): boolean {
    return this.parts.recorder.standing !== 'in-step';
  }

  /** Answered by the main loop. */
  private async ask(): Promise<Standing> {
    this.asked += 1;
    const mine = this.asked;
    await condition(() => this.looked >= mine || this.going);
    return this.found;
  }

  /** Looks at the record, while nothing waits to be written. */
  async look(): Promise<Case | null> {
    const { asked } = this;
    const { recorder } = this.parts;
    const record = await recorder.lookAtRecord();
    this.found = recorder.standing;
    this.looked = asked;
    return record.case;
  }

  /**
   * The case that the report goes on from. Behind its record at once; ahead of it, or where it has answered otherwise, once
   * that was mended by somebody who then asks it to look.
   */
  async fromRecord(): Promise<Case> {
    const { desk, recorder } = this.parts;
    desk.refuseWaiting();
    this.lost = recorder.standing === 'behind' ? 'behind' : 'ahead';
    for (;;) {
      const isBehind = recorder.standing === 'behind';
      const onRecord = isBehind || this.waiting ? await this.look() : null;
      if (onRecord && ['behind', 'in-step'].includes(recorder.standing)) {
        // It still takes nothing.
        recorder.standing = 'behind';
        this.going = true;
        return onRecord;
      }
      await condition(() => this.waiting);
    }
  }

  /** What goes along with that case. */
  carry(c: Case): NonNullable<ComplaintInput['carried']> {
    const { tray, rules } = this.parts;
    const told = rules.told && { told: rules.told };
    return { case: c, resumed: whyLost[this.lost], signals: tray.unrecorded(), ...told };
  }
}
