// What the processes of a measurement have used of the processors, and hold in memory; by /proc, so on Linux only.
import { readdirSync, readFileSync } from 'node:fs';
import { round } from './figures.ts';

export interface Use {
  /** Of processor time, those of ended children among it. */
  seconds: number;
  /** Resident; what several share counts by its part. */
  bytes: number;
}

interface Process {
  pid: number;
  parent: number;
  command: string;
}

/** Of the clock by which Linux counts. */
const ticksASecond = 100;

const parts = {
  engine: /server start-dev/,
  postgres: /postgres -D/,
  worker: /dist\/worker\.js/,
  api: /dist\/api\.js/,
};
export type Part = keyof typeof parts;
export const partNames = Object.keys(parts) as Part[];

/** Of each part that the process `pid` of `npm start` has begun. */
export function useOfParts(pid: number): Record<Part, Use> {
  const all = processes();
  const begun = all.filter(({ parent }) => parent === pid);
  const of = (part: Part) =>
    useOf(
      begun.filter(({ command }) => parts[part].test(command)),
      all,
    );
  return { engine: of('engine'), postgres: of('postgres'), worker: of('worker'), api: of('api') };
}

/** From now on: processor seconds of each part, by each of `count`. */
export function secondsFrom(pid: number): (count: number) => Record<Part, number> {
  const before = useOfParts(pid);
  return (count) => {
    const after = useOfParts(pid);
    const each = partNames.map((part) => [part, (after[part].seconds - before[part].seconds) / count]);
    return Object.fromEntries(each) as Record<Part, number>;
  };
}

/** The same in milliseconds, as figures. */
export function costOf(pid: number): (count: number) => Record<string, number> {
  const seconds = secondsFrom(pid);
  return (count) => {
    const each = seconds(count);
    return Object.fromEntries(partNames.map((part) => [`${part}MsEach`, round(each[part] * 1_000)]));
  };
}

/** Of one process and all below it. */
export function useOfProcess(pid: number): Use {
  const all = processes();
  return useOf(
    all.filter((one) => one.pid === pid),
    all,
  );
}

function useOf(roots: readonly Process[], all: readonly Process[]): Use {
  const use = { seconds: 0, bytes: 0 };
  for (const left = [...roots]; left.length > 0; ) {
    const { pid } = left.pop() ?? { pid: 0 };
    use.seconds += secondsOf(pid);
    use.bytes += bytesOf(pid);
    left.push(...all.filter(({ parent }) => parent === pid));
  }
  return use;
}

function processes(): Process[] {
  return readdirSync('/proc').flatMap((name) => {
    const [, parent] = statOf(name);
    if (!/^\d+$/.test(name) || parent === undefined) return [];
    return [{ pid: Number(name), parent, command: read(`/proc/${name}/cmdline`).replaceAll('\0', ' ') }];
  });
}

function secondsOf(pid: number): number {
  const [utime = 0, stime = 0, endedUtime = 0, endedStime = 0] = statOf(String(pid)).slice(11, 15);
  return (utime + stime + endedUtime + endedStime) / ticksASecond;
}

function bytesOf(pid: number): number {
  return Number(/^Pss:\s+(\d+) kB/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0) * 1024;
}

/** The numbers after the program's name, which may hold blanks and brackets; its state first, its parent second. */
function statOf(pid: string): number[] {
  const stat = read(`/proc/${pid}/stat`);
  return stat
    ? stat
        .slice(stat.lastIndexOf(')') + 2)
        .split(' ')
        .map(Number)
    : [];
}

/** Nothing of a process that has ended meanwhile. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
