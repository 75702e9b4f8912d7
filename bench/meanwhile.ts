// Reports for a measurement, and what decisions on them wait while something else goes on.
import { apiClient, type Filed, type Send } from '../cli/shared/api-client.ts';

export const boundMs = 1_000;
const everyMs = 100;

/** Files that many, eight at a time, to national or straight to an agency; gives their numbers. */
export async function fileAll(base: string, count: number, agencyId?: string): Promise<string[]> {
  const send = apiClient(base);
  const numbers: string[] = [];
  await eightAtATime(Array.from({ length: count }), async () => {
    const { number } = await send<Filed>('POST', '/v1/complaints', {
      kind: 'pengaduan',
      title: 'Jalan berlubang',
      description: 'Lubang di depan pasar.',
      reporter: { name: 'Siti' },
      ...(agencyId && { agencyId }),
    });
    numbers.push(number);
  });
  await send('GET', '/readyz');
  return numbers;
}

export async function eightAtATime<T>(
  items: readonly T[],
  work: (item: T) => Promise<unknown>,
): Promise<void> {
  const left = items.values();
  const lane = async () => {
    for (const item of left) await work(item);
  };
  await Promise.all(Array.from({ length: 8 }, lane));
}

export function decisionOn(send: Send, number: string, body: Record<string, unknown>): Promise<unknown> {
  return send('POST', `/v1/complaints/${number}/decisions`, body);
}

/** Takes one decision after another, a tenth of a second between, until `isOver`; gives their milliseconds. */
export async function timesUntil(
  isOver: () => Promise<boolean>,
  take: (n: number) => Promise<unknown>,
): Promise<number[]> {
  const times: number[] = [];
  for (let n = 0; !(await isOver()); n += 1) {
    const from = performance.now();
    await take(n);
    times.push(performance.now() - from);
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
  return times.toSorted((a, b) => a - b);
}

/** Of sorted times that part's, in milliseconds; 1 is the longest. */
export function partOf(times: readonly number[], part: number): number {
  return times[Math.floor((times.length - 1) * part)] ?? 0;
}

export function inWords(times: readonly number[]): string {
  const at = (part: number) => partOf(times, part).toFixed(0);
  return `${times.length}: median ${at(0.5)} ms, p99 ${at(0.99)} ms, longest ${at(1)} ms`;
}
