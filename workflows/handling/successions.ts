// reading 27: moves the report from an office that has ended to its successor, whoever says so; the record knows which that is.
import { type Succession, succeed } from '../../sop/beside/succession.ts';
import type { Desk } from './desk.ts';
import type { Recorder } from './recorder.ts';

export class Successions {
  /** What the record said of each, once it was asked. */
  private readonly ended = new Map<string, Succession | null | undefined>();
  private readonly desk: Desk;
  private readonly recorder: Recorder;

  constructor(desk: Desk, recorder: Recorder) {
    this.desk = desk;
    this.recorder = recorder;
  }

  get waiting(): boolean {
    return this.ended.size > 0;
  }

  /** Keeps offices that are said to have ended, for the main loop. */
  add(officeIds: readonly string[] = []): void {
    for (const id of officeIds) if (!this.ended.has(id)) this.ended.set(id, undefined);
  }

  /**
   * Moves the report, one office after another, while nothing waits to be written: every clock of the case is known then,
   * and can be asked for again. An office that has no successor is nobody's: then nothing is done.
   */
  async take(): Promise<void> {
    for (const [id, said] of this.ended) {
      const succession = said === undefined ? await this.recorder.findSuccession(id) : said;
      this.ended.set(id, succession);
      if (this.recorder.queue.length > 0) return;
      this.ended.delete(id);
      if (succession) this.desk.move(succeed(this.desk.case, succession, new Date().toISOString()));
    }
  }
}
