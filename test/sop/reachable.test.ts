// Properties over every reachable state: random walks of decisions, by anybody, and timers.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isOver } from '../../sop/case.ts';
import { nextDue } from '../../sop/fire.ts';
import { recordSummary } from '../../sop/notices/record-summary.ts';
import { isSummary, timerSummary } from '../../sop/notices/summary.ts';
import { decisionsAt, procedure, rows } from '../../sop/procedure.ts';
import { policies } from '../../sop/policy/policy.ts';
import { Refusal } from '../../sop/refusal.ts';
import {
  type Action,
  type Ending,
  isEnd,
  officeActions,
  reporterDecisions,
  type Step,
} from '../../sop/terms.ts';
import { agency, allOffices } from '../support/walks/small-ministry.ts';
import {
  anotherReport,
  by,
  byReporter,
  filed,
  later,
  nextTimer,
  originalIs,
  optionsOf,
  reporterOptionsOf,
  type Walk,
} from '../support/walks/walk.ts';

const move = fc.record({
  // Weighted to what is open, so that walks get far; the rest is anything by anybody.
  open: fc.nat(),
  chaos: fc.integer({ min: 0, max: 9 }),
  office: fc.nat(),
  target: fc.nat(),
  action: fc.constantFrom<Action>(...officeActions, ...reporterDecisions),
  blank: fc.boolean(),
  hours: fc.integer({ min: 0, max: 60 }),
});
type Move = typeof move extends fc.Arbitrary<infer T> ? T : never;

const walks = fc.tuple(fc.boolean(), fc.array(move, { maxLength: 40 }));
const pick = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

/** One move: most often something open, sometimes a timer, sometimes nonsense. Gives the walk and whether it was refused. */
function step(walk: Walk, m: Move): { walk: Walk; refused: boolean } {
  const now = later(walk, m.hours * 3_600_000);
  if (m.chaos === 0) return { walk: nextTimer(now) ?? now, refused: false };
  try {
    if (m.chaos === 1) return { walk: anything(now, m), refused: false };
    return { walk: something(now, m), refused: false };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { walk: now, refused: true };
  }
}

function anything(walk: Walk, m: Move): Walk {
  const said = m.blank ? { reason: '', text: '' } : { target: pick(allOffices, m.target) };
  return m.open % 3 === 0
    ? byReporter(walk, m.action, said)
    : by(walk, pick(allOffices, m.office), m.action, said);
}

function something(walk: Walk, m: Move): Walk {
  // What leads nowhere, or to an end at once, seldom: walks shall get far.
  const seldom = (action: Action) =>
    m.hours === 0 || !['ask', 'recall', 'withdrawal', 'reject'].includes(action);
  const open = allOffices.flatMap((o) =>
    optionsOf(walk, o.id)
      .filter(seldom)
      .map((action) => ({ o, action })),
  );
  const said = reporterOptionsOf(walk).filter(seldom);
  const often = walk.case.holder && !walk.case.stopped ? 12 : 2;
  if (said.length > 0 && (open.length === 0 || m.open % often === 0))
    return byReporter(walk, pick(said, m.target));
  if (open.length === 0) return walk;
  const { o, action } = pick(open, m.open);
  const below = allOffices.filter(({ parentId }) => parentId === o.id);
  const target = action === 'dispose' || (action === 'accept' && m.blank) ? pick(below, m.target) : undefined;
  const untold = action === 'request-completion' && m.blank ? { contactConfirmed: false, text: '' } : {};
  return by(walk, o, action, { ...(target && { target }), ...untold });
}

function roam(direct: boolean, moves: Move[]): Walk {
  // Either way of respon awal (reading 29).
  const policy = moves.length % 2 === 0 ? policies.sop : policies.lapor;
  let walk = filed('2026-02-27T04:00:00.000Z', { agency: direct ? agency : null }, undefined, policy);
  for (const m of moves) walk = step(walk, m).walk;
  return walk;
}

const depth = { numRuns: 400 };

test('whatever happened, the row’s level holds the report, and the record has no gaps', () => {
  fc.assert(
    fc.property(walks, ([direct, moves]) => {
      const { case: c, entries } = roam(direct, moves);
      if (!isEnd(c.status)) expect(c.holder?.level ?? 'system').toBe(procedure[c.step].holder);
      expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, index) => index + 1));
      expect(entries.at(-1)?.after.status).toBe(c.status);
      const opened = entries.flatMap(({ opens }) => (opens ? [opens.visit] : []));
      const ended = entries.flatMap(({ ends }) => (ends ? [ends] : []));
      expect(opened).toEqual(opened.map((_, index) => index + 1));
      expect(ended).toEqual(isEnd(c.status) ? opened : opened.slice(0, -1));
      // What the Temporal UI shows of it is in our own words.
      const due = nextDue(c);
      const sentences = [...entries.map((entry) => recordSummary([entry])), recordSummary(entries)];
      if (due) sentences.push(timerSummary(c, due));
      expect(sentences.filter((sentence) => !isSummary(sentence))).toEqual([]);
    }),
    depth,
  );
});

test('an open report always has somebody who can act or a clock that runs; an ended one has neither', () => {
  fc.assert(
    fc.property(walks, ([direct, moves]) => {
      const walk = roam(direct, moves);
      const { case: c } = walk;
      const open =
        allOffices.flatMap(({ id }) => optionsOf(walk, id)).length + reporterOptionsOf(walk).length;
      if (isOver(c)) expect([open, nextDue(c)]).toEqual([0, undefined]);
      else expect(open).toBeGreaterThan(0);
    }),
    depth,
  );
});

test('from any reachable state, decisions and timers lead to an end', () => {
  fc.assert(
    fc.property(walks, ([direct, moves]) => {
      let walk = roam(direct, moves);
      for (let turn = 0; turn < 40 && !isOver(walk.case); turn += 1) walk = onward(walk);
      expect(isOver(walk.case)).toBe(true);
    }),
    depth,
  );
});

/** The shortest way on: downwards to an answer; where only the reporter may speak, silence. */
function onward(walk: Walk): Walk {
  const { holder, status } = walk.case;
  const open = holder ? optionsOf(walk, holder.id) : [];
  if (holder && open.includes('told')) return by(walk, holder, 'told');
  if (!holder || status === 'awaiting-completion') return nextTimer(walk) ?? originalIs(walk);
  const action = (['answer', 'accept', 'receive', 'dispose'] as const).find((name) => open.includes(name));
  if (!action) throw new Error(`nothing leads on from row ${walk.case.step}: ${open.join()}`);
  const target = action === 'dispose' ? allOffices.find(({ parentId }) => parentId === holder.id) : undefined;
  return by(walk, holder, action, target ? { target } : {});
}

test('a refused decision changes nothing', () => {
  fc.assert(
    fc.property(walks, fc.array(move, { minLength: 5, maxLength: 20 }), ([direct, moves], tries) => {
      const walk = roam(direct, moves);
      const before = JSON.stringify(walk.case);
      for (const m of tries) {
        const tried = step(walk, { ...m, chaos: 1, hours: 0 });
        if (tried.refused) expect(JSON.stringify(tried.walk.case)).toBe(before);
        expect(JSON.stringify(walk.case)).toBe(before);
      }
    }),
    depth,
  );
});

test('a return lands where the SOP says: row 2 from 4, row 4 from 7, row 7 from 9 and 10, at the office that disposed', () => {
  const landing: Partial<Record<Step, number>> = { 4: 2, 7: 4, 9: 7, 10: 7 };
  let returns = 0;
  fc.assert(
    fc.property(walks, ([direct, moves]) => {
      const { entries } = roam(direct, moves);
      for (const entry of entries.filter(({ type }) => type === 'returned')) {
        returns += 1;
        const from = allOffices.find(({ id }) => id === entry.from);
        expect(entry.after.step).toBe(landing[entry.step]);
        expect(entry.to).toBe(from?.parentId);
        expect(entry.requests.map(({ clock }) => clock)).toContain('row');
      }
    }),
    depth,
  );
  expect(returns).toBeGreaterThan(50);
});

/** What decisions depend on: two states alike in it are one. */
function standing({ case: c }: Walk): string {
  const { step: row, status, holder, path, returns, binding, objections, answeredAt, firstResponseGiven } = c;
  const { rejection, rejectionsObjected } = c;
  const offices = Object.values(path).map(({ id }) => id);
  return JSON.stringify([
    [row, status, holder?.id, offices, returns, binding],
    [objections, answeredAt, firstResponseGiven, c.stopped?.untold, c.stay, c.firstResponseFrom],
    // Where nothing depends on them they make no other state.
    [
      (rejection ?? 'reject' in procedure[row].decisions) && rejectionsObjected?.toSorted(),
      rejection?.original,
    ],
    [holder?.level === 'agency' && c.direct, (row === 8 || row === 10) && c.extended],
  ]);
}

/** Every open decision with what comes of it. */
function ways(walk: Walk): [Action, Walk][] {
  const free: Action[] = isOver(walk.case) ? [] : ['confidentiality'];
  const said = [...reporterOptionsOf(walk), ...free].map((action): [Action, Walk] => [
    action,
    byReporter(walk, action),
  ]);
  const { holder, path } = walk.case;
  const decided = [...new Set([holder ?? path.national, ...Object.values(path)])].flatMap((office) =>
    optionsOf(walk, office.id).flatMap((action): [Action, Walk][] => {
      const needs = decisionsAt(walk.case.step)[action]?.office;
      // One office below is as good as another.
      const target = needs && allOffices.find(({ parentId }) => parentId === office.id);
      const untold = { contactConfirmed: false, text: '' };
      return [
        ...(needs === 'required' ? [] : [{}]),
        ...(target ? [{ target }] : []),
        ...(action === 'request-completion' ? [untold] : []),
        ...(action === 'reject' && office.level === 'national' ? [{ duplicateOf: anotherReport }] : []),
      ].map((words) => [action, by(walk, office, action, words)]);
    }),
  );
  return [...said, ...decided];
}

const at = '2026-02-27T04:00:00.000Z';

test('in every state that can be reached every open decision leads where the procedure says, and leaves an entry', {
  timeout: 180_000,
}, () => {
  const met = new Set<string>();
  // Collected and expected once: an `expect` each takes as long as the search itself.
  const wrong = new Set<string>();
  const seen = new Map<string, Walk>();
  const reach = (walk: Walk) => seen.has(standing(walk)) || seen.set(standing(walk), walk);
  const policy = { ...policies.sop, name: 'extends', extensions: { pengaduan: { workingDays: 7 } } };
  for (const filing of [{}, { agency }]) reach(filed(at, filing, at, policy));
  // reading 29: where the agency owes respon awal, only what is before Eselon 1 is another state.
  reach(filed(at, { agency }, at, policies.lapor));
  // A map goes on to what is added meanwhile.
  for (const walk of seen.values()) {
    const { case: c } = walk;
    const { step: row, status } = c;
    const away = status === 'awaiting-completion' || status === 'rejected';
    // Whoever holds it may miss the limit.
    if (c.stay?.completions === 0 && c.holder)
      reach({ ...walk, case: { ...c, stay: { ...c.stay, missed: true } } });
    for (const [action, after] of ways(walk)) {
      const ends = isEnd(after.case.status) && after.case.status !== status;
      const lead = ends ? (after.case.status as Ending) : after.case.step;
      const to = decisionsAt(row, status)[action]?.to ?? [];
      const leads = to.includes(lead) || (lead === row && to.includes('stays'));
      if (!leads || after.entries.length <= walk.entries.length) wrong.add(`${row} ${action} ${lead}`);
      if (!away) met.add(`${row} ${action} ${lead}`);
      if (!after.case.firstResponseFrom || after.case.step < 6) reach({ ...after, entries: [] });
    }
  }
  expect([...wrong]).toEqual([]);
  const all = rows.flatMap(({ step: row, decisions }) =>
    Object.entries(decisions).flatMap(([action, { to }]) =>
      to.map((lead) => `${row} ${action} ${lead === 'stays' ? row : lead}`),
    ),
  );
  expect([...met].toSorted()).toEqual(all.toSorted());
  expect(seen.size).toBeGreaterThan(1_000);
});
