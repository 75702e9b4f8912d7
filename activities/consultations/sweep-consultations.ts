// Tells the engine of questions to other offices (reading 24) what it has not heard: a crash, or an engine that was away, left it so.
import {
  leftConsultations,
  markConsultationClosed,
  markConsultationStarted,
  markConsultationTold,
  openConsultations,
  unclosedConsultations,
  unstartedConsultations,
  untoldConsultations,
} from '../../db/consultations/consultations.ts';
import type { Sql } from '../../db/connection/client.ts';
import type { Engine } from '../../engine/engine.ts';
import { eachItem } from '../each-item.ts';

/** Younger ones are on their way. */
const unstartedAfterSeconds = 3;
const batch = 500;

const run = { job: 'consultations', nameOf: (id: string) => id } as const;

/** Starts what was asked, and tells what has another deadline, has ended, or is to end because the report left. Repeating it does no harm. */
export async function sweepConsultations(sql: Sql, { consultations }: Engine): Promise<void> {
  const left = await unstartedConsultations(sql, unstartedAfterSeconds, batch);
  await eachItem(sql, run, left, async (id) => {
    await consultations.start(id);
    await markConsultationStarted(sql, id);
  });
  const moved = await untoldConsultations(sql, batch);
  await eachItem(sql, { ...run, nameOf: ({ id }) => id }, moved, async ({ id, movedAt }) => {
    // One that is not there yet, or no more, looks when it begins.
    await consultations.tell(id, 'recomputed');
    await markConsultationTold(sql, id, movedAt);
  });
  await eachItem(sql, run, await leftConsultations(sql, batch), async (id) => {
    if (!(await consultations.tell(id, 'look'))) await consultations.start(id);
  });
  await eachItem(sql, run, await unclosedConsultations(sql, batch), async (id) => {
    if (!(await consultations.tell(id, 'look'))) await markConsultationClosed(sql, id);
  });
}

/** Starts again those that are open and whose workflows were lost: where they stand the record says. Gives how many. */
export async function restartConsultations(sql: Sql, { consultations }: Engine): Promise<number> {
  const running = await consultations.open();
  let started = 0;
  for (let after = '', page = batch; page === batch; ) {
    const rows = await openConsultations(sql, after, batch);
    const lost = rows.map(({ id }) => id).filter((id) => !running.has(id));
    await eachItem(sql, run, lost, async (id) => {
      if (await consultations.start(id)) started += 1;
      await markConsultationStarted(sql, id);
    });
    page = rows.length;
    after = rows.at(-1)?.id ?? after;
  }
  return started;
}
