// The batch behind an office that ends: has each of its open reports move to the successor, as many at once as stay quick (reading 27).
import { setTimeout as sleep } from 'node:timers/promises';
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
import type { Pace } from './pace.ts';
import type { SuccessionBatch } from './types.ts';

const page = 100;
const job = 'succession';
/** Who was told by signal in the end has moved by then, unless something holds it up. */
const momentMs = 5_000;

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
  pace: Pace,
  { id, officeId }: SuccessionBatch,
  mailing: boolean,
): Promise<void> {
  const context = Context.current();
  const stop = context.cancellationSignal;
  let after = (context.info.heartbeatDetails as string | undefined) ?? '';
  for (let found = 1; found > 0 || after !== ''; after = '') {
    found = 0;
    const waiting = await passedOverOf(sql, job);
    for await (const cases of openCases(sql, after, page)) {
      const numbers = cases.filter((c) => isConcerned(c, officeId)).map(({ number }) => number);
      const due = numbers.filter((number) => waiting.get(`${officeId}:${number}`)?.due !== false);
      found += due.length;
      await pace.each(
        due,
        async (number) => {
          const item = `${officeId}:${number}`;
          const moved = await move(sql, engine, officeId, number, stop);
          if (moved && waiting.has(item)) await forgetPassedOver(sql, job, item);
        },
        { stop, reached: (number) => context.heartbeat(number) },
      );
      if (stop.aborted) await context.cancelled;
      context.heartbeat(cases.at(-1)?.number);
    }
    // The next look begins at the beginning, also after a crash.
    context.heartbeat('');
  }
  await forgetMoved(sql, officeId);
  const why = await finish(sql, id, mailing);
  // The office that is asked now may lie in another zone.
  await recomputeConsultations(sql, engine, why);
}

/** Gives whether it has moved; one that has not in ten seconds is passed over and holds nobody up. */
async function move(
  sql: Sql,
  engine: Engine,
  officeId: string,
  number: string,
  stop: AbortSignal,
): Promise<boolean> {
  try {
    await engine.complaints.succeed(number, officeId);
    if (await isUnmoved(sql, officeId, number)) throw new Unmoved();
    return true;
  } catch (error) {
    await passOver(sql, job, `${officeId}:${number}`, error, stop);
    return false;
  }
}

/** Of those that were passed over, what has moved all the same: by the signal that it was told by in the end. */
async function forgetMoved(sql: Sql, officeId: string): Promise<void> {
  const name = (number: string) => `${officeId}:${number}`;
  for (const until = performance.now() + momentMs; ; await sleep(250)) {
    const items = [...(await passedOverOf(sql, job)).keys()].filter((item) => item.startsWith(name('')));
    const numbers = items.map((item) => item.slice(name('').length));
    const left = new Set((await unmovedOf(sql, officeId, numbers)).map(name));
    for (const item of items) if (!left.has(item)) await forgetPassedOver(sql, job, item);
    if (left.size === 0 || performance.now() > until) return;
  }
}

async function isUnmoved(sql: Sql, officeId: string, number: string): Promise<boolean> {
  return (await unmovedOf(sql, officeId, [number])).length > 0;
}

async function unmovedOf(sql: Sql, officeId: string, numbers: readonly string[]): Promise<string[]> {
  const cases = await casesOf(sql, numbers);
  return cases.filter((c) => isConcerned(c, officeId)).map(({ number }) => number);
}

/** Moves or ends what else hangs on the office, once, and tells the successor in one notice of all. Gives why it ends. */
async function finish(sql: Sql, id: number, mailing: boolean): Promise<string> {
  return sql.begin(async (tx) => {
    const succession = await successionById(tx, id);
    if (!succession) throw new Error(`Succession ${id} is not in the record.`);
    const { successorId: to, officeName, moved, why } = succession;
    if (succession.finishedAt) return why;
    // First, as everybody locks reports before offices.
    await inheritQuestions(tx, succession, mailing);
    if (!(await finishSuccession(tx, succession))) return why;
    const notice = summaries.succession({ office: officeName, moved });
    await insertNotifications(
      tx,
      [{ key: `succession:${id}`, number: null, officeId: to, ...notice }],
      mailing,
    );
    return why;
  });
}

/** Tells again those that were passed over and whose time has come. Gives how many have moved meanwhile. */
export async function succeedPassedOver(sql: Sql, engine: Engine): Promise<number> {
  const waiting = [...(await passedOverOf(sql, job))].filter(([, { due }]) => due);
  const run = { job, nameOf: ([item]: (typeof waiting)[number]) => item } as const;
  return eachItem(sql, run, waiting, async ([item]) => {
    const [officeId = '', number = ''] = item.split(':');
    if (!(await isUnmoved(sql, officeId, number))) return;
    await engine.complaints.succeed(number, officeId);
    if (await isUnmoved(sql, officeId, number)) throw new Unmoved();
  });
}
