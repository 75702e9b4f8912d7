// News of single reports for requests that wait for their record: by one LISTEN of the whole process, else by looking again.
import type { Sql } from '../../db/connection/client.ts';
import { channels } from '../../db/connection/channels.ts';

/** A notification may be missed; whoever waits looks for themselves after that long. */
const lookAgainMs = 400;

export class RecordNews {
  private readonly sql: Sql;
  private readonly waiting = new Map<string, Set<() => void>>();
  private listening: Promise<unknown> | undefined;

  constructor(sql: Sql) {
    this.sql = sql;
  }

  /** Resolves when something of that report goes on record from now on, and sooner or later in any case. */
  next(number: string): Promise<void> {
    // Not there yet: it goes on trying, and until then everybody looks for themselves.
    this.listening ??= this.sql.listen(channels.complaints, (told) => this.tell(told)).catch(() => {});
    return new Promise((resolve) => {
      const own = this.waiting.get(number) ?? new Set();
      const done = () => {
        clearTimeout(timer);
        own.delete(done);
        if (own.size === 0 && this.waiting.get(number) === own) this.waiting.delete(number);
        resolve();
      };
      const timer = setTimeout(done, lookAgainMs);
      this.waiting.set(number, own.add(done));
    });
  }

  private tell(number: string): void {
    for (const done of this.waiting.get(number) ?? []) done();
  }
}
