// reading 16: another calendar or policy is in force, and every open deadline of the report is to be reckoned anew.
import type { Actor } from '../../sop/case.ts';
import { recompute } from '../../sop/recompute.ts';
import type { Desk } from './desk.ts';

interface Told {
  why: string;
  /** Absent: the system. */
  by?: Actor;
}

export class NewRules {
  private told: Told | undefined;
  private readonly desk: Desk;

  constructor(desk: Desk) {
    this.desk = desk;
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
