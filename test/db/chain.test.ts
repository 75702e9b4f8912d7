// The hash chain: any change behind the API's back is found, and the first one is named.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createActivities } from '../../activities/index.ts';
import { firstBrokenAddition } from '../../db/record/addition-chains.ts';
import { firstBreak } from '../../db/record/chain.ts';
import { addConsultationEvent } from '../../db/consultations/consultation-events.ts';
import { addConsultation } from '../../db/consultations/consultations.ts';
import type { Actor } from '../../sop/case.ts';
import { insertLooks } from '../../db/record/looks.ts';
import { addReference } from '../../db/references/references.ts';
import { runProgram } from '../support/program.ts';
import { agency, national } from '../support/walks/small-ministry.ts';
import { by, filed } from '../support/walks/walk.ts';
import { openRegistry, type Registry, store } from '../support/registry.ts';

const monday = '2026-11-23T02:00:00.000Z';
let r: Registry;
beforeAll(async () => {
  r = await openRegistry();
});
afterAll(() => r?.close());

let count = 0;
let number: string;
beforeEach(async () => {
  for (let n = 0; n < 2; n += 1) {
    count += 1;
    number = `LAP-RANTAI-${String(count).padStart(3, '0')}`;
    await store(r.sql, number, monday);
    let walk = by(filed(monday, { number }), national, 'dispose', { target: agency });
    walk = by(by(walk, agency, 'receive'), agency, 'accept');
    await createActivities({ sql: r.sql }).record({ number, entries: walk.entries });
  }
});

/** As somebody with the keys to the database would. */
async function tamper(statement: string): Promise<void> {
  await r.sql.unsafe(
    `alter table events disable trigger all; ${statement}; alter table events enable trigger all`,
  );
}

const undo = () =>
  tamper(
    `delete from events where number = '${number}'; update complaints set seq = 0 where number = '${number}'`,
  );

async function verify(): Promise<{ code: number | null; output: string }> {
  const { code, out, err } = await runProgram('verify-record', [], { env: { DATABASE_URL: r.url } });
  return { code, output: out + err };
}

describe('the record', () => {
  test('is whole as it was written', async () => {
    expect(await firstBreak(r.sql)).toBeUndefined();
    expect(await verify()).toEqual({
      code: 0,
      output: expect.stringMatching(/whole: \d+ events of \d+ complaints/),
    });
  });

  test.each<[string, string, number, string]>([
    ['a word changed', "update events set actor_name = 'Lain' where seq = 3", 3, 'changed'],
    [
      'an instant moved by a microsecond',
      "update events set at = at + interval '1 microsecond' where seq = 2",
      2,
      'changed',
    ],
    ['its data changed', `update events set data = data || '{"x": 1}' where seq = 4`, 4, 'changed'],
    ['a hash written over', "update events set hash = sha256('x') where seq = 3", 3, 'changed'],
    ['an event taken out', 'delete from events where seq = 3', 4, 'missing'],
    ['the first taken out', 'delete from events where seq = 1', 2, 'missing'],
    ['the end cut off', 'delete from events where seq = 5', 4, 'cut'],
  ])('%s is found', async (_, statement, seq, what) => {
    await tamper(`${statement} and number = '${number}'`);
    expect(await firstBreak(r.sql)).toEqual({ number, seq, what });
    const { code, output } = await verify();
    expect([code, output.includes(`${number}, event ${seq}`)]).toEqual([1, true]);
    await undo();
  });

  test('is chained by the database, also for who inserts by hand', async () => {
    await r.sql`
      insert into events (number, seq, at, type, step, to_step, status, actor_role, actor_name)
      values (${number}, 6, now(), 'refused', 4, 4, 'in-process', 'system', 'Tangan')`;
    expect(await firstBreak(r.sql)).toBeUndefined();
    await undo();
  });
});

describe('what was added beside the procedure', () => {
  /** As `tamper`. */
  const among = (table: string, statement: string) =>
    r.sql.unsafe(
      `alter table ${table} disable trigger all; ${statement}; alter table ${table} enable trigger all`,
    );

  test.each<[string, (number: string) => string, number, string]>([
    [
      'a reference changed',
      (of) => `update complaint_references set id = 'x' where number = '${of}' and nth = 2`,
      2,
      'changed',
    ],
    [
      'whose it was changed',
      (of) => `update complaint_references set by_name = 'Lain' where number = '${of}' and nth = 1`,
      1,
      'changed',
    ],
    [
      'one taken out',
      (of) => `delete from complaint_references where number = '${of}' and nth = 2`,
      3,
      'missing',
    ],
    [
      'the last taken out',
      (of) => `delete from complaint_references where number = '${of}' and nth = 3`,
      2,
      'cut',
    ],
    ['all taken out', (of) => `delete from complaint_references where number = '${of}'`, 0, 'cut'],
  ])('%s is found', async (_, statement, nth, what) => {
    for (const id of ['1', '2', '3'])
      await addReference(
        r.sql,
        number,
        { source: 'surat', id: `${number}/${id}` },
        { name: 'Ani', officeId: 'a' },
      );
    expect(await firstBrokenAddition(r.sql)).toBeUndefined();
    await among('complaint_references', statement(number));
    expect(await firstBrokenAddition(r.sql)).toEqual({ of: 'reference', number, nth, what });
    if (what === 'missing') {
      const { code, output } = await verify();
      expect([code, output.includes(`${number}, reference ${nth}`)]).toEqual([1, true]);
    }
    await among(
      'complaint_references',
      `delete from complaint_references; update complaints set reference_count = 0`,
    );
  });

  test.each<[string, string, number, string]>([
    ['whose look it was changed', "update looks set by_name = 'Lain' where nth = 2", 2, 'changed'],
    [
      'when it was, by a second',
      "update looks set at = at + interval '1 second' where nth = 1",
      1,
      'changed',
    ],
    ['that it was theirs', 'update looks set in_hand = not in_hand where nth = 3', 3, 'changed'],
    ['one taken out', 'delete from looks where nth = 2', 3, 'missing'],
    ['the last taken out', 'delete from looks where nth = 3', 2, 'cut'],
    ['all taken out', 'delete from looks where nth > 0', 0, 'cut'],
  ])('of who looked: %s is found', async (_, statement, nth, what) => {
    const own = { number, byName: 'Ani', officeId: 'a', inHand: true, day: '2026-11-23', hour: 9 };
    const looks = ['ani', 'ani', 'beni', 'cici'].map((username) => ({
      ...own,
      what: 'identity' as const,
      username,
    }));
    // At once, and the same once more: each is there once.
    await Promise.all([insertLooks(r.sql, looks), insertLooks(r.sql, looks.toReversed())]);
    expect(await firstBrokenAddition(r.sql)).toBeUndefined();
    expect(
      (await r.sql`select nth from looks where number = ${number} order by nth`).map((l) => l.nth),
    ).toEqual([1, 2, 3]);
    await among('looks', `${statement} and number = '${number}'`);
    expect(await firstBrokenAddition(r.sql)).toEqual({ of: 'look', number, nth, what });
    if (nth === 2 && what === 'changed') {
      const { code, output } = await verify();
      expect([code, output.includes(`${number}, look 2 was changed`)]).toEqual([1, true]);
    }
    await among('looks', 'delete from looks; delete from look_counts');
  });

  test.each<[string, string, number, string]>([
    ['an answer changed', "update consultation_events set text = 'Tidak.' where nth = 3", 3, 'changed'],
    ['who answered', "update consultation_events set actor_name = 'Lain' where nth = 3", 3, 'changed'],
    ['who was asked', "update consultation_events set office_id = 'b' where nth = 1", 1, 'changed'],
    [
      'the deadline',
      "update consultation_events set deadline = deadline + interval '1 day' where nth = 1",
      1,
      'changed',
    ],
    ['that it was late taken out', 'delete from consultation_events where nth = 2', 3, 'missing'],
    ['its answer taken out', 'delete from consultation_events where nth = 3', 2, 'cut'],
  ])('of a question: %s is found', async (_, statement, nth, what) => {
    const [id, askedAt] = [`${number}-K1`, '2026-11-23T03:00:00.000Z'];
    const [due, warnAt] = ['2026-11-25T09:00:00.000Z', '2026-11-25T02:00:00.000Z'];
    const own = { id, number, n: 1, fromId: 'nasional', officeId: 'a', question: 'Milik siapa?' };
    const consultation = own;
    const clock = { limit: { workingDays: 2 }, policyVersion: 1, due, warnAt };
    await addConsultation(r.sql, { ...own, askedBy: 'Nani', askedAt, ...clock });
    const here = { consultation, step: 4, status: 'in-process', deadline: due } as const;
    const system: Actor = { role: 'system', officeId: null, name: 'Sistem' };
    const said = [
      ['consultation-asked', askedAt, { role: 'national', officeId: 'nasional', name: 'Nani' }, own.question],
      ['consultation-late', due, system, undefined],
      [
        'consultation-answered',
        '2026-11-26T03:00:00.000Z',
        { role: 'agency', officeId: 'a', name: 'Ani' },
        'Ya.',
      ],
    ] as const;
    for (const [type, at, actor, text] of said)
      await addConsultationEvent(r.sql, { ...here, type, at, actor, ...(text && { text }) });
    expect(await firstBrokenAddition(r.sql)).toBeUndefined();
    await among('consultation_events', `${statement} and number = '${number}'`);
    expect(await firstBrokenAddition(r.sql)).toEqual({ of: 'consultation', number, nth, what });
    if (what === 'changed' && nth === 3) {
      const { code, output } = await verify();
      expect([code, output.includes(`${number}, consultation 3 was changed`)]).toEqual([1, true]);
    }
    await among(
      'consultation_events',
      'delete from consultation_events; update complaints set consultation_event_count = 0',
    );
    await r.sql`delete from consultations`;
  });
});
