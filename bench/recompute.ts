// How long ten thousand open deadlines take to move, what one costs, and a decision meanwhile.
import { logIn } from '../cli/shared/api-client.ts';
import { ownSettings } from '../settings/read.ts';
import { costOf } from './support/cpu.ts';
import { askOn, fileAll } from './support/meanwhile.ts';
import { round } from './support/figures.ts';
import { figuresOf, untilOver } from './support/open-loop.ts';
import { onProduct, type Running } from './support/product.ts';

/** Reports that are decided on all the time, and how often. */
const decided = 40;
const aSecond = 10;

export function recompute() {
  return onProduct((product) => measure(product, ownSettings('bench').BENCH_COMPLAINTS));
}

async function measure({ base, pid }: Running, complaints: number) {
  const ops = await logIn(base, 'ops', 'demo');
  const ask = await askOn(base, await fileAll(base, decided));
  await fileAll(base, complaints);
  const date = nextWorkingDay();
  const year = date.slice(0, 4);
  const { days } = await ops.send<{ days: object[] }>('GET', `/v1/calendar/${year}`);
  const cost = costOf(pid);
  const begun = performance.now();
  const { recomputation, total } = await ops.send<{ recomputation: number; total: number }>(
    'PUT',
    `/v1/calendar/${year}`,
    [...days, { date, name: 'Cuti bersama', kind: 'cuti bersama' }],
  );
  const listed = performance.now() - begun;
  const path = `/v1/recomputations/${recomputation}`;
  const isOver = async () => (await ops.send<{ finishedAt: string | null }>('GET', path)).finishedAt !== null;
  const answers = await untilOver(isOver, aSecond, ask);
  const seconds = (performance.now() - begun) / 1000;
  return {
    moved: total,
    listedSeconds: round(listed / 1000),
    seconds: round(seconds),
    aSecond: round(total / seconds),
    // What the decisions took is part of it.
    ...cost(total),
    ...figuresOf('decision', answers),
  };
}

/** The next weekday in WIB, `YYYY-MM-DD`. */
function nextWorkingDay(): string {
  for (let day = 1; ; day += 1) {
    const date = new Date(Date.now() + 7 * 3_600_000 + day * 86_400_000);
    if (date.getUTCDay() % 6 !== 0) return date.toISOString().slice(0, 10);
  }
}
