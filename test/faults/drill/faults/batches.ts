// What moves many reports at once, in the middle of it: a decree, and an office that ends.
import { setTimeout as sleep } from 'node:timers/promises';
import { decreeDay } from '../../../support/clock/decree-day.ts';
import type { Ask } from '../load/client.ts';
import { file, type World } from '../load/walk.ts';
import type { Fault } from './fault.ts';

const parked = 12;
const ended = 'ditjen-prasarana';
const successor = 'ditjen-pelayanan';

/** Ops enter a day of leave; every open limit of working days moves, and is reckoned once. The day goes again afterwards. */
export const decree: Fault = {
  begin: async ({ world, stage }) => {
    const year = decreeDay().slice(0, 4);
    const path = `/v1/calendar/${year}`;
    const { days } = await asOps<{ days: { date: string }[] }>(world, { method: 'GET', path });
    const put = async (body: object[]) => {
      const begun = await asOps<{ recomputation?: number | null }>(world, { method: 'PUT', path, body });
      if (begun.recomputation) await finished(world, `/v1/recomputations/${begun.recomputation}`);
    };
    const others = days.filter(({ date }) => date !== decreeDay());
    const working = put([...others, { date: decreeDay(), name: 'Cuti bersama', kind: 'cuti bersama' }]);
    working.catch(() => {});
    return async () => {
      await working;
      await stage.untilReady();
      await put(others);
    };
  },
};

/** An Eselon 1 unit joins another while its reports wait; done once, since it has ended then. */
export const succession: Fault = {
  begin: async ({ world, stage: { sql } }) => {
    const offices = await asOps<{ items: { id: string }[] }>(world, { method: 'GET', path: '/v1/offices' });
    if (!offices.items.some(({ id }) => id === ended)) return async () => {};
    const numbers = await park(world);
    const path = `/v1/offices/${ended}/succession`;
    const asked = world.officers.insist('ops', { method: 'POST', path, body: { successorId: successor } });
    asked.catch(() => {});
    return async () => {
      const { status, body } = await asked;
      // 409: it came through, and its answer did not.
      if (status !== 200 && status !== 409)
        throw new Error(`POST ${path}: ${status} ${JSON.stringify(body)}`);
      const [batch] = await sql<{ id: number }[]>`select id from successions where office_id = ${ended}`;
      await finished(world, `/v1/successions/${batch?.id}`);
      for (const number of numbers) world.ledger.moved.push({ number, to: successor });
    };
  },
};

/** Reports that the unit which ends has on its desk. */
async function park(world: World): Promise<string[]> {
  const numbers: string[] = [];
  await Promise.all(
    Array.from({ length: parked }, async () => {
      const filing = await file(world, { agencyId: 'kementerian-contoh' });
      if (!filing) return;
      const { number } = filing;
      for (const body of [{ action: 'receive' }, { action: 'accept', officeId: ended }]) {
        const { status } = await world.officers.insist('instansi', {
          method: 'POST',
          path: `/v1/complaints/${number}/decisions`,
          body,
          headers: { 'idempotency-key': `${number}-${body.action}` },
          isDecision: true,
        });
        if (status === 200)
          world.ledger.decided.push({ number, action: body.action, tag: null, revision: null });
      }
      numbers.push(number);
    }),
  );
  return numbers;
}

/** What ops are answered. Throws when it is no 2xx. */
async function asOps<T>(world: World, ask: Ask): Promise<T> {
  const { status, body } = await world.officers.insist('ops', ask);
  if (status >= 300) throw new Error(`${ask.method} ${ask.path}: ${status} ${JSON.stringify(body)}`);
  return body as T;
}

/** When the batch at that address says so; three minutes at most. */
async function finished(world: World, path: string): Promise<void> {
  for (const until = performance.now() + 180_000; performance.now() < until; await sleep(250)) {
    const { finishedAt } = await asOps<{ finishedAt: string | null }>(world, { method: 'GET', path });
    if (finishedAt !== null) return;
  }
  world.ledger.wrong({ what: 'batch-unfinished', detail: path });
}

/** How many open deadlines would move by the calendar as it stands: none, when all were reckoned by it. */
export async function movesByOwnCalendar(world: World): Promise<number> {
  const path = `/v1/calendar/${decreeDay().slice(0, 4)}`;
  const { days } = await asOps<{ days: object[] }>(world, { method: 'GET', path });
  const body = days;
  const { total } = await asOps<{ total: number }>(world, {
    method: 'PUT',
    path: `${path}?preview=true`,
    body,
  });
  return total;
}
