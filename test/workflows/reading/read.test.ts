// What comes over the wire is read as it is or refused with where and what is wrong; never cut or mended (reading 32).
import { defaultPayloadConverter } from '@temporalio/common';
import { describe, expect, test } from 'vitest';
import type { Decision } from '../../../sop/case.ts';
import { tryRead } from '../../../workflows/reading/read.ts';
import {
  aboutSignal,
  readDecision,
  readEnded,
  readSignalled,
  readWhy,
  saying,
} from '../../../workflows/reading/read-decision.ts';
import { payloadConverter } from '../../../workflows/reading/tolerant-payloads.ts';
import { agency, national } from '../../support/walks/small-ministry.ts';

const malformed = (field: string) => ({ fault: { code: 'malformed', field } });
const tooLong = (field: string, length: number) => ({ fault: { code: 'too-long', field, length } });
const actor = { role: 'national', officeId: national.id, name: 'Admin Nasional' } as const;
const least: Decision = { action: 'dispose', actor };
const of = (change: object) => readDecision([{ ...least, ...change }]);

describe('a decision by update', () => {
  const whole: Required<Decision> = {
    action: 'reject',
    actor,
    reason: 'Sudah\ndilaporkan',
    text: 'Jawaban',
    duplicateOf: 'LAP-1',
    changes: { kind: 'aspirasi', place: null, region: '32.73.07', happenedOn: '2026-11-02' },
    expectedRevision: 0,
    contactConfirmed: false,
    target: { ...agency, parentId: null },
    under: { key: 'kunci', request: 'sidik' },
    validUntil: '2026-11-23T02:00:00.000Z',
  };

  test('is what was sent, with every field it may have and with those it must', () => {
    expect(readDecision([whole])).toEqual({ value: whole });
    expect(readDecision([least])).toEqual({ value: least });
    expect(of({ actor: { ...actor, officeId: undefined } })).toEqual({
      value: { ...least, actor: { ...actor, officeId: null } },
    });
  });

  test('may say null for what it leaves out', () => {
    const { action: _, actor: __, ...optional } = whole;
    const nothing = Object.fromEntries(Object.keys(optional).map((name) => [name, null]));
    const { value } = of(nothing) as { value: Decision };
    expect(Object.keys(value).toSorted()).toEqual(['action', 'actor']);
  });

  test('is one argument, and an object', () => {
    for (const args of [[], [least, least]]) expect(readDecision(args)).toEqual(malformed('arguments'));
    for (const value of ['dispose', 7, null, undefined, [least], [], true])
      expect(readDecision([value])).toEqual(malformed('decision'));
  });

  test('has no field that it does not know; only a name that can be shown is said', () => {
    const extra = (name: string) =>
      readDecision([JSON.parse(JSON.stringify(least).replace('{', `{"${name}":1,`))]);
    for (const name of ['status', '__proto__', 'constructor', 'x'.repeat(40)])
      expect(extra(name)).toEqual(malformed(name));
    for (const name of ['', 'a b', ' a', 'a ', 'x'.repeat(41), '<b>', 'a\\n'])
      expect(extra(name)).toEqual(malformed('decision'));
    expect(of({ actor: { ...actor, via: 'signal' } })).toEqual(malformed('via'));
    expect(of({ target: { ...agency, path: [] } })).toEqual(malformed('path'));
  });

  test.each([
    ['action', 64],
    ['duplicateOf', 64],
    ['reason', 5_000],
    ['text', 20_000],
  ])('%s has at most %i letters', (field, most) => {
    expect(of({ [field]: 'x'.repeat(most) })).toMatchObject({ value: { [field]: 'x'.repeat(most) } });
    expect(of({ [field]: 'x'.repeat(most + 1) })).toEqual(tooLong(field, most + 1));
  });

  test('within it each part has its own bounds, and is named by itself', () => {
    expect(of({ actor: { ...actor, name: 'x'.repeat(1_001) } })).toEqual(tooLong('name', 1_001));
    expect(of({ actor: { ...actor, name: 'x'.repeat(1_000) } })).toHaveProperty('value');
    expect(of({ target: { ...agency, id: 'x'.repeat(65) } })).toEqual(tooLong('id', 65));
    for (const field of ['key', 'request']) {
      const under = (length: number) =>
        of({ under: { key: 'k', request: 'r', [field]: 'x'.repeat(length) } });
      expect(under(201)).toEqual(tooLong(field, 201));
      expect(under(200)).toHaveProperty('value');
    }
    expect(of({ validUntil: `2026-11-23T02:00:00.${'0'.repeat(20)}Z` })).toEqual(tooLong('validUntil', 41));
    expect(of({ validUntil: `2026-11-23T02:00:00.${'0'.repeat(19)}Z` })).toHaveProperty('value');
  });

  test.each<[string, object]>([
    ['action', { action: undefined }],
    ['action', { action: 7 }],
    ['action', { action: 'a\0' }],
    ['actor', { actor: undefined }],
    ['role', { actor: { ...actor, role: 'mayor' } }],
    ['role', { actor: { officeId: null, name: 'A' } }],
    ['officeId', { actor: { ...actor, officeId: 7 } }],
    ['name', { actor: { ...actor, name: 'Siti\nAminah' } }],
    ['name', { actor: { ...actor, name: 'Si\u202Eti' } }],
    ['reason', { reason: 'tak\u202Eterbaca' }],
    ['reason', { reason: ['satu'] }],
    ['text', { text: 'tak\u202Eterbaca' }],
    ['text', { text: '\uD800' }],
    ['duplicateOf', { duplicateOf: false }],
    ['level', { target: { ...agency, level: 'system' } }],
    ['zone', { target: { ...agency, zone: 'Asia/Tokyo' } }],
    ['region', { changes: { region: '3273' } }],
    ['parentId', { target: { ...agency, parentId: 0 } }],
    ['target', { target: 'agency' }],
    ['under', { under: 'kunci' }],
    ['request', { under: { key: 'kunci' } }],
    ['contactConfirmed', { contactConfirmed: 'ya' }],
    ['contactConfirmed', { contactConfirmed: 0 }],
    ['validUntil', { validUntil: 'besok' }],
    ['validUntil', { validUntil: 1_800_000_000 }],
    ...[-1, 1.5, '1', 2 ** 53, Number.NaN].map((expectedRevision): [string, object] => [
      'expectedRevision',
      { expectedRevision },
    ]),
  ])('a wrong %s is named: %j', (field, change) => {
    expect(of(change)).toEqual(malformed(field));
  });

  test('is kept in one form of each letter, so that equal names are equal', () => {
    const said = { reason: 'Kafe\u0301 tutup', changes: { title: 'Cafe\u0301' } };
    const read = of({ ...said, actor: { ...actor, name: 'Rene\u0301' } });
    expect(read).toMatchObject({
      value: { reason: 'Kaf\u00E9 tutup', changes: { title: 'Caf\u00E9' }, actor: { name: 'Ren\u00E9' } },
    });
    expect(of({ reason: 'e\u0301'.repeat(5_000) })).toHaveProperty('value');
  });

  test('of any role there is, and for an office of any level and zone', () => {
    for (const role of ['national', 'agency', 'echelon1', 'upt', 'reporter', 'system'])
      expect(of({ actor: { ...actor, role } })).toMatchObject({ value: { actor: { role } } });
    for (const zone of ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'])
      expect(of({ target: { ...agency, zone } })).toMatchObject({ value: { target: { zone } } });
  });
});

describe('a decision by signal', () => {
  const sender = { officeId: 'a', name: 'Admin' };
  const signal = { action: 'dispose', actor: sender, officeId: 'a1', key: 'kunci', reason: 'Alasan' };

  test('names offices by their ids, and may leave its role and key out', () => {
    expect(readSignalled([signal])).toEqual({ value: signal });
    const spoken = { action: 'ask', actor: { ...sender, role: 'agency' }, text: 'Di mana?' };
    expect(readSignalled([spoken])).toEqual({ value: spoken });
  });

  test.each<[ReturnType<typeof malformed> | ReturnType<typeof tooLong>, unknown[]]>([
    [malformed('arguments'), []],
    [malformed('arguments'), [signal, signal]],
    [malformed('decision'), ['x']],
    [malformed('target'), [{ ...signal, target: agency }]],
    [malformed('contactConfirmed'), [{ ...signal, contactConfirmed: true }]],
    [malformed('name'), [{ ...signal, actor: { officeId: 'a' } }]],
    [tooLong('role', 65), [{ ...signal, actor: { ...sender, role: 'x'.repeat(65) } }]],
    [tooLong('key', 201), [{ ...signal, key: 'x'.repeat(201) }]],
    [tooLong('officeId', 65), [{ ...signal, officeId: 'x'.repeat(65) }]],
  ])('%j is refused', (fault, args) => {
    expect(readSignalled(args)).toEqual(fault);
  });

  test('that could not be read is on record with what of it could', () => {
    const nobody = { officeId: null, name: '' };
    expect(aboutSignal([{ ...signal, reason: 7 }])).toEqual({ action: 'dispose', actor: sender });
    expect(aboutSignal([{ ...signal, actor: 'Admin' }])).toEqual({ action: 'dispose', actor: nobody });
    expect(aboutSignal([{ actor: sender }])).toEqual({ action: 'none', actor: sender });
    for (const args of [[], [null], ['dispose'], [undefined]])
      expect(aboutSignal(args)).toEqual({ action: 'none', actor: nobody });
  });
});

test('why deadlines are recomputed is one text', () => {
  expect(readWhy(['Kalender 2026'])).toEqual({ value: 'Kalender 2026' });
  expect(readWhy(['x'.repeat(5_001)])).toEqual(tooLong('why', 5_001));
  expect(readWhy([7])).toEqual(malformed('why'));
  for (const args of [[], ['a', 'b']]) expect(readWhy(args)).toEqual(malformed('arguments'));
});

test('which office has ended is one id', () => {
  expect(readEnded([agency.id])).toEqual({ value: agency.id });
  expect(readEnded(['x'.repeat(65)])).toEqual(tooLong('officeId', 65));
  for (const args of [[], ['a', 'b']]) expect(readEnded(args)).toEqual(malformed('arguments'));
});

test('what comes under an action’s name need not say it again, and is not taken for another', () => {
  const { action, ...unsaid } = least;
  expect(saying([unsaid], action)).toEqual([least]);
  expect(saying([unsaid, 'more'], action)).toEqual([least, 'more']);
  for (const args of [
    [least],
    [{ ...least, action: 'reject' }],
    [{ action: undefined }],
    [null],
    ['text'],
    [],
  ])
    expect(saying(args, action)).toEqual(args);
  expect(readDecision([least], action)).toEqual({ value: least });
  expect(readDecision([least], 'reject')).toEqual(malformed('action'));
  expect(readDecision([7], 'reject')).toEqual(malformed('decision'));
  const signal = { action, actor: { officeId: national.id, name: 'Admin Nasional' } };
  expect(readSignalled([signal], action)).toHaveProperty('value.action', action);
  expect(readSignalled([signal], 'reject')).toEqual(malformed('action'));
});

test('a day is ten characters as calendars have it, and one there is', () => {
  for (const happenedOn of [
    '2026-11-2',
    '+2026-11-02',
    '2026-11-02T',
    'Nov 2 2026',
    '2026-13-01',
    '2026-1-001',
    '2026-02-30',
    '0000-01-01',
  ])
    expect(of({ changes: { happenedOn } })).toHaveProperty('fault.field', 'happenedOn');
  expect(of({ changes: { happenedOn: '2026-11-02' } })).toHaveProperty('value.changes.happenedOn');
});

test('a fault of ours is none of the sender’s', () => {
  const broken = () => {
    throw new TypeError('rusak');
  };
  expect(() => tryRead(broken, 1, 'x')).toThrow(TypeError);
});

test('bytes that nothing reads become a value that nothing accepts; all else is as the SDK has it', () => {
  const payload = payloadConverter.toPayload(least);
  expect(payload).toEqual(defaultPayloadConverter.toPayload(least));
  expect(payloadConverter.fromPayload(payload)).toEqual(least);
  const bytes = new TextEncoder();
  const metadata = { encoding: bytes.encode('json/plain') };
  const unreadable = payloadConverter.fromPayload({ metadata, data: bytes.encode('{"action":') });
  expect(readDecision([unreadable])).toEqual(malformed('decision'));
  expect(readSignalled([unreadable])).toEqual(malformed('decision'));
  expect(readWhy([unreadable])).toEqual(malformed('why'));
});
