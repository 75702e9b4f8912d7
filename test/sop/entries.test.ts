// What each decision leaves, every entry whole and all that changes in the case: tables/, to be held against the paper.
import { expect, test } from 'vitest';
import { type Actor, type Case, type Decision, reporter } from '../../sop/case.ts';
import type { Entry } from '../../sop/entry.ts';
import { nextDue } from '../../sop/fire.ts';
import { recordSummary } from '../../sop/notices/record-summary.ts';
import { isSummary, timerSummary } from '../../sop/notices/summary.ts';
import type { Office } from '../../sop/offices.ts';
import { refusalOf } from '../../sop/refusal.ts';
import { type Action, officeActions, reporterDecisions } from '../../sop/terms.ts';
import { agency, agencyB, echelon1, national, upt, uptOther } from '../support/walks/small-ministry.ts';
import {
  anotherReport,
  by,
  byReporter,
  filed,
  later,
  nextTimer,
  originalIs,
  type Walk,
} from '../support/walks/walk.ts';
import { goodAnswer } from '../support/said.ts';

// A Monday, 09:00 WIB; every step an hour after the one before.
const monday = '2026-11-02T02:00:00.000Z';
const hour = 3_600_000;

type Way = (walk: Walk) => Walk;
const go = (...ways: Way[]): Walk => ways.reduce((walk, way) => way(later(walk, hour)), filed(monday));
const direct = (...ways: Way[]): Walk =>
  ways.reduce((walk, way) => way(later(walk, hour)), filed(monday, { agency }));
const decides =
  (office: Office, ...[action, said]: [Parameters<typeof by>[2], Parameters<typeof by>[3]?]): Way =>
  (walk) =>
    by(walk, office, action, { reason: '', text: '', ...said });
const says =
  (action: Parameters<typeof byReporter>[1], text = ''): Way =>
  (walk) =>
    byReporter(walk, action, { text });

const toRow3 = decides(national, 'dispose', { target: agency });
const toRow4 = [toRow3, decides(agency, 'receive')];
const toRow5 = [...toRow4, decides(agency, 'accept')];
const toRow6 = [...toRow5, decides(agency, 'dispose', { target: echelon1 })];
const toRow7 = [...toRow6, decides(echelon1, 'receive')];
const toRow8 = [...toRow7, decides(echelon1, 'accept')];
const toRow9 = [...toRow7, decides(echelon1, 'dispose', { target: upt })];
const toRow10 = [...toRow9, decides(upt, 'receive')];
const answered8 = [
  ...toRow8,
  decides(echelon1, 'answer', { text: 'Sudah diperbaiki seluruhnya kemarin sore' }),
];
const answered10 = [...toRow10, decides(upt, 'answer', { text: 'Sudah diperbaiki seluruhnya kemarin sore' })];
const objected = [
  says('objection', 'Belum'),
  decides(echelon1, 'answer', { text: 'Sudah diperbaiki sekali lagi kemarin sore' }),
];
const objectedTwice = [
  ...objected,
  says('objection', 'Masih belum'),
  decides(agency, 'accept', { target: echelon1 }),
  decides(echelon1, 'receive'),
  decides(echelon1, 'accept'),
  decides(echelon1, 'answer', { text: 'Sudah diperbaiki sekali lagi kemarin sore' }),
];
const recalls = (office: Office) => decides(office, 'recall', { reason: 'Salah kantor' });
const bounced = [...toRow4, decides(agency, 'return', { reason: 'Bukan kami' })];
const untold: Way = (walk) =>
  by(walk, national, 'request-completion', { reason: 'Foto', text: '', contactConfirmed: false });
const bounced1 = [
  decides(agency, 'dispose', { target: echelon1 }),
  decides(echelon1, 'receive'),
  decides(echelon1, 'return', { reason: 'Bukan kami' }),
  decides(agency, 'accept'),
];
const rejects = (office: Office) => decides(office, 'reject', { duplicateOf: anotherReport });
const rejectedAt2 = decides(national, 'reject', { reason: 'Spam' });
const asked = (text = '') => decides(national, 'request-completion', { reason: 'Foto', text });

function plain(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return value.map(plain).join(' + ');
  return Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .map(([name, one]) => (typeof one === 'object' && one ? `${name} (${plain(one)})` : `${name} ${one}`))
    .join(', ');
}

/** An entry in one line, with everything that it holds. */
function line(entry: Entry): string {
  const { seq: _, after: __, at, type, step, actor, from, to, requests, ...rest } = entry;
  const asks = requests.map(({ officeId: of, from: since, ...request }) => ({
    ...request,
    of,
    ...(since !== at && { since }),
  }));
  const said = { ...rest, ...(asks.length > 0 && { asks }) };
  return `${type} at ${step} by ${actor.role} ${actor.officeId ?? ''} (${actor.name}), ${from} → ${to}: ${plain(said)}`;
}

/** What became otherwise in the case, but its running clocks, and what an entry says of itself. */
function changes(before: Case, after: Case): string {
  const short = (c: Case) => {
    const { seq: _, awaits: __, clocks: ___, wholes: ____, holder, path, stopped, ...rest } = c;
    const offices = Object.values(path).map(({ id }) => id);
    const still = stopped && { ...stopped, clock: stopped.clock?.request.clock };
    return { ...rest, holder: holder?.id ?? null, path: offices, stopped: still };
  };
  const [was, is] = [short(before), short(after)];
  const names = Object.keys(is) as (keyof typeof is)[];
  const changed = names.filter((name) => plain(was[name]) !== plain(is[name]));
  return changed.map((name) => `${name}: ${plain(is[name])}`).join(' · ');
}

function left(before: Walk, way: Way): string {
  const after = way(later(before, hour));
  const entries = after.entries.slice(before.entries.length);
  const running = Object.keys(after.case.clocks).toSorted().join(', ') || 'nothing';
  return [...entries.map(line), changes(before.case, after.case), `running: ${running}`].join('\n  ');
}

const table: [string, () => Walk, Way][] = [
  ['2 dispose', () => go(), decides(national, 'dispose', { target: agency, reason: 'Kewenangan' })],
  ['2 reject', () => go(), decides(national, 'reject', { reason: 'Spam' })],
  [
    '2 reject as a duplicate',
    () => go(),
    (walk) => by(walk, national, 'reject', { reason: 'Sama', duplicateOf: 'LAP-2026-000009' }),
  ],
  ['4 reject', () => go(...toRow4), rejects(agency)],
  ['7 reject', () => go(...toRow7), rejects(echelon1)],
  ['objection to a rejection', () => go(rejectedAt2), says('objection', 'Tidak benar')],
  ['2 reject, objected to before', () => go(rejectedAt2, says('objection', 'Tidak benar')), rejectedAt2],
  ['message while rejected', () => go(rejectedAt2), says('message', 'Mohon dibaca')],
  ['rejection, not objected to', () => go(rejectedAt2), (walk) => nextTimer(walk) as Walk],
  ['the original of a duplicate has ended', () => go(...toRow7, rejects(echelon1)), originalIs],
  [
    'the original of a duplicate repeats another',
    () => go(...toRow7, rejects(echelon1)),
    (walk) => originalIs(walk, { number: 'LAP-2026-000003', endedAt: null }),
  ],
  [
    'objection of a duplicate',
    () => go(...toRow7, rejects(echelon1), originalIs),
    says('objection', 'Lain soal'),
  ],
  ['2 request-completion', () => go(), asked()],
  ['2 request-completion, told', () => go(), asked('Lewat telepon')],
  ['2 request-completion, untold', () => go(), untold],
  ['3 receive', () => go(toRow3), decides(agency, 'receive')],
  ['3 receive, straight from the public', () => direct(), decides(agency, 'receive')],
  ['4 accept', () => go(...toRow4), decides(agency, 'accept')],
  [
    '4 accept and dispose',
    () => go(...toRow4),
    decides(agency, 'accept', { target: echelon1, reason: 'Milik Anda' }),
  ],
  ['4 return', () => go(...toRow4), decides(agency, 'return', { reason: 'Bukan kami' })],
  ['4 request-completion', () => go(...toRow4), decides(agency, 'request-completion', { reason: 'Foto' })],
  ['5 dispose', () => go(...toRow5), decides(agency, 'dispose', { target: echelon1 })],
  ['5 request-completion', () => go(...toRow5), decides(agency, 'request-completion', { reason: 'Foto' })],
  ['6 receive', () => go(...toRow6), decides(echelon1, 'receive')],
  ['6 respond', () => go(...toRow6), decides(echelon1, 'respond', { text: 'Sudah kami terima' })],
  ['7 accept', () => go(...toRow7), decides(echelon1, 'accept')],
  ['7 accept and dispose', () => go(...toRow7), decides(echelon1, 'accept', { target: upt })],
  ['7 dispose', () => go(...toRow7), decides(echelon1, 'dispose', { target: upt, reason: 'Milik UPT' })],
  ['7 return', () => go(...toRow7), decides(echelon1, 'return', { reason: 'Bukan kami' })],
  ['7 respond', () => go(...toRow7), decides(echelon1, 'respond', { text: 'Sedang diperiksa' })],
  [
    '8 answer',
    () => go(...toRow8),
    decides(echelon1, 'answer', { text: 'Sudah diperbaiki seluruhnya hari ini juga' }),
  ],
  ['8 dispose', () => go(...toRow8), decides(echelon1, 'dispose', { target: uptOther })],
  ['8 respond', () => go(...toRow8), decides(echelon1, 'respond', { text: 'Sedang diperiksa' })],
  ['9 receive', () => go(...toRow9), decides(upt, 'receive')],
  ['9 return', () => go(...toRow9), decides(upt, 'return', { reason: 'Bukan kami' })],
  [
    '9 respond, of the Eselon 1 office',
    () => go(...toRow9),
    decides(echelon1, 'respond', { text: 'Sedang diperiksa' }),
  ],
  [
    '10 answer',
    () => go(...toRow10),
    decides(upt, 'answer', { text: 'Sudah diperbaiki seluruhnya hari ini juga' }),
  ],
  ['10 return', () => go(...toRow10), decides(upt, 'return', { reason: 'Bukan kami' })],
  [
    '10 respond, of the Eselon 1 office',
    () => go(...toRow10),
    decides(echelon1, 'respond', { text: 'Sedang diperiksa' }),
  ],
  [
    '11 respond, of an Eselon 1 office',
    () => go(...answered8),
    decides(echelon1, 'respond', { text: 'Tambahan' }),
  ],
  ['11 respond, of a UPT', () => go(...answered10), decides(upt, 'respond', { text: 'Tambahan' })],
  ['11 reply', () => go(...answered10), says('reply', 'Terima kasih')],
  ['11 confirmation', () => go(...answered10), says('confirmation')],
  ['11 confirmation with words', () => go(...answered8), says('confirmation', 'Puas')],
  ['11 objection to an Eselon 1 office', () => go(...answered8), says('objection', 'Belum selesai')],
  ['11 objection to a UPT', () => go(...answered10), says('objection', 'Belum selesai')],
  ['11 objection that goes upward', () => go(...answered8, ...objected), says('objection', 'Masih belum')],
  ['3 recall', () => go(toRow3), recalls(national)],
  ['8 recall', () => go(...toRow8), recalls(agency)],
  ['10 recall', () => go(...toRow10), recalls(echelon1)],
  ['10 recall by national after a missed limit', () => later(go(...toRow10), 24 * hour), recalls(national)],
  ['2 ask', () => go(), decides(national, 'ask', { text: 'Jam berapa?' })],
  [
    '8 correct',
    () => go(...toRow8),
    decides(echelon1, 'correct', {
      reason: 'Salah jenis',
      changes: { kind: 'aspirasi', place: 'Pasar Baru' },
    }),
  ],
  ['11 confidentiality', () => go(...answered8), (walk) => byReporter(walk, 'confidentiality', { text: '' })],
  ['2 message, before any office acted', () => go(), says('message', 'Ada lagi')],
  [
    '8 correct of the place alone',
    () => go(...toRow8),
    decides(echelon1, 'correct', { reason: 'Salah tempat', changes: { place: 'Pasar Baru' } }),
  ],
  ['9 message', () => go(...toRow9), says('message', 'Ada lagi')],
  ['8 withdrawal', () => go(...toRow8), says('withdrawal')],
  [
    'withdrawal of who is waited for, with words',
    () => go(...toRow8, decides(echelon1, 'request-completion', { reason: 'Foto' })),
    says('withdrawal', 'Sudah beres'),
  ],
  ['11 silence', () => go(...answered10), (walk) => nextTimer(walk) as Walk],
  ['completion of row 2', () => go(asked()), says('completion', 'Ini fotonya')],
  [
    'completion of row 4',
    () => go(...toRow4, decides(agency, 'request-completion', { reason: 'Foto' })),
    says('completion', 'Ini fotonya'),
  ],
  ['completion of who was not told', () => go(untold), says('completion', 'Ini fotonya')],
  ['told', () => go(untold), decides(national, 'told', { text: 'Lewat surat' })],
  ['completion not given', () => go(asked()), (walk) => nextTimer(walk) as Walk],
  [
    '2 dispose to another agency after a return',
    () => go(...toRow4, decides(agency, 'return', { reason: 'Bukan kami' })),
    decides(national, 'dispose', { target: agencyB }),
  ],
  [
    '2 dispose to the same agency after a return',
    () => go(...toRow4, decides(agency, 'return', { reason: 'Bukan kami' })),
    decides(national, 'dispose', { target: agency }),
  ],
  [
    '5 dispose after respon awal was given and the report returned',
    () =>
      go(
        ...toRow6,
        decides(echelon1, 'respond', { text: 'Sudah kami terima' }),
        decides(echelon1, 'return', { reason: 'Bukan kami' }),
        decides(agency, 'accept'),
      ),
    decides(agency, 'dispose', { target: echelon1 }),
  ],
];

const filings: [string, () => Walk][] = [
  ['1 to national', () => filed(monday)],
  ['1 straight to an agency', () => filed(monday, { agency })],
  ['1 a minute late', () => filed(monday, {}, '2026-11-02T02:01:00.000Z')],
  ['1 of a backlog', () => filed('2026-10-01T02:00:00.000Z', { agency }, monday)],
];

test('each decision leaves what the table says', async () => {
  const filing = filings.map(([name, start]) => {
    const walk = start();
    const running = Object.keys(walk.case.clocks).toSorted().join(', ');
    return `${name}\n  ${[...walk.entries.map(line), `running: ${running}`].join('\n  ')}\n`;
  });
  const decided = table.map(([name, start, way]) => `${name}\n  ${left(start(), way)}\n`);
  const text = [...filing, ...decided].join('\n');
  await expect(text).toMatchFileSnapshot('tables/entries.txt');
});

test('each is named in the Temporal UI as the table says, in words that nobody wrote', async () => {
  const told = [
    ...filings.map(([name, start]) => {
      const walk = start();
      return [name, walk, walk.entries] as const;
    }),
    ...table.map(([name, start, way]) => {
      const before = start();
      const after = way(later(before, hour));
      return [name, after, after.entries.slice(before.entries.length)] as const;
    }),
  ];
  const lines = told.map(([name, { case: c }, entries]) => {
    const [said, due] = [recordSummary(entries), nextDue(c)];
    const sentences = [said, ...(due ? [timerSummary(c, due)] : [])];
    expect(sentences.filter((sentence) => !isSummary(sentence))).toEqual([]);
    return `${name}\n  ${sentences.join('\n  ')}\n`;
  });
  await expect(lines.join('\n')).toMatchFileSnapshot('tables/summaries.txt');
});

/** Every state in which somebody may decide, and those in which nobody may. */
const states: [string, () => Walk][] = [
  ['row 2', () => go()],
  ['row 3', () => go(toRow3)],
  ['row 4', () => go(...toRow4)],
  ['row 5', () => go(...toRow5)],
  ['row 6', () => go(...toRow6)],
  ['row 7', () => go(...toRow7)],
  ['row 8', () => go(...toRow8)],
  ['row 9', () => go(...toRow9)],
  ['row 10', () => go(...toRow10)],
  ['row 11 after an Eselon 1 office', () => go(...answered8)],
  ['row 11 after a UPT', () => go(...answered10)],
  ['row 11 after two objections', () => go(...answered8, ...objectedTwice)],
  ['row 2, the reporter completes', () => go(asked())],
  [
    'row 4, the reporter completes',
    () => go(...toRow4, decides(agency, 'request-completion', { reason: 'Foto' })),
  ],
  ['row 2, the reporter is not told yet', () => go(untold)],
  ['row 10, its limit missed', () => later(go(...toRow10), 24 * hour)],
  [
    'row 8, completed',
    () =>
      go(...toRow8, decides(echelon1, 'request-completion', { reason: 'Foto' }), says('completion', 'Ini')),
  ],
  ['row 4, bindingly disposed', () => go(...bounced, ...bounced, ...toRow4)],
  ['row 7, bindingly disposed', () => go(...toRow5, ...bounced1, ...bounced1, ...toRow7.slice(3))],
  ['rejected', () => go(decides(national, 'reject', { reason: 'Spam' }))],
];
const offices = [national, agency, agencyB, echelon1, upt, uptOther];
/** A disposition of any office that may dispose goes one down. */
const below: Record<string, Office> = { nasional: agency, a: echelon1, a1: upt };

/** What each may do, and why not: with everything that the decision may need, then without it. */
function standing({ case: c, now }: Walk): string {
  const codes = (office: Office | undefined, said: Partial<Decision>) => {
    const actor: Actor = office ? { role: office.level, officeId: office.id, name: 'Petugas' } : reporter;
    const groups = new Map<string, Action[]>();
    for (const action of office ? officeActions : reporterDecisions) {
      const code = refusalOf(c, { action, actor, ...said }, new Date(now).toISOString()) ?? 'open';
      groups.set(code, [...(groups.get(code) ?? []), action]);
    }
    const all = office ? officeActions.length : reporterDecisions.length;
    const lines = [...groups].map(
      ([code, named]) => `${code}: ${named.length === all ? 'all' : named.join(', ')}`,
    );
    return lines.toSorted().join(' · ');
  };
  const alike = new Map<string, string[]>();
  for (const office of [...offices, undefined]) {
    const target = office && below[office.id];
    const whole = codes(office, {
      reason: 'alasan',
      text: goodAnswer,
      changes: { confidentiality: 'anonim' },
      ...(target && { target }),
    });
    const bare = codes(office, { reason: ' ', text: '\t' });
    const said = bare === whole ? whole : `${whole}\n    without words: ${bare}`;
    alike.set(said, [...(alike.get(said) ?? []), office?.id ?? 'pelapor']);
  }
  return [...alike].map(([said, who]) => `${who.join(', ')}: ${said}`).join('\n  ');
}

test('each may do in each state what the table says', async () => {
  const text = states.map(([name, start]) => `${name}\n  ${standing(start())}\n`).join('\n');
  await expect(text).toMatchFileSnapshot('tables/open.txt');
});
