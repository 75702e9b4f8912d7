// A decision goes to the front of what waits at the engine when few are there and yet wait; not where decisions are the line, or the machine is slow.
import { expect, test } from 'vitest';
import { Line } from '../../engine/line.ts';

function lineAt() {
  const clock = { now: 0 };
  const line = new Line(() => clock.now);
  /** One decision that takes so long; gives whether it was let to the front. */
  const takes = (ms: number) => {
    const atFront = line.isLong;
    const leave = line.enter(atFront);
    clock.now += ms;
    leave();
    return atFront;
  };
  return { clock, line, takes };
}

test('quick ones stand in no line', () => {
  const { takes } = lineAt();
  for (let n = 0; n < 40; n += 1) expect(takes(60)).toBe(false);
});

test('behind one that waits all go to the front, as long as it does and for a while', () => {
  const { clock, line, takes } = lineAt();
  const leave = line.enter(false);
  clock.now += 150;
  expect(line.isLong).toBe(false);
  clock.now += 60;
  for (let n = 0; n < 40; n += 1) expect(takes(n % 4 === 0 ? 240 : 120)).toBe(true);
  leave();
  clock.now += 1_900;
  expect(line.isLong).toBe(true);
  clock.now += 200;
  expect(line.isLong).toBe(false);
});

test('where the front is no quicker it is the machine, and hardly anybody is sent there', () => {
  const { takes } = lineAt();
  const sent = Array.from({ length: 100 }, () => takes(300)).filter(Boolean);
  expect(sent.length).toBeGreaterThan(0);
  expect(sent.length).toBeLessThan(12);
});

test('many make a line of their own', () => {
  const { clock, line } = lineAt();
  const leaves = Array.from({ length: 30 }, () => line.enter(false));
  clock.now += 900;
  expect(line.isLong).toBe(false);
  for (const leave of leaves.slice(10)) leave();
  expect(line.isLong).toBe(true);
});
