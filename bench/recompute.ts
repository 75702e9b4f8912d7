// `npm run bench:recompute`: the claim that ten thousand open deadlines move without a decision waiting longer than a second.
import { apiClient, logIn, type Send } from '../cli/shared/api-client.ts';
import { ownSettings } from '../settings/read.ts';
import { onProduct, type Running } from './product.ts';

const { BENCH_COMPLAINTS: complaints } = ownSettings('bench');
const boundMs = 1_000;

process.exitCode = (await onProduct(run)) ? 0 : 1;

/** Prints the figures; true when the bound holds. */
async function run({ base }: Running): Promise<boolean> {
  const [national, ops] = await Promise.all([logIn(base, 'nasional', 'demo'), logIn(base, 'ops', 'demo')]);
  const numbers = await fileAll(base, national.send);
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
  const times: number[] = [];
  for (let n = 0; ; n += 1) {
    const { finishedAt } = await ops.send<{ finishedAt: string | null }>(
      'GET',
      `/v1/recomputations/${recomputation}`,
    );
    if (finishedAt) break;
    const from = performance.now();
    await national.send('POST', `/v1/complaints/${numbers[n]}/decisions`, {
      action: 'reject',
      reason: 'Ganda',
    });
    times.push(performance.now() - from);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  times.sort((a, b) => a - b);
  const at = (part: number) => (times[Math.floor((times.length - 1) * part)] ?? 0).toFixed(0);
  console.log(`Open complaints  ${numbers.length}; ${total} deadlines moved`);
  console.log(`  listed in      ${(listed / 1000).toFixed(1)} s`);
  console.log(`  moved in       ${((performance.now() - begun) / 1000).toFixed(0)} s`);
  console.log(
    `Decisions        ${times.length} meanwhile: median ${at(0.5)} ms, p99 ${at(0.99)} ms, longest ${at(1)} ms (bound ${boundMs} ms)`,
  );
  return (times.at(-1) ?? 0) < boundMs;
}

async function fileAll(base: string, send: Send): Promise<string[]> {
  const numbers: string[] = [];
  let left = complaints;
  const one = async () => {
    while (left > 0) {
      left -= 1;
      const { number } = await send<{ number: string }>('POST', '/v1/complaints', {
        kind: 'pengaduan',
        title: 'Jalan berlubang',
        description: 'Lubang di depan pasar.',
        reporter: { name: 'Siti' },
      });
      numbers.push(number);
    }
  };
  await Promise.all(Array.from({ length: 8 }, one));
  await apiClient(base)('GET', '/readyz');
  return numbers;
}

/** The next weekday in WIB, `YYYY-MM-DD`. */
function nextWorkingDay(): string {
  for (let day = 1; ; day += 1) {
    const date = new Date(Date.now() + 7 * 3_600_000 + day * 86_400_000);
    if (date.getUTCDay() % 6 !== 0) return date.toISOString().slice(0, 10);
  }
}
