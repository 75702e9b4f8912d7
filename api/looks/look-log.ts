// Who looks is on record before they see it (reading 33), whatever happens to this process after; those that ask at the
// same time, as all photos of a page do, are written by one statement.
import type { Sql } from '../../db/connection/client.ts';
import { insertLooks, type Look } from '../../db/record/looks.ts';
import { forOthersToo } from '../http/in-time.ts';

/** Of what is known to be on record; beyond it, it is told once more, which changes nothing. */
const most = 50_000;

const keyOf = ({ day, number, username, what }: Look) => [day, number, username, what].join(' ');

export class LookLog {
  private readonly sql: Sql;
  private readonly known = new Set<string>();
  private waiting: Look[] = [];
  /** Writes what waits. */
  private next: Promise<void> | undefined;
  /** Is writing what waited before. */
  private before: Promise<unknown> = Promise.resolve();

  /** `sql`: of no request, since what one asks for may be written with another's. */
  constructor(sql: Sql) {
    this.sql = sql;
  }

  /** Ends once it is on record; what was told before is there already. Throws `DatabaseAway`: then nobody may see it. */
  async note(look: Look): Promise<void> {
    const key = keyOf(look);
    if (this.known.has(key)) return;
    this.waiting.push(look);
    this.next ??= forOthersToo(() => this.write());
    await this.next;
    if (this.known.size >= most) this.known.clear();
    this.known.add(key);
  }

  private async write(): Promise<void> {
    await this.before;
    const looks = this.waiting;
    this.waiting = [];
    this.next = undefined;
    const written = insertLooks(this.sql, looks);
    this.before = written.catch(() => {});
    await written;
  }
}
