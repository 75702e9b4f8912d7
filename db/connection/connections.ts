// Lines to the database, each with one user at a time, and none used again after something went wrong on it.
import { DatabaseAway } from './away.ts';
import type { Line } from './line.ts';

export class Connections {
  private readonly open: () => Line;
  private readonly max: number;
  private readonly all = new Set<Line>();
  private readonly idle: Line[] = [];
  private readonly waiting: { resolve: (line: Line) => void; reject: (error: Error) => void }[] = [];
  private ending = false;
  private onIdle: (() => void) | undefined;

  constructor(open: () => Line, max: number) {
    this.open = open;
    this.max = max;
  }

  /** Runs `work` on a line of its own, in the order of asking. What `work` throws ends the line. */
  async use<T>(work: (line: Line) => Promise<T>): Promise<T> {
    const line = await this.take();
    try {
      const result = await work(line);
      this.idle.push(line);
      return result;
    } catch (error) {
      this.all.delete(line);
      void line.end();
      throw error;
    } finally {
      this.serve();
    }
  }

  /** Refuses who comes or waits, and ends all lines: those in use when they are free, or after `timeoutMs`. */
  async end(timeoutMs: number | undefined): Promise<void> {
    this.ending = true;
    for (const { reject } of this.waiting.splice(0)) reject(new DatabaseAway('The connections end.'));
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      this.onIdle = resolve;
      if (timeoutMs !== undefined) timer = setTimeout(resolve, timeoutMs);
      this.serve();
    });
    clearTimeout(timer);
    await Promise.all([...this.all].map((line) => line.end()));
  }

  private async take(): Promise<Line> {
    if (this.ending) throw new DatabaseAway('The connections have ended.');
    return this.free() ?? new Promise((resolve, reject) => this.waiting.push({ resolve, reject }));
  }

  private free(): Line | undefined {
    const known = this.idle.pop();
    if (known || this.all.size >= this.max) return known;
    const line = this.open();
    this.all.add(line);
    return line;
  }

  private serve(): void {
    if (this.ending && this.idle.length === this.all.size) this.onIdle?.();
    for (;;) {
      const line = this.waiting.length > 0 ? this.free() : undefined;
      if (!line) return;
      this.waiting.shift()?.resolve(line);
    }
  }
}
