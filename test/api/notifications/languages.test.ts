// One reads English, the other Indonesian, of the same report: mails by a real SMTP server, notices in the console.
import { simpleParser } from 'mailparser';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Api } from '../../support/api.ts';
import { eventually } from '../../support/courier.ts';
import { goodAnswer } from '../../support/said.ts';
import { SmtpSink } from '../../support/servers/smtp-sink.ts';

let api: Api;
let sink: SmtpSink;
beforeAll(async () => {
  [api, sink] = await Promise.all([Api.open({ mailing: true }), SmtpSink.open()]);
  await api.stopWorker();
  await api.startWorker({
    url: sink.url,
    from: 'tuntas@example.org',
    publicUrl: 'https://lapor.example.org',
  });
});
afterAll(async () => {
  await api?.close();
  await sink?.close();
});

const indonesian =
  /\b(yang|dan|dengan|untuk|laporan|kantor|tidak|belum|sudah|dari|pada|anda|dapat|oleh|buka)\b/i;

/** The subjects and texts that came to an address, quotes and links left out. */
async function mailsTo(address: string) {
  const all = await Promise.all(sink.mails.map((raw) => simpleParser(raw)));
  return all
    .filter(({ headers }) => JSON.stringify(headers.get('to')).includes(address))
    .map(({ subject = '', text = '', html, headers }) => ({
      subject,
      text,
      ours: `${subject}\n${text.replaceAll(/^>.*$|https:\S+|"[^"]*"|: Jalan .*|\(respon awal\)/gm, '')}`,
      language: [headers.get('content-language'), /<html lang="(\w+)">/.exec(String(html))?.[1]],
    }));
}

test('who files in English is written to in English to the end, her officer in Indonesian; each may change it', async () => {
  const [jane, officer] = ['jane@example.org', 'petugas@example.org'];
  const topics = ['arrival', 'reporter', 'assigned'].map((topic) => ({ topic, inApp: true, mail: 'now' }));
  const chosen = await api.as('eselon1', 'PUT', '/v1/notification-choices', { email: officer, topics });
  expect([chosen.status, chosen.body.language]).toEqual([200, 'id']);
  const confirm = async (address: string) => {
    await eventually(async () => (await mailsTo(address)).some(({ text }) => text.includes('konfirmasi#')));
    const [token] = (await mailsTo(address)).flatMap(({ text }) => /konfirmasi#(\S+)/.exec(text)?.[1] ?? []);
    expect((await api.send('POST', '/v1/email-confirmations', { token })).status).toBe(200);
  };
  await confirm(officer);

  const one = await api.report({
    language: 'en',
    reporter: { name: 'Jane', email: jane, updates: ['hand-overs'] },
  });
  const key = { 'x-access-key': one.key };
  expect((await one.followed()).body.language).toBe('en');
  await confirm(jane);
  await one.decide('nasional', { action: 'request-completion', reason: 'Mohon foto.' });
  await one.reply({ type: 'completion', text: 'It is by the market, on the left.' });
  await one.toRow8();
  await one.decide('eselon1', { action: 'ask', text: 'Lubangnya di sisi mana?' });
  await one.reply({ type: 'message', text: 'On the left.' });
  const decision = { action: 'answer', text: goodAnswer };
  expect((await one.decide('eselon1', decision)).status).toBe(200);
  await one.reply({ type: 'objection', text: 'It is still there.' });
  const seen = await api.as('eselon1', 'POST', `${one.path}/decisions/preview`, decision);
  expect(seen.body.letter).toMatchObject({ language: 'en', subject: `Answer to report ${one.number}` });
  await one.decide('eselon1', decision);
  await eventually(async () => (await mailsTo(jane)).length === 9);

  const toJane = await mailsTo(jane);
  expect(toJane.map(({ subject }) => subject)).toEqual([
    `We received your report: ${one.number}`,
    `News of your report: ${one.number}`,
    `Please complete report ${one.number}`,
    `Report ${one.number} was passed on`,
    `Report ${one.number} was passed on`,
    `First response (respon awal) to report ${one.number}`,
    `A question about report ${one.number}`,
    `Answer to report ${one.number}`,
    `Answer to report ${one.number}`,
  ]);
  for (const { ours, language, text } of toJane) {
    expect(language).toEqual(['en', 'en']);
    expect(ours).not.toMatch(indonesian);
    expect(text).not.toContain(one.key);
  }
  const answered = toJane.at(-1)?.text ?? '';
  expect(answered).toContain(`> ${goodAnswer}`);
  expect(answered).toMatch(/Rate it: https:\S+\n\nOpen the report: https:\S+\/ikuti\//);
  expect(answered).toMatch(/until \d+ \w+ \d{4} at \d\d:\d\d WI[BT]A?/);

  await eventually(async () => (await mailsTo(officer)).length >= 4);
  for (const { ours, language } of await mailsTo(officer)) {
    expect(language).toEqual(['id', 'id']);
    expect(ours).toMatch(indonesian);
    expect(ours).not.toMatch(/\b(the|report|deadline|of)\b/i);
  }

  // Followed in the register by somebody who reads English.
  const device = 'x'.repeat(30);
  const followers = `/v1/register/${one.number}/followers`;
  const following = { device, email: 'joe@example.org', language: 'en' };
  expect((await api.send('POST', followers, following)).status).toBe(204);
  await eventually(async () => (await mailsTo('joe@example.org')).length === 1);
  expect((await mailsTo('joe@example.org'))[0]).toMatchObject({
    subject: `Please confirm that you follow report ${one.number}`,
    language: ['en', 'en'],
  });

  // She reads Indonesian from now on; of the same notices one officer reads English, the other one goes on as before.
  expect((await api.send('PATCH', one.path, { language: 'id' }, key)).body.language).toBe('id');
  await one.reply({ type: 'confirmation' });
  await eventually(async () => (await mailsTo(jane)).length === 10);
  expect((await mailsTo(jane)).at(-1)).toMatchObject({
    subject: `Laporan ${one.number} ditutup`,
    language: ['id', 'id'],
  });
  const noticesOf = async (who: string) =>
    (await api.as(who, 'GET', '/v1/notifications')).body.items.filter(
      ({ number }: { number: string }) => number === one.number,
    );
  const before = await noticesOf('eselon1');
  const spoken = await api.as('eselon1', 'PUT', '/v1/notification-choices', { language: 'en' });
  expect(spoken.body).toMatchObject({ language: 'en', email: officer, emailConfirmed: true });
  expect(spoken.body.topics).toEqual(chosen.body.topics);
  const after = await noticesOf('eselon1');
  expect(after.map(({ id }: { id: number }) => id)).toEqual(before.map(({ id }: { id: number }) => id));
  const objection = (items: { kind: string }[]) => items.find(({ kind }) => kind === 'objection');
  expect(objection(before)).toMatchObject({ subject: `Keberatan pelapor: ${one.number}` });
  expect(objection(after)).toMatchObject({
    subject: `Objection of the reporter: ${one.number}`,
    body: expect.stringMatching(/The reporter objects:\n\nIt is still there\.\n\nDeadline: .* at 16:/),
  });
  expect((await api.as('eselon1', 'GET', '/v1/session')).body.user.language).toBe('en');
  expect((await api.as('instansi', 'GET', '/v1/session')).body.user.language).toBeNull();
  expect((await api.as('eselon1', 'PUT', '/v1/notification-choices', { language: 'jv' })).status).toBe(422);
  expect((await api.as('eselon1', 'PUT', '/v1/notification-choices', {})).status).toBe(422);
  const deliveries = async (who: string): Promise<{ what: string }[]> =>
    (await api.as(who, 'GET', `${one.path}/deliveries`)).body.items;
  expect((await deliveries('eselon1')).map(({ what }) => what)).toContain(`Answer to report ${one.number}`);
  expect((await deliveries('instansi')).map(({ what }) => what)).toContain(
    `Jawaban atas laporan ${one.number}`,
  );
});
