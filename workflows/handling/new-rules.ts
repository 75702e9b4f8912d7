// reading 16: another calendar or policy is in force, and every open deadline of the report is to be reckoned anew.
import { recompute } from '../../sop/recompute.ts';
import type { Desk } from './desk.ts';

export class NewRules {
  private why: string | undefined;
  private readonly desk: Desk;

  constructor(desk: Desk) {
    this.desk = desk;
  }

  get waiting(): boolean {
    return this.why !== undefined;
  }

  /** Keeps it for the main loop; of several that wait the last says why. */
  add(why: string): void {
    this.why = why;
  }

  take(): void {
    if (this.why !== undefined) this.desk.move(recompute(this.desk.case, this.why, new Date().toISOString()));
    this.why = undefined;
  }
}
