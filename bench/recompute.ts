// How long ten thousand open deadlines take to move, and a decision meanwhile.
import { logIn } from '../cli/shared/api-client.ts';
import { ownSettings } from '../settings/read.ts';
import { decisionOn, fileAll, timesUntil } from './support/meanwhile.ts';
import { quantilesOf, round } from './support/figures.ts';
import { onProduct, type Running } from './support/product.ts';

export function recompute() {
  return onProduct((product) => measure(product, ownSettings('bench').BENCH_COMPLAINTS));
}

async function measure({ base }: Running, complaints: number) {
  const [national, ops] = await Promise.all([logIn(base, 'nasional', 'demo'), logIn(base, 'ops', 'demo')]);
  const numbers = await fileAll(base, complaints);
  const date = nextWorkingDay();
  const year = date.slice(0, 4);
  const { days } = await ops.send<{ days: object[] }>('GET', `/v1/calendar/${year}`);
  const begun = performance.now();
  const { recomputation, total } = await ops.send<{ recomputation: number; total: number }>(
    'PUT',
    `/v1/calendar/${year}`,
    [...days, { date, name: 'Cuti bersama', kind: 'cuti bersama' }],
  );
  const listed = performance.now() - begun;
  const isOver = async () => {
    const path = `/v1/recomputations/${recomputation}`;
    return (await ops.send<{ finishedAt: string | null }>('GET', path)).finishedAt !== null;
  };
  const times = await timesUntil(isOver, (n) =>
    decisionOn(national.send, numbers[n] ?? '', { action: 'reject', reason: 'Ganda' }),
  );
  const seconds = (performance.now() - begun) / 1000;
  return {
    open: numbers.length,
    moved: total,
    listedSeconds: round(listed / 1000),
    seconds: round(seconds),
    ...quantilesOf('decision', times),
  };
}

/** The next weekday in WIB, `YYYY-MM-DD`. */
function nextWorkingDay(): string {
  for (let day = 1; ; day += 1) {
    const date = new Date(Date.now() + 7 * 3_600_000 + day * 86_400_000);
    if (date.getUTCDay() % 6 !== 0) return date.toISOString().slice(0, 10);
  }
}
