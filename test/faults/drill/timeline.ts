// Which fault comes when, and what people met while it lasted.
import { setTimeout as sleep } from 'node:timers/promises';
import { round } from '../../../bench/support/figures.ts';
import { Chance } from './chance.ts';
import type { End } from './faults/fault.ts';
import { type FaultName, faults } from './faults/index.ts';
import type { World } from './load/walk.ts';
import type { Stage } from './stage/stage.ts';

export interface Planned {
  fault: FaultName;
  seconds: number;
}

/** What was answered from its beginning until people were served again after its end. */
export interface Seen {
  fault: FaultName;
  seconds: number;
  /** Decisions that were taken, and the slowest of them. */
  taken: number;
  slowestMs: number;
  /** Answers 503, by their code; 429; and lines that broke. */
  sentAway: Record<string, number>;
  limited: number;
  broken: number;
  /** From its end to the first decision that was taken; null: none within two minutes. */
  backAfterMs: number | null;
  /** Why it was left out, or did not go as it should. */
  not?: string;
}

/**
 * Each of `names` for `seconds`, those that are away for `awaySeconds`, in an order by chance; again and again while it takes no
 * longer than `totalSeconds`, once at least.
 */
export function planOf(
  names: readonly FaultName[],
  given: { seed: number; seconds: number; awaySeconds: number; restSeconds: number; totalSeconds: number },
): Planned[] {
  const chance = new Chance(given.seed, 'plan');
  const plan: Planned[] = [];
  for (let total = 0; ; ) {
    for (const fault of chance.shuffled(names)) {
      const seconds = faults[fault].isAway ? given.awaySeconds : given.seconds;
      total += seconds + given.restSeconds;
      if (total > given.totalSeconds && plan.length >= names.length) return plan;
      plan.push({ fault, seconds });
    }
  }
}

const patienceMs = 120_000;

/** Lets it begin, last and end. Never rejects: what does not go as it should is noted. */
export async function suffer(
  { fault, seconds }: Planned,
  { stage, world, chance }: { stage: Stage; world: World; chance: Chance },
): Promise<Seen> {
  const { ledger } = world;
  const from = ledger.now();
  const why = leftOut(fault, stage);
  if (why !== undefined) return { ...seenOf(world, fault, 0, from, from), not: why };
  let end: End = async () => {};
  let failed: Error | undefined;
  let endedAt = from;
  try {
    end = await faults[fault].begin({ stage, world, chance, ms: seconds * 1_000 });
    await sleep(Math.max(0, from + seconds * 1_000 - ledger.now()));
  } catch (error) {
    failed = error as Error;
  }
  endedAt = ledger.now();
  try {
    await end();
  } catch (error) {
    failed ??= error as Error;
  }
  while (firstTakenAfter(world, endedAt) === undefined && ledger.now() < endedAt + patienceMs)
    await sleep(50);
  const seen = seenOf(world, fault, seconds, from, endedAt);
  if (failed !== undefined)
    ledger.wrong({ what: 'fault-not-as-it-should', detail: `${fault}: ${String(failed)}` });
  return failed === undefined ? seen : { ...seen, not: String(failed) };
}

function leftOut(fault: FaultName, { disks }: Stage): string | undefined {
  return faults[fault].needsDisks ? disks.missing : undefined;
}

function firstTakenAfter({ ledger: { heard } }: World, at: number): number | undefined {
  const from = heard.findLastIndex((one) => one.at < at) + 1;
  return heard.slice(from).find((one) => one.isDecision && one.status === 200)?.at;
}

function seenOf({ ledger }: World, fault: FaultName, seconds: number, from: number, endedAt: number): Seen {
  const heard = ledger.heard.filter(({ at }) => at >= from);
  const taken = heard.filter(({ isDecision, status }) => isDecision && status === 200);
  const sentAway: Record<string, number> = {};
  for (const { status, code } of heard)
    if (status === 503) sentAway[code ?? 'none'] = (sentAway[code ?? 'none'] ?? 0) + 1;
  const back = taken.find(({ at }) => at >= endedAt)?.at;
  return {
    fault,
    seconds,
    taken: taken.length,
    slowestMs: round(Math.max(0, ...taken.map(({ ms }) => ms))),
    sentAway,
    limited: heard.filter(({ status }) => status === 429).length,
    broken: heard.filter(({ status }) => status === null).length,
    backAfterMs: back === undefined ? null : round(back - endedAt),
  };
}
