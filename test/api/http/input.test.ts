// Bad input gets a clear answer and loses nothing; lists find what is there.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Answer, Api, report } from '../../support/api.ts';
import { goodAnswer, goodFirstResponse } from '../../support/said.ts';

let api: Api;
beforeAll(async () => {
  api = await Api.open();
});
afterAll(() => api?.close());

const count = async () => Number((await api.sql`select count(*) from complaints`)[0]?.count);

describe('filing', () => {
  test.each([
    ['kind', { kind: 'keluhan' }, 'kind'],
    ['no title', { title: undefined }, 'title'],
    ['blank title', { title: '   ' }, 'title'],
    ['long title', { title: 'a'.repeat(201) }, 'title'],
    ['a title without a letter (reading 32)', { title: '—!' }, 'title'],
    ['a title nobody sees', { title: '\u3164\u200B' }, 'title'],
    ['a title of two lines', { title: 'Judul\nhttps://contoh.id' }, 'title'],
    ['a name of two lines', { reporter: { name: 'Siti\r\nBcc: a@b.id' } }, 'reporter.name'],
    ['a category that turns round', { category: 'a\u202Eb' }, 'category'],
    ['a text that turns round', { description: 'a\u202Eb' }, 'description'],
    ['NUL in text', { description: 'a\0b' }, 'description'],
    ['half a surrogate', { description: 'a\uD800b' }, 'description'],
    ['a day there is not', { happenedOn: '2026-02-30' }, 'happenedOn'],
    ['a day of no year', { happenedOn: '0000-01-01' }, 'happenedOn'],
    ['channel', { channel: 'merpati' }, 'channel'],
    ['no reporter', { reporter: undefined }, 'reporter'],
    ['bad e-mail', { reporter: { name: 'Siti', email: 'siti' } }, 'reporter.email'],
    ['bad NIK', { reporter: { name: 'Siti', nik: '123' } }, 'reporter.nik'],
    ['an agency that is none', { agencyId: 'upt-bandung' }, 'agencyId'],
    ['an unknown agency', { agencyId: 'tidak-ada' }, 'agencyId'],
    ['oversight of an aspirasi', { kind: 'aspirasi', oversight: true }, 'oversight'],
    ['wrong type', { title: 7 }, 'title'],
  ])('%s is 422 with the field', async (_, fields, path) => {
    const before = await count();
    const { status, body, headers } = await api.file(fields);
    expect([status, body.code]).toEqual([422, 'invalid-fields']);
    expect(headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(body).toMatchObject({ type: expect.any(String), title: expect.any(String), status: 422 });
    expect(body.errors.map((error: { path: string }) => error.path)).toContain(path);
    expect(await count()).toBe(before);
  });

  test.each([
    ['malformed JSON', '{"kind":', { 'content-type': 'application/json' }, 400, 'malformed-json'],
    ['no JSON at all', '', { 'content-type': 'application/json' }, 400, 'malformed-json'],
    ['an array', '[]', { 'content-type': 'application/json' }, 422, 'invalid-fields'],
    [
      'a form',
      'kind=pengaduan',
      { 'content-type': 'application/x-www-form-urlencoded' },
      415,
      'unsupported-media-type',
    ],
    [
      'too large',
      JSON.stringify({ ...report, description: 'a'.repeat(300_000) }),
      { 'content-type': 'application/json' },
      413,
      'too-large',
    ],
    [
      'prototype pollution',
      '{"__proto__":{"x":1}}',
      { 'content-type': 'application/json' },
      400,
      'malformed-json',
    ],
  ])('%s', async (_, body, headers, status, code) => {
    const answer = await api.send('POST', '/v1/complaints', body, headers);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  test('says what is wrong with each field in the language that the caller prefers', async () => {
    const fields = {
      title: 'Judul\nhttps://contoh.id',
      description: 7,
      happenedOn: '0000-01-01',
      reporter: { name: 'Siti', email: 'siti', phone: 'x', nik: '123' },
    };
    const said = async (language: string | undefined, wrong: Record<string, unknown> = fields) => {
      const { body } = await api.file(wrong, language === undefined ? {} : { 'accept-language': language });
      const errors: { path: string; message: string }[] = body.errors;
      return Object.fromEntries(errors.map(({ path, message }) => [path, message]));
    };
    for (const language of ['en', 'en-GB,en;q=0.9,id;q=0.8', 'ms, EN ; q=0.5'])
      expect(await said(language)).toEqual({
        title: 'One line only',
        description: 'Invalid input: expected string, received number',
        happenedOn: 'There is no such day',
        'reporter.email': 'Invalid email address',
        'reporter.phone': 'Not a phone number',
        'reporter.nik': 'A NIK has 16 digits',
      });
    for (const language of [undefined, 'id-ID', 'id, en;q=0.9', 'en;q=0', 'de', 'en;q=x'])
      expect(await said(language)).toEqual({
        title: 'Harus satu baris',
        description: 'Input tidak valid: diharapkan string, diterima number',
        happenedOn: 'Bukan tanggal yang ada',
        'reporter.email': 'alamat email tidak valid',
        'reporter.phone': 'Bukan nomor telepon',
        'reporter.nik': 'NIK terdiri atas 16 angka',
      });
    const agency = { agencyId: 'tidak-ada' };
    expect(await said('en', agency)).toEqual({ agencyId: 'Not an agency that is known' });
    expect(await said('id', agency)).toEqual({ agencyId: 'Bukan instansi yang dikenal' });
    // Each of many, too; and what there is to say beyond a title.
    const r = await (await api.report()).toRow8();
    const items = [{ number: r.number, action: 'answer', text: '-' }];
    const { body } = await api.as('eselon1', 'POST', '/v1/decisions', { items }, { 'accept-language': 'en' });
    expect(body.items[0].errors).toEqual([
      { path: 'text', message: 'At least 30 letters; blanks, digits and marks are not counted' },
    ]);
    const note = { text: 'Bukan untuk saya.' };
    const ops = await api.as('ops', 'POST', `${r.path}/notes`, note, { 'accept-language': 'en' });
    expect(ops.body).toMatchObject({
      code: 'forbidden',
      detail: 'Operations staff do not handle reports.',
    });
  });

  test('what comes along with copied text is not kept, letters are in NFC (reading 32)', async () => {
    const r = await api.report({
      title: 'Cafe\u0301\u00A0\t rusak ',
      description: 'Di \u200Bdepan\r\n\u2068pasar\u2069.',
      reporter: { name: 'Siti\u2009Rahmawati', phone: '\u202A+62 812-0000-111\u202C' },
    });
    const { body } = await r.seenBy('nasional');
    expect([body.title, body.description, body.reporter.name, body.reporter.phone]).toEqual([
      'Café rusak',
      'Di depan\npasar.',
      'Siti Rahmawati',
      '+62 812-0000-111',
    ]);
  });

  test('a key of the caller’s files once, also at once; for another report it is refused', async () => {
    const before = await count();
    const all = await Promise.all(Array.from({ length: 6 }, () => api.file({}, { 'idempotency-key': 'k' })));
    expect(new Set(all.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(all[0]?.status).toBe(201);
    expect(await count()).toBe(before + 1);
    const other = await api.file({ title: 'Lain' }, { 'idempotency-key': 'k' });
    expect([other.status, other.body.code]).toEqual([422, 'idempotency-key-reused']);
    // Also once nothing new is filed there.
    const there = () => api.file({ agencyId: 'badan-contoh' }, { 'idempotency-key': 'k2' });
    const first = await there();
    await api.sql`update offices set active = false where id = 'badan-contoh'`;
    const again = await there();
    expect([again.status, again.body.number, again.body.accessKey]).toEqual([
      201,
      first.body.number,
      first.body.accessKey,
    ]);
    expect((await api.file({ agencyId: 'badan-contoh' })).status).toBe(422);
    await api.sql`update offices set active = true where id = 'badan-contoh'`;
  });

  test('a backlog is filed by national only, once by its outside id, on its own date', async () => {
    const backlog = { ...report, receivedAt: '2026-11-02T09:00:00+07:00', externalId: 'LAMA-7' };
    expect((await api.send('POST', '/v1/complaints', backlog)).body.code).toBe('forbidden');
    expect((await api.as('instansi', 'POST', '/v1/complaints', backlog)).body.code).toBe('forbidden');
    const first = await api.as('nasional', 'POST', '/v1/complaints', backlog);
    expect([first.status, first.body.receivedAt]).toEqual([201, '2026-11-02T09:00:00.000+07:00']);
    const again = await api.as('nasional', 'POST', '/v1/complaints', { ...backlog, title: 'Diperbaiki' });
    expect([again.status, again.body.number, again.body.alreadyFiled]).toEqual([
      200,
      first.body.number,
      true,
    ]);
    const future = await api.as('nasional', 'POST', '/v1/complaints', {
      ...report,
      receivedAt: new Date(Date.now() + 86_400_000).toISOString(),
    });
    expect(future.status).toBe(422);
  });
});

describe('deciding', () => {
  test.each([
    ['an unknown action', 'nasional', { action: 'ignore' }, 422, 'invalid-fields'],
    ['no action', 'nasional', {}, 422, 'invalid-fields'],
    ['dispose without an office', 'nasional', { action: 'dispose' }, 422, 'office-required'],
    [
      'to an office two levels down',
      'nasional',
      { action: 'dispose', officeId: 'ditjen-pelayanan' },
      422,
      'office-not-below',
    ],
    [
      'to an office that is not',
      'nasional',
      { action: 'dispose', officeId: 'tidak-ada' },
      422,
      'office-not-below',
    ],
    [
      'a misspelt field, which would reject for another reason',
      'nasional',
      { action: 'reject', reason: 'Ganda', duplicate_of: 'LAP-2026-000001' },
      422,
      'invalid-fields',
    ],
    ['reject without a reason', 'nasional', { action: 'reject' }, 422, 'reason-required'],
    ['a blank reason', 'nasional', { action: 'reject', reason: '  ' }, 422, 'invalid-fields'],
    ['an action of another row', 'nasional', { action: 'answer', text: 'x' }, 409, 'wrong-step'],
  ])('%s', async (_, who, body, status, code) => {
    const r = await api.report();
    const before = (await r.seenBy('nasional')).body;
    const answer = await r.decide(who, body);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    const { remaining: _a, ...after } = (await r.seenBy('nasional')).body;
    const { remaining: _b, ...same } = before;
    expect(after).toEqual(same);
  });

  test('what is no answer is refused with the letters that are wanted, and changes nothing (reading 32)', async () => {
    const r = await (await api.report()).toRow8();
    const seen = async () => {
      const { remaining: _, ...rest } = (await r.seenBy('eselon1')).body;
      return { rest, events: await r.events(), followed: (await r.followed()).body };
    };
    const before = await seen();
    const wanting = (count: number) => [
      { path: 'text', message: expect.stringContaining(`Paling sedikit ${count} huruf`) },
    ];
    const short = { status: 422, code: 'too-short', title: expect.stringContaining('terlalu pendek') };
    const answer = await r.decide('eselon1', { action: 'answer', text: '- 1234567890 '.repeat(9) });
    expect(answer.body).toMatchObject({ ...short, errors: wanting(30) });
    const key = { 'idempotency-key': 'pendek' };
    const respond = await r.decide('eselon1', { action: 'respond', text: 'Ya.' }, key);
    expect(respond.body).toMatchObject({ ...short, errors: wanting(15) });
    // What matters more is said first.
    const { body } = await api.as('eselon1', 'POST', '/v1/decisions', {
      items: [
        { number: r.number, action: 'answer', text: '-' },
        { number: r.number, action: 'answer', text: '-', revision: 1 },
      ],
    });
    expect(body.items).toMatchObject([
      { status: 422, code: 'too-short', errors: wanting(30) },
      { status: 409, code: 'stale', errors: [] },
    ]);
    expect((await r.decide('upt', { action: 'answer', text: '-' })).status).toBe(404);
    expect(await seen()).toEqual(before);
    // A refused one leaves its key free.
    const said = { action: 'respond', text: goodFirstResponse };
    expect((await r.decide('eselon1', said, key)).status).toBe(200);
    expect((await r.decide('eselon1', { action: 'answer', text: goodAnswer })).body.status).toBe('answered');
    // A further word is no first response.
    expect((await r.decide('eselon1', { action: 'respond', text: 'Ya.' })).status).toBe(200);
  });

  test('an old revision is stale, a malformed one is said so', async () => {
    const r = await api.report();
    const { revision } = (await r.seenBy('nasional')).body;
    await r.decide('nasional', { action: 'request-completion', reason: 'Alamat?' });
    const late = await r.decide(
      'nasional',
      { action: 'reject', reason: 'Ganda' },
      { 'if-match': `"${revision}"` },
    );
    expect([late.status, late.body.code]).toEqual([409, 'stale']);
    const odd = await r.decide('nasional', { action: 'reject', reason: 'Ganda' }, { 'if-match': 'kemarin' });
    expect([odd.status, odd.body.code]).toEqual([422, 'invalid-fields']);
  });

  test('a return without a reason, and of a binding disposition, is 422 (readings 8, 10)', async () => {
    const r = await api.report();
    const down = async () => {
      await r.decide('nasional', { action: 'dispose', officeId: 'kementerian-contoh' });
      await r.decide('instansi', { action: 'receive' });
    };
    await down();
    expect((await r.decide('instansi', { action: 'return' })).body.code).toBe('reason-required');
    for (let n = 0; n < 2; n += 1) {
      expect((await r.decide('instansi', { action: 'return', reason: 'Bukan kami.' })).body.step).toBe(2);
      await down();
    }
    const third = await r.decide('instansi', { action: 'return', reason: 'Bukan kami.' });
    expect([third.status, third.body.code]).toEqual([422, 'binding-disposition']);
  });

  test('ten at once over HTTP: one is taken, nine are stale', async () => {
    const r = await api.report();
    const { revision } = (await r.seenBy('nasional')).body;
    const all = await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        r.decide(
          'nasional',
          { action: 'dispose', officeId: n % 2 ? 'kementerian-contoh' : 'badan-contoh' },
          { 'if-match': `"${revision}"` },
        ),
      ),
    );
    expect(all.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(all.filter(({ body }) => body.code === 'stale')).toHaveLength(9);
  });

  test('one that ends the report is taken though signals arrive at the same moment', async () => {
    const all = await Promise.all(Array.from({ length: 8 }, () => api.report()));
    const answers = await Promise.all(
      all.map(async (r) => {
        const handle = api.client.workflow.getHandle(r.number);
        const signals = Array.from({ length: 6 }, () => handle.signal('recompute', 'uji').catch(() => {}));
        const answer = await r.decide('nasional', { action: 'reject', reason: 'Iklan.' });
        await Promise.all(signals);
        return answer;
      }),
    );
    expect(answers.map(({ status, body }) => [status, body.status])).toEqual(
      all.map(() => [200, 'rejected']),
    );
  });

  test('after the end everything is closed', async () => {
    const r = await api.report();
    await r.decide('nasional', { action: 'reject', reason: 'Iklan.' });
    expect((await r.followed()).body).toMatchObject({
      status: 'rejected',
      timeline: expect.arrayContaining([expect.objectContaining({ text: 'Iklan.' })]),
    });
    const answer = await r.decide('nasional', { action: 'dispose', officeId: 'badan-contoh' });
    expect([answer.status, answer.body.code]).toEqual([409, 'closed']);
  });
});

describe('lists', () => {
  test('filters, words in Indonesian and numbers find what they should', async () => {
    const air = await api.report({
      kind: 'informasi',
      title: 'Jadwal pengaliran air',
      description: 'Kapan air mengalir lagi?',
    });
    const tax = await api.report({
      kind: 'aspirasi',
      title: 'Loket pajak',
      description: 'Mohon dibuka hari Sabtu.',
      agencyId: 'badan-contoh',
    });
    const find = async (query: string) =>
      (await api.as('nasional', 'GET', `/v1/complaints?${query}`)).body.items.map(
        ({ number }: { number: string }) => number,
      );
    // The stem of `mengalir` and `pengaliran` is the same.
    expect(await find('q=aliran')).toEqual([air.number]);
    expect(await find('q=pajak+-loket')).toEqual([]);
    const joined = await api.report({
      title: 'KTP/KK, e-KTP dan Jum\u2019at',
      description: 'Warga RT 03/RW 05 Jl.Sudirman: pengiriman ditolak,masalah Cafe\u0301.',
    });
    const words = [
      'kk',
      'KTP/KK',
      'ektp',
      'E-KTP',
      'jumat',
      'rw 5',
      'RT.03',
      'sudirman',
      'Jl.Sudirman',
      'sudirman caf\u00e9',
      'penolakan',
      'menolak',
      'kirim',
      'permasalahan',
      '"jl sudirman"',
    ];
    for (const q of words)
      expect([q, await find(`q=${encodeURIComponent(q)}`)]).toEqual([q, [joined.number]]);
    expect(await find(`q=${tax.number.toLowerCase()}`)).toEqual([tax.number]);
    expect(await find('kind=aspirasi&step=3&status=received&officeId=badan-contoh')).toEqual([tax.number]);
    await api.sql`update complaints set deadline = now() - interval '1 hour' where number = ${air.number}`;
    expect(await find('overdue=true&kind=informasi')).toEqual([air.number]);
    expect(await find('overdue=false')).not.toContain(air.number);
    expect(await find('from=2026-11-02&to=2026-11-02')).toHaveLength(1);
    expect(await find('q=%27%22%28%26%7C%21%3A*')).toEqual([]);
  });

  test('pages hold every report once', async () => {
    const seen: string[] = [];
    for (let query: string | null = ''; query !== null; ) {
      const { body }: { body: { items: { number: string }[]; next: string | null } } = await api.as(
        'nasional',
        'GET',
        `/v1/complaints?limit=4${query}`,
      );
      seen.push(...body.items.map(({ number }) => number));
      query = body.next && `&cursor=${encodeURIComponent(body.next)}`;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toHaveLength(await count());
    const inbox: string[] = [];
    for (let query: string | null = ''; query !== null; ) {
      const {
        body,
      }: { body: { items: { number: string; deadline: string | null }[]; next: string | null } } =
        await api.as('nasional', 'GET', `/v1/inbox?limit=3${query}`);
      // Who waits for a reporter that nobody has told yet has no deadline, and comes last.
      inbox.push(...body.items.map(({ deadline }) => new Date(deadline ?? '9999-12-31').toISOString()));
      query = body.next && `&cursor=${encodeURIComponent(body.next)}`;
    }
    expect(inbox).toEqual(inbox.toSorted());
    expect(inbox.length).toBeGreaterThan(5);
  });

  test('go on after number 999,999, and page through it', async () => {
    const running = Number((await api.sql`select last_value from complaint_numbers`)[0]?.lastValue);
    await api.sql`select setval('complaint_numbers', 999998)`;
    const filed: string[] = [];
    for (let n = 0; n < 4; n += 1) filed.push((await api.report({ agencyId: 'badan-contoh' })).number);
    await api.sql`select setval('complaint_numbers', ${running})`;
    expect(filed.map((number) => number.slice(9))).toEqual(['999999', '1000000', '1000001', '1000002']);
    // One and the same moment and deadline: the number alone tells them apart.
    await api.sql`update complaints set received_at = '2026-03-02T02:00:00Z', deadline = null where number in ${api.sql(filed)}`;
    const pages = async (path: string) => {
      const seen: string[] = [];
      for (let query: string | null = ''; query !== null; ) {
        const { status, body }: Answer = await api.as('instansi2', 'GET', `${path}?limit=1${query}`);
        expect(status).toBe(200);
        seen.push(...body.items.map(({ number }: { number: string }) => number));
        query = body.next && `&cursor=${body.next}`;
      }
      return seen.filter((number) => filed.includes(number)).toSorted();
    };
    expect([await pages('/v1/inbox'), await pages('/v1/complaints')]).toEqual([
      filed.toSorted(),
      filed.toSorted(),
    ]);
    const newest = filed.at(-1) ?? '';
    const found = await api.as('nasional', 'GET', `/v1/complaints?q=${newest.toLowerCase()}`);
    expect(found.body.items).toMatchObject([{ number: newest }]);
  });

  test.each([
    ['inbox', 'cursor', ['infinity', 'LAP-1']],
    ['inbox', 'cursor', ['+275760-09-13T00:00:00.000Z', 'LAP-1']],
    ['complaints', 'cursor', ['0000-01-01T00:00:00.000Z', 'LAP-1']],
    ['complaints', 'cursor', [null, 'LAP-1']],
    ['register', 'cursor', ['infinity', 'LAP-1']],
    ['register', 'cursor', ['2026-01-01T00:00:00.000Z', 'a\ud800']],
    ['inbox', 'assignee', '\0'],
  ])('%s?%s=%j is never 500', async (list, name, value) => {
    const text = Array.isArray(value) ? Buffer.from(JSON.stringify(value)).toString('base64url') : value;
    const { status } = await api.as('nasional', 'GET', `/v1/${list}?${name}=${encodeURIComponent(text)}`);
    expect(status).toBe(422);
  });

  test('what lies out of every calendar, dashes without a word, and seqs past counting are no faults', async () => {
    const r = await api.report();
    const statusOf = async (path: string) => (await api.as('nasional', 'GET', path)).status;
    for (const query of [
      'from=0000-01-01',
      'to=9999-12-31',
      'from=0001-01-01T00:00:00%2B23:59',
      `q=${'-'.repeat(200)}`,
    ])
      for (const list of ['complaints', 'register'])
        expect([query, await statusOf(`/v1/${list}?${query}`)]).toEqual([query, 200]);
    expect(await statusOf('/v1/reports/summary?from=0000-01-01&to=9999-12-31')).toBe(200);
    expect(await statusOf(`/v1/inbox?q=${'-%20'.repeat(60)}a`)).toBe(200);
    expect(await statusOf(`${r.path}/events?cursor=2147483648`)).toBe(422);
    expect(await statusOf('/v1/calendar/275760')).toBe(422);
  });

  test.each([
    'status=baru',
    'step=12',
    'limit=0',
    'limit=1000',
    'cursor=xx',
    'from=kemarin',
    'q=',
    'overdue=1',
  ])('%s is 422', async (query) => {
    expect((await api.as('nasional', 'GET', `/v1/complaints?${query}`)).status).toBe(422);
  });
});

test('a flood from one address is told to wait', async () => {
  // A minute of the limit may end in between.
  let refused: Answer | undefined;
  for (let n = 0; n < 1_400 && !refused; n += 50) {
    const some = await Promise.all(Array.from({ length: 50 }, () => api.send('POST', '/v1/complaints', {})));
    refused = some.find(({ status }) => status === 429);
  }
  expect(refused?.body.code).toBe('too-many-requests');
  expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0);
});
