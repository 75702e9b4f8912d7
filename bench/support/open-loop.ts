// Requests each at its own moment, whether those before have been answered or not: as people come.
import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { quantilesOf, round } from './figures.ts';

export interface Answered {
  ms: number;
  status: number;
}

/** Of as many people as need be: one address may ask a hundred times a second, no more. */
const people = 8;
const agents = Array.from(
  { length: people },
  (_, n) => new Agent({ keepAlive: true, localAddress: `127.0.0.${n + 2}` }),
);
let last = 0;

/** Sends once and says how long the answer took; an answer that says no is one, too. */
export function timed(url: URL, token: string, body: unknown): Promise<Answered> {
  const begun = performance.now();
  last += 1;
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    const sent = request(url, { method: 'POST', headers, agent: agents[last % people] }, (response) => {
      response.resume();
      response.once('end', () =>
        resolve({ ms: performance.now() - begun, status: response.statusCode ?? 0 }),
      );
    });
    sent.once('error', reject);
    sent.end(JSON.stringify(body));
  });
}

/** Moments of arrivals at that rate, in milliseconds from now: by chance, but the same chance each time. */
function* arrivals(aSecond: number): Generator<number> {
  let [seed, at] = [20_261_127, 0];
  for (;;) {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    at += (-Math.log(1 - seed / 2_147_483_648) / aSecond) * 1_000;
    yield at;
  }
}

/** Does `send` `count` times at that rate. */
export function atTheirMoments(
  count: number,
  aSecond: number,
  send: (n: number) => Promise<Answered>,
): Promise<Answered[]> {
  return whileGoingOn((n) => n < count, aSecond, send);
}

/** Does `send` at that rate until it is over. */
export async function untilOver(
  isOver: () => Promise<boolean>,
  aSecond: number,
  send: (n: number) => Promise<Answered>,
): Promise<Answered[]> {
  let over = false;
  const watch = async () => {
    while (!(await isOver())) await sleep(100);
    over = true;
  };
  const [answers] = await Promise.all([whileGoingOn(() => !over, aSecond, send), watch()]);
  return answers;
}

async function whileGoingOn(
  goesOn: (n: number) => boolean,
  aSecond: number,
  send: (n: number) => Promise<Answered>,
): Promise<Answered[]> {
  const begun = performance.now();
  const answers: Promise<Answered>[] = [];
  for (const at of arrivals(aSecond)) {
    await sleep(Math.max(0, at - (performance.now() - begun)));
    if (!goesOn(answers.length)) break;
    const answer = send(answers.length);
    // It is thrown with the others.
    answer.catch(() => {});
    answers.push(answer);
  }
  return Promise.all(answers);
}

/** What was taken and how long that took; what was sent away, and how soon. */
export function figuresOf(name: string, answers: readonly Answered[]): Record<string, number> {
  const times = (wanted: (status: number) => boolean) =>
    answers.filter(({ status }) => wanted(status)).map(({ ms }) => ms);
  const taken = times((status) => status < 300);
  const away = times((status) => status === 503);
  return {
    [`${name}Taken`]: taken.length,
    ...quantilesOf(name, taken),
    [`${name}SentAway`]: away.length,
    ...(away.length > 0 && quantilesOf(`${name}SentAway`, away)),
    [`${name}Failed`]: round(answers.length - taken.length - away.length),
  };
}
