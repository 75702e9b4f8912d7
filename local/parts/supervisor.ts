// Keeps the parts of `npm start` running: a part that dies is started again, until all are stopped.
export interface Part {
  name: string;
  /** Starts it; `died` resolves when it is gone for any reason. */
  start(): Promise<{ died: Promise<void>; stop(): Promise<void> }>;
}

export class Supervisor {
  private readonly stops: (() => Promise<void>)[] = [];
  private stopping = false;
  private readonly say: (line: string) => void;

  constructor(say: (line: string) => void) {
    this.say = say;
  }

  /** Starts a part and keeps it. Rejects when its first start fails. */
  async run(part: Part): Promise<void> {
    let running = await part.start();
    let ended: Promise<void> = Promise.resolve();
    this.stops.push(async () => {
      await ended;
      await running.stop();
    });
    const watch = async () => {
      for (let failures = 0; ; ) {
        await running.died;
        if (this.stopping) return;
        this.say(`${part.name} ended; starting it again …`);
        ended = (async () => {
          await new Promise((resolve) => setTimeout(resolve, Math.min(10_000, 250 * 2 ** failures)));
          if (this.stopping) return;
          running = await part.start();
        })();
        await ended.then(
          () => {
            failures = 0;
            if (!this.stopping) this.say(`${part.name} is back.`);
          },
          (error: unknown) => {
            failures += 1;
            this.say(`${part.name}: ${error instanceof Error ? error.message : String(error)}`);
            running = { died: Promise.resolve(), stop: async () => {} };
            ended = Promise.resolve();
          },
        );
      }
    };
    void watch();
  }

  /** Stops every part, the last started first. */
  async stop(): Promise<void> {
    this.stopping = true;
    for (const stop of this.stops.toReversed()) {
      await stop().catch((error: unknown) => this.say(String(error)));
    }
  }
}
