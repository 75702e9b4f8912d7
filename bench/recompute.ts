// `npm run bench:recompute`: the claim that ten thousand open deadlines move without a decision waiting longer than a second.
import { logIn } from '../cli/shared/api-client.ts';
import { ownSettings } from '../settings/read.ts';
import { boundMs, decisionOn, fileAll, inWords, partOf, timesUntil } from './meanwhile.ts';
import { onProduct, type Running } from './product.ts';

const { BENCH_COMPLAINTS: complaints } = ownSettings('bench');

process.exitCode = (await onProduct(run)) ? 0 : 1;

/** Prints the figures; true when the bound holds. */
async function run({ base }: Running): Promise<boolean> {
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
  console.log(`Open complaints  ${numbers.length}; ${total} deadlines moved`);
  console.log(`  listed in      ${(listed / 1000).toFixed(1)} s`);
  console.log(`  moved in       ${((performance.now() - begun) / 1000).toFixed(0)} s`);
  console.log(`Decisions        ${inWords(times)} (bound ${boundMs} ms)`);
  return partOf(times, 1) < boundMs;
}

/** The next weekday in WIB, `YYYY-MM-DD`. */
function nextWorkingDay(): string {
  for (let day = 1; ; day += 1) {
    const date = new Date(Date.now() + 7 * 3_600_000 + day * 86_400_000);
    if (date.getUTCDay() % 6 !== 0) return date.toISOString().slice(0, 10);
  }
}
