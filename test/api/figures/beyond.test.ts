// What superiors count beyond the straight way, over HTTP: each number is the length of the list that it opens.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'csv-parse/sync';
import { type BeyondFigure, beyondFigures } from '../../../sop/beside/beyond.ts';
import { policies } from '../../../sop/policy/policy.ts';
import { Api, type Driven } from '../../support/api.ts';

let api: Api;
let twice: Driven;
let extended: Driven;
let lost: Driven;
const said = 'Lubang di depan pasar sudah kami tambal seluruhnya.';
const ask = (one: Driven, who: string, officeId: string) =>
  api.as(who, 'POST', `${one.path}/consultations`, { officeId, question: 'Pernah diizinkan?' });

beforeAll(async () => {
  api = await Api.open();
  await api.as('ops', 'PUT', '/v1/policies/current', policies.realistis);
  // Taken back twice by the same office, answered, and objected to until it goes upward.
  twice = await api.report();
  for (const reason of ['Salah pilih', 'Salah lagi']) {
    await twice.decide('nasional', { action: 'dispose', officeId: 'badan-contoh' });
    await twice.decide('nasional', { action: 'recall', reason });
  }
  await twice.toRow8();
  await twice.decide('eselon1', { action: 'correct', reason: 'Bukan itu', changes: { place: 'Pasar Baru' } });
  await twice.decide('eselon1', { action: 'answer', text: said });
  await twice.reply({ type: 'objection', text: 'Belum ditambal.' });
  await twice.decide('eselon1', { action: 'answer', text: said });
  await twice.reply({ type: 'objection', text: 'Masih belum ditambal.' });
  await twice.decide('instansi', { action: 'correct', reason: 'Juga', changes: { category: 'Jalan' } });
  // More time, and advice that came in time; another question is late.
  extended = await (await api.report({ kind: 'informasi' })).toRow8();
  const extend = { action: 'extend', reason: 'Perlu uji bahan' };
  const foreseen = await api.as('eselon1', 'POST', `${extended.path}/decisions/preview`, extend);
  await extended.decide('eselon1', extend);
  expect(foreseen.body.changes).toEqual((await extended.events()).at(-1)?.changes);
  const { id } = (await ask(extended, 'eselon1', 'upt-makassar')).body;
  await api.as('upt2', 'POST', `${extended.path}/consultations/${id}/answer`, { text: 'Tidak pernah.' });
  await ask(extended, 'eselon1', 'ditjen-prasarana');
  await api.sql`update consultations set due = now() - interval '1 minute' where office_id = 'ditjen-prasarana'`;
  // Only looked over by its reporter: that is no correction of an office.
  await extended.reply({ type: 'message', text: 'Terima kasih.' });
  await api.send('PATCH', extended.path, { confidentiality: 'anonim' }, { 'x-access-key': extended.key });
  // Taken back from a UPT that ends later.
  lost = await (await api.report({ agencyId: 'kementerian-contoh' })).toRow8();
  await lost.decide('eselon1', { action: 'dispose', officeId: 'upt-bandung' });
  await lost.decide('eselon1', { action: 'recall', reason: 'Kami sendiri' });
});
afterAll(() => api?.close());

type Figures = Record<
  BeyondFigure,
  { total: number; offices: { officeId: string; name: string; count: number }[] }
>;
const beyondOf = async (who: string, query = ''): Promise<Figures> =>
  (await api.as(who, 'GET', `/v1/reports/summary${query}`)).body.beyond;
/** What it says in short: the total, and by office. */
const inShort = (figures: Figures) =>
  Object.fromEntries(
    beyondFigures.flatMap((figure) => {
      const { total, offices } = figures[figure];
      return total === 0 ? [] : [[figure, [total, ...offices.map((one) => `${one.officeId} ${one.count}`)]]];
    }),
  );

test('each report counts once, for the office that did it or met it', async () => {
  expect(inShort(await beyondOf('nasional'))).toEqual({
    recalling: [2, 'ditjen-pelayanan 1', 'nasional 1'],
    recalled: [2, 'badan-contoh 1', 'upt-bandung 1'],
    correcting: [1, 'ditjen-pelayanan 1', 'kementerian-contoh 1'],
    extending: [1, 'ditjen-pelayanan 1'],
    consulting: [1, 'ditjen-pelayanan 1'],
    consulted: [1, 'ditjen-prasarana 1', 'upt-makassar 1'],
    consultedLate: [1, 'ditjen-prasarana 1'],
    objectedUpward: [1, 'ditjen-pelayanan 1'],
  });
  // An office sees itself and what is below it, of the reports that it still sees (reading 24).
  expect(inShort(await beyondOf('instansi2'))).toEqual({ recalled: [1, 'badan-contoh 1'] });
  expect(inShort(await beyondOf('eselon1b'))).toEqual({
    consulted: [1, 'ditjen-prasarana 1'],
    consultedLate: [1, 'ditjen-prasarana 1'],
  });
  expect(inShort(await beyondOf('upt2'))).toEqual({});
  expect(inShort(await beyondOf('nasional', '?to=2025-12-31'))).toEqual({});
});

async function expectLists(who: string, query: string) {
  const under = query.replace('officeId=', 'under=');
  const listed = async (figure: string, more = '') =>
    (await api.as(who, 'GET', `/v1/complaints${under}&beyond=${figure}${more}`)).body.items.length;
  for (const [figure, { total, offices }] of Object.entries(await beyondOf(who, query))) {
    expect([who, figure, await listed(figure)]).toEqual([who, figure, total]);
    for (const { officeId, count } of offices)
      expect([who, figure, officeId, await listed(figure, `&beyondFor=${officeId}`)]).toEqual([
        who,
        figure,
        officeId,
        count,
      ]);
  }
}

const views = [
  ['nasional', '?from=2026-01-01'],
  ['nasional', '?officeId=kementerian-contoh'],
  ['nasional', '?officeId=upt-makassar'],
  ['ops', '?officeId=badan-contoh'],
  ['instansi', '?from=2026-01-01&to=2099-01-01'],
  ['instansi', '?officeId=ditjen-pelayanan'],
  ['eselon1', '?from=2026-01-01'],
  ['eselon1b', '?from=2026-01-01'],
  ['upt', '?from=2026-01-01'],
] as const;

test.each(views)('each number is what its list shows to %s%s', expectLists);

test('the same in the files, as often as it happened', async () => {
  const { body } = await api.as('nasional', 'GET', '/v1/reports/complaints.csv');
  const rows: Record<string, string>[] = parse(body, { columns: true });
  const row = (one: Driven) => rows.find(({ number }) => number === one.number);
  expect(row(twice)).toMatchObject({
    recalls: '2',
    corrections: '2',
    objections: '2',
    objections_upward: '1',
  });
  expect(row(extended)).toMatchObject({
    extensions: '1',
    consultations: '2',
    late_consultations: '1',
    corrections: '0',
  });
});

test('what an office did stays its own under its successor, who has it in view (reading 27)', async () => {
  const { body } = await api.as('ops', 'POST', '/v1/offices/upt-bandung/succession', {
    successorId: 'upt-makassar',
  });
  await expect
    .poll(async () => (await api.as('ops', 'GET', `/v1/successions/${body.id}`)).body.finishedAt, {
      timeout: 30_000,
    })
    .toBeTruthy();
  expect(inShort(await beyondOf('upt2'))).toEqual({ recalled: [1, 'upt-bandung 1'] });
  for (const [who, query] of views) await expectLists(who, query);
  await expectLists('upt2', '?from=2026-01-01');
});
