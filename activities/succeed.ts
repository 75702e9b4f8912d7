// The batch behind an office that ends: has each of its open reports move to the successor, a few at a time (reading 27).
import { Context } from '@temporalio/activity';
import type { Sql } from '../db/connection/client.ts';
import { passedOverOf, forgetPassedOver } from '../db/operations/passed-over.ts';
import { insertNotifications } from '../db/messages/notifications.ts';
import { finishSuccession, successionById } from '../db/offices/successions.ts';
import { casesOf, openCases } from '../db/rules/recomputations.ts';
import type { Engine } from '../engine/engine.ts';
import { inheritQuestions } from '../db/consultations/inherit.ts';
import { recomputeConsultations } from './consultations/recompute-consultations.ts';
import { summaries } from '../sop/notices/summary-notices.ts';
import { isConcerned } from '../sop/beside/succession.ts';
import { eachItem, passOver } from './each-item.ts';
import { Pace } from './pace.ts';
import type { SuccessionBatch } from './types.ts';

const page = 500;
const patienceMs = 10_000;
const job = 'succession';

class Unmoved extends Error {
  override readonly name = 'Unmoved';
}

/**
 * See `BatchActivities.succeedAll`. Looks through the open reports again and again until none is left; those that come
 * late are moved by their own records (`Recorded.ended`). The heartbeat carries the last number done. A report that is
 * told twice moves once. What cannot be moved is passed over, and tried again with what else was passed over.
 */
export async function succeedAll(
  sql: Sql,
  engine: Engine,
  { id, officeId }: SuccessionBatch,
  mailing: boolean,
): Promise<void> {
  const context = Context.current();
  const pace = new Pace();
  let after = (context.info.heartbeatDetails as string | undefined) ?? '';
  for (let found = 1; found > 0 || after !== ''; after = '') {
    found = 0;
    const waiting = await passedOverOf(sql, job);
    for await (const cases of openCases(sql, after, page)) {
      const numbers = cases.filter((c) => isConcerned(c, officeId)).map(({ number }) => number);
      const due = numbers.filter((number) => waiting.get(`${officeId}:${number}`)?.due !== false);
      found += due.length;
      await pace.inGroups(due, async (some) => {
        await moveSome(sql, engine, officeId, some, context.cancellationSignal);
        if (context.cancellationSignal.aborted) await context.cancelled;
        context.heartbeat(some.at(-1));
      });
      context.heartbeat(cases.at(-1)?.number);
    }
    // The next look begins at the beginning, also after a crash.
    context.heartbeat('');
  }
  await finish(sql, id, mailing);
  // The office that is asked now may lie in another zone.
  await recomputeConsultations(sql, engine);
}

/** Tells these, and waits until they have moved; who has not in ten seconds is passed over and holds nobody up. */
async function moveSome(
  sql: Sql,
  engine: Engine,
  officeId: string,
  numbers: string[],
  stop: AbortSignal,
): Promise<void> {
  const failed = new Set<string>();
  const pass = async (number: string, error: unknown) => {
    failed.add(number);
    await passOver(sql, job, `${officeId}:${number}`, error);
  };
  await Promise.all(
    numbers.map((number) =>
      engine.complaints.tellEnded(number, officeId).catch((error: unknown) => pass(number, error)),
    ),
  );
  let left = numbers.filter((number) => !failed.has(number));
  for (const until = Date.now() + patienceMs; Date.now() < until && !stop.aborted; ) {
    left = await unmoved(sql, officeId, left);
    if (left.length === 0) break;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  if (!stop.aborted) for (const number of left) await pass(number, new Unmoved());
  for (const number of numbers)
    if (!failed.has(number)) await forgetPassedOver(sql, job, `${officeId}:${number}`);
}

async function unmoved(sql: Sql, officeId: string, numbers: string[]): Promise<string[]> {
  if (numbers.length === 0) return [];
  return (await casesOf(sql, numbers)).filter((c) => isConcerned(c, officeId)).map(({ number }) => number);
}

/** Moves or ends what else hangs on the office, once, and tells the successor in one notice of all. */
async function finish(sql: Sql, id: number, mailing: boolean): Promise<void> {
  await sql.begin(async (tx) => {
    const succession = await successionById(tx, id);
    if (!succession || succession.finishedAt) return;
    // First, as everybody locks reports before offices.
    await inheritQuestions(tx, succession, mailing);
    if (!(await finishSuccession(tx, succession))) return;
    const { successorId: to, officeName, moved } = succession;
    const notice = summaries.succession({ office: officeName, moved });
    await insertNotifications(
      tx,
      [{ key: `succession:${id}`, number: null, officeId: to, ...notice }],
      mailing,
    );
  });
}

/** Tells again those that were passed over and whose time has come. Gives how many have moved meanwhile. */
export async function succeedPassedOver(sql: Sql, engine: Engine): Promise<number> {
  const waiting = [...(await passedOverOf(sql, job))].filter(([, { due }]) => due);
  const run = { job, nameOf: ([item]: (typeof waiting)[number]) => item } as const;
  return eachItem(sql, run, waiting, async ([item]) => {
    const [officeId = '', number = ''] = item.split(':');
    if ((await unmoved(sql, officeId, [number])).length === 0) return;
    await engine.complaints.tellEnded(number, officeId);
    throw new Unmoved();
  });
}
