// Who is known, what is a code of ours, and refusals that no table of rows has.
import { describe, expect, test } from 'vitest';
import {
  type Actor,
  type Case,
  type Decision,
  deadlineOfCase,
  dueOfClock,
  holderOf,
  reporter,
  system,
} from '../../sop/case.ts';
import { decide, recordRefusal } from '../../sop/decide.ts';
import { withDue } from '../../sop/entry.ts';
import { isDirectlyBelow, nowhere, offsetOf } from '../../sop/offices.ts';
import { procedure, rejection, waiting } from '../../sop/procedure.ts';
import { isKnownActor, isRefusalCode, optionsFor, Refusal, refusalOf, refusals } from '../../sop/refusal.ts';
import type { Move } from '../../sop/row.ts';
import { type Action, reporterDecisions } from '../../sop/terms.ts';
import { agency, agencyB, echelon1, national, upt } from '../support/walks/small-ministry.ts';
import { by, byReporter, filed } from '../support/walks/walk.ts';

const monday = '2026-11-02T02:00:00.000Z';
const atNational = () => filed(monday).case;
const atAgency = () => by(filed(monday), national, 'dispose', { target: agency }).case;
const atEchelon1 = () =>
  ['receive', 'accept'].reduce(
    (walk, action) => by(walk, agency, action as 'receive', action === 'accept' ? { target: echelon1 } : {}),
    by(filed(monday), national, 'dispose', { target: agency }),
  );
const officer = (office: { id: string; level: Actor['role'] }, role = office.level): Actor => ({
  role,
  officeId: office.id,
  name: 'Petugas',
});

describe('an actor', () => {
  test.each([
    ['who holds it', officer(agency), true],
    ['on the path', officer(national), true],
    ['of no part of the path, whose level nobody here knows', officer(agencyB), true],
    ['who holds it, by another level', officer(agency, 'upt'), false],
    ['on the path, by another level', officer(national, 'agency'), false],
    ['the reporter', reporter, true],
    ['the reporter by a name', { ...reporter, name: 'Siti' }, false],
    ['the reporter of an office', { ...reporter, officeId: 'a' }, false],
    ['the system', system, false],
    ['the system of an office', { ...system, officeId: 'a' }, false],
    ['the system of an office that nobody here knows', { ...system, officeId: 'x' }, false],
    ['of no office', { ...officer(agency), officeId: null }, false],
  ] as const)('%s', (_what, actor, known) => {
    expect(isKnownActor(atAgency(), actor)).toBe(known);
  });

  test('at row 11, which no office holds', () => {
    const answered = by(
      by(by(atEchelon1(), echelon1, 'receive'), echelon1, 'accept'),
      echelon1,
      'answer',
    ).case;
    expect(answered.holder).toBeNull();
    expect(isKnownActor(answered, officer(upt))).toBe(true);
    expect(isKnownActor(answered, officer(echelon1, 'agency'))).toBe(false);
  });
});

test('a code is ours by its own name', () => {
  for (const code of Object.keys(refusals)) expect(isRefusalCode(code)).toBe(true);
  for (const other of [
    '',
    'toString',
    '__proto__',
    'Stale',
    7,
    null,
    undefined,
    { code: 'stale' },
    ['stale'],
  ])
    expect(isRefusalCode(other)).toBe(false);
  const refused = new Refusal('stale');
  expect([refused.name, refused.code, refused.message]).toEqual(['Refusal', 'stale', refusals.stale.title]);
});

const why = (c: Case, said: Partial<Decision> & Pick<Decision, 'action' | 'actor'>) =>
  refusalOf(c, { reason: 'alasan', text: 'isi', ...said }, monday);

describe('a decision', () => {
  test('of the revision that is there is taken, of another one not', () => {
    const [c, one] = [atNational(), { action: 'reject', actor: officer(national) } as const];
    for (const expectedRevision of [undefined, 1])
      expect(why(c, { ...one, ...(expectedRevision && { expectedRevision }) })).toBeUndefined();
    for (const expectedRevision of [0, 2]) expect(why(c, { ...one, expectedRevision })).toBe('stale');
  });

  test('that nobody knows, or that is the other side’s', () => {
    const c = atNational();
    for (const action of ['none', '', 'reply', 'constructor'] as never[])
      expect(why(c, { action, actor: officer(national) })).toBe('unknown-action');
    for (const action of ['none', '', 'dispose', 'constructor'] as never[])
      expect(why(c, { action, actor: reporter })).toBe('unknown-action');
    expect(why(c, { action: 'dispose', actor: { ...officer(national), officeId: null } })).toBe('not-holder');
  });

  test('without any words', () => {
    const c = by(by(atEchelon1(), echelon1, 'receive'), echelon1, 'accept').case;
    expect(refusalOf(c, { action: 'answer', actor: officer(echelon1) }, monday)).toBe('text-required');
    expect(refusalOf(c, { action: 'recall', actor: officer(agency) }, monday)).toBe('reason-required');
    expect(refusalOf(c, { action: 'withdrawal', actor: reporter }, monday)).toBeUndefined();
  });

  test('is the reporter’s by its name, at every row', () => {
    for (const { decisions } of [...Object.values(procedure), waiting, rejection])
      for (const [action, move] of Object.entries(decisions) as [Action, Move][])
        expect([action, move.by === 'reporter']).toEqual([
          action,
          reporterDecisions.some((one) => one === action),
        ]);
  });

  test('to reject as a duplicate of itself (reading 21)', () => {
    const [c, actor] = [atNational(), officer(national)];
    expect(why(c, { action: 'reject', actor, duplicateOf: c.number })).toBe('not-an-original');
    expect(why(c, { action: 'reject', actor, duplicateOf: 'LAP-2026-000002' })).toBeUndefined();
    expect(why(c, { action: 'dispose', actor, target: agency, duplicateOf: c.number })).toBeUndefined();
  });

  test('of row 11 that another row refuses', () => {
    const c = atAgency();
    expect(why(c, { action: 'objection', actor: reporter })).toBe('wrong-step');
    const closed = byReporter(
      by(by(by(atEchelon1(), echelon1, 'receive'), echelon1, 'accept'), echelon1, 'answer'),
      'reply',
    );
    expect(why(closed.case, { action: 'completion', actor: reporter })).toBe('wrong-step');
  });

  test('respon awal, owed while the reporter completes (reading 11)', () => {
    const owed = (step: Case['step']): Case => ({
      ...by(atEchelon1(), echelon1, 'receive').case,
      step,
      status: 'awaiting-completion',
      stopped: { clock: null, at: monday },
    });
    expect(optionsFor(owed(8), 'a1', monday)).toEqual(['respond', 'ask']);
    expect(optionsFor(owed(5), 'a1', monday)).toEqual(['ask']);
  });
});

test('a refusal that is recorded says what, why and by whom, and changes nothing', () => {
  const { case: c } = filed(monday);
  const actor = officer(agency);
  const one = recordRefusal(c, { action: 'dis\0pose', actor }, { code: 'stale', field: 'actor' }, monday);
  const { entries, next } = one;
  const { awaits: _, seq, ...same } = next;
  const { awaits: __, seq: before, ...was } = c;
  expect(same).toEqual(was);
  expect(seq).toBe(before + 1);
  expect(entries).toMatchObject([
    { type: 'refused', step: 2, actor, refused: { action: 'dis\uFFFDpose', code: 'stale', field: 'actor' } },
  ]);
  expect(entries[0]).not.toHaveProperty('reason');
  const said = recordRefusal(c, { action: 'return', actor, reason: 'Salah' }, { code: 'not-holder' }, monday);
  expect(said.entries[0]).toMatchObject({ reason: 'Salah', refused: { code: 'not-holder' } });
});

test('what a row does not have is refused before anything is moved', () => {
  const { case: c } = filed(monday);
  const refused = () => decide(c, { action: 'answer', actor: officer(national), text: 'isi' }, monday);
  expect(refused).toThrow(expect.objectContaining({ code: 'wrong-step' }));
});

test('who holds it and until when, as people see it', () => {
  const walk = filed(monday);
  expect(holderOf(walk.case)).toEqual({ id: 'nasional', name: 'Kantor nasional', level: 'national' });
  expect(holderOf({ holder: null })).toEqual({ id: null, name: 'Sistem', level: 'system' });
  expect(deadlineOfCase(walk.case)).toBe('2026-11-05T09:00:00.000Z');
  const asked = by(walk, national, 'request-completion').case;
  expect(deadlineOfCase(asked)).toBe('2026-11-16T09:00:00.000Z');
  expect(deadlineOfCase({ ...asked, clocks: { ...asked.clocks, ...walk.case.clocks } })).toBe(
    '2026-11-16T09:00:00.000Z',
  );
  expect(deadlineOfCase({ ...walk.case, clocks: {} })).toBeNull();
  expect(dueOfClock(undefined)).toEqual({ deadline: null });
  const { row } = walk.case.clocks;
  expect(dueOfClock(row)).toEqual({ deadline: row?.due });
  // reading 30: of a year without decreed days.
  const { row: provisional } = filed('2029-11-05T02:00:00.000Z').case.clocks;
  expect(dueOfClock(provisional)).toEqual({ deadline: provisional?.due, provisional: true });
});

test('an outcome with its deadline as it came to be says anew whether that is provisional', () => {
  const outcome = {
    number: 'LAP-2026-000001',
    revision: 2,
    step: 3,
    stepName: 'Penerimaan',
    status: 'in-process',
    holder: { id: 'a', name: 'Instansi', level: 'agency' },
    options: [],
    deadline: null,
  } as const;
  const [sure, unsure] = [{ deadline: monday }, { deadline: monday, provisional: true }] as const;
  const known = { ...outcome, options: [], ...unsure };
  expect(withDue({ ...outcome, options: [] }, unsure)).toEqual(known);
  expect(withDue(known, sure)).toStrictEqual({ ...outcome, options: [], ...sure });
});

test('an office is below one alone, by a level and by its place', () => {
  expect([agency, agencyB].map((office) => isDirectlyBelow(office, national))).toEqual([true, true]);
  expect(isDirectlyBelow({ ...agency, level: 'upt' }, national)).toBe(false);
  expect(isDirectlyBelow(echelon1, agencyB)).toBe(false);
  expect(isDirectlyBelow(nowhere('x'), national)).toBe(false);
  expect(nowhere('x')).toEqual({ id: 'x', name: 'x', level: 'upt', parentId: null, zone: 'Asia/Jakarta' });
  const offsets = (['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'] as const).map(offsetOf);
  expect(offsets).toEqual(['+07:00', '+08:00', '+09:00']);
});
