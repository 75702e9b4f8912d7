// How satisfied reporters are (reading 26), over HTTP: by key or by one press, for the office whose answer was in force.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { firstBrokenAddition } from '../../../db/record/addition-chains.ts';
import { signConfirmation } from '../../../db/people/contact-address.ts';
import { signRatingLink } from '../../../db/ratings/rating-links.ts';
import { contactKey } from '../../../db/secrets/secrets.ts';
import { Api, type Driven } from '../../support/api.ts';
import { eventually } from '../../support/courier.ts';
import { WebhookSink } from '../../support/servers/webhook-sink.ts';

let api: Api;
beforeAll(async () => {
  api = await Api.open();
});
afterAll(() => api?.close());

const rate = (report: Driven, body: unknown, key = report.key) =>
  api.send('PUT', `${report.path}/rating`, body, { 'x-access-key': key });
const press = (token: string, body: object) => api.send('POST', '/v1/ratings', { token, ...body });
const summary = async (who: string, query = '') =>
  (await api.as(who, 'GET', `/v1/reports/summary${query}`)).body.ratings;
const listed = async (who: string, query: string): Promise<string[]> =>
  (await api.as(who, 'GET', `/v1/complaints?${query}`)).body.items.map(
    ({ number }: { number: string }) => number,
  );
const answer = (report: Driven, who = 'eselon1') =>
  report.decide(who, { action: 'answer', text: 'Lubang itu sudah kami tambal seluruhnya.' });
const rows = (number: string) =>
  api.sql<{ score: number; officeId: string }[]>`
    select score, office_id from ratings where number = ${number} order by nth`;

test('from the answer on, changed at will, seen by reporter and office, counted once', async () => {
  const one = await (await api.report({ title: 'Dinilai' })).toRow8();
  const early = await rate(one, { score: 4 });
  expect([early.status, early.body.code]).toEqual([409, 'wrong-step']);
  expect((await one.followed()).body).toMatchObject({ rating: null, mayRate: false, rateUntil: null });
  await answer(one);
  expect((await one.followed()).body.mayRate).toBe(true);
  for (const score of [0, 6, 2.5, '4', null]) expect((await rate(one, { score })).status).toBe(422);
  expect((await rate(one, { score: 4 }, 'AAAA')).status).toBe(404);
  expect((await api.as('eselon1', 'PUT', `${one.path}/rating`, { score: 5 })).status).toBe(401);

  const first = await rate(one, { score: 2, comment: 'Siti di sini: tambalannya tipis.' });
  expect(first).toMatchObject({ status: 200, body: { number: one.number, rating: { score: 2 } } });
  // Said again it is the same one.
  await rate(one, { score: 2, comment: 'Siti di sini: tambalannya tipis.' });
  await rate(one, { score: 5 });
  expect(await rows(one.number)).toEqual([
    { score: 2, officeId: 'ditjen-pelayanan' },
    { score: 5, officeId: 'ditjen-pelayanan' },
  ]);
  expect((await rate(one, { score: 4, comment: 'Sekarang baik.' })).body.rating).toMatchObject({
    score: 4,
    comment: 'Sekarang baik.',
  });
  expect((await one.seenBy('instansi')).body.rating).toMatchObject({
    score: 4,
    comment: 'Sekarang baik.',
    office: 'Direktorat Jenderal Pelayanan',
  });
  // The latest words stand together, for whoever sees the report; what was said before is not among them.
  const words = (who: string, query = '') => api.as(who, 'GET', `/v1/reports/ratings/latest${query}`);
  const { number } = one;
  for (const who of ['nasional', 'instansi', 'eselon1'])
    expect([who, (await words(who)).body.items]).toEqual([
      who,
      [
        {
          number,
          title: 'Dinilai',
          at: expect.any(String),
          score: 4,
          comment: 'Sekarang baik.',
          office: 'Direktorat Jenderal Pelayanan',
        },
      ],
    ]);
  for (const who of ['instansi2', 'eselon1b', 'upt']) expect((await words(who)).body.items).toEqual([]);
  expect((await words('nasional', '?officeId=badan-contoh')).body.items).toEqual([]);
  expect((await words('instansi', '?officeId=badan-contoh')).status).toBe(404);
  const open = await api.send('GET', `/v1/register/${one.number}`);
  expect(open.status).toBe(200);
  expect(JSON.stringify(open.body)).not.toMatch(/rating|Sekarang baik/);
  expect(await summary('nasional')).toMatchObject({ total: 1, mean: 4, scores: { 4: 1 } });

  await one.reply({ type: 'confirmation' });
  await api.sql`update complaints set ended_at = now() - interval '30 days' + interval '1 minute' where number = ${one.number}`;
  expect((await rate(one, { score: 3 })).status).toBe(200);
  await api.sql`update complaints set ended_at = now() - interval '30 days' where number = ${one.number}`;
  const late = await rate(one, { score: 1 });
  expect([late.status, late.body.code]).toEqual([409, 'closed']);
  expect((await one.followed()).body).toMatchObject({ mayRate: false, rating: { score: 3 } });
});

test('it counts for whose answer was in force, in figures, lists, exports and calls, without a name or a word', async () => {
  const sink = await WebhookSink.open();
  await api.as('instansi', 'POST', '/v1/webhooks', { url: sink.url, types: ['complaint.rated'] });
  const one = await api.report({ kind: 'aspirasi', title: 'Dua jawaban' });
  await one.decide('nasional', { action: 'dispose', officeId: 'kementerian-contoh' });
  await one.decide('instansi', { action: 'receive' });
  await one.decide('instansi', { action: 'accept', officeId: 'ditjen-pelayanan' });
  await one.decide('eselon1', { action: 'receive' });
  await one.decide('eselon1', { action: 'dispose', officeId: 'upt-makassar' });
  await one.decide('upt2', { action: 'receive' });
  await answer(one, 'upt2');
  await rate(one, { score: 1, comment: 'Kata-kata saya sendiri.' });
  await one.reply({ type: 'objection', text: 'Belum selesai sama sekali.' });
  // While it is objected to, the answer is still the one in force.
  expect((await rate(one, { score: 2, comment: 'Kata-kata saya sendiri.' })).status).toBe(200);

  const whole = await summary('nasional');
  const ofOffice = (officeId: string) =>
    whole.offices.find((office: { officeId: string }) => office.officeId === officeId);
  expect(ofOffice('upt-makassar')).toEqual({
    officeId: 'upt-makassar',
    name: 'UPT Pelayanan Makassar',
    total: 1,
    mean: 2,
    scores: { 2: 1 },
  });
  expect(whole.kinds[0]).toEqual({ kind: 'aspirasi', total: 1, mean: 2, scores: { 2: 1 } });
  for (const [who, query] of [
    ['nasional', ''],
    ['eselon1', ''],
    ['nasional', 'under=upt-makassar&'],
    ['upt2', ''],
  ] as const) {
    const figures = await summary(who, `?${query.replace('under', 'officeId')}`);
    expect(await listed(who, `${query}rated=true`)).toHaveLength(figures.total);
    for (const { officeId, total } of figures.offices)
      expect(await listed(who, `${query}ratedFor=${officeId}`)).toHaveLength(total);
    for (const [score, total] of Object.entries(figures.scores))
      expect(await listed(who, `${query}score=${score}`)).toHaveLength(total as number);
    for (const { kind, total } of figures.kinds)
      expect(await listed(who, `${query}rated=true&kind=${kind}`)).toHaveLength(total);
  }
  expect((await summary('instansi2')).total).toBe(0);
  expect(await listed('upt2', 'rated=true')).toEqual([one.number]);

  await eventually(async () => sink.calls.length === 2);
  const calls = sink.calls.map(({ body }) => JSON.parse(body));
  expect(calls.map(({ type, data }) => [type, data])).toEqual(
    expect.arrayContaining([
      ['complaint.rated', { number: one.number, step: 11, status: 'answered', score: 1 }],
      ['complaint.rated', { number: one.number, step: 10, status: 'in-process', score: 2 }],
    ]),
  );
  await sink.close();
  const { body: csv } = await api.as('nasional', 'GET', '/v1/reports/complaints.csv');
  expect(csv.split('\r\n')[0]).toContain(',rating,rated_at,rated_for,');
  expect(csv).toMatch(new RegExp(`${one.number},.*,2,\\S+Z,UPT Pelayanan Makassar,`));
  const { body: xes } = await api.as('nasional', 'GET', '/v1/reports/events.xes');
  expect(xes).toContain('<int key="rating" value="2"/>');
  expect(csv + xes + JSON.stringify(whole)).not.toMatch(/Kata-kata|Siti/);
});

test('a link rates once, for the answer that it told of, at the address that was confirmed', async () => {
  const email = 'penilai@example.org';
  const one = await (await api.report({ title: 'Lewat surel', reporter: { name: 'Siti', email } })).toRow8();
  await answer(one);
  const key = await contactKey(api.sql);
  const seqs = async () =>
    (await one.events()).filter(({ type }) => type === 'answered').map(({ seq }) => seq as number);
  const linkOf = (seq = 0, to = email) => signRatingLink(key, { number: one.number, seq }, to);
  const [seq = 0] = await seqs();
  const refused = async (token: string) => {
    const { status, body } = await press(token, { score: 5 });
    expect([status, body.code]).toEqual([410, 'link-expired']);
  };
  // Not confirmed yet.
  await refused(linkOf(seq));
  await api.sql`update identities set email_confirmed_at = now() where number = ${one.number}`;
  for (const forged of ['x', `${linkOf(seq)}x`, linkOf(seq, 'lain@example.org'), linkOf(seq + 1)])
    await refused(forged);
  // The link that confirms an address is another one.
  await refused(signConfirmation(key, { who: 'reporter', subject: one.number }, email));
  expect((await api.send('GET', `/v1/ratings?token=${linkOf(seq)}`)).status).toBeGreaterThanOrEqual(400);
  expect(await rows(one.number)).toEqual([]);

  const pressed = await press(linkOf(seq), { score: 5, comment: 'Cepat.' });
  expect(pressed).toMatchObject({ status: 200, body: { number: one.number, score: 5 } });
  // Its answer was lost on the way.
  expect((await press(linkOf(seq), { score: 5, comment: 'Cepat.' })).status).toBe(200);
  expect((await press(linkOf(seq), { score: 1 })).status).toBe(410);
  expect(await rows(one.number)).toHaveLength(1);
  await one.reply({ type: 'objection', text: 'Ternyata belum selesai.' });
  await answer(one);
  const [, next = 0] = await seqs();
  await refused(linkOf(seq));
  expect((await press(linkOf(next), { score: 3 })).status).toBe(200);
  expect((await one.followed()).body.rating).toMatchObject({ score: 3, comment: null });
  expect(await firstBrokenAddition(api.sql)).toBeUndefined();
});

test('the chain stays whole when a comment is erased, and shows one that was changed', async () => {
  const one = await (await api.report({ title: 'Terhapus' })).toRow8();
  await answer(one);
  await rate(one, { score: 4, comment: 'Nama saya Siti.' });
  await rate(one, { score: 5, comment: 'Baik sekali.' });
  await api.appSql`update rating_comments set text = 'Buruk sekali.' where number = ${one.number} and nth = 2`;
  expect(await firstBrokenAddition(api.sql)).toEqual({
    of: 'rating',
    number: one.number,
    nth: 2,
    what: 'changed',
  });
  await api.appSql`delete from rating_comments where number = ${one.number}`;
  expect(await firstBrokenAddition(api.sql)).toBeUndefined();
  expect((await one.followed()).body.rating).toMatchObject({ score: 5, comment: null });
  await expect(api.appSql`update ratings set score = 1`).rejects.toThrow('permission denied');
});
