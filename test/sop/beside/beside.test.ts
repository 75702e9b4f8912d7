// Beyond the boxes, as rules: what happens to a report besides the straight way (readings 18–20, 25).
import { describe, expect, test } from 'vitest';
import { decide } from '../../../sop/decide.ts';
import { nextDue } from '../../../sop/fire.ts';
import { policies } from '../../../sop/policy/policy.ts';
import type { Around } from '../../../sop/rows/moves.ts';
import { agency, agencyB, echelon1, national, upt, uptOther } from '../../support/walks/small-ministry.ts';
import {
  by,
  byReporter,
  filed,
  later,
  nextTimer,
  optionsOf,
  reporterOptionsOf,
  type Walk,
} from '../../support/walks/walk.ts';
import { refusedAs, where } from '../../support/walks/walk-words.ts';

// A Monday, 09:00 WIB.
const monday = '2026-11-02T02:00:00.000Z';
const hour = 3_600_000;
const atRow3 = () => by(filed(monday), national, 'dispose', { target: agency });
const atRow6 = () => by(by(atRow3(), agency, 'receive'), agency, 'accept', { target: echelon1 });
const atRow9 = () => by(by(atRow6(), echelon1, 'receive'), echelon1, 'dispose', { target: upt });
const atRow10 = () => by(atRow9(), upt, 'receive');

describe('reading 18: a disposition is taken back', () => {
  test('by the office that made it, at once: the wrong click is undone with a fresh limit, and is no return', () => {
    const walk = later(atRow9(), hour / 2);
    expect(optionsOf(walk, 'a1')).toContain('recall');
    expect([optionsOf(walk, 'a'), optionsOf(walk, 'nasional')]).toEqual([[], []]);
    const recalled = by(walk, echelon1, 'recall', { reason: 'Salah UPT' });
    expect(where(recalled)).toEqual([7, 'a1', 'in-process']);
    expect(recalled.entries.at(-1)).toMatchObject({
      type: 'recalled',
      from: 'a1x',
      to: 'a1',
      reason: 'Salah UPT',
      requests: [{ clock: 'row', step: 7, from: new Date(walk.now).toISOString() }],
    });
    expect(recalled.case.returns.upt).toBe(0);
    // Eselon 1 is still on the path: respon awal and the whole run on.
    expect(recalled.case.clocks.firstResponse).toEqual(walk.case.clocks.firstResponse);
    expect(recalled.case.clocks.whole).toEqual(walk.case.clocks.whole);
    expect(where(by(recalled, echelon1, 'dispose', { target: uptOther }))).toEqual([9, 'a1y', 'in-process']);
  });

  test('by everybody higher on the path, once the holder has missed a limit of a row in its present stay', () => {
    const walk = atRow10();
    expect(refusedAs(() => by(walk, national, 'recall'))).toBe('not-holder');
    const late = later(walk, 8 * hour);
    for (const [office, step] of [
      [echelon1, 7],
      [agency, 4],
      [national, 2],
    ] as const) {
      expect(where(by(late, office, 'recall'))).toEqual([step, office.id, 'in-process']);
    }
    const back = by(late, agency, 'recall');
    // Respon awal is owed by nobody: Eselon 1 left the path.
    expect(Object.keys(back.case.clocks).toSorted()).toEqual(['row', 'whole']);
    expect(back.case.path).toEqual({ national, agency });
    // Another stay begins: the agency has missed nothing yet.
    expect(optionsOf(back, 'nasional')).toContain('recall');
    expect(
      optionsOf(by(by(back, agency, 'accept', { target: echelon1 }), echelon1, 'receive'), 'nasional'),
    ).toEqual([]);
  });

  test('a limit that was missed at an earlier row of the same stay counts still', () => {
    const received = by(later(atRow9(), 8 * hour), upt, 'receive');
    expect(optionsOf(received, 'nasional')).toEqual(['recall']);
  });

  test('what came straight from the public was disposed by nobody: national may recall it when it is late', () => {
    const walk = filed(monday, { agency });
    expect(refusedAs(() => by(walk, national, 'recall'))).toBe('not-holder');
    expect(where(by(later(walk, 8 * hour), national, 'recall'))).toEqual([2, 'nasional', 'in-process']);
    const returned = by(by(walk, agency, 'receive'), agency, 'return');
    const disposed = by(returned, national, 'dispose', { target: agency });
    expect(where(by(disposed, national, 'recall'))).toEqual([2, 'nasional', 'in-process']);
  });

  test('not while the reporter is waited for, not after the answer, and with a reason', () => {
    const walk = atRow10();
    expect(refusedAs(() => by(walk, echelon1, 'recall', { reason: ' ' }))).toBe('reason-required');
    const asked = by(walk, upt, 'request-completion');
    expect(refusedAs(() => by(asked, echelon1, 'recall'))).toBe('wrong-step');
    const answered = by(walk, upt, 'answer');
    expect(refusedAs(() => by(answered, echelon1, 'recall'))).toBe('wrong-step');
    const objected = byReporter(answered, 'objection');
    expect(where(by(objected, echelon1, 'recall'))).toEqual([7, 'a1', 'in-process']);
  });
});

describe('reading 20: the reporter may always speak', () => {
  test('a message changes no clock, at most ten a day in Jakarta', () => {
    let walk = atRow10();
    const { clocks } = walk.case;
    for (let n = 1; n <= 10; n += 1) walk = byReporter(later(walk, hour / 100), 'message');
    expect(walk.case.clocks).toEqual(clocks);
    expect(walk.entries.at(-1)).toMatchObject({ type: 'messaged', text: 'isi', to: 'a1x' });
    expect(refusedAs(() => byReporter(walk, 'message'))).toBe('too-many-messages');
    // 09:06 WIB; the day ends at 17:00 UTC.
    expect(refusedAs(() => byReporter(later(walk, 14 * hour), 'message'))).toBe('too-many-messages');
    expect(byReporter(later(walk, 15 * hour), 'message').case.messages).toEqual({
      day: '2026-11-03',
      count: 1,
    });
  });

  test('a word of theirs is no handling yet: what was received stays so until an office acts', () => {
    const walk = filed(monday);
    for (const action of ['message', 'confidentiality'] as const)
      expect(byReporter(walk, action).case.status).toBe('received');
    expect(by(walk, national, 'ask').case.status).toBe('in-process');
  });

  test('a message completes nothing, and at row 11 the reporter replies', () => {
    const asked = by(atRow10(), upt, 'request-completion');
    const messaged = byReporter(asked, 'message');
    expect(messaged.case).toMatchObject({ status: 'awaiting-completion', clocks: asked.case.clocks });
    expect(reporterOptionsOf(messaged)).toEqual(['completion', 'message', 'withdrawal']);
    const answered = by(atRow10(), upt, 'answer');
    for (const action of ['message', 'withdrawal'] as const)
      expect(refusedAs(() => byReporter(answered, action))).toBe('wrong-step');
  });

  test('before the answer they may withdraw it, also while they are waited for and after an objection', () => {
    const objected = byReporter(by(atRow10(), upt, 'answer'), 'objection');
    for (const walk of [filed(monday), atRow3(), by(atRow10(), upt, 'request-completion'), objected]) {
      const withdrawn = byReporter(walk, 'withdrawal', { text: '' });
      expect(withdrawn.case).toMatchObject({ status: 'withdrawn', holder: null, clocks: {} });
      expect(withdrawn.entries.at(-1)).toMatchObject({ type: 'withdrawn', actor: { role: 'reporter' } });
      expect(refusedAs(() => byReporter(withdrawn, 'message'))).toBe('closed');
    }
  });

  test('a completion is requested once a stay, all its rows together; a recall, return or objection begins another', () => {
    const requested = (walk: Walk, office: typeof agency) =>
      byReporter(by(walk, office, 'request-completion'), 'completion');
    const row7 = requested(by(atRow6(), echelon1, 'receive'), echelon1);
    const row8 = by(row7, echelon1, 'accept');
    for (const walk of [row7, row8])
      expect(refusedAs(() => by(walk, echelon1, 'request-completion'))).toBe('already-requested');
    const below = by(by(row8, echelon1, 'dispose', { target: upt }), upt, 'receive');
    const again = [
      by(below, upt, 'return'),
      by(by(below, upt, 'return'), echelon1, 'accept'),
      by(below, echelon1, 'recall'),
      byReporter(by(row8, echelon1, 'answer'), 'objection'),
    ];
    for (const walk of [below, ...again]) {
      const { holder } = walk.case;
      expect(requested(walk, holder ?? national).case.stay).toMatchObject({ completions: 1 });
    }
  });

  test('of a report of 0.1.0, which knows no stay, the first request begins to count', () => {
    const old = (walk: Walk): Walk => {
      const { stay: _, ...c } = walk.case;
      return { ...walk, case: c };
    };
    expect(optionsOf(old(atRow10()), 'nasional')).toEqual([]);
    expect(by(old(atRow9()), upt, 'receive').case.stay).toEqual({ completions: 0, missed: false });
    const asked = by(old(atRow10()), upt, 'request-completion');
    expect(asked.case.stay).toEqual({ completions: 1, missed: false });
    expect(refusedAs(() => by(byReporter(asked, 'completion'), upt, 'request-completion'))).toBe(
      'already-requested',
    );
  });

  test('the holder asks without stopping a clock, at any row', () => {
    for (const [walk, office] of [
      [filed(monday), national],
      [atRow9(), upt],
      [by(atRow10(), upt, 'request-completion'), upt],
    ] as const) {
      const asked = by(walk, office, 'ask', { text: 'Jam berapa?' });
      expect(asked.case.clocks).toEqual(walk.case.clocks);
      expect(asked.entries.at(-1)).toMatchObject({ type: 'asked', text: 'Jam berapa?' });
      expect(nextTimer(asked)?.entries.at(-1)?.type).toBe(nextTimer(walk)?.entries.at(-1)?.type);
    }
  });
});

describe('reading 19: what is wrong about a report is put right', () => {
  const atRow8 = (kind: 'informasi' | 'pengaduan', policy = policies.realistis) => {
    const walk = by(filed(monday, { kind }, monday, policy), national, 'dispose', { target: agency });
    const below = by(by(walk, agency, 'receive'), agency, 'accept', { target: echelon1 });
    return by(by(below, echelon1, 'receive'), echelon1, 'accept');
  };
  const day = 24 * hour;

  test('another kind has the whole limit of that kind, from the same beginning, through the same pauses', () => {
    const asked = by(later(atRow8('informasi'), hour), echelon1, 'request-completion');
    const walk = byReporter(later(asked, day), 'completion');
    const corrected = by(walk, echelon1, 'correct', { changes: { kind: 'pengaduan', category: 'Jalan' } });
    expect(corrected.entries.at(-1)).toMatchObject({
      type: 'corrected',
      reason: 'alasan',
      changes: { kind: 'pengaduan', category: 'Jalan' },
    });
    expect(corrected.case).toMatchObject({ kind: 'pengaduan', step: 8, holder: echelon1 });
    const [before, after] = [walk.case.clocks.whole, corrected.case.clocks.whole];
    expect(after?.request).toMatchObject({ kind: 'pengaduan', from: before?.request.from });
    expect(after?.request.pauses).toEqual(before?.request.pauses);
    // 5 and 14 working days from Monday the 2nd, and one office day that the reporter took.
    expect([before?.due, after?.due]).toEqual(['2026-11-10T09:00:00.000Z', '2026-11-23T09:00:00.000Z']);
    // The row's limit is the same for every kind here.
    expect(corrected.case.clocks.row?.due).toBe(walk.case.clocks.row?.due);
    expect(nextDue(corrected.case)).toEqual(nextDue(walk.case));
  });

  test('what went out stays out, and a limit that is past by then rings once, as its last rung', () => {
    let walk = later(atRow8('pengaduan'), 0);
    while (walk.now < Date.parse('2026-11-13T02:00:00.000Z')) walk = nextTimer(walk) ?? walk;
    const corrected = by(walk, echelon1, 'correct', { changes: { kind: 'informasi' } });
    // Due on Monday the 9th: of its rungs, which are past by now, the breach rings.
    const rung = nextTimer(corrected);
    expect(rung?.entries.at(-1)).toMatchObject({
      type: 'breached',
      alert: { clock: 'whole', due: '2026-11-09T09:00:00.000Z' },
    });
    // And back: the breach stays on record.
    const back = by(rung ?? corrected, echelon1, 'correct', { changes: { kind: 'pengaduan' } });
    expect(back.entries.at(-1)).toMatchObject({ type: 'corrected' });
    expect(back.case.clocks.whole?.due).toBe(walk.case.clocks.whole?.due);
  });

  test('only a pengaduan is berkadar pengawasan, and something is to change', () => {
    const walk = by(atRow8('pengaduan'), echelon1, 'correct', { changes: { oversight: true } });
    expect(walk.case).toMatchObject({ kind: 'pengaduan', oversight: true });
    expect(walk.case.clocks.whole?.request).toMatchObject({ kind: 'oversight' });
    const informasi = by(walk, echelon1, 'correct', { changes: { kind: 'informasi' } });
    expect(informasi.case).toMatchObject({ kind: 'informasi', oversight: false });
    expect(informasi.entries.at(-1)?.changes).toEqual({ kind: 'informasi', oversight: false });
    for (const changes of [{}, { oversight: true }])
      expect(refusedAs(() => by(informasi, echelon1, 'correct', { changes }))).toBe('changes-required');
    expect(refusedAs(() => by(walk, echelon1, 'correct', { reason: '' }))).toBe('reason-required');
    expect(refusedAs(() => by(atRow9(), upt, 'correct'))).toBe('wrong-step');
  });

  test('what no limit hangs on is put right without a clock', () => {
    const walk = atRow8('informasi');
    const corrected = by(walk, echelon1, 'correct', { changes: { place: 'Pasar Baru' } });
    expect(corrected.entries.at(-1)).toMatchObject({ type: 'corrected', requests: [] });
    expect(corrected.case.clocks).toEqual(walk.case.clocks);
  });

  test('a row that is still being reckoned is asked for as what it is now; in a run of before it is left to come back', () => {
    const walk = atRow8('informasi');
    const { row, ...others } = walk.case.clocks;
    if (!row) throw new Error('row 8 has no clock');
    const actor = { role: 'echelon1', officeId: 'a1', name: 'Petugas' } as const;
    const said = { action: 'correct', actor, reason: 'Salah jenis', changes: { kind: 'pengaduan' } } as const;
    const asked = (around: Around) =>
      decide({ ...walk.case, clocks: others }, said, new Date(walk.now).toISOString(), around).entries[0]
        ?.requests;
    const whole = { clock: 'whole', kind: 'pengaduan', officeId: 'a', from: monday };
    const row8 = { clock: 'row', step: 8, kind: 'pengaduan', officeId: 'a1', from: row.request.from };
    expect(asked({ reckoning: row.request })).toMatchObject([row8, whole]);
    expect(asked({})).toMatchObject([whole]);
  });

  test('the whole limit of an agency that the report left is reckoned anew, too', () => {
    const at = (walk: Walk, office: typeof agency) =>
      by(by(walk, national, 'dispose', { target: office }), office, 'receive');
    const atB = at(by(at(filed(monday), agency), agency, 'return'), agencyB);
    const corrected = by(atB, agencyB, 'correct', { changes: { kind: 'aspirasi' } });
    expect(corrected.case.wholes?.a?.due).toBe('2026-11-09T09:00:00.000Z');
    // The one that rings is still its own: five days of Makassar.
    expect(corrected.case.clocks.whole?.request).toMatchObject({ officeId: 'b', kind: 'aspirasi' });
    expect(corrected.case.clocks.whole?.due).toBe('2026-11-09T08:00:00.000Z');
    // Until the record has reckoned them anew, their deadlines are known as they were.
    const unreckoned = decide(
      atB.case,
      {
        action: 'correct',
        actor: { role: 'agency', officeId: 'b', name: 'Petugas' },
        reason: 'Salah jenis',
        changes: { kind: 'aspirasi' },
      },
      new Date(atB.now).toISOString(),
    ).next;
    expect(unreckoned.wholes).toMatchObject({
      a: { request: { kind: 'aspirasi' }, due: atB.case.wholes?.a?.due },
      b: { request: { kind: 'aspirasi' }, due: atB.case.clocks.whole?.due },
    });
    const back = at(by(corrected, agencyB, 'return'), agency);
    expect(back.case.clocks.whole?.due).toBe('2026-11-09T09:00:00.000Z');
  });

  test('the reporter says who may see it, until the end', () => {
    const walk = by(atRow10(), upt, 'answer');
    const hidden = byReporter(walk, 'confidentiality', { changes: { confidentiality: 'rahasia' } });
    expect(hidden.entries.at(-1)).toMatchObject({
      type: 'corrected',
      actor: { role: 'reporter' },
      changes: { confidentiality: 'rahasia' },
    });
    expect(hidden.case.clocks).toEqual(walk.case.clocks);
    expect(refusedAs(() => byReporter(walk, 'confidentiality', { changes: { kind: 'informasi' } }))).toBe(
      'changes-required',
    );
  });

  describe('reading 25: more time', () => {
    test('row and whole end later, once, where the policy gives it for the kind', () => {
      const walk = atRow8('informasi');
      const extended = by(walk, echelon1, 'extend');
      const dues = ({ case: c }: Walk) => [c.clocks.row?.due, c.clocks.whole?.due];
      // 3 and 5 working days from Monday the 2nd; 10 and 12.
      expect(dues(walk)).toEqual(['2026-11-05T09:00:00.000Z', '2026-11-09T09:00:00.000Z']);
      expect(dues(extended)).toEqual(['2026-11-16T09:00:00.000Z', '2026-11-18T09:00:00.000Z']);
      expect(extended.entries.at(-1)).toMatchObject({ type: 'extended', reason: 'alasan' });
      expect(refusedAs(() => by(extended, echelon1, 'extend'))).toBe('already-extended');
      expect(refusedAs(() => by(atRow8('pengaduan'), echelon1, 'extend'))).toBe('wrong-step');
      expect(refusedAs(() => by(atRow8('informasi', policies.sop), echelon1, 'extend'))).toBe('wrong-step');
      const late = later(walk, 4 * day);
      expect(refusedAs(() => by(late, echelon1, 'extend'))).toBe('limit-missed');
      expect(optionsOf(late, 'a1')).not.toContain('extend');
    });

    test('until the exact deadline of both, also where the row has time and the whole has not', () => {
      const walk = atRow8('informasi');
      const at = (one: Walk, iso = '') => later(one, Date.parse(iso) - one.now);
      const row = walk.case.clocks.row?.due;
      expect(optionsOf(at(walk, row), 'a1')).toContain('extend');
      expect(optionsOf(later(at(walk, row), 1), 'a1')).not.toContain('extend');
      // On the sixth day a fresh row begins; the five of the whole were over on Monday the 9th.
      const asked = by(later(walk, 8 * day), agency, 'recall');
      const again = by(by(asked, agency, 'accept', { target: echelon1 }), echelon1, 'receive');
      const late = by(again, echelon1, 'accept');
      expect(late.case.clocks.row?.due).toBe('2026-11-13T09:30:00.000Z');
      expect(refusedAs(() => by(late, echelon1, 'extend'))).toBe('limit-missed');
    });

    test('one that the other kind is given too is given by its number', () => {
      const generous = {
        ...policies.realistis,
        extensions: { informasi: { workingDays: 7 }, aspirasi: { workingDays: 1 } },
      };
      const extended = by(atRow8('informasi', generous), echelon1, 'extend');
      const corrected = by(extended, echelon1, 'correct', { changes: { kind: 'aspirasi' } });
      // 3 and 5 working days from Monday the 2nd, and one more; what was not extended gets none. On Fridays till 16:30.
      expect(corrected.case.clocks.row?.due).toBe('2026-11-06T09:30:00.000Z');
      expect(corrected.case.clocks.whole?.due).toBe('2026-11-10T09:00:00.000Z');
      const never = by(atRow8('informasi', generous), echelon1, 'correct', { changes: { kind: 'aspirasi' } });
      expect(never.case.clocks.row?.due).toBe('2026-11-05T09:00:00.000Z');
    });

    test('whole limits of other agencies are left as they are', () => {
      const filing = filed(monday, { kind: 'informasi' }, monday, policies.realistis);
      const toA = by(by(filing, national, 'dispose', { target: agencyB }), agencyB, 'receive');
      const below = by(by(toA, agencyB, 'return'), national, 'dispose', { target: agency });
      const accepted = by(by(below, agency, 'receive'), agency, 'accept', { target: echelon1 });
      const walk = by(by(accepted, echelon1, 'receive'), echelon1, 'accept');
      const extended = by(walk, echelon1, 'extend');
      const asked = extended.entries.at(-1)?.requests.map(({ clock, officeId }) => [clock, officeId]);
      expect(asked).toEqual([
        ['row', 'a1'],
        ['whole', 'a'],
      ]);
      expect(extended.case.wholes?.b).toEqual(walk.case.wholes?.b);
    });

    test('a pause afterwards moves the extended limit, and one that another kind is not given ends', () => {
      const extended = by(atRow8('informasi'), echelon1, 'extend');
      const asked = by(later(extended, 9 * day), echelon1, 'request-completion');
      const back = byReporter(later(asked, day), 'completion');
      expect(back.case.clocks.row?.due).toBe('2026-11-17T09:00:00.000Z');
      const corrected = by(extended, echelon1, 'correct', { changes: { kind: 'aspirasi' } });
      expect(corrected.case.clocks.row?.due).toBe('2026-11-05T09:00:00.000Z');
      expect(corrected.case.clocks.whole?.due).toBe('2026-11-09T09:00:00.000Z');
      expect(refusedAs(() => by(corrected, echelon1, 'extend'))).toBe('wrong-step');
    });
  });
});
