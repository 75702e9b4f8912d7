// Clocks on a real server, in seconds: a drill policy warns, breaches, climbs, closes and withdraws (readings 11, 12, 15).
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { policies } from '../../../sop/policy/policy.ts';
import { Api, type Driven } from '../../support/api.ts';
import { goodAnswer } from '../../support/said.ts';

const drill = {
  ...policies.sop,
  name: 'drill',
  rows: { ...policies.sop.rows, 3: { seconds: 2 }, 11: { seconds: 2 } },
  completion: { seconds: 2 },
  escalateEvery: { seconds: 1 },
};

let api: Api;
beforeAll(async () => {
  api = await Api.open();
  await api.sql`insert into policies (name, document) values ('drill', ${api.sql.json(structuredClone(drill))})`;
});
afterAll(() => api?.close());

const ministry = { id: 'kementerian-contoh', name: 'Kementerian Contoh' };

async function until(r: Driven, wanted: (view: { status: string; breaches: unknown[] }) => boolean) {
  for (const end = Date.now() + 30_000; ; await sleep(100)) {
    const { body } = await r.seenBy('nasional');
    if (wanted(body) || Date.now() > end) return body;
  }
}

test('nobody receives: the holder is warned, then it and the office above hear, and nothing is decided', async () => {
  const r = await api.report({ agencyId: 'kementerian-contoh' });
  expect((await r.seenBy('instansi')).body.overdue).toBe(false);
  await until(r, ({ breaches }) => breaches.length > 0);
  // No rung follows, nobody decides.
  await sleep(2_000);
  const late = (await r.seenBy('instansi')).body;
  expect(late).toMatchObject({
    step: 3,
    overdue: true,
    options: ['receive', 'ask'],
    visits: [{ charged: null }, { step: 3, breachedAt: expect.any(String), charged: ministry }],
    breaches: [{ clock: 'row', step: 3, charged: ministry }],
  });
  const { visits, breaches } = late;
  expect([breaches[0].at, breaches[0].due]).toEqual([visits[1].breachedAt, visits[1].dueAt]);
  expect((await api.as('nasional', 'GET', '/v1/complaints?overdue=true')).body.items).toHaveLength(1);
  const alerts = (await r.events()).filter(({ actor }) => actor.role === 'system').map(({ type }) => type);
  expect(alerts).toEqual(
    ['filed', 'acknowledged', 'warned', 'breached'].slice(alerts[0] === 'filed' ? 0 : 1),
  );
  // Each alert names its clock, that clock's deadline and whom it went to (reading 15).
  const breach = (await r.events()).find(({ type }) => type === 'breached');
  const to = [ministry, { id: 'nasional', name: expect.any(String) }];
  expect(breach).toMatchObject({
    alert: { clock: 'row', due: visits[1].dueAt, to },
    deadline: visits[1].dueAt,
  });
  const told = async (who: string) =>
    (await api.as(who, 'GET', '/v1/notifications')).body.items
      .filter(({ number }: { number: string }) => number === r.number)
      .map(({ kind }: { kind: string }) => kind);
  expect(await told('instansi')).toEqual(['breach-row', 'warn-row', 'arrival']);
  expect(await told('nasional')).toEqual(['breach-row']);
  // The UI's filter for what is late finds it.
  const found = [];
  const query = 'WorkflowType="complaint" AND ExecutionStatus="Running" AND TuntasOverdue=true';
  for (const end = Date.now() + 30_000; found.length === 0 && Date.now() < end; await sleep(200)) {
    for await (const { workflowId } of api.client.workflow.list({ query })) found.push(workflowId);
  }
  expect(found).toEqual([r.number]);
  // Acting late is acting.
  expect((await r.decide('instansi', { action: 'receive' })).body).toMatchObject({ step: 4 });
  expect((await r.seenBy('instansi')).body.overdue).toBe(false);
});

test('silence after the answer closes by the system; silence after a request withdraws', async () => {
  const answered = await (await api.report()).toRow8();
  const asked = await api.report();
  await asked.decide('nasional', { action: 'request-completion', reason: 'Alamat?', text: 'Di loket.' });
  await answered.decide('eselon1', { action: 'answer', text: goodAnswer });
  const closed = await until(answered, ({ status }) => status === 'closed');
  expect(closed).toMatchObject({ status: 'closed', closedBy: 'system', step: 11 });
  expect(await until(asked, ({ status }) => status === 'withdrawn')).toMatchObject({ status: 'withdrawn' });
  expect((await asked.reply({ type: 'completion', text: 'Terlambat' })).body.code).toBe('closed');
});

test('a breach is charged to who held the report then, a late first response to who owes it (reading 17)', async () => {
  const quick = {
    ...drill,
    name: 'cepat',
    rows: policies.sop.rows,
    firstResponse: { seconds: 5 },
    whole: { ...drill.whole, pengaduan: { seconds: 10 } },
  };
  await api.sql`insert into policies (name, document) values ('cepat', ${api.sql.json(structuredClone(quick))})`;
  const r = await api.report();
  await r.decide('nasional', { action: 'dispose', officeId: 'kementerian-contoh' });
  await r.decide('instansi', { action: 'receive' });
  await r.decide('instansi', { action: 'accept', officeId: 'ditjen-pelayanan' });
  await r.decide('eselon1', { action: 'receive' });
  await r.decide('eselon1', { action: 'dispose', officeId: 'upt-makassar' });
  await r.decide('upt2', { action: 'receive' });
  const breachesOf = (view: object) => (view as { breaches: unknown[] }).breaches;
  const late = await until(r, (view) => breachesOf(view).length === 2);
  expect(breachesOf(late)).toMatchObject([
    { clock: 'firstResponse', charged: { id: 'ditjen-pelayanan' } },
    { clock: 'whole', step: 10, charged: { id: 'upt-makassar', name: 'UPT Pelayanan Makassar' } },
  ]);
  // No row was late.
  expect(late.visits.map(({ charged }: { charged: unknown }) => charged)).toEqual(
    late.visits.map(() => null),
  );
  const { parse } = await import('csv-parse/sync');
  const csv: Record<string, string>[] = parse(
    (await api.as('nasional', 'GET', '/v1/reports/events.csv')).body,
    { columns: true },
  );
  const own = csv.filter(({ case_id, activity }) => case_id === r.number && activity === 'breached');
  expect(own.map(({ clock, charged_office }) => [clock, charged_office])).toEqual([
    ['firstResponse', 'ditjen-pelayanan'],
    ['whole', 'upt-makassar'],
  ]);
});
