// Starts what was filed or changed and has no workflow: it came by an import, or a crash or an absent engine left it so; and mends what was found lost.
import { markStarted, startInputOf, unstarted } from '../db/complaints/filing/unstarted.ts';
import type { Sql } from '../db/connection/client.ts';
import { markSucceeding, unstartedSuccessions } from '../db/offices/successions.ts';
import type { Mended } from '../db/operations/reconciliations.ts';
import { forgetPassedOver, passedOverOf } from '../db/operations/passed-over.ts';
import { KeptRules, readRules } from '../db/rules/kept-rules.ts';
import { markRecomputing, unstartedRecomputations } from '../db/rules/recomputations.ts';
import type { Engine } from '../engine/engine.ts';
import { Beginnings } from './beginnings.ts';
import { sweepConsultations } from './consultations/sweep-consultations.ts';
import { sweepOriginals } from './follow-originals.ts';
import { eachItem, passOver } from './each-item.ts';
import { mendNoted } from './mending/mend-all.ts';
import { Pace } from './pace.ts';

/** Younger ones are on their way. */
const unstartedAfterSeconds = 3;
/** So many at a time, that what else is swept has its turn while a large import is started. */
const batch = 200;

interface Way {
  /** Of the process. */
  pace?: Pace;
  /** Nothing is begun after it. */
  stop?: AbortSignal;
  /** Whether there is a mail server. */
  mailing?: boolean;
}

interface Started {
  started: number;
  /** Whether others are waiting whose turn has come. */
  more: boolean;
}

/** Gives how many complaints were started, and what was mended. Repeating it, and several at once, start nothing twice. Throws `EngineAway`. */
export async function startLeft(
  sql: Sql,
  engine: Engine,
  way: Way = {},
): Promise<Started & { mended: Mended[] }> {
  const batches = (kind: string) =>
    ({ job: 'start', nameOf: ({ id }: { id: number }) => `${kind}-${id}` }) as const;
  await eachItem(sql, batches('recompute'), await unstartedRecomputations(sql), async (owed) => {
    await engine.startRecomputation(owed);
    await markRecomputing(sql, owed.id);
  });
  await eachItem(sql, batches('succession'), await unstartedSuccessions(sql), async (owed) => {
    await engine.startSuccession(owed);
    await markSucceeding(sql, owed.id);
  });
  const { pace = new Pace(), stop = new AbortController().signal, mailing = false } = way;
  const mended = await mendNoted({ sql, engine, mailing, keptRules: new KeptRules() }, { pace, stop });
  const complaints = await startComplaints(sql, engine, { pace, stop });
  await sweepConsultations(sql, engine);
  await sweepOriginals(sql, engine);
  return { ...complaints, mended };
}

/** Each until it is on record, and as many at once as stay quick: decisions go before them. */
async function startComplaints(
  sql: Sql,
  engine: Engine,
  { pace, stop }: Required<Pick<Way, 'pace' | 'stop'>>,
): Promise<Started> {
  const left = await unstarted(sql, unstartedAfterSeconds, batch);
  if (left.length === 0) return { started: 0, more: false };
  const rules = await readRules(sql);
  const before = await passedOverOf(sql, 'start');
  const beginnings = new Beginnings(sql);
  let [started, done] = [0, 0];
  await pace.each(
    left,
    async (row) => {
      const { number } = row;
      try {
        if (await engine.complaints.start(startInputOf(row, rules))) started += 1;
      } catch (error) {
        return passOver(sql, 'start', number, error);
      }
      // The first entry of its record says so, too; else it would be started once more, which does nothing.
      if (!(await beginnings.of(number))) await markStarted(sql, [number]);
      if (before.has(number)) await forgetPassedOver(sql, 'start', number);
      done += 1;
    },
    { stop },
  );
  return { started, more: left.length === batch && done > 0 };
}
