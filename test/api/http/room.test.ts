// More than can be done: what is taken stays quick, nearly as much is done as could be, and the rest is sent away at once.
import { describe, expect, test } from 'vitest';
import { Room } from '../../../engine/room.ts';

/** A server that does `aSecond` one after the other; asked `asked` a second for `seconds`, what became of the last half. */
function queue({ aSecond, asked, seconds, share = 1 }: Record<string, number>) {
  let now = 0;
  const room = new Room(() => now);
  const doneAt: { at: number; took: number; leave: () => void }[] = [];
  let free = 0;
  let [sentAway, taken] = [0, 0];
  const times: number[] = [];
  for (let n = 0; n < (asked ?? 0) * (seconds ?? 0); n += 1) {
    const at = (n * 1_000) / (asked ?? 1);
    for (let next = doneAt[0]; next && next.at <= at; next = doneAt[0]) {
      now = next.at;
      next.leave();
      doneAt.shift();
      if (at > (seconds ?? 0) * 500) times.push(next.took);
    }
    now = at;
    const counts = at > (seconds ?? 0) * 500;
    if (!room.hasRoom(share ?? 1)) {
      if (counts) sentAway += 1;
      continue;
    }
    if (counts) taken += 1;
    free = Math.max(free, at) + 1_000 / (aSecond ?? 1);
    doneAt.push({ at: free, took: free - at, leave: room.enter() });
  }
  return { sentAway, taken, slowest: Math.max(...times), done: times.length / ((seconds ?? 0) / 2) };
}

describe.each([40, 60, 400])('a server of %i a second', (aSecond) => {
  test('sends nobody away while it can do what comes', () => {
    expect(queue({ aSecond, asked: aSecond * 0.9, seconds: 60 }).sentAway).toBe(0);
  });

  test.each([2, 10])('of %i times as many takes nearly what it can do, each in under a second', (times) => {
    const { sentAway, slowest, done } = queue({ aSecond, asked: aSecond * times, seconds: 60 });
    expect(slowest).toBeLessThanOrEqual(1_000);
    expect(done).toBeGreaterThan(aSecond * 0.9);
    expect(sentAway).toBeGreaterThan(aSecond * (times - 1.2) * 30);
  });
});

test('a few at once are never too many, however long all takes', () => {
  let now = 0;
  const room = new Room(() => now);
  for (let round = 0; round < 20; round += 1) {
    const leaves = Array.from({ length: 25 }, () => {
      expect(room.hasRoom(0.8)).toBe(true);
      return room.enter();
    });
    now += 5_000;
    for (const leave of leaves) leave();
  }
});

test('who comes last is sent away first', () => {
  const room = new Room(() => 0);
  while (room.hasRoom(0.8)) room.enter();
  expect([room.hasRoom(0.9), room.hasRoom(1)]).toEqual([true, true]);
  while (room.hasRoom(0.9)) room.enter();
  expect(room.hasRoom(1)).toBe(true);
});
