// The SOP over HTTP, as outside clients rely on it: every route of the contract on the way of one report.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { remaining } from '../../../sop/time/remaining.ts';
import { shippedCalendar } from '../../../sop/time/shipped-calendar.ts';
import { Api, type Driven } from '../../support/api.ts';

let api: Api;
beforeAll(async () => {
  api = await Api.open();
});
afterAll(() => api?.close());

const rfc3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?[+-]\d\d:\d\d$/;
const when = expect.stringMatching(rfc3339);

describe('one report', () => {
  let r: Driven;

  test('is filed without an account and gets number, key and a place to follow it', async () => {
    const { status, headers, body } = await api.file({}, { 'idempotency-key': 'kunci-1' });
    expect(status).toBe(201);
    expect(headers.get('location')).toBe(`/v1/complaints/${body.number}`);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(body).toEqual({
      number: expect.stringMatching(/^LAP-\d{4}-\d{6}$/),
      accessKey: expect.stringMatching(/^[A-Z2-7]{4}(-[A-Z2-7]{2,4}){6}$/),
      kind: 'pengaduan',
      status: 'received',
      step: 2,
      receivedAt: when,
    });
    // SOP 1 once: the same key again answers the same.
    expect((await api.file({}, { 'idempotency-key': 'kunci-1' })).body).toEqual(body);
    const [row] = await api.sql`select access_key_hash from complaints where number = ${body.number}`;
    expect(row?.accessKeyHash.toString('latin1')).not.toContain(body.accessKey);
    const { Driven } = await import('../../support/api.ts');
    r = new Driven(api, body.number, body.accessKey);
  });

  test('is followed by its key, typed as people type', async () => {
    const { status, body } = await r.followed();
    expect(status).toBe(200);
    expect(body).toMatchObject({
      number: r.number,
      step: 2,
      stepName: 'Verifikasi, identifikasi, dan disposisi ke Admin Instansi',
      holder: { name: 'Admin Nasional SP4N-LAPOR!', level: 'national' },
      firstResponse: null,
      answer: null,
      closesAt: null,
    });
    expect(body.timeline.map(({ type }: { type: string }) => type)).toEqual(['filed', 'acknowledged']);
    const typed = r.key.toLowerCase().replaceAll('-', ' ');
    const again = await api.send('GET', r.path, undefined, { 'x-access-key': typed });
    expect(again.body).toEqual(body);
  });

  test('stands in the inbox of its holder, with what remains and what is open (reading 13)', async () => {
    const { body } = await api.as('nasional', 'GET', '/v1/inbox');
    expect(body).toEqual({
      items: [
        {
          number: r.number,
          kind: 'pengaduan',
          title: 'Jalan berlubang di depan pasar',
          excerpt: 'Sudah tiga bulan lubangnya tidak ditambal.',
          category: 'Infrastruktur',
          place: null,
          region: null,
          agencyId: null,
          confidentiality: 'terbuka',
          channel: 'web',
          attachments: 0,
          step: 2,
          stepName: expect.any(String),
          status: 'received',
          holder: { id: 'nasional', name: 'Admin Nasional SP4N-LAPOR!', level: 'national' },
          receivedAt: when,
          deadline: when,
          warnAt: when,
          overdue: false,
          assignee: null,
          provisional: expect.any(Boolean),
          oversight: false,
          closedBy: null,
          remaining: {
            stepMinutes: expect.any(Number),
            stepSpan: { days: expect.any(Number), minutes: expect.any(Number) },
            totalDays: null,
            runsUntil: expect.toBeOneOf([null, when]),
            runsAgainAt: when,
          },
          firstResponseDue: null,
          firstResponseProvisional: expect.any(Boolean),
          binding: { came: false, goes: false },
          options: ['dispose', 'reject', 'request-completion', 'ask', 'correct'],
          revision: expect.any(Number),
        },
      ],
      next: null,
    });
    expect((await api.as('instansi', 'GET', '/v1/inbox')).body.items).toEqual([]);
  });

  test('goes down the offices; each answer is what the workflow answered', async () => {
    const disposed = await r.decide('nasional', {
      action: 'dispose',
      officeId: 'kementerian-contoh',
      reason: 'Wilayah kerja kementerian.',
    });
    expect(disposed.status).toBe(200);
    expect(disposed.headers.get('etag')).toBe(`"${disposed.body.revision}"`);
    expect(disposed.body).toEqual({
      number: r.number,
      revision: expect.any(Number),
      step: 3,
      stepName: 'Penerimaan laporan oleh Admin Instansi',
      status: 'in-process',
      holder: { id: 'kementerian-contoh', name: 'Kementerian Contoh', level: 'agency' },
      deadline: when,
      provisional: expect.any(Boolean),
      options: ['recall'],
    });
    const received = await r.decide('instansi', { action: 'receive' });
    expect(received.body).toMatchObject({
      step: 4,
      options: ['accept', 'return', 'reject', 'request-completion', 'ask', 'correct'],
    });
    const accepted = await r.decide(
      'instansi',
      { action: 'accept', officeId: 'ditjen-pelayanan' },
      { 'idempotency-key': 'terima', 'if-match': `"${received.body.revision}"` },
    );
    expect(accepted.body).toMatchObject({ step: 6, holder: { id: 'ditjen-pelayanan' } });
    // The same key again: the same answer, nothing done twice, though its revision is old by now.
    expect(
      (
        await r.decide(
          'instansi',
          { action: 'accept', officeId: 'ditjen-pelayanan' },
          { 'idempotency-key': 'terima', 'if-match': `"${received.body.revision}"` },
        )
      ).body,
    ).toEqual(accepted.body);
    const responded = await r.decide('eselon1', { action: 'respond', text: 'Sedang kami periksa.' });
    // Responding receives as well (reading 5); the deadline is row 7's.
    expect(responded.body).toMatchObject({ step: 7, deadline: when });
    expect((await r.decide('eselon1', { action: 'dispose', officeId: 'upt-makassar' })).body.step).toBe(9);
    const upt = await r.decide('upt2', { action: 'receive' });
    // The UPT in Makassar reads WITA, where a day more may have begun.
    const { wholeDue, remaining: left } = (await r.seenBy('upt2')).body;
    const inWita = remaining(new Date().toISOString(), wholeDue, 'Asia/Makassar', shippedCalendar);
    expect(left.totalDays).toBe(inWita.workingDays);
    expect(left.totalDays).toBeGreaterThanOrEqual(13);
    expect(upt.body).toMatchObject({ step: 10, deadline: expect.stringMatching(/\+08:00$/) });
    const answered = await r.decide('upt2', {
      action: 'answer',
      text: 'Lubang di depan pasar sudah kami tambal.',
    });
    expect(answered.body).toMatchObject({
      step: 11,
      status: 'answered',
      holder: { id: null, name: 'Sistem', level: 'system' },
    });
  });

  test('shows offices the whole, with the time ledger and internal notes', async () => {
    const { body, headers } = await r.seenBy('instansi');
    expect(headers.get('etag')).toBe(`"${body.revision}"`);
    expect(body).toMatchObject({
      description: 'Sudah tiga bulan lubangnya tidak ditambal.',
      status: 'answered',
      reporter: { name: 'Siti Rahmawati', email: 'siti@example.org' },
      firstResponse: { text: 'Sedang kami periksa.', office: 'Direktorat Jenderal Pelayanan', at: when },
      answer: {
        text: 'Lubang di depan pasar sudah kami tambal.',
        office: 'UPT Pelayanan Makassar',
        at: when,
      },
      closesAt: when,
      options: [],
      notes: [
        {
          office: 'Admin Nasional SP4N-LAPOR!',
          text: 'Wilayah kerja kementerian.',
          at: when,
          name: 'Nadia Prameswari',
        },
      ],
    });
    expect(
      body.visits.map(({ step, office }: { step: number; office: { id: string } | null }) => [
        step,
        office?.id ?? null,
      ]),
    ).toEqual([
      [1, null],
      [2, 'nasional'],
      [3, 'kementerian-contoh'],
      [4, 'kementerian-contoh'],
      [5, 'kementerian-contoh'],
      [6, 'ditjen-pelayanan'],
      [7, 'ditjen-pelayanan'],
      [9, 'upt-makassar'],
      [10, 'upt-makassar'],
      [11, null],
    ]);
  });

  test('is objected to, answered again and confirmed by the reporter (reading 12)', async () => {
    const objected = await r.reply({ type: 'objection', text: 'Tambalannya sudah lepas.' });
    expect(objected.body).toMatchObject({ step: 10, status: 'in-process', holder: { level: 'upt' } });
    await r.decide('upt2', { action: 'answer', text: 'Seluruh jalan itu sudah kami aspal ulang.' });
    const closed = await r.reply({ type: 'confirmation' }, { 'idempotency-key': 'sudah' });
    expect(closed.body).toMatchObject({
      status: 'closed',
      closedBy: 'reporter',
      answer: { text: 'Seluruh jalan itu sudah kami aspal ulang.' },
      options: [],
    });
    expect((await r.reply({ type: 'confirmation' }, { 'idempotency-key': 'sudah' })).body).toEqual(
      closed.body,
    );
    // What offices say to each other, and their officers' names, are not the reporter's to read.
    const seen = JSON.stringify(closed.body);
    expect(seen).not.toContain('Wilayah kerja');
    expect(seen).not.toMatch(/Nadia|Utari|Siti/);
    expect(await r.reply({ type: 'reply', text: 'Satu lagi' })).toMatchObject({
      status: 409,
      body: { code: 'closed' },
    });
  });

  test('leaves a record that is read in pages', async () => {
    const events = await r.events();
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
    expect(events.find(({ type }) => type === 'disposed')).toEqual({
      seq: 3,
      at: when,
      step: 2,
      type: 'disposed',
      actor: { role: 'national', officeId: 'nasional', name: 'Nadia Prameswari' },
      from: 'nasional',
      fromName: 'Admin Nasional SP4N-LAPOR!',
      to: 'kementerian-contoh',
      toName: 'Kementerian Contoh',
      reason: 'Wilayah kerja kementerian.',
      text: null,
      deadline: when,
      provisional: expect.any(Boolean),
      alert: null,
      undone: null,
      binding: false,
      via: null,
      refused: null,
      changes: null,
      corrections: null,
      consultation: null,
    });
    const paged = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const query: string = cursor && `&cursor=${cursor}`;
      const { body } = await api.as('ops', 'GET', `${r.path}/events?limit=5${query}`);
      paged.push(...body.items);
      cursor = body.next;
    }
    expect(paged.map(({ seq }) => seq)).toEqual(events.map(({ seq }) => seq));
    // From its end, what comes since: nothing yet.
    const { body: whole } = await api.as('ops', 'GET', `${r.path}/events?limit=200`);
    expect(whole).toMatchObject({ next: null, total: events.length });
    const since = await api.as('ops', 'GET', `${r.path}/events?cursor=${whole.end}`);
    expect(since.body).toEqual({ items: [], next: null, end: whole.end, total: events.length });
  });

  test('told the offices on its way, in the app', async () => {
    const { body } = await api.as('upt2', 'GET', '/v1/notifications?unread=true');
    expect(body.items.map(({ kind }: { kind: string }) => kind)).toEqual(['objection', 'arrival']);
    const [first] = body.items;
    expect((await api.as('upt2', 'POST', `/v1/notifications/${first.id}/read`)).status).toBe(204);
    expect((await api.as('upt2', 'GET', '/v1/notifications?unread=true')).body.items).toHaveLength(1);
    expect((await api.as('upt', 'POST', `/v1/notifications/${first.id}/read`)).status).toBe(404);
  });
});

test('a report straight to an agency begins at row 3', async () => {
  const { body } = await api.file({ kind: 'informasi', agencyId: 'badan-contoh' });
  expect(body.step).toBe(3);
  const { items } = (await api.as('instansi2', 'GET', '/v1/inbox')).body;
  // reading 13: five working days for a request for information, from receipt at the agency.
  expect(items[0]).toMatchObject({
    number: body.number,
    step: 3,
    options: ['receive', 'ask'],
    remaining: { totalDays: 5 },
  });
});

test('completion is asked for, given, and the report goes on where it stood (reading 11)', async () => {
  const r = await api.report();
  const asked = await r.decide('nasional', { action: 'request-completion', reason: 'Di kecamatan mana?' });
  // Nobody confirmed the address: the reporter's time runs once it is on record how they were told.
  expect(asked.body).toMatchObject({
    step: 2,
    status: 'awaiting-completion',
    deadline: null,
    options: ['told', 'ask'],
  });
  expect((await r.followed()).body).toMatchObject({
    completeBy: null,
    options: ['completion', 'message', 'withdrawal'],
  });
  const told = await r.decide('nasional', { action: 'told', text: 'Ditelepon.' });
  expect(told.body).toMatchObject({ status: 'awaiting-completion', deadline: when, options: ['ask'] });
  expect((await r.decide('nasional', { action: 'told', text: 'Lagi.' })).body.code).toBe('wrong-step');
  const { body: view } = await r.followed();
  expect(view).toMatchObject({ completeBy: when, options: ['completion', 'message', 'withdrawal'] });
  expect(view.timeline.at(-1)).toMatchObject({ type: 'told', text: null });
  const back = await r.reply({ type: 'completion', text: 'Kecamatan Coblong.' });
  expect(back.body).toMatchObject({ step: 2, status: 'in-process', completeBy: null });
  expect((await r.seenBy('nasional')).body.options).toContain('dispose');
  // With a confirmed address, or with the word of how they were told, it runs at once.
  const confirmed = await api.report();
  await api.sql`
    update identities set email = 'siti@example.org' where number = ${confirmed.number}`;
  await api.sql`
    update identities set email_confirmed_at = now() where number = ${confirmed.number}`;
  const request = { action: 'request-completion', reason: 'Di kecamatan mana?' };
  expect((await confirmed.decide('nasional', request)).body).toMatchObject({
    deadline: when,
    options: ['ask'],
  });
  const visited = await (await api.report()).decide('nasional', { ...request, text: 'Di loket.' });
  expect(visited.body).toMatchObject({ deadline: when, options: ['ask'] });
});

test('the tree lists each office after the one above it; the public sees agencies', async () => {
  const { body } = await api.as('upt', 'GET', '/v1/offices');
  const ids: string[] = body.items.map(({ id }: { id: string }) => id);
  for (const { id, parentId } of body.items) {
    if (parentId) expect(ids.indexOf(parentId)).toBeLessThan(ids.indexOf(id));
  }
  expect(ids).toHaveLength(10);
  // Where nobody sits yet is said to offices, and not offered to the public.
  const empty = { id: 'kosong', name: 'Badan Kosong', level: 'agency', parentId: 'nasional' };
  expect((await api.as('ops', 'POST', '/v1/offices', empty)).status).toBe(201);
  const listed = (await api.as('upt', 'GET', '/v1/offices')).body.items;
  const officers = new Map(listed.map((o: { id: string; officers: number }) => [o.id, o.officers]));
  expect([officers.get('kosong'), officers.get('nasional')]).toEqual([0, 1]);
  const agencies = await api.send('GET', '/v1/agencies');
  expect(agencies.body.items.map(({ id }: { id: string }) => id)).toEqual([
    'badan-contoh',
    'kementerian-contoh',
  ]);
  await api.as('ops', 'PATCH', '/v1/offices/kosong', { active: false });
});
