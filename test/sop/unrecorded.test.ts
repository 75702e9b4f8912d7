// Decisions while the database is away, whose clocks nobody has reckoned yet; and reports as 0.1.0 left them.
import { describe, expect, test } from 'vitest';
import { type Actor, type Case, type Decision, reporter } from '../../sop/case.ts';
import { decide } from '../../sop/decide.ts';
import type { Entry } from '../../sop/entry.ts';
import type { Office } from '../../sop/offices.ts';
import { row2 } from '../../sop/rows/national.ts';
import { file, type Filing } from '../../sop/rows/intake.ts';
import { always } from '../../sop/rows/moves.ts';
import { Transition } from '../../sop/transition.ts';
import { agency, agencyB, echelon1, national } from '../support/walks/small-ministry.ts';

/** The hours of a Monday, WIB. */
const at = (hour: number) => `2026-11-02T${String(hour - 7).padStart(2, '0')}:00:00.000Z`;
const filing: Filing = {
  number: 'LAP-2026-000001',
  kind: 'pengaduan',
  oversight: false,
  receivedAt: at(9),
  national,
  agency: null,
};

type Said = Partial<Decision> & Pick<Decision, 'action'>;
const of = (office: Office | undefined): Actor =>
  office ? { role: office.level, officeId: office.id, name: 'Petugas' } : reporter;

/** Takes decisions, one an hour from ten, none of them written down. Gives the case and the last entry's requests. */
function taken(
  from: Partial<Filing>,
  ...decisions: [office: Office | undefined, said: Said][]
): { c: Case; asked: Entry['requests']; last: Entry | undefined } {
  let moved = file({ ...filing, ...from });
  for (const [index, [office, said]] of decisions.entries()) {
    moved = decide(moved.next, { actor: of(office), reason: 'alasan', text: 'isi', ...said }, at(10 + index));
  }
  const last = moved.entries.at(-1);
  return { c: moved.next, asked: last?.requests ?? [], last };
}

const toAgency: [Office, Said] = [national, { action: 'dispose', target: agency }];
const receive: [Office, Said] = [agency, { action: 'receive' }];
const back: [Office, Said] = [agency, { action: 'return' }];
const ask = (office: Office): [Office, Said] => [office, { action: 'request-completion' }];
const completion: [undefined, Said] = [undefined, { action: 'completion' }];

describe('before any clock is reckoned', () => {
  test('a completion begins the limit of its row anew, where none stood still', () => {
    expect(taken({}, ask(national), completion).asked).toEqual([
      { clock: 'row', step: 2, kind: 'pengaduan', officeId: 'nasional', from: at(11) },
    ]);
  });

  test('the whole limit goes on from its own beginning, the pause left out (reading 13)', () => {
    const { asked, c } = taken({}, toAgency, receive, ask(agency), completion);
    expect(asked).toEqual([
      { clock: 'row', step: 4, kind: 'pengaduan', officeId: 'a', from: at(13) },
      {
        clock: 'whole',
        kind: 'pengaduan',
        officeId: 'a',
        from: at(10),
        pauses: [{ from: at(12), to: at(13) }],
        begins: at(13),
      },
    ]);
    expect(c.wholeStopped).toBeNull();
  });

  test('it comes back to an agency whose whole limit began there before', () => {
    const toOther: [Office, Said] = [national, { action: 'dispose', target: agencyB }];
    const there: [Office, Said][] = [toAgency, receive, back, toOther, [agencyB, { action: 'receive' }]];
    const { asked, c } = taken({}, ...there, [agencyB, { action: 'return' }], toAgency);
    expect(asked[1]).toEqual({
      clock: 'whole',
      kind: 'pengaduan',
      officeId: 'a',
      from: at(10),
      begins: at(16),
    });
    expect(Object.keys(c.wholes ?? {})).toEqual(['a', 'b']);
  });

  test('no clock is taken for running, and each is awaited from its entry', () => {
    const { c } = taken({}, toAgency, receive);
    expect([c.clocks, c.awaits]).toEqual([{}, { row: 4, whole: 3 }]);
  });

  test('the policy that is shipped counts: two returns, then binding (reading 10)', () => {
    const round = [toAgency, receive, back];
    expect(taken({}, ...round, ...round, toAgency).last).toMatchObject({ type: 'disposed', binding: true });
    expect(taken({}, ...round, toAgency).last).toMatchObject({ type: 'disposed', binding: false });
  });
});

test.each([
  [{}, 'pengaduan'],
  [{ kind: 'informasi' }, 'informasi'],
  [{ kind: 'aspirasi', oversight: true }, 'oversight'],
] as const)('the whole limit of %j is that of %s', (from, kind) => {
  expect(taken(from, toAgency).asked[1]).toMatchObject({ clock: 'whole', kind, from: at(10) });
});

describe('as 0.1.0 left it', () => {
  test('a run in which it asked lets the whole limit run on while the reporter completes', () => {
    const { c } = taken({}, toAgency, receive);
    const asking: Decision = { action: 'request-completion', actor: of(agency), reason: 'Foto' };
    const ran = decide(c, asking, at(12), { wholeRuns: true }).next;
    expect([ran.wholeStopped, ran.awaits.whole]).toEqual([null, 3]);
    const completed = decide(ran, { action: 'completion', actor: reporter, text: 'Ini' }, at(13));
    expect(completed.entries[0]?.requests.map(({ clock }) => clock)).toEqual(['row']);
  });

  test('a report without whole limits by office gets its own from the next agency on', () => {
    const { wholes: _, ...old } = taken({}).c;
    const next = decide(old, { action: 'dispose', actor: of(national), target: agency }, at(10));
    expect(next.next.wholes).toMatchObject({ a: { request: { clock: 'whole', from: at(10) } } });
  });

  test('one that stood still without it asks for none when it goes on', () => {
    const { wholes: _, ...old } = taken({}, toAgency, receive, ask(agency)).c;
    const next = decide(old, { action: 'completion', actor: reporter, text: 'Ini' }, at(13));
    expect(next.entries[0]?.requests.map(({ clock }) => clock)).toEqual(['row']);
  });
});

test('what cannot be is an error, and no half decision', () => {
  const { c } = taken({});
  const t = new Transition(c, of(national), at(10));
  const without: Decision = { action: 'dispose', actor: of(national) };
  expect(() => row2.dispose(t, without)).toThrow(expect.objectContaining({ code: 'office-required' }));
  expect(t.entries).toEqual([]);
  for (const nothing of [null, undefined]) expect(() => always(nothing)).toThrow(/lacks what it always has/);
  expect(always(echelon1)).toBe(echelon1);
});
