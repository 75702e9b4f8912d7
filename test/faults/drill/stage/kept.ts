// A part of the stage: its supervisor starts it again whenever it ends, unless the drill holds it back.
import { EventEmitter, once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from '../../../../local/parts/process.ts';
import type { Part } from '../../../../local/parts/supervisor.ts';

interface Running {
  pid: number;
  died: Promise<void>;
  stop(): Promise<void>;
}

export class Kept implements Part {
  readonly name: string;
  pid = 0;
  private starts = 0;
  private isHeld = false;
  private readonly begin: () => Promise<Running>;
  private readonly released = new EventEmitter();

  constructor(name: string, begin: () => Promise<Running>) {
    this.name = name;
    this.begin = begin;
  }

  async start(): Promise<Running> {
    while (this.isHeld) await once(this.released, 'now');
    const running = await this.begin();
    this.pid = running.pid;
    this.starts += 1;
    return running;
  }

  /** Nothing when it is not there. */
  signal(signal: NodeJS.Signals): void {
    if (isAlive(this.pid)) process.kill(this.pid, signal);
  }

  /** kill -9, and gone until it is released. */
  takeAway(): void {
    this.isHeld = true;
    this.signal('SIGKILL');
  }

  release(): void {
    this.isHeld = false;
    this.released.emit('now');
  }

  /** Ends it by `signal`; resolves when its successor has been started, 90 s at most. */
  async replace(signal: NodeJS.Signals): Promise<void> {
    const { starts } = this;
    this.signal(signal);
    for (const until = performance.now() + 90_000; this.starts === starts; await sleep(50)) {
      if (performance.now() > until) throw new Error(`${this.name} did not come back within 90 s.`);
    }
  }
}
