// What an office disposed and is open below it, over HTTP: where it is, since when, and taken back, many at once (reading 18).
import { afterAll, beforeAll, expect, test } from 'vitest';
import { policies } from '../../../sop/policy/policy.ts';
import { Api, type Driven } from '../../support/api.ts';

let api: Api;
beforeAll(async () => {
  api = await Api.open();
});
afterAll(() => api?.close());

interface Disposed {
  number: string;
  holder: { id: string };
  holderSince: string;
  limitMissed: boolean;
  overdue: boolean;
  options: string[];
  revision: number;
}
const disposed = async (who: string, query = '') =>
  (await api.as(who, 'GET', `/v1/disposed${query}`)).body as { items: Disposed[]; next: string | null };
const inShort = async (who: string) =>
  Object.fromEntries(
    (await disposed(who)).items.map(({ number, holder, options, limitMissed }) => [
      number,
      [holder.id, ...options, ...(limitMissed ? ['missed'] : [])],
    ]),
  );

async function toEchelon1(one: Driven): Promise<Driven> {
  await one.decide('nasional', { action: 'dispose', officeId: 'kementerian-contoh' });
  await one.decide('instansi', { action: 'receive' });
  await one.decide('instansi', { action: 'accept', officeId: 'ditjen-pelayanan' });
  return one;
}

test('it is listed for who disposed it until it comes back, is answered or ends', async () => {
  const one = await api.report();
  expect(await inShort('nasional')).toEqual({});
  await toEchelon1(one);
  // The office above it may take it back at any time, those higher once a limit is missed.
  expect(await inShort('nasional')).toEqual({ [one.number]: ['ditjen-pelayanan'] });
  expect(await inShort('instansi')).toEqual({ [one.number]: ['ditjen-pelayanan', 'recall'] });
  for (const who of ['eselon1', 'upt', 'instansi2', 'ops']) expect(await inShort(who)).toEqual({});
  // Since it came to its holder, whatever row it stands at.
  const arrived = (await one.events()).at(-1)?.at;
  await one.decide('eselon1', { action: 'receive' });
  await one.decide('eselon1', { action: 'accept' });
  const [item] = (await disposed('instansi')).items;
  expect(Date.parse(item?.holderSince ?? '')).toBe(Date.parse(arrived));
  // While the reporter is being waited for it can't be.
  await one.decide('eselon1', { action: 'request-completion', reason: 'Di mana?', text: 'Lewat telepon' });
  expect(await inShort('instansi')).toEqual({ [one.number]: ['ditjen-pelayanan'] });
  await one.reply({ type: 'completion', text: 'Di pasar.' });
  expect(await inShort('instansi')).toEqual({ [one.number]: ['ditjen-pelayanan', 'recall'] });
  await one.decide('eselon1', { action: 'answer', text: 'Lubang di depan pasar sudah kami tambal.' });
  expect(await inShort('instansi')).toEqual({});
  await one.reply({ type: 'objection', text: 'Belum ditambal.' });
  expect(await inShort('instansi')).toEqual({ [one.number]: ['ditjen-pelayanan', 'recall'] });
  await one.reply({ type: 'withdrawal' });
  expect(await inShort('nasional')).toEqual({});
});

test('what came straight to the agency was not disposed by national; a return ends it', async () => {
  const straight = await api.report({ agencyId: 'kementerian-contoh' });
  await straight.decide('instansi', { action: 'receive' });
  expect(await inShort('nasional')).toEqual({});
  await straight.decide('instansi', { action: 'return', reason: 'Bukan kami' });
  await toEchelon1(straight);
  expect(await inShort('nasional')).toEqual({ [straight.number]: ['ditjen-pelayanan'] });
  await straight.decide('eselon1', { action: 'receive' });
  await straight.decide('eselon1', { action: 'dispose', officeId: 'upt-bandung' });
  expect(await inShort('eselon1')).toEqual({ [straight.number]: ['upt-bandung', 'respond', 'recall'] });
  expect(await inShort('instansi')).toEqual({ [straight.number]: ['upt-bandung'] });
  await straight.decide('eselon1', { action: 'recall', reason: 'Kami sendiri' });
  expect(await inShort('eselon1')).toEqual({});
  await straight.reply({ type: 'withdrawal' });
});

test('a dead office keeps none of them: many are taken back at once, in pages', async () => {
  const slow = { ...policies.sop, rows: { ...policies.sop.rows, 6: { seconds: 1 } } };
  await api.as('ops', 'PUT', '/v1/policies/current', slow);
  const three: Driven[] = [];
  for (let n = 0; n < 3; n += 1) three.push(await toEchelon1(await api.report({ title: `Lampu ${n}` })));
  await expect.poll(async () => (await disposed('nasional', '?overdue=true')).items.length).toBe(3);
  const first = await disposed('nasional', '?limit=2');
  const rest = await disposed('nasional', `?limit=2&cursor=${first.next}`);
  expect([first.items.length, rest.items.length, rest.next]).toEqual([2, 1, null]);
  const all = [...first.items, ...rest.items];
  expect(new Set(all.map(({ number }) => number))).toEqual(new Set(three.map(({ number }) => number)));
  expect(all.every(({ limitMissed, options }) => limitMissed && options.includes('recall'))).toBe(true);
  expect((await disposed('nasional', '?q=Lampu&kind=aspirasi')).items).toEqual([]);
  const items = all.map(({ number, revision }) => ({
    action: 'recall',
    reason: 'Tak dijawab',
    number,
    revision,
  }));
  const { body } = await api.as('nasional', 'POST', '/v1/decisions', { items });
  expect(body.items.map(({ status }: { status: number }) => status)).toEqual([200, 200, 200]);
  expect(await inShort('nasional')).toEqual({});
  expect((await three[0]?.seenBy('nasional'))?.body).toMatchObject({ holder: { id: 'nasional' }, step: 2 });
});
