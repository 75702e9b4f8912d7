// Decisions that meet: ten at once, repeats, signals good and bad, continue-as-new; and every history replays.
import { Worker } from '@temporalio/worker';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { Engine } from '../../engine/engine.ts';
import type { Decision } from '../../sop/case.ts';
import type { Action } from '../../sop/terms.ts';
import { bundleWorkflows } from '../../worker/bundle.ts';
import {
  decideSignal,
  decideUpdate,
  decisionSignal,
  decisionUpdate,
  recomputeUpdate,
  type SignalledDecision,
  successionUpdate,
} from '../../workflows/messages.ts';
import { agency, agencyB, echelon1, national, upt } from '../support/walks/small-ministry.ts';
import { Harness, refusalCode, type Report } from './harness.ts';
import { goodAnswer } from '../support/said.ts';

let h: Harness;
beforeAll(async () => {
  h = await Harness.open();
});
afterAll(() => h?.close());

async function replay(report: Report): Promise<void> {
  const workflowBundle = await bundleWorkflows();
  await Worker.runReplayHistory({ workflowBundle }, await report.handle.fetchHistory(), report.number);
}

async function eventually<T>(look: () => Promise<T>, wanted: (seen: T) => boolean): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    const seen = await look();
    if (wanted(seen) || tries > 100) return seen;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

test('ten decisions at once on one report: one wins, nine are stale, the history replays', async () => {
  const report = await h.file();
  const { revision } = await report.case();
  const targets = Array.from({ length: 10 }, (_, index) => (index % 2 ? agency : agencyB));
  const codes = await Promise.all(
    targets.map((target) =>
      refusalCode(report.by(national, 'dispose', { target, expectedRevision: revision })),
    ),
  );
  expect(codes.toSorted()).toEqual([...Array.from({ length: 9 }, () => 'stale'), 'taken']);
  expect((await report.events()).filter(({ type }) => type === 'disposed')).toHaveLength(1);
  await replay(report);
});

test('two different decisions at once are both taken when both are open, and the history replays', async () => {
  const report = await h.file({ agency });
  await report.by(agency, 'receive');
  await report.by(agency, 'accept', { target: echelon1 });
  await Promise.all([report.by(echelon1, 'respond'), report.by(echelon1, 'respond'), h.env.sleep(1)]);
  await Promise.all([report.by(echelon1, 'accept'), report.by(echelon1, 'respond')]);
  const types = (await report.events()).map(({ type }) => type);
  expect(types.filter((type) => type === 'responded')).toHaveLength(3);
  expect((await report.case()).step).toBe(8);
  await replay(report);
});

test('new rules and ended offices are answered once on record, in the midst of decisions, and the history replays', async () => {
  const report = await h.file({ agency });
  // Clocks that are still being reckoned are reckoned by the new rules at once, and nothing moves.
  await report.rowClock();
  const types = async () => (await report.events()).map(({ type }) => type);
  const rules = (id: number) =>
    report.handle.executeUpdate(recomputeUpdate, { args: [`Dekret ${id}`], updateId: `recompute-${id}` });
  await Promise.all([rules(1), report.by(agency, 'receive'), rules(1)]);
  expect((await types()).filter((type) => type === 'recomputed')).toHaveLength(1);
  const ended = report.handle.executeUpdate(successionUpdate, { args: ['a'] });
  await Promise.all([rules(2), ended, report.by(agency, 'ask'), rules(3)]);
  // What waits together is reckoned together; of an office that has not ended nothing moves.
  const moves = (await types()).filter((type) => type === 'recomputed');
  expect(moves.length).toBeGreaterThan(1);
  expect((await types()).filter((type) => type === 'succeeded')).toEqual([]);
  // The server remembers what was told.
  await rules(3);
  expect((await types()).filter((type) => type === 'recomputed')).toEqual(moves);
  await replay(report);
});

test('the same key again gives the same answer and does nothing twice', async () => {
  const report = await h.file();
  const first = await report.by(national, 'dispose', { target: agency }, 'kunci-1');
  const again = await report.by(national, 'dispose', { target: agency }, 'kunci-1');
  expect(again).toEqual(first);
  expect(first).toMatchObject({ step: 3, holder: { id: 'a' } });
  expect((await report.events()).filter(({ type }) => type === 'disposed')).toHaveLength(1);
});

test('an update takes the action that it is named by and no other; one of before, whatever it says', async () => {
  const report = await h.file();
  const said = { actor: { role: 'national', officeId: 'nasional', name: 'Nani' }, target: agency } as const;
  const send = (name: Action | 'decide', decision: object) => {
    const update = name === 'decide' ? decideUpdate : decisionUpdate(name);
    return refusalCode(report.handle.executeUpdate(update, { args: [decision as Decision] }));
  };
  expect(await send('ask', { ...said, action: 'dispose' })).toBe('malformed');
  expect(await send('decide', { ...said })).toBe('malformed');
  expect(await send('dispose', { ...said })).toBe('taken');
  const receiver = { role: 'agency', officeId: 'a', name: 'Ani' };
  expect(await send('decide', { action: 'receive', actor: receiver })).toBe('taken');
  expect((await report.case()).step).toBe(4);
  await replay(report);
});

test('what an update says by null it leaves out, and the record goes on', async () => {
  const report = await h.file();
  const actor = { role: 'national', officeId: 'nasional', name: 'Nani' };
  const names = 'reason text target contactConfirmed duplicateOf changes under expectedRevision validUntil';
  const nothing = Object.fromEntries(names.split(' ').map((name) => [name, null]));
  const send = (action: Action, said: object) => {
    const args = [{ ...nothing, actor, ...said }] as unknown as [Decision];
    return refusalCode(report.handle.executeUpdate(decisionUpdate(action), { args }));
  };
  const changes = { kind: null, oversight: null, confidentiality: null, place: null, title: 'Judul lain' };
  expect(await send('correct', { reason: 'Salah', changes })).toBe('taken');
  expect(await send('reject', { reason: 'Iklan' })).toBe('taken');
  const events = await report.events();
  expect(events.map(({ type }) => type)).toEqual(['filed', 'acknowledged', 'corrected', 'rejected']);
  expect(await report.case()).toMatchObject({ kind: 'pengaduan', status: 'rejected', revision: 3 });
  await replay(report);
});

test('a decision is valid by the clock of the engine, whatever its maker’s says (decision 6)', async () => {
  const report = await h.file();
  const actor = { role: 'national', officeId: national.id, name: 'Nani' } as const;
  const dispose = { action: 'dispose', actor, target: agency } as const;
  const validUntil = async (aheadMs: number) => new Date((await h.nowMs()) + aheadMs).toISOString();
  // Who says it is an hour later or earlier would be heard an hour after they were told 503, or never.
  for (const aheadMs of [3_600_000, -3_600_000])
    expect(await refusalCode(report.by(national, 'dispose', { validUntil: await validUntil(aheadMs) }))).toBe(
      'expired',
    );
  expect(await refusalCode(report.by(national, 'ask', { validUntil: await validUntil(5_000) }))).toBe(
    'taken',
  );
  // Of an API that was started with a clock far ahead, and of one far behind.
  for (const [aheadMs, key] of [
    [30 * 86_400_000, 'satu'],
    [-30 * 86_400_000, 'dua'],
  ] as const) {
    const [next, now] = [await h.file(), await h.nowMs()];
    const clock = vi.spyOn(Date, 'now').mockReturnValue(now + aheadMs);
    const { complaints } = new Engine(h.env.client);
    clock.mockRestore();
    expect(await complaints.decide(next.number, dispose, key)).toMatchObject({ step: 3 });
    await replay(next);
  }
});

describe('by signal', () => {
  const actor = { officeId: 'nasional', name: 'Operator' };

  test('an open decision is taken, once for its key', async () => {
    const report = await h.file();
    const signalled: SignalledDecision = { action: 'dispose', actor, officeId: 'a', key: 's-1' };
    await report.handle.signal(decideSignal, signalled);
    await report.handle.signal(decideSignal, signalled);
    await report.handle.signal(decideSignal, { ...signalled, officeId: 'b' });
    const events = await eventually(
      () => report.events(),
      (seen) => seen.length >= 4,
    );
    expect(events.map(({ type }) => type)).toEqual(['filed', 'acknowledged', 'disposed', 'refused']);
    expect(events[3]?.data.refused).toMatchObject({ code: 'idempotency-key-reused' });
    // The chained record says that it was a signal; the role is that of the office.
    expect([events[2]?.data.via, events[2]?.actorRole, events[0]?.data.via]).toEqual([
      'signal',
      'national',
      undefined,
    ]);
    await replay(report);
  });

  test('by the name of its action, which it need not say again; another action under it is refused', async () => {
    const report = await h.file();
    await report.rowClock();
    const said = { actor, officeId: 'a' };
    await report.handle.signal(decisionSignal('dispose'), { ...said, action: 'reject' });
    await report.handle.signal(decisionSignal('dispose'), said);
    const events = await eventually(
      () => report.events(),
      (seen) => seen.length >= 4,
    );
    expect(events.map(({ type }) => type)).toEqual(['filed', 'acknowledged', 'refused', 'disposed']);
    expect(events[2]?.data.refused).toMatchObject({ code: 'malformed', field: 'action' });
    await replay(report);
  });

  test('what is no answer stops no clock: an update leaves no trace of it, a signal is on record (reading 32)', async () => {
    const report = await h.file();
    await h.downToUpt(report);
    const before = await report.events();
    expect(await refusalCode(report.by(upt, 'answer', { text: '-' }))).toBe('too-short');
    expect(await report.events()).toEqual(before);
    const said = (text: string) => ({ actor: { officeId: upt.id, name: 'Operator' }, text });
    await report.handle.signal(decisionSignal('answer'), said('-'));
    await report.handle.signal(decisionSignal('answer'), said(goodAnswer));
    const events = await eventually(
      () => report.events(),
      (seen) => seen.length >= before.length + 2,
    );
    const news = events.slice(before.length);
    expect(news.map(({ type }) => type)).toEqual(['refused', 'answered']);
    expect(news[0]?.data.refused).toMatchObject({ action: 'answer', code: 'too-short' });
    await replay(report);
  });

  test('what an update would refuse is recorded as refused and harms nothing', async () => {
    const report = await h.file();
    const as = (claimed: object) => ({ action: 'dispose', officeId: 'a', actor: { ...actor, ...claimed } });
    const said = (claimed: object) => ({ action: 'dispose', officeId: 'a', actor, ...claimed });
    const expected: [unknown, object][] = [
      [said({ officeId: 'tidak-ada' }), { code: 'office-not-below' }],
      [said({ officeId: 'a1' }), { code: 'office-not-below' }],
      [said({ action: 'answer', text: 'belum waktunya' }), { code: 'wrong-step' }],
      [said({ expectedRevision: 7 }), { code: 'stale' }],
      [said({ expectedRevision: '1' }), { code: 'malformed', field: 'expectedRevision' }],
      [said({ reason: 'x'.repeat(5_001) }), { code: 'too-long', field: 'reason', length: 5_001 }],
      [said({ officeID: 'a' }), { code: 'malformed', field: 'officeID' }],
      [
        { action: 'correct', actor, reason: 'Boleh dibaca', changes: { confidentiality: 'terbuka' } },
        { code: 'changes-required' },
      ],
      [as({ role: 'system' }), { code: 'unknown-actor' }],
      [as({ role: 'reporter' }), { code: 'unknown-actor' }],
      [as({ officeId: 'hantu' }), { code: 'unknown-actor' }],
      [as({ officeId: null, role: 'reporter' }), { code: 'unknown-actor' }],
      [as({ officeId: 'b' }), { code: 'not-holder' }],
      [as({ name: 'x\0' }), { code: 'malformed', field: 'name' }],
      [null, { action: 'none', code: 'malformed', field: 'decision' }],
      ['bukan keputusan', { action: 'none', code: 'malformed', field: 'decision' }],
      [
        { action: { nested: true }, actor: 7 },
        { action: 'none', code: 'malformed', field: 'action' },
      ],
      [said({ action: 'terbang' }), { action: 'terbang', code: 'unknown-action' }],
    ];
    const bad = expected.map(([signalled]) => signalled);
    await report.rowClock();
    // Its reporter alone shows more of it (reading 19).
    await h.sql`update complaints set confidentiality = 'anonim' where number = ${report.number}`;
    const before = await report.case();
    for (const signalled of bad) {
      await report.handle.signal(decideSignal, signalled as SignalledDecision);
    }
    const events = await eventually(
      () => report.events(),
      (seen) => seen.length >= 2 + bad.length,
    );
    const refused = events.filter(({ type }) => type === 'refused');
    expect(refused.map(({ data }) => data.refused)).toEqual(
      expected.map(([, why]) => expect.objectContaining(why)),
    );
    expect(new Set(refused.map(({ data }) => data.via))).toEqual(new Set(['signal']));
    // Nobody else's role is in the record, nor the reporter's.
    expect(new Set(refused.map(({ actorRole }) => actorRole))).toEqual(
      new Set(['national', 'agency', 'system']),
    );
    const after = await report.case();
    expect([after.step, after.holder, after.revision, after.clocks]).toEqual([
      before.step,
      before.holder,
      before.revision,
      before.clocks,
    ]);
    expect(await report.by(national, 'dispose', { target: agency })).toMatchObject({ step: 3 });
    await replay(report);
  });
});
