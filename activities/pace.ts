// How many small moves are under way at once, of all batches together. They go the way that decisions go: while they take long, so does a decision.
import { type Bounds, Room } from '../engine/room.ts';

/** A decision comes behind those that are under way, then takes its own time: together rarely more than 300 ms. */
const beside: Bounds = { aimMs: 100, first: 4, least: 1, most: 64 };

interface Way<T> {
  /** Nothing is begun after it. */
  stop: AbortSignal;
  /** Called with an item once it and all before it are done. */
  reached?: (item: T) => void;
}

/** Of one process. */
export class Pace {
  private readonly room: Room;
  private waiting: (() => void)[] = [];

  /** `now`: milliseconds of a clock that is never set. */
  constructor(now?: () => number, bounds = beside) {
    this.room = new Room(now, bounds);
  }

  /**
   * Does `work` for each item, begun in order, as many at once as stay quick. Throws the first error, and begins nothing
   * after it; what is under way then, or when it is stopped, is not waited for.
   */
  async each<T>(
    items: AsyncIterable<T> | Iterable<T>,
    work: (item: T) => Promise<unknown>,
    { stop, reached = () => {} }: Way<T>,
  ): Promise<void> {
    const line: { item: T; done: boolean }[] = [];
    const faults: unknown[] = [];
    let open = 0;
    const isOver = () => stop.aborted || faults.length > 0;
    const advance = () => {
      for (let next = line[0]; next?.done; next = line[0]) {
        line.shift();
        if (!line[0]?.done) reached(next.item);
      }
    };
    const begin = async (item: T) => {
      const one = { item, done: false };
      const leave = this.room.enter();
      line.push(one);
      open += 1;
      try {
        await work(item);
        one.done = true;
        advance();
      } catch (error) {
        faults.push(error);
      }
      open -= 1;
      leave();
      this.wake();
    };
    const wake = () => this.wake();
    stop.addEventListener('abort', wake);
    try {
      for await (const item of items) {
        await this.until(() => this.room.hasRoom(1) || isOver());
        if (isOver()) break;
        void begin(item);
      }
      await this.until(() => open === 0 || isOver());
    } finally {
      stop.removeEventListener('abort', wake);
    }
    if (faults.length > 0) throw faults[0];
  }

  private async until(holds: () => boolean): Promise<void> {
    while (!holds()) await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  private wake(): void {
    const waiting = this.waiting;
    this.waiting = [];
    for (const resolve of waiting) resolve();
  }
}
