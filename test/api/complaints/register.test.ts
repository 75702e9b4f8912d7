// The public register: what is in it, and that nothing in it tells who reported.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { maskUnmasked } from '../../../db/public/public-texts.ts';
import { hashOfAddress, signConfirmation } from '../../../db/people/contact-address.ts';
import { openAddress } from '../../../db/people/sealed/sealed-address.ts';
import { contactKey } from '../../../db/secrets/secrets.ts';
import { Api, type Driven } from '../../support/api.ts';

let api: Api;
beforeAll(async () => {
  api = await Api.open({ mailing: true });
});
afterAll(() => api?.close());

const list = async (query = '') => (await api.send('GET', `/v1/register${query}`)).body;
const numbers = async (query = '') =>
  (await list(query)).items.map(({ number }: { number: string }) => number) as string[];
const entry = (r: Driven) => api.send('GET', `/v1/register/${r.number}`);
const dispose = { action: 'dispose', officeId: 'kementerian-contoh' };

async function verified(fields: Record<string, unknown> = {}): Promise<Driven> {
  const r = await api.report(fields);
  expect((await r.decide('nasional', dispose)).status).toBe(200);
  await r.decide('instansi', { action: 'receive' });
  return r;
}

describe('in it is', () => {
  test('an open report, from its verification on', async () => {
    const r = await api.report({ title: 'Lampu jalan padam', category: 'Penerangan' });
    expect([await numbers(), (await entry(r)).status]).toEqual([[], 404]);
    await r.decide('nasional', dispose);
    expect(await numbers()).toEqual([r.number]);
    await r.decide('instansi', { action: 'receive' });
    await r.decide('instansi', { action: 'accept', officeId: 'ditjen-pelayanan' });
    await r.decide('eselon1', { action: 'respond', text: 'Sedang kami periksa.' });
    await r.decide('eselon1', { action: 'accept' });
    const item = {
      number: r.number,
      kind: 'pengaduan',
      title: 'Lampu jalan padam',
      category: 'Penerangan',
      status: 'in-process',
      receivedAt: expect.stringMatching(/\+07:00$/),
      agency: { id: 'kementerian-contoh', name: 'Kementerian Contoh' },
      answeredAt: null,
    };
    expect(await list()).toEqual({ items: [item], next: null });
    const at = expect.any(String);
    const office = 'Direktorat Jenderal Pelayanan';
    expect((await entry(r)).body).toEqual({
      ...item,
      description: 'Sudah tiga bulan lubangnya tidak ditambal.',
      firstResponse: { at, text: 'Sedang kami periksa.', office },
      answer: null,
    });
    await r.decide('eselon1', { action: 'answer', text: 'Semua lampu itu sekarang sudah menyala.' });
    expect((await entry(r)).body).toMatchObject({
      status: 'answered',
      answeredAt: at,
      answer: { at, text: 'Semua lampu itu sekarang sudah menyala.', office },
    });
    await r.reply({ type: 'confirmation' });
    expect((await entry(r)).body.status).toBe('closed');
  });

  test('one that was filed straight to an agency, once the agency has verified it', async () => {
    const r = await api.report({ agencyId: 'badan-contoh' });
    await r.decide('instansi2', { action: 'receive' });
    expect((await entry(r)).status).toBe(404);
    await r.decide('instansi2', { action: 'accept', officeId: 'deputi-data' });
    expect((await entry(r)).body.agency).toEqual({ id: 'badan-contoh', name: 'Badan Contoh Nasional' });
  });

  test("the first response as Eselon 1's own, also while its UPT holds the report (reading 5)", async () => {
    const r = await verified();
    await r.decide('instansi', { action: 'accept', officeId: 'ditjen-pelayanan' });
    await r.decide('eselon1', { action: 'receive' });
    await r.decide('eselon1', { action: 'dispose', officeId: 'upt-bandung' });
    await r.decide('eselon1', { action: 'respond', text: 'UPT kami memeriksa.' });
    const said = { text: 'UPT kami memeriksa.', office: 'Direktorat Jenderal Pelayanan' };
    const { body } = await r.followed();
    expect(body.holder.name).toBe('UPT Pelayanan Bandung');
    expect(body.timeline.at(-1)).toMatchObject({ ...said, title: `Respon dari ${said.office}` });
    expect([body.firstResponse, (await entry(r)).body.firstResponse]).toMatchObject([said, said]);
  });

  test.each(['anonim', 'rahasia'])('none that is %s', async (confidentiality) => {
    const r = await verified({ confidentiality, title: `Judul ${confidentiality}` });
    await r.decide('instansi', { action: 'accept', officeId: 'ditjen-pelayanan' });
    expect((await r.seenBy('nasional')).body.step).toBe(6);
    expect((await entry(r)).status).toBe(404);
    expect(await numbers()).not.toContain(r.number);
    expect(await numbers(`?q=${confidentiality}`)).toEqual([]);
    expect(await numbers(`?q=${r.number}`)).toEqual([]);
  });

  test('none that was rejected, or waits to be completed before its verification', async () => {
    const [rejected, waiting, later] = [await api.report(), await api.report(), await verified()];
    await rejected.decide('nasional', { action: 'reject', reason: 'Bukan laporan.' });
    await waiting.decide('nasional', { action: 'request-completion', reason: 'Di mana?' });
    await later.decide('instansi', { action: 'request-completion', reason: 'Di mana?' });
    const statusOf = async (r: Driven) => (await r.seenBy('nasional')).body.status;
    expect([await statusOf(rejected), (await entry(rejected)).status]).toEqual(['rejected', 404]);
    expect([await statusOf(waiting), (await entry(waiting)).status]).toEqual(['awaiting-completion', 404]);
    expect((await entry(later)).body.status).toBe('awaiting-completion');
  });
});

describe('who reported', () => {
  const reporter = {
    name: 'Hj. Siti  Rahmawati, S.Pd.',
    email: 'siti@example.org',
    phone: '+62 812-0000-111',
    nik: '3200000000000001',
  };

  test('is masked in every text, by whomever it was written; what is no identity stays', async () => {
    const secrets = [
      'siti.rahma+lapor@mail.example.co.id',
      '3200000000000001',
      '3273 0101 0190 0001',
      '081234567890',
      '+62 812-3456-7890',
      '62 8123456789',
      '(021) 5551234',
      '021-1500123',
      '+62 21 555 1234',
    ];
    const kept =
      'Rp 1.500.000 pada 08-12-2026 pukul 10.30 di Jl. Merdeka No. 120, RT 03/RW 07, kode pos 40115, tiket 12345678';
    const text = `Saya siti rahmawati, hubungi ${secrets.join(', ')}. ${kept}.`;
    const r = await verified({
      title: `Dari Rahmawati 0812/3456–7890`,
      description: text,
      reporter,
    });
    await r.decide('instansi', { action: 'accept', officeId: 'ditjen-pelayanan' });
    await r.decide('eselon1', { action: 'respond', text: `Yth. Ibu Siti, ${text}` });
    await r.decide('eselon1', { action: 'accept' });
    await r.decide('eselon1', { action: 'answer', text });
    const { body } = await entry(r);
    const all = JSON.stringify([body, await list()]);
    for (const secret of secrets) expect(all).not.toContain(secret);
    expect(all).not.toMatch(/rahmawati|@|reporter"|filedBy|5551234|555 1234|7890/i);
    expect(body.title).toBe('Dari [nama pelapor] [nomor disamarkan]');
    expect(body.description).toBe(
      `Saya [nama pelapor], hubungi [surel disamarkan], [NIK disamarkan], [NIK disamarkan]${', [nomor disamarkan]'.repeat(6)}. ${kept}.`,
    );
    expect(body.answer.text).toBe(body.description);
    expect(body.firstResponse.text).toMatch(/^Yth. Ibu \[nama pelapor\], Saya/);
    expect(body.firstResponse.text).toContain(kept);
  });

  test('does not blank words of everyday out of the answer, and stays masked when the identity is gone', async () => {
    const r = await verified({
      description: 'Indah menulis: jalan ini tidak indah.',
      reporter: { name: 'Indah' },
    });
    await r.decide('instansi', { action: 'accept', officeId: 'ditjen-pelayanan' });
    await r.decide('eselon1', { action: 'respond', text: 'Yth. Ibu Indah, jalan yang indah kami periksa.' });
    await api.sql`delete from identity_keys where number = ${r.number}`;
    await api.sql`delete from identities where number = ${r.number}`;
    const { body } = await entry(r);
    expect(body.description).toBe('[nama pelapor] menulis: jalan ini tidak [nama pelapor].');
    expect(body.firstResponse.text).toBe('Yth. Ibu [nama pelapor], jalan yang indah kami periksa.');
    // Written before texts were masked as they are written: nobody reads it until it is.
    await api.sql`
      update complaints set public_title = null, public_first_response = null where number = ${r.number}`;
    expect((await entry(r)).status).toBe(404);
    await maskUnmasked(api.sql);
    expect((await entry(r)).body.title).toBe(body.title);
  });

  test('its holder hides more, also of what is said later; nobody else does', async () => {
    const r = await verified({
      title: 'Lampu toko Mekar Jaya',
      description: 'Pemilik toko  MEKAR jaya, Pak Budi, tahu.',
    });
    const hide = (who: string, body: unknown) => api.as(who, 'PUT', `${r.path}/public-version`, body);
    const words = ['Mekar Jaya', 'Pak Budi'];
    expect((await hide('eselon1', { words })).status).toBe(404);
    expect((await hide('instansi', { words: ['Toko Sebelah'] })).body.errors).toMatchObject([
      { path: 'words.0' },
    ]);
    expect((await hide('instansi', {})).status).toBe(422);
    const hidden = await hide('instansi', { words });
    expect([hidden.status, hidden.body.description]).toEqual([
      200,
      'Pemilik toko  [disembunyikan], [disembunyikan], tahu.',
    ]);
    expect((await hide('instansi', { words })).body).toEqual(hidden.body);
    await r.decide('instansi', { action: 'accept', officeId: 'ditjen-pelayanan' });
    expect((await hide('instansi', { hidden: true })).body.code).toBe('not-holder');
    await r.decide('eselon1', { action: 'respond', text: 'Toko Mekar Jaya kami datangi.' });
    expect((await entry(r)).body).toMatchObject({
      title: 'Lampu toko [disembunyikan]',
      firstResponse: { text: 'Toko [disembunyikan] kami datangi.' },
    });
    expect([await numbers('?q=mekar'), await numbers('?q=lampu%20toko')]).toEqual([[], [r.number]]);
    expect((await hide('eselon1', { hidden: true })).body.hidden).toBe(true);
    expect([(await entry(r)).status, await numbers('?q=lampu%20toko')]).toEqual([404, []]);
    expect((await hide('nasional', { hidden: false })).body.hidden).toBe(false);
    expect((await entry(r)).status).toBe(200);
    const { body } = await r.seenBy('eselon1');
    expect([body.title, body.publicVersion.title]).toEqual([
      'Lampu toko Mekar Jaya',
      'Lampu toko [disembunyikan]',
    ]);
    expect(body.notes.map(({ text }: { text: string }) => text)).toContain(
      'Disembunyikan dari publik: “Mekar Jaya”, “Pak Budi”.',
    );
  });

  test('cannot be found out by a search', async () => {
    const r = await verified({
      title: 'Trotoar rusak',
      description: 'Saya Siti Rahmawati, 081234567890, siti@example.org, melihat trotoar rusak.',
      reporter: { name: 'Siti Rahmawati', nik: '3200000000000001' },
    });
    expect(await numbers('?q=trotoar%20rusak')).toEqual([r.number]);
    for (const q of ['Siti', 'Rahmawati', 'trotoar Siti', '081234567890', 'siti@example.org', 'example.org'])
      expect([q, await numbers(`?q=${encodeURIComponent(q)}`)]).not.toContainEqual([q, [r.number]]);
    // Nor by what is missing.
    expect(await numbers('?q=trotoar%20-Siti')).toEqual([]);
  });
});

describe('the list', () => {
  test('is searched by Indonesian words and by number, and filtered', async () => {
    const r = await verified({
      kind: 'aspirasi',
      title: 'Perpustakaan keliling',
      description: 'Mohon membacakan buku anak RT 03/RW 05; tidak ditolak bila tanpa KTP/KK.',
    });
    expect(await numbers('?q=perpustakaan')).toEqual([r.number]);
    for (const q of ['KTP/KK', 'kk', 'menolak', 'RT 3 buku'])
      expect([q, await numbers(`?q=${encodeURIComponent(q)}`)]).toEqual([q, [r.number]]);
    // By the stem: membacakan, dibaca.
    expect(await numbers('?q=dibaca')).toEqual([r.number]);
    expect(await numbers(`?q=${r.number.toLowerCase()}`)).toEqual([r.number]);
    expect(await numbers('?kind=aspirasi')).toEqual([r.number]);
    expect(await numbers('?kind=aspirasi&agencyId=badan-contoh')).toEqual([]);
    expect(await numbers('?kind=aspirasi&agencyId=kementerian-contoh')).toEqual([r.number]);
    expect(await numbers('?kind=aspirasi&to=2020-01-01')).toEqual([]);
    expect(await numbers('?kind=aspirasi&from=2020-01-01')).toEqual([r.number]);
    expect((await api.send('GET', '/v1/register?kind=lain')).status).toBe(422);
  });

  test('comes in pages that miss and repeat nothing', async () => {
    const whole = await numbers('?limit=200');
    expect(whole.length).toBeGreaterThan(4);
    const seen: string[] = [];
    for (let next: string | null = ''; next !== null; ) {
      const page = await list(`?limit=2${next && `&cursor=${next}`}`);
      expect(page.items.length).toBeLessThanOrEqual(2);
      seen.push(...page.items.map(({ number }: { number: string }) => number));
      ({ next } = page);
    }
    expect(seen).toEqual(whole);
    expect((await api.send('GET', '/v1/register?cursor=x')).status).toBe(422);
  });

  test('is bounded for one address', async () => {
    const { headers } = await api.send('GET', '/v1/register');
    expect(headers.get('x-ratelimit-limit')).toBe('240');
  });
});

describe('instead of filing again', () => {
  const similar = (title: string, description = '') =>
    api.send('POST', '/v1/register/similar', { title, description });
  const follow = (r: Driven, device: string, email?: string, updates?: readonly string[]) =>
    api.send('POST', `/v1/register/${r.number}/followers`, {
      device: device.repeat(20),
      ...(email && { email }),
      ...(updates && updates.length > 0 && { updates }),
    });
  const counted = async (r: Driven) => (await r.seenBy('nasional')).body.publicFollowers;
  const news = async (r: Driven) => {
    const rows = await api.sql<{ kind: string; sealed: Buffer | null }[]>`
      select n.kind, f.sealed from notifications n join register_followers f on f.id = n.follower_id
      where n.number = ${r.number}`;
    const open = rows.map(({ kind, sealed }) => ({ kind, email: openAddress(api.sql, 'follower', sealed) }));
    return open.toSorted((a, b) => `${a.kind} ${a.email}`.localeCompare(`${b.kind} ${b.email}`));
  };

  test('what is like it is shown, of what the register shows alone', async () => {
    const fields = {
      title: 'Jembatan gantung Cikaso hampir putus',
      description: 'Tali jembatan gantung di Cikaso tinggal satu. Anak sekolah lewat tiap pagi.',
    };
    const [open, secret, anonymous] = [
      await verified(fields),
      await verified({ ...fields, confidentiality: 'rahasia' }),
      await verified({ ...fields, confidentiality: 'anonim' }),
    ];
    const fresh = await api.report(fields);
    // As the database does by itself, at a time of its own: a fifth of so few reports has these words then.
    await api.sql`analyze complaints`;
    const found = await similar('Jembatan gantung di Cikaso mau putus', 'Talinya tinggal satu.');
    expect(found.body.items).toMatchObject([{ number: open.number, title: fields.title }]);
    const all = JSON.stringify(found.body);
    for (const hidden of [secret, anonymous, fresh]) expect(all).not.toContain(hidden.number);
    expect((await similar('Antrean loket imigrasi sejak subuh')).body.items).toEqual([]);
    expect((await similar('')).body.items).toEqual([]);
    for (const hidden of [secret, anonymous, fresh]) expect((await follow(hidden, 'a')).status).toBe(404);
    expect(found.headers.get('x-ratelimit-limit')).toBe('30');
  });

  test('it is followed, once by each; told by mail to who pressed the link, until they stop', async () => {
    const r = await verified({ title: 'Pompa air RW 5 mati' });
    for (const [device, email, ...updates] of [
      ['a', undefined],
      ['a', 'ani@example.org'],
      ['b', 'Ani@example.org', 'lateness'],
      ['c', 'budi@example.org'],
      ['c', undefined, 'lateness'],
    ] as const)
      expect((await follow(r, device, email, updates)).status).toBe(204);
    expect(await counted(r)).toBe(2);
    expect((await follow(r, 'd', 'bukan surel')).status).toBe(422);
    const confirm = { kind: 'follow-confirm' };
    expect(await news(r)).toMatchObject([
      { ...confirm, email: 'Ani@example.org' },
      { ...confirm, email: 'budi@example.org' },
    ]);
    const press = async (who: 'follower' | 'follower-end') => {
      const hash = hashOfAddress(await contactKey(api.sql), 'ani@example.org');
      const [ani] = await api.sql`select id from register_followers where email_hash = ${hash}`;
      const token = signConfirmation(
        await contactKey(api.sql),
        { who, subject: String(ani?.id) },
        'ani@example.org',
      );
      return (await api.send('POST', '/v1/email-confirmations', { token })).body;
    };
    expect(await press('follower')).toEqual({ who: 'follower', number: r.number });
    // What is told besides each chooses for the own address: nobody does for another's, by knowing it.
    const choose = async (device: string, ...updates: string[]) => {
      const body = { device: device.repeat(20), updates };
      return (await api.send('PATCH', `/v1/register/${r.number}/followers`, body)).status;
    };
    expect([await choose('a', 'hand-overs'), await choose('f', 'lateness')]).toEqual([204, 204]);
    expect(await choose('a', 'semuanya')).toBe(422);
    expect(await counted(r)).toBe(2);
    const chosen = await api.sql<{ sealed: Buffer | null; updates: string[] }[]>`
      select sealed, updates from register_followers where number = ${r.number} order by updates`;
    expect(chosen.map(({ sealed, updates }) => [openAddress(api.sql, 'follower', sealed), updates])).toEqual([
      ['Ani@example.org', ['hand-overs']],
      ['budi@example.org', ['lateness']],
    ]);
    await r.decide('instansi', { action: 'accept', officeId: 'ditjen-pelayanan' });
    await r.decide('eselon1', { action: 'respond', text: 'Sedang kami periksa.' });
    await r.decide('eselon1', { action: 'accept' });
    await r.decide('eselon1', { action: 'answer', text: 'Pompa air itu sudah kami ganti kemarin.' });
    const told = async () => (await news(r)).filter(({ kind }) => kind !== 'follow-confirm');
    expect(await told()).toEqual([
      { kind: 'follow-answer', email: 'Ani@example.org' },
      { kind: 'follow-first-response', email: 'Ani@example.org' },
      { kind: 'follow-hand-over', email: 'Ani@example.org' },
    ]);
    // Neither mail says a word of anybody; the reporter's own go their way.
    const [own] = await api.sql`
      select count(*) filter (where body ~ 'Pompa|diganti|periksa')::int as words from notifications
      where number = ${r.number} and follower_id is not null`;
    expect(own).toEqual({ words: 0 });
    expect(await press('follower-end')).toEqual({ who: 'follower-end', number: r.number });
    const device = { device: 'c'.repeat(20) };
    expect((await api.send('DELETE', `/v1/register/${r.number}/followers`, device)).status).toBe(204);
    expect(await counted(r)).toBe(0);
    expect(await api.sql`select from register_followers where sealed is not null`).toEqual([]);
    await r.reply({ type: 'confirmation' });
    expect(await told()).toHaveLength(3);
    expect((await follow(r, 'e')).status).toBe(404);
  });
});

test('how long it usually takes is said of a kind once ten of it were answered, the slow ones too', async () => {
  const secret = { kind: 'aspirasi', confidentiality: 'rahasia' };
  const reports = await Promise.all(Array.from({ length: 10 }, () => api.report(secret)));
  const order = reports.map(({ number }) => number).toSorted();
  await api.sql`
    update complaints set answered_at = now(), received_at = now() - make_interval(weeks => array_position(${order}, number))
    where number = any(${order})`;
  const { items } = (await api.send('GET', '/v1/usual-times')).body;
  // Of one to ten weeks the fifth, of five working days a week but for holidays.
  const days = items[0].answerDays;
  expect(items).toEqual([{ kind: 'aspirasi', reachesUnitDays: days, answerDays: days }]);
  expect(days).toBeGreaterThanOrEqual(15);
  expect(days).toBeLessThanOrEqual(25);
});
