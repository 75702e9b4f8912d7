// Who has which report open: heard of all API processes, kept in memory alone, forgotten when they say it no more.
import { z } from 'zod';
import { doings } from '../../contract/desk.ts';

/** In ms after the last word; who is there says so every 15 s. */
const keptMs = 25_000;

const heard = z.object({
  number: z.string(),
  username: z.string(),
  name: z.string(),
  office: z.object({ id: z.string(), name: z.string() }),
  tab: z.string(),
  /** Null: not any more. */
  doing: z.enum(doings).nullable(),
});
/** What one process tells the others. */
export type Heard = z.output<typeof heard>;

/** Somebody who has it open, in one tab or several. */
export interface Present extends Omit<Heard, 'number' | 'tab' | 'doing'> {
  doing: (typeof doings)[number];
}

export class Presence {
  /** By report, then by person and tab. */
  private readonly there = new Map<string, Map<string, Present & { until: number }>>();

  /** Gives the number when something else is seen of it now; what cannot be read says nothing. */
  hear(words: string): string | undefined {
    const { data } = heard.safeParse(parsed(words));
    if (!data) return undefined;
    const { number, tab, doing, ...who } = data;
    const before = this.seenOf(number);
    const tabs = this.there.get(number) ?? new Map();
    const key = JSON.stringify([who.username, tab]);
    if (doing) this.there.set(number, tabs.set(key, { ...who, doing, until: performance.now() + keptMs }));
    else tabs.delete(key);
    if (tabs.size === 0) this.there.delete(number);
    return this.seenOf(number) === before ? undefined : number;
  }

  /** Forgets who has said nothing for long; gives the numbers of which something else is seen now. */
  forget(): string[] {
    const now = performance.now();
    return this.numbers().filter((number) => {
      const before = this.seenOf(number);
      const tabs = this.there.get(number);
      for (const [key, { until }] of tabs ?? []) if (until <= now) tabs?.delete(key);
      if (tabs?.size === 0) this.there.delete(number);
      return this.seenOf(number) !== before;
    });
  }

  numbers(): string[] {
    return [...this.there.keys()];
  }

  /** Each once, by name; who writes in one tab and reads in another writes. */
  of(number: string): Present[] {
    const people = new Map<string, Present>();
    for (const { until: _, ...one } of this.there.get(number)?.values() ?? [])
      if (people.get(one.username)?.doing !== 'writing') people.set(one.username, one);
    return [...people.values()].toSorted((a, b) => a.name.localeCompare(b.name, 'id'));
  }

  private seenOf(number: string): string {
    return JSON.stringify(this.of(number));
  }
}

function parsed(words: string): unknown {
  try {
    return JSON.parse(words);
  } catch {
    return undefined;
  }
}
