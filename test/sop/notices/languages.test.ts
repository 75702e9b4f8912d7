// Every notice and every mail in both languages: what is ours is English there, with the same facts; what is quoted stands.
import { expect, test } from 'vitest';
import { consultationNotice } from '../../../sop/notices/consultation-notices.ts';
import { letterOf, type Reader } from '../../../sop/notices/letter.ts';
import type { Facts, Message } from '../../../sop/notices/notices.ts';
import { summaries } from '../../../sop/notices/summary-notices.ts';
import { weekly } from '../../../sop/notices/summaries/weekly.ts';
import { bodyIn, dueIn } from '../../../sop/notices/told.ts';
import { toFollower } from '../../../sop/notices/to-follower.ts';
import { toOffice } from '../../../sop/notices/to-office.ts';
import {
  accountAsked,
  accountDone,
  accountOfYoursChanged,
  accountRefused,
  changeOfYoursAsked,
} from '../../../sop/notices/to-ops/accounts.ts';
import { apiKeyEnds } from '../../../sop/notices/to-ops/api-key-ends.ts';
import { calendarEnds } from '../../../sop/notices/to-ops/calendar-end.ts';
import { toReporter } from '../../../sop/notices/to-reporter.ts';
import { onWish, owed } from '../../../sop/notices/to-reporter/on-wish.ts';
import { changeNames, clockNames, type Step } from '../../../sop/terms.ts';
import { changeWords, rowWords } from '../../../sop/texts/en/terms.ts';
import { alike, languages, type Words } from '../../../sop/texts/language.ts';
import {
  addressChanged,
  addressConfirmed,
  confirmAddress,
  fileInfected,
  keyChanged,
  keyCode,
  toRegisterFollower,
} from '../../../sop/texts/own-words.ts';

const number = 'LAP-2026-000001';
const title = 'Zxq judul';
const deadline = dueIn('2026-05-26T08:00:00.000Z', 'Asia/Makassar', true);
const facts = (step: Step, other: Partial<Facts> = {}): Facts => ({
  number,
  title,
  stepName: rowWords(step),
  office: 'Zxq kantor',
  holder: 'Zxq pemegang',
  deadline,
  untold: false,
  byReporter: false,
  lastWord: false,
  final: false,
  original: 'LAP-2026-000009',
  corrected: changeWords(Object.keys(changeNames) as (keyof typeof changeNames)[]),
  told: ['Zxq satu', 'Zxq dua'],
  text: 'Zxq laporan yang dikutip',
  reason: 'Zxq alasan yang dikutip',
  ...other,
});
const both = [
  facts(4),
  facts(8, { untold: true, byReporter: true, lastWord: true, final: true, original: '' }),
  facts(10, { original: '' }),
];

/** Everything that anybody is sent, by what it is. */
function everything(): [string, Message][] {
  const all: [string, Message][] = [];
  const add = (name: string, ...some: (Message | undefined)[]) =>
    all.push(...some.flatMap((one): [string, Message][] => (one ? [[name, one]] : [])));
  for (const [name, write] of Object.entries(toReporter)) add(name, ...both.map(write));
  for (const what of [onWish.disposed, onWish.returned]) add('hand-over', what(facts(3)));
  for (const what of Object.values(owed)) add('late', onWish.late(facts(4), what(facts(4))));
  const { alert, assigned, mentioned, assignedMany, unsent, webhookOff, ...plain } = toOffice;
  for (const [name, write] of Object.entries(plain)) add(name, write(facts(4)));
  for (let step = 1; step <= 11; step += 1) add(`arrival ${step}`, plain.arrival(facts(step as Step)));
  for (const clock of clockNames)
    for (const rung of ['warn', 'breach', 'escalation', 'act'] as const)
      add(`${rung} ${clock}`, alert(facts(5), clock, rung));
  add('assigned', assigned(number, title, 'Zxq rekan'), mentioned(number, title, 'Zxq rekan'));
  const numbers = Array.from({ length: 23 }, (_, n) => `LAP-2026-0001${n + 10}`);
  add('assigned many', assignedMany(numbers.slice(0, 2), 'Zxq rekan'), assignedMany(numbers, 'Zxq rekan'));
  add('unsent', unsent(number, alike('Zxq mengapa')));
  add('webhook', webhookOff('https://zxq.example', alike('Zxq mengapa')));
  for (const write of Object.values(toFollower))
    for (const text of ['Zxq dikutip', null])
      add('follower', write({ number, title, original: 'LAP-2026-000009', text }));
  const asked = { number, title, from: 'Zxq kantor', office: 'Zxq pemegang', deadline, text: 'Zxq tanya' };
  for (const what of ['asked', 'answered', 'withdrawn', 'ended', 'warned', 'late'] as const)
    for (const side of ['asked', 'asker'] as const)
      add(`consultation ${what}`, consultationNotice(`consultation-${what}`, side, asked));
  add('calendar', calendarEnds({ year: 2028, until: '2028-01-05T09:00:00.000Z' }, 'Asia/Makassar'));
  const key = { name: 'Zxq kunci', hint: 'a1B2', office: 'Zxq kantor', until: '2027-01-05T17:00:00.000Z' };
  add('API key', apiKeyEnds(key, 'Asia/Jakarta'));
  const account = { username: 'Zxq nama', office: 'Zxq kantor', role: 'ops', other: true } as const;
  for (const change of [
    { ...account, isNew: true },
    { ...account, isNew: false, password: true, active: true },
    { ...account, isNew: false, active: false },
  ] as const) {
    const asked = { by: 'Zxq satu', why: 'Zxq alasan', until: '2027-01-05T17:00:00.000Z' };
    add('account', accountAsked(change, asked, 'Asia/Jakarta'), changeOfYoursAsked(change, 'Zxq satu'));
    const by = ['Zxq satu', 'Zxq dua'];
    add('account', accountOfYoursChanged(change, by), accountDone(change, by));
    for (const withdrawn of [true, false])
      add('account', accountRefused(change, { by: 'Zxq satu', why: 'Zxq alasan', withdrawn }));
  }
  add('own words', addressChanged(number), addressConfirmed(number), confirmAddress.toReporter(number));
  add('own words', confirmAddress.toOfficer(), keyCode(number), keyChanged(number), fileInfected(number));
  for (const what of ['confirm', 'first-response', 'hand-over', 'lateness', 'answer', 'end'] as const)
    add(`register ${what}`, toRegisterFollower(what, number));
  const line = { number, title, step: 4, holder: 'Zxq kantor', when: deadline };
  const part = (n: number) => ({
    counts: { late: n, today: 1, waiting: 3 },
    lines: [
      { ...line, about: 'late' as const },
      { ...line, about: 'today' as const },
    ],
  });
  const none = { counts: { late: 0, today: 0, waiting: 0 }, lines: [] };
  add(
    'digest',
    summaries.digest({ date: '2026-05-25', office: 'Zxq kantor', own: part(2), below: part(17) }),
  );
  add('digest', summaries.digest({ date: '2026-05-25', office: 'Zxq kantor', own: part(1), below: none }));
  add('backlog', summaries.backlog({ came: 41, late: 13, lateBelow: 7 }));
  add('backlog', summaries.backlog({ came: 0, late: 0, lateBelow: 7 }));
  add('succession', summaries.succession({ office: 'Zxq kantor', moved: 31 }));
  const shares = { row: '81 %', firstResponse: '–', whole: '93 %' };
  const recap = { received: 51, answered: 52, ended: 53, open: 54, overdue: 55, returns: 56 };
  add('recap', summaries.recap({ month: '2026-04', office: 'Zxq kantor', ...recap, ...shares }));
  const compared = { now: 62, before: 41 };
  const week = { date: '2026-05-25', office: 'Zxq kantor', open: compared, received: compared, dueToday: 9 };
  const offices = [{ name: 'Zxq unit', ownDesk: true, late: { now: 26, before: 24 }, held: 88 }];
  const clocks = (['row', 'firstResponse', 'whole'] as const).map((clock) => ({ clock, within: 9, late: 3 }));
  const slowSteps = [
    { step: 8 as const, medianMinutes: 131.2, late: 7 },
    { step: 2 as const, medianMinutes: 0.4, late: 0 },
  ];
  const late = { ...week, late: compared, worstStep: 8, offices, others: 3, clocks, slowSteps };
  add('weekly', weekly({ ...late, isOne: false }), weekly({ ...late, isOne: true }));
  add('weekly', weekly({ ...late, late: { now: 0, before: 5 }, worstStep: null, isOne: false }));
  return all;
}

/** What a reader is told and not by us: names, numbers, links, and whatever was quoted. */
const factsIn = (text: string) =>
  [...text.matchAll(/https?:\S+|LAP-[\d-]+|Zxq [a-z]+(?: yang dikutip)?|\d+/g)]
    .map(([fact]) => fact)
    .toSorted();
const plain = (text: string) => text.replaceAll(/https?:\S+|LAP-[\d-]+|Zxq [^\n:;.,()]*/g, '');
/** The SOP's own words stand in brackets behind the English ones. */
const terms =
  /\((?:respon awal|ditarik kembali|kadar pengawasan|cuti bersama)\)|oversight \(kadar pengawasan\)/g;
const wordsIn = (text: string) =>
  new Set(
    plain(text)
      .toLowerCase()
      .match(/\p{L}{2,}/gu),
  );
/** Words that English has too. */
const shared = new Set(
  'admin api data digest go id indonesia ombudsman program tuntas upt virus webhook wita wib'.split(' '),
);

/** What is wrong with the pair, if anything. */
function faultsOf(name: string, { id, en }: Words, indonesian: ReadonlySet<string>): string[] {
  const facts = factsIn(en).join() === factsIn(id).join() ? [] : [`other facts in ${name}: ${en}`];
  const left = [...wordsIn(en.replaceAll(terms, ''))].filter((word) => indonesian.has(word));
  return left.length > 0 ? [...facts, `${left.join(', ')} in ${name}: ${en}`] : facts;
}

test('every notice says the same in both languages, and English has no Indonesian word in it', () => {
  const all = everything();
  expect(all.length).toBeGreaterThan(120);
  const texts = all.map(([name, { subject, parts }]) => ({
    name,
    subject,
    body: { id: bodyIn(parts, 'id'), en: bodyIn(parts, 'en') },
  }));
  const spoken = new Set(texts.flatMap(({ subject, body }) => [...wordsIn(`${subject.id}\n${body.id}`)]));
  const indonesian = new Set([...spoken].filter((word) => !shared.has(word)));
  expect(indonesian.size).toBeGreaterThan(200);
  const faults = texts.flatMap(({ name, subject, body }) => [
    ...faultsOf(`${name}, subject`, subject, indonesian),
    ...faultsOf(name, body, indonesian),
  ]);
  expect(faults).toEqual([]);
  for (const [name, { parts }] of all)
    for (const part of parts) {
      if ('said' in part) continue;
      const pairs =
        'line' in part ? [[part.line, part.en]] : part.list.map((one, at) => [one, part.en?.[at]]);
      // What is no name or number alone is said otherwise.
      for (const [id, en] of pairs)
        if (/\p{L}/u.test(plain(id ?? ''))) expect([name, en]).not.toEqual([name, id]);
    }
});

test('every mail is of one language, whoever reads it, with the same links', () => {
  const reader = (of: Pick<Reader, 'is' | 'confirmed'>): Omit<Reader, 'language'> => ({
    ...of,
    publicUrl: 'https://lapor.example.org',
    confirmUrl: of.confirmed ? undefined : 'https://lapor.example.org/konfirmasi#abc',
    rateUrls: new Map([[number, 'https://lapor.example.org/nilai#abc']]),
    stopUrls: new Map([[number, 'https://lapor.example.org/konfirmasi?berhenti#abc']]),
  });
  const told = everything().map(([, message]) => ({ number, ...message }));
  const letters = (['reporter', 'follower', 'officer', 'office'] as const).flatMap((is) =>
    [true, false].flatMap((confirmed) =>
      [...told.map((one) => [one]), told.slice(0, 3)].map((some) => {
        const [id, en] = languages.map((language) =>
          letterOf(some, { ...reader({ is, confirmed }), language }),
        );
        if (!id || !en) throw new Error('no letter');
        return { name: `${is} ${confirmed} ${some[0]?.kind}`, id, en };
      }),
    ),
  );
  const spoken = letters.flatMap(({ id }) => [...wordsIn(`${id.subject}\n${id.text}`)]);
  const indonesian = new Set(spoken.filter((word) => !shared.has(word)));
  const textOf = ({ subject, text }: (typeof letters)[number]['id']) => `${subject}\n${text}`;
  const faults = letters.flatMap(({ name, id, en }) =>
    faultsOf(name, { id: textOf(id), en: textOf(en) }, indonesian),
  );
  expect(faults).toEqual([]);
  for (const { id, en } of letters)
    expect([id, en].map(({ html }) => /<html lang="(..)">/.exec(html)?.[1])).toEqual(['id', 'en']);
});
