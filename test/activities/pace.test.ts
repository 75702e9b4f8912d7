// Batches share one room: more at once while they are quick, fewer while they take long; nothing is left out or done twice.
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { Pace } from '../../activities/pace.ts';

const never = new AbortController().signal;
const items = (count: number) => Array.from({ length: count }, (_, n) => n);

/** A server that does one after the other, `ms` each, by a clock that jumps; a batch of `count`, and how it went. */
async function batch({ ms, count }: { ms: number; count: number }) {
  let now = 0;
  let free = 0;
  const line: { at: number; took: number; done: () => void }[] = [];
  const pace = new Pace(() => now);
  const batchIs = { over: false };
  const running = pace
    .each(
      items(count),
      () =>
        new Promise<void>((resolve) => {
          free = Math.max(free, now) + ms;
          line.push({ at: free, took: free - now, done: resolve });
        }),
      { stop: never },
    )
    .then(() => {
      batchIs.over = true;
    });
  const times: number[] = [];
  let most = 0;
  while (!batchIs.over) {
    most = Math.max(most, line.length);
    const next = line.shift();
    if (next) {
      now = next.at;
      times.push(next.took);
      next.done();
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
  await running;
  const late = times.slice(count / 2).toSorted((a, b) => a - b);
  return { done: times.length, most, seconds: now / 1_000, p99: late[Math.floor(late.length * 0.99)] ?? 0 };
}

describe.each([5, 15, 50])('moves of %i ms each', (ms) => {
  test('fill the time, and whoever comes between waits no longer than they may', async () => {
    const { done, seconds, p99 } = await batch({ ms, count: 600 });
    expect(done).toBe(600);
    expect(seconds).toBeCloseTo((600 * ms) / 1_000, 1);
    // One more goes in than was found to be enough, now and then.
    expect(p99).toBeLessThanOrEqual(100 + 2 * ms);
  });
});

test('one at a time where each takes long already', async () => {
  expect(await batch({ ms: 400, count: 60 })).toMatchObject({ done: 60, p99: 400 });
});

test('begins few, and has no more at once than there is any use in', async () => {
  expect((await batch({ ms: 0.1, count: 3 })).most).toBe(3);
  expect((await batch({ ms: 0.1, count: 20_000 })).most).toBe(64);
});

test('says how far all are done, whatever comes first', async () => {
  const reached: number[] = [];
  const done: number[] = [];
  await new Pace().each(
    items(40),
    async (n) => {
      await sleep(n % 4 === 0 ? 20 : 1);
      done.push(n);
    },
    {
      stop: never,
      reached: (n) => {
        reached.push(n);
        expect(items(n + 1).filter((before) => !done.includes(before))).toEqual([]);
      },
    },
  );
  expect(done.toSorted((a, b) => a - b)).toEqual(items(40));
  expect(reached.at(-1)).toBe(39);
});

test('begins nothing after an error or its end, and waits for nothing then; another batch goes on', async () => {
  const pace = new Pace();
  const begun: number[] = [];
  const failing = pace.each(
    items(1_000),
    async (n) => {
      begun.push(n);
      await sleep(1);
      if (n === 20) throw new Error('weg');
    },
    { stop: never },
  );
  const others: number[] = [];
  const other = pace.each(items(50), async (n) => others.push(n), { stop: never });
  await expect(failing).rejects.toThrow('weg');
  await other;
  expect(begun.length).toBeLessThan(40);
  expect(others).toEqual(items(50));

  const stopping = new AbortController();
  const stopped = pace.each(items(1_000), () => new Promise(() => {}), { stop: stopping.signal });
  setTimeout(() => stopping.abort(), 20);
  await stopped;
});
