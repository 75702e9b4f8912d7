// The schedules on a real server: made once, paused for good, triggered, caught up after a downtime; and the reconciliation.
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { choose } from '../../db/messages/notification-choices.ts';
import { complaintWorkflow, taskQueue } from '../../workflows/messages.ts';
import type { Reconciliation } from '../../db/operations/reconciliations.ts';
import { Api } from '../support/api.ts';

let api: Api;
beforeAll(async () => {
  api = await Api.open();
});
afterAll(() => api?.close());

const ids = [
  'recap',
  'reconcile',
  'sla-digest-wib',
  'sla-digest-wit',
  'sla-digest-wita',
  'weekly-wib',
  'weekly-wit',
  'weekly-wita',
];
const handle = (id: string) => api.client.schedule.getHandle(id);

async function until<T>(look: () => Promise<T>, wanted: (seen: T) => boolean): Promise<T> {
  for (const end = Date.now() + 30_000; ; await sleep(100)) {
    const seen = await look();
    if (wanted(seen) || Date.now() > end) return seen;
  }
}

describe('schedules', () => {
  test('are made once, though three workers start at the same moment, and listed', async () => {
    await Promise.all([1, 2, 3].map(() => api.engine.schedules.ensure()));
    const listed = await until(
      async () => {
        const found: string[] = [];
        for await (const { scheduleId } of api.client.schedule.list()) found.push(scheduleId);
        return found.toSorted();
      },
      (found) => found.length >= ids.length,
    );
    expect(listed).toEqual(ids);
  });

  test('say when they run next, in the zone of the offices', async () => {
    const { info, spec, policies } = await handle('sla-digest-wita').describe();
    expect(spec.timezone).toBe('Asia/Makassar');
    // 08:00 WITA is 00:00 UTC, from Monday to Friday.
    for (const at of info.nextActionTimes) {
      expect([at.getUTCHours(), at.getUTCMinutes(), at.getUTCDay() % 6 === 0]).toEqual([0, 0, false]);
    }
    expect(policies).toMatchObject({ overlap: 'SKIP', catchupWindow: 4 * 3_600_000 });
    expect((await handle('recap').describe()).policies).toMatchObject({
      overlap: 'BUFFER_ONE',
      catchupWindow: 7 * 86_400_000,
    });
  });

  test('stay paused when a worker starts again', async () => {
    await handle('recap').pause('libur panjang');
    await api.engine.schedules.ensure();
    expect((await handle('recap').describe()).state).toMatchObject({ paused: true, note: 'libur panjang' });
    await handle('recap').unpause();
  });

  test('after a downtime over a weekend run for the working days only', async () => {
    // Friday 20 to Monday 23 November 2026.
    await handle('sla-digest-wib').backfill({
      start: new Date('2026-11-20T00:00:00+07:00'),
      end: new Date('2026-11-23T23:00:00+07:00'),
      overlap: 'ALLOW_ALL',
    });
    const { info } = await until(
      () => handle('sla-digest-wib').describe(),
      (seen) => seen.info.numActionsTaken >= 2,
    );
    expect(info.numActionsTaken).toBe(2);
  });

  test('tell a superior who wishes it once a week, however many of its days are run', async () => {
    await choose(api.sql, 'instansi', 'atasan@example.org', [{ topic: 'weekly', inApp: true, mail: 'now' }]);
    // A Monday to Wednesday.
    await handle('weekly-wib').backfill({
      start: new Date('2026-11-23T00:00:00+07:00'),
      end: new Date('2026-11-25T23:00:00+07:00'),
      overlap: 'ALLOW_ALL',
    });
    const { info } = await until(
      () => handle('weekly-wib').describe(),
      (seen) => seen.info.numActionsTaken >= 3,
    );
    expect(info.numActionsTaken).toBe(3);
    const told = await until(
      () => api.sql`select key from notifications where kind = 'weekly'`,
      (rows) => rows.length > 0,
    );
    expect(told).toEqual([{ key: 'weekly:instansi:2026-11-23' }]);
  });

  test('run when triggered from the UI', async () => {
    await handle('reconcile').trigger();
    const [row] = await until(
      () => api.sql`select started, mended, differences from reconciliations`,
      (rows) => rows.length > 0,
    );
    expect(row).toEqual({ started: 0, mended: [], differences: [] });
  });
});

describe('the reconciliation', () => {
  const reconcile = () =>
    api.client.workflow.execute('reconcile', { workflowId: `reconcile-${Date.now()}`, taskQueue });

  test('starts what a crash left without a workflow', async () => {
    await api.sql`
      insert into complaints (number, kind, title, description, channel, confidentiality, access_key_hash, received_at, filed_at)
      values ('LAP-2026-900001', 'pengaduan', 'Tertinggal', 'Uraian', 'web', 'terbuka', '', now(), now() - interval '1 minute')`;
    expect(await reconcile()).toEqual({ started: 1, mended: [], differences: [] });
    const [row] = await until(
      () => api.sql`select step from complaints where number = 'LAP-2026-900001'`,
      ([seen]) => seen?.step === 2,
    );
    expect(row?.step).toBe(2);
    expect(await reconcile()).toEqual({ started: 0, mended: [], differences: [] });
  });

  test('mends what was lost, and says of one without a row, and of a row that was ended by hand, that a person decides', async () => {
    const lost = await api.report();
    await api.client.workflow.getHandle(lost.number).terminate('uji');
    const ended = await api.report();
    await api.sql`update complaints set ended_at = now() where number = ${ended.number}`;
    const known = await api.report();
    const { args } = {
      args: [
        {
          number: 'LAP-TANPA-BARIS',
          kind: 'pengaduan',
          oversight: false,
          receivedAt: new Date().toISOString(),
          national: { id: 'nasional', name: 'N', level: 'national', parentId: null, zone: 'Asia/Jakarta' },
          agency: null,
        },
      ],
    };
    await api.client.workflow.start(complaintWorkflow, { workflowId: 'LAP-TANPA-BARIS', taskQueue, args });
    const mends: Reconciliation['mended'] = [];
    const found = await until(
      async () => {
        const { mended, differences } = (await reconcile()) as Pick<Reconciliation, 'mended' | 'differences'>;
        mends.push(...mended);
        return { differences };
      },
      ({ differences }) => differences.length === 2,
    );
    expect(mends).toEqual([{ number: lost.number, found: 'stopped', did: 'resumed' }]);
    expect(found.differences.toSorted((x, y) => x.number.localeCompare(y.number))).toEqual([
      { number: ended.number, what: 'row-ended' },
      { number: 'LAP-TANPA-BARIS', what: 'row-missing' },
    ]);
    expect(found.differences.map(({ number }) => number)).not.toContain(known.number);
    await api.client.workflow.getHandle('LAP-TANPA-BARIS').terminate('uji');
  });
});
