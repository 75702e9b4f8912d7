// Where reports like one were answered, for who is to choose: from what they had in hand themselves, and nothing more.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Api } from '../../support/api.ts';
import { goodAnswer } from '../../support/said.ts';
import { queriesFor } from '../../../db/desk/telling-words.ts';

let api: Api;
beforeAll(async () => {
  api = await Api.open();
});
afterAll(() => api?.close());

const lamp = (place: string, more: object = {}) =>
  api.report({
    title: `Lampu jalan padam di ${place}`,
    description: `Sejak Senin rahasia-${place} lampu jalan padam semua.`,
    ...more,
  });
const asked = (who: string, { path }: { path: string }) => api.as(who, 'GET', `${path}/office-suggestions`);

test('offices that answered reports alike come first, then who sent them back and why; each office by what it had', async () => {
  const answered = [await lamp('Melati'), await lamp('Kenanga'), await lamp('Dahlia')];
  const [first] = answered;
  if (!first) throw new Error('None.');
  // One went to the wrong agency first.
  await first.decide('nasional', { action: 'dispose', officeId: 'badan-contoh' });
  await first.decide('instansi2', { action: 'receive' });
  await first.decide('instansi2', { action: 'return', reason: 'Bukan kewenangan badan kami.' });
  for (const report of answered) {
    await report.toRow8();
    await report.decide('eselon1', { action: 'answer', text: goodAnswer });
  }
  await api.report({ title: 'Antrean loket sejak subuh', description: 'Nomor antrean habis pukul enam.' });
  const report = await lamp('Mawar');

  const { status, body } = await asked('nasional', report);
  expect(status).toBe(200);
  expect(body).toEqual({
    alike: 3,
    items: [
      {
        office: { id: 'kementerian-contoh', name: 'Kementerian Contoh', level: 'agency' },
        answered: 3,
        returned: 0,
        reason: null,
        usualFor: null,
      },
      {
        office: { id: 'badan-contoh', name: 'Badan Contoh Nasional', level: 'agency' },
        answered: 0,
        returned: 1,
        reason: 'Bukan kewenangan badan kami.',
        usualFor: null,
      },
    ],
    next: null,
  });
  // Counts, and no word or number of the others.
  expect(JSON.stringify(body)).not.toMatch(/LAP-|rahasia|Melati|Kenanga|Dahlia/);

  await report.decide('nasional', { action: 'dispose', officeId: 'kementerian-contoh' });
  expect([(await asked('nasional', report)).body.code, (await asked('ops', report)).body.code]).toEqual([
    'not-holder',
    'forbidden',
  ]);
  expect((await asked('instansi2', report)).status).toBe(404);
  expect((await asked('instansi', report)).body).toMatchObject({
    alike: 3,
    items: [{ office: { id: 'ditjen-pelayanan' }, answered: 3, returned: 0 }],
  });

  // An office that had none of them in hand is told of none; of the one that came back, only that there was one.
  await report.decide('instansi', { action: 'receive' });
  await report.decide('instansi', { action: 'accept', officeId: 'ditjen-prasarana' });
  expect((await asked('eselon1b', report)).body).toEqual({ alike: 0, items: [], next: null });
  const elsewhere = await lamp('Anggrek', { agencyId: 'badan-contoh' });
  expect((await asked('instansi2', elsewhere)).body).toEqual({ alike: 1, items: [], next: null });
  // Of another matter there is nothing to say.
  const other = await api.report({
    title: 'Guru sering tidak masuk',
    description: 'Kelas kosong sejak Juli.',
  });
  expect((await asked('nasional', other)).body).toEqual({ alike: 0, items: [], next: null });

  // Reading 27: what an office answered is its successor's.
  await api.sql`update offices set successor_id = 'ditjen-prasarana' where id = 'ditjen-pelayanan'`;
  const last = await lamp('Teratai', { agencyId: 'kementerian-contoh' });
  expect((await asked('instansi', last)).body.items).toMatchObject([
    { office: { id: 'ditjen-prasarana' }, answered: 3 },
  ]);
});

const word = (lexeme: string, share: number | null = null, inTitle = true) => ({ lexeme, share, inTitle });

test.each([
  ['nothing without words', [], undefined],
  ['one word alone', [word('lampu')], "'lampu'"],
  ['words of the title in pairs', [word('lampu'), word('padam')], "('lampu' & 'padam')"],
  ['a quote is part of the word', [word("jum'at"), word('a\\b')], "('a\\\\b' & 'jum''at')"],
  [
    'of the text only what is known and not common',
    [word('lampu', 0.01), word('semua', 0.4, false), word('tiang', 0.02, false), word('slip', null, false)],
    "('lampu' & 'tiang')",
  ],
  [
    'the rarest pairs as far as they may be read, one at least',
    [word('jalan', 0.3), word('rusak', 0.2), word('besar', 0.1), word('melati')],
    "('melati' & 'besar') | ('melati' & 'rusak') | ('melati' & 'jalan')",
  ],
  [
    'common words too, when there are no others',
    [word('jalan', 0.3), word('rusak', 0.2)],
    "('rusak' & 'jalan')",
  ],
])('%s', (_, words, found) => {
  expect(queriesFor(words, 10_000)?.found).toBe(found);
});

test('where there are few reports, a common word is no reason to read none of them', () => {
  const words = [word('jembatan', 0.4), word('putus', 0.3), word('hampir')];
  expect(queriesFor(words, 14)?.found).toBe(
    "('hampir' & 'putus') | ('hampir' & 'jembatan') | ('putus' & 'jembatan')",
  );
});
