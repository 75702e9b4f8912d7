// What each process holds, looked at every few seconds: whether memory and handles stay what they were.
import { useOfProcess } from '../../../bench/support/cpu.ts';
import { round } from '../../../bench/support/figures.ts';
import { handlesOf } from './stage/processes.ts';
import type { Stage } from './stage/stage.ts';

const everyMs = 10_000;
/** Younger ones are still warming up. */
const leastMs = 5 * 60_000;
/** More than that beyond what it held after its first fifth grows. */
const mayGrow = {
  bytes: (first: number) => first * 0.25 + 40_000_000,
  handles: (first: number) => first * 0.25 + 40,
};

interface Look {
  at: number;
  bytes: number;
  handles: number;
}

export interface Held {
  part: string;
  minutes: number;
  firstMB: number;
  lastMB: number;
  firstHandles: number;
  lastHandles: number;
  grows: boolean;
}

export class Soak {
  private readonly stage: Stage;
  private readonly looks = new Map<string, Look[]>();
  private readonly timer: NodeJS.Timeout;

  constructor(stage: Stage) {
    this.stage = stage;
    this.timer = setInterval(() => this.look(), everyMs);
    this.timer.unref();
  }

  /** Of each process that lived for five minutes, the oldest of its part; and this one itself is not among them. */
  end(): Held[] {
    clearInterval(this.timer);
    const held = [...this.looks].flatMap(([name, looks]) => heldBy(name.split(' ')[0] ?? '', looks) ?? []);
    const oldest = new Map<string, Held>();
    for (const one of held) if (one.minutes > (oldest.get(one.part)?.minutes ?? 0)) oldest.set(one.part, one);
    return [...oldest.values()];
  }

  private look(): void {
    for (const { name, pid } of Object.values(this.stage.parts)) {
      const handles = handlesOf(pid);
      if (handles === 0) continue;
      const one = { at: performance.now(), bytes: useOfProcess(pid).bytes, handles };
      const key = `${name} ${pid}`;
      this.looks.set(key, [...(this.looks.get(key) ?? []), one]);
    }
  }
}

/** Medians of its second and of its last fifth; undefined when it is too young. */
function heldBy(part: string, looks: readonly Look[]): Held | undefined {
  const lived = (looks.at(-1)?.at ?? 0) - (looks[0]?.at ?? 0);
  if (lived < leastMs) return undefined;
  const fifth = Math.floor(looks.length / 5);
  const [first, last] = [looks.slice(fifth, 2 * fifth), looks.slice(-fifth)];
  const of = (all: readonly Look[], what: 'bytes' | 'handles') => median(all.map((one) => one[what]));
  const grows = (what: 'bytes' | 'handles') =>
    of(last, what) - of(first, what) > mayGrow[what](of(first, what));
  return {
    part,
    minutes: round(lived / 60_000),
    firstMB: round(of(first, 'bytes') / 1e6),
    lastMB: round(of(last, 'bytes') / 1e6),
    firstHandles: of(first, 'handles'),
    lastHandles: of(last, 'handles'),
    grows: grows('bytes') || grows('handles'),
  };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
