// reading 16: another calendar or policy is in force, and every open deadline of the report is to be reckoned anew.
import { recompute } from '../../sop/recompute.ts';
import type { Told } from '../messages.ts';
import type { Desk } from './desk.ts';

export class NewRules {
  /** Goes along where the report goes on from its record. */
  told: Told | undefined;
  private readonly desk: Desk;

  /** `told`: what the run before was told and did not take. */
  constructor(desk: Desk, told?: Told) {
    this.desk = desk;
    this.told = told;
  }

  get waiting(): boolean {
    return this.told !== undefined;
  }

  /** Keeps it for the main loop; of several that wait the last says why. */
  add(told: Told): void {
    this.told = told;
  }

  take(): void {
    const { told } = this;
    if (told) this.desk.move(recompute(this.desk.case, told.why, new Date().toISOString(), told.by));
    this.told = undefined;
  }
}
