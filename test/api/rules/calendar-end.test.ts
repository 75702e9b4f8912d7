// reading 30: a deadline that needs a year without decreed days is marked wherever it is shown, and ops hear of that year once.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tellCalendarEnd } from '../../../activities/scheduled/calendar-end.ts';
import { slaDigest } from '../../../workflows/scheduled.ts';
import { policies } from '../../../sop/policy/policy.ts';
import { publicZone } from '../../../sop/offices.ts';
import { Api, metricsToken } from '../../support/api.ts';
import { parse } from 'csv-parse/sync';
import { goodAnswer, goodFirstResponse } from '../../support/said.ts';

let api: Api;
/** In WIB; another one by the end of a test that runs at New Year makes no difference to it. */
const year = Number(new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 4));
/** Longer than a year, so that whatever the day is the year after is reached. */
const long = { workingDays: 300 };
/** As long whatever is decreed. */
const firm = { days: 3 };

beforeAll(async () => {
  api = await Api.open();
  await api.sql`delete from calendar_days where date > ${`${year}-12-31`}`;
  await api.sql`insert into calendar_days (date, name, kind) values (${`${year}-08-17`}, 'HUT RI', 'libur nasional') on conflict do nothing`;
  await api.sql`update users set email = 'ops@example.org' where username = 'ops'`;
  const { rows, whole } = policies.sop;
  const { status } = await api.as('ops', 'PUT', '/v1/policies/current', {
    ...policies.sop,
    name: 'panjang',
    firstResponse: long,
    rows: { ...rows, 1: firm, 2: firm, 3: long, 4: firm, 5: firm, 6: firm, 7: firm, 8: long },
    whole: { ...whole, pengaduan: long },
    completion: long,
    consultation: long,
  });
  expect(status).toBe(200);
});
afterAll(() => api?.close());

const decree = (one: number) =>
  api.as('ops', 'PUT', `/v1/calendar/${one}`, [
    { date: `${one}-08-17`, name: 'HUT RI', kind: 'libur nasional' },
  ]);
const end = async () => (await api.as('ops', 'GET', '/v1/calendar')).body.end;
const metric = async () => {
  const { body } = await api.send('GET', '/metrics', undefined, { authorization: `Bearer ${metricsToken}` });
  return Number(/^tuntas_calendar_end_year (\d+)$/m.exec(body)?.[1]);
};
const marks = ({ body }: { body: Record<string, unknown> }) =>
  ['provisional', 'firstResponseProvisional', 'wholeProvisional'].map((mark) => body[mark]);
const bodies = async (number: string) => {
  const rows = await api.sql<{ kind: string; officeId: string | null; body: string }[]>`
    select kind, office_id, body from notifications where number = ${number} order by id`;
  return (kind: string) => rows.findLast((row) => row.kind === kind)?.body ?? '';
};
/** By type of event, in order; a webhook is told of an event as it is written. */
const called = async (number: string) =>
  (
    await api.sql<{ payload: { type: string; data: { deadline: string | null; provisional?: boolean } } }[]>`
      select payload from deliveries where number = ${number} and channel = 'webhook' order by id`
  ).map(({ payload: { type, data } }) => [type.replace('complaint.', ''), data.provisional]);
const mark = '(sementara: hari libur tahun itu belum ditetapkan)';

test('every deadline that needs such a year says so, to officers and the reporter, in answers, mails, files and calls', async () => {
  const hook = { url: 'http://127.0.0.1:9/masuk' };
  expect((await api.as('eselon1', 'POST', '/v1/webhooks', hook)).status).toBe(201);
  const r = await api.report();
  const dispose = { action: 'dispose', officeId: 'kementerian-contoh' };
  const key = { 'idempotency-key': 'sekali' };
  const disposed = await r.decide('nasional', dispose, key);
  expect(disposed.body).toMatchObject({ step: 3, provisional: true });
  expect((await r.decide('nasional', dispose, key)).body).toEqual(disposed.body);
  expect((await bodies(r.number))('arrival')).toContain(mark);
  expect(marks(await r.seenBy('instansi'))).toEqual([true, false, true]);
  await r.decide('instansi', { action: 'receive' });
  await r.decide('instansi', { action: 'accept', officeId: 'ditjen-pelayanan' });
  await r.decide('eselon1', { action: 'receive' });
  const accepted = await r.decide('eselon1', { action: 'accept' });
  expect(accepted.body).toMatchObject({ step: 8, provisional: true });
  for (const seen of [await r.seenBy('eselon1'), await r.followed()])
    expect(marks(seen)).toEqual([true, true, true]);
  const question = { officeId: 'ditjen-prasarana', question: 'Siapa yang memelihara jalan ini?' };
  const put = await api.as('eselon1', 'POST', `${r.path}/consultations`, question);
  expect(put.body).toMatchObject({ provisional: true });
  expect((await r.seenBy('eselon1')).body.consultations).toMatchObject([{ provisional: true }]);
  const asked = await api.as('eselon1b', 'GET', '/v1/inbox?kind=consultations');
  expect(asked.body.items).toMatchObject([{ provisional: true }]);
  expect((await bodies(r.number))('consultation-asked')).toContain(mark);
  const inbox = await api.as('eselon1', 'GET', '/v1/inbox');
  const item = inbox.body.items.find(({ number }: { number: string }) => number === r.number);
  expect([item.provisional, item.firstResponseProvisional]).toEqual([true, true]);
  await r.decide('eselon1', { action: 'respond', text: goodFirstResponse });
  await r.decide('eselon1', { action: 'request-completion', reason: 'Alamat?', text: 'Ditelepon.' });
  expect((await bodies(r.number))('completion-request')).toContain(mark);
  expect(marks(await r.followed())).toEqual([true, false, false]);
  await r.reply({ type: 'completion', text: 'Jalan Melati 7.' });
  expect(marks(await r.followed())).toEqual([true, false, true]);

  const rows = async (file: string): Promise<Record<string, string>[]> =>
    parse((await api.as('nasional', 'GET', `/v1/reports/${file}`)).body, { columns: true });
  const columns = async () => {
    const row = (await rows('complaints.csv')).find(({ number }) => number === r.number) ?? {};
    return Object.entries(row).filter(([name]) => name.endsWith('_provisional'));
  };
  // The record, in the API and as a file: of each line its own deadline.
  const lines = async () => (await r.events()).map(({ type, provisional }) => [type, provisional]);
  const inFile = async () =>
    (await rows('events.csv'))
      .filter(({ case_id }) => case_id === r.number)
      .map(({ activity, deadline_provisional }) => [activity, deadline_provisional === 'true']);
  const saying = (row: string, whole: string) => [
    ['deadline_provisional', row],
    ['first_response_provisional', 'false'],
    ['whole_provisional', whole],
  ];
  expect(await columns()).toEqual(saying('true', 'true'));

  // So does what would move, and what moved.
  const { policy } = (await api.as('ops', 'GET', '/v1/policies/current')).body;
  const longer = { ...policy, rows: { ...policy.rows, 8: { workingDays: 310 } } };
  const moves = async (url: string, body: unknown) =>
    (await api.as('ops', 'PUT', `${url}?preview=true`, body)).body.changes.map(
      ({ clock, provisional }: Record<string, unknown>) => [clock, provisional],
    );
  expect(await moves('/v1/policies/current', longer)).toEqual([['row', true]]);
  await api.as('ops', 'PUT', '/v1/policies/current', longer);
  await expect
    .poll(async () => (await r.events()).at(-1)?.changes)
    .toMatchObject([{ clock: 'row', provisional: true }]);
  const toRow6 = [
    ['filed', false],
    ['acknowledged', false],
    ['disposed', true],
    ['received', false],
    ['accepted', false],
    ['disposed', false],
  ];
  const below = [
    ['received', false],
    ['accepted', true],
    ['consultation-asked', true],
    ['responded', true],
    ['completion-requested', true],
    ['completed', true],
    ['recomputed', true],
  ];
  expect(await lines()).toEqual([...toRow6, ...below]);
  expect(await inFile()).toEqual(await lines());
  expect((await called(r.number)).slice(-below.length)).toEqual(below);
  const { visits } = (await r.seenBy('eselon1')).body;
  expect(visits.map(({ step, provisional }: Record<string, unknown>) => [step, provisional])).toEqual([
    ...[1, 2, 3, 4, 5, 6, 7].map((step) => [step, false]),
    [8, true],
  ]);

  // A decree that moves no deadline leaves no mark either.
  for (const one of [year + 1, year + 2]) expect((await decree(one)).status).toBe(200);
  await expect.poll(async () => marks(await r.followed())).toEqual([false, false, false]);
  const after = await r.seenBy('eselon1');
  expect([...marks(after), after.body.consultations[0].provisional]).toEqual([false, false, false, false]);
  expect(await columns()).toEqual(saying('false', 'false'));
  const events = await r.events();
  const moved = events.flatMap((event) => event.changes ?? []);
  const inFileAfter = (await inFile()).map(([, provisional]) => ({ provisional }));
  for (const { provisional } of [...events, ...moved, ...inFileAfter]) expect(provisional).toBe(false);
  const answered = await r.decide('eselon1', { action: 'answer', text: goodAnswer });
  expect(answered.body).toMatchObject({ status: 'answered', provisional: false });
  expect((await bodies(r.number))('answer')).not.toContain('sementara');
  await api.sql`delete from calendar_days where date > ${`${year}-12-31`}`;
});

test('ops hear once of each year that a limit reaches, however often it is looked', async () => {
  const run = (n: number) =>
    api.client.workflow.execute(slaDigest, {
      workflowId: `rangkuman-${year}-${n}`,
      taskQueue: 'tuntas',
      args: [publicZone],
    });
  const told = () =>
    api.sql<{ username: string; subject: string; mails: number }[]>`
      select n.username, n.subject, (select count(*) from deliveries d where d.notification_id = n.id)::int as mails
      from notifications n where n.kind = 'calendar-end' order by n.id`;
  const ofYear = (one: number, mails: number) => ({
    username: 'ops',
    subject: `Kalender ${one} belum ditetapkan`,
    mails,
  });
  expect(await end()).toMatchObject({ year: year + 1 });
  expect(await metric()).toBe(year + 1);
  await Promise.all([1, 2, 3].map(run));
  await run(4);
  // Without a mail server none is owed.
  expect(await told()).toEqual([ofYear(year + 1, 0)]);
  const inApp = async (who: string) =>
    (await api.as(who, 'GET', '/v1/notifications')).body.items.filter(
      ({ kind }: { kind: string }) => kind === 'calendar-end',
    );
  expect([(await inApp('ops')).length, (await inApp('nasional')).length]).toEqual([1, 0]);
  // Once it is decreed the next one counts, where a limit reaches it.
  await decree(year + 1);
  const policy = (await api.as('ops', 'GET', '/v1/policies/current')).body.policy;
  await api.as('ops', 'PUT', '/v1/policies/current', { ...policy, completion: { workingDays: 600 } });
  expect(await end()).toMatchObject({ year: year + 2 });
  await Promise.all([1, 2, 3].map(() => tellCalendarEnd(api.appSql, true)));
  await run(5);
  expect(await told()).toEqual([ofYear(year + 1, 0), ofYear(year + 2, 1)]);
  for (const one of [year + 2, year + 3]) await decree(one);
  expect(await end()).toBeNull();
  await expect.poll(metric).toBe(0);
});
