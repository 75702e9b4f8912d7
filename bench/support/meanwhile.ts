// Reports for a measurement, and what decisions on them wait while something else goes on.
import { apiClient, logIn, type Send } from '../../cli/shared/api-client.ts';
import { file, repeat, report } from './journey.ts';
import { type Answered, timed } from './open-loop.ts';

const everyMs = 100;

/**
 * Files that many, eight at a time, to national or straight to an agency; gives their numbers. National does, for whom
 * there is no bound of six hundred a minute.
 */
export async function fileAll(base: string, count: number, agencyId?: string): Promise<string[]> {
  const { send } = await logIn(base, 'nasional', 'demo');
  const numbers: string[] = [];
  await repeat(count, 8, async () => {
    numbers.push((await file(send, agencyId)).number);
  });
  await apiClient(base)('GET', '/readyz');
  return numbers;
}

export function decisionOn(send: Send, number: string, body: Record<string, unknown>): Promise<unknown> {
  return send('POST', `/v1/complaints/${number}/decisions`, body);
}

/** National asks on one report after the other, which changes no clock: gives what does so once. */
export async function askOn(
  base: string,
  numbers: readonly string[],
): Promise<(n: number) => Promise<Answered>> {
  const decide = await nationalDecides(base);
  return (n) =>
    decide(numbers[n % numbers.length] ?? '', { action: 'ask', text: 'Di sisi jalan yang mana?' });
}

/** National's decisions, sent once each, and how long they took. */
export async function nationalDecides(
  base: string,
): Promise<(number: string, body: Record<string, unknown>) => Promise<Answered>> {
  const token = await tokenOfNational(base);
  return (number, body) => timed(new URL(`/v1/complaints/${number}/decisions`, base), token, body);
}

/** Reports that national files, sent once each, and how long they took. */
export async function nationalFiles(base: string): Promise<() => Promise<Answered>> {
  const token = await tokenOfNational(base);
  return () => timed(new URL('/v1/complaints', base), token, report);
}

async function tokenOfNational(base: string): Promise<string> {
  const nasional = { username: 'nasional', password: 'demo' };
  const { token } = await apiClient(base)<{ token: string }>('POST', '/v1/sessions', nasional);
  return token;
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
  return times;
}
