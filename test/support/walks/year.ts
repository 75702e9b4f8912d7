// A year of random reports, by random people at random moments: each decision that there is, and offices that end in it.
import { mayBeAsked } from '../../../sop/beside/consultation.ts';
import { type Changes, isOver } from '../../../sop/case.ts';
import type { Entry } from '../../../sop/entry.ts';
import { nextDue } from '../../../sop/fire.ts';
import type { Office } from '../../../sop/offices.ts';
import { policies, type Policy } from '../../../sop/policy/policy.ts';
import { type Action, kinds } from '../../../sop/terms.ts';
import { since } from '../registry.ts';
import {
  agency,
  agencyB,
  allOffices,
  echelon1,
  echelon1Other,
  ladderOf,
  upt,
  uptOther,
} from './small-ministry.ts';
import {
  by,
  byReporter,
  filed,
  joins,
  nextTimer,
  optionsOf,
  originalIs,
  reporterOptionsOf,
  type Walk,
} from './walk.ts';

const yearBegins = Date.parse('2025-10-01T00:00:00+07:00');
const yearMs = 365 * 86_400_000;

/** The same year at every run. */
let state = 20_261_124;
function random(): number {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
}
const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;

/** What seldom happens in an office. */
const seldom: Partial<Record<Action, number>> = {
  reject: 0.05,
  return: 0.2,
  'request-completion': 0.1,
  objection: 0.35,
  recall: 0.1,
  ask: 0.3,
  correct: 0.4,
  withdrawal: 0.1,
};

/** That of the paper, but that some kinds may be given more time (reading 25). */
export const yearPolicy: Policy = {
  ...policies.sop,
  extensions: { informasi: { workingDays: 7 }, pengaduan: { workingDays: 14 } },
};

/** An office of each level below ends in the year, one of them in another zone (reading 27). */
const mergers = [
  { at: Date.parse('2026-03-02T09:00:00+07:00'), office: uptOther, successor: upt },
  { at: Date.parse('2026-06-10T03:00:00+07:00'), office: echelon1Other, successor: echelon1 },
];

/** Lets the clocks run for a while, up to `days`, then somebody may act. */
function live(before: Walk, days: number): Walk {
  const until = before.now + random() * random() * days * 86_400_000;
  return act(waited(before, until));
}

function waited(before: Walk, until: number): Walk {
  let walk = before;
  for (const { at, office, successor } of mergers) {
    if (walk.now < at && at <= until) walk = joins(rung(walk, at), office, successor);
  }
  return rung(walk, until);
}

function rung(before: Walk, until: number): Walk {
  let walk = before;
  for (let due = nextDue(walk.case); due && Date.parse(due.rung.at) <= until; due = nextDue(walk.case)) {
    walk = nextTimer(walk) ?? walk;
  }
  return { ...walk, now: Math.max(walk.now, until) };
}

/** The tree as it is now, without what has ended. */
function officesNow({ offices = allOffices, now }: Walk): Office[] {
  const ended = new Set(mergers.filter(({ at }) => at <= now).map(({ office }) => office.id));
  return offices.filter(({ id }) => !ended.has(id));
}

/** What duplicates repeat: the first report, once others run (reading 21). */
const original = 'LAP-2026-000001';
const isOthersTurn = ({ case: { number } }: Walk) => number > 'LAP-2026-000020';

/** One open decision by whom it is open to, or nothing this time. */
function act(walk: Walk): Walk {
  const { rejection, clocks } = walk.case;
  if (rejection?.original && !clocks.rejection && random() < 0.5)
    return originalIs(walk, { number: original });
  const said = reporterOptionsOf(walk);
  const offices = officesNow(walk);
  const open = offices.flatMap((office) => optionsOf(walk, office.id).map((action) => ({ office, action })));
  if (said.length > 0 && (open.length === 0 || random() < (walk.case.holder ? 0.2 : 0.5))) {
    const word = pick(said);
    return random() > (seldom[word] ?? 0.7) ? walk : byReporter(walk, word);
  }
  if (open.length === 0) return walk;
  const { office, action } = pick(open);
  if (random() > (seldom[action] ?? 0.9)) return walk;
  if (action === 'reject' && office.level !== 'national') {
    return isOthersTurn(walk) ? by(walk, office, action, { duplicateOf: original }) : walk;
  }
  const below = offices.filter(({ parentId }) => parentId === office.id);
  const disposes = action === 'dispose' || (action === 'accept' && office.level === 'agency');
  const words = disposes ? { target: pick(below) } : action === 'correct' ? { changes: changes(walk) } : {};
  return by(walk, office, action, words);
}

/** What was wrong about it. */
function changes({ case: { kind, oversight } }: Walk): Changes {
  const others = kinds.filter((one) => one !== kind);
  const wrong: Changes[] = [{ kind: pick(others) }, { place: 'Pasar Baru' }, { confidentiality: 'anonim' }];
  if (kind === 'pengaduan') wrong.push({ oversight: !oversight });
  return pick(wrong);
}

/** A question to another office, asked once the batch before it is written (reading 24). */
export interface Question {
  asker: Office;
  asked: Office;
  at: string;
  /** When the one who is asked answers, or the asker takes it back; absent: it waits for the report to go on. */
  settled?: { as: 'answered' | 'withdrawn'; at: string };
}

function question(walk: Walk): Question | undefined {
  const asker = walk.case.holder;
  if (!asker || walk.case.status !== 'in-process' || random() > 0.06) return undefined;
  const offices = officesNow(walk);
  const ladder = ({ id }: Office) =>
    ladderOf(id, offices).flatMap((one) => offices.find(({ id }) => id === one) ?? []);
  const may = offices.filter((office) => mayBeAsked(ladder(office), ladder(asker)));
  if (may.length === 0) return undefined;
  const at = iso(walk.now);
  const settledAt = iso(walk.now + random() * 5 * 86_400_000);
  const as = pick(['answered', 'withdrawn', undefined] as const);
  return { asker, asked: pick(may), at, ...(as && { settled: { as, at: settledAt } }) };
}

export interface Lived {
  number: string;
  receivedAt: string;
  email: string | null;
  /** Recorded as the workflow does: what has gathered since, in one batch. */
  batches: Entry[][];
  /** After which batch somebody asked another office. */
  questions: Map<number, Question>;
}

export const iso = (ms: number) => new Date(ms).toISOString();

/** The nth report of the year; to be asked for in order. */
export function liveThrough(n: number): Lived {
  const number = `LAP-2026-${String(n).padStart(6, '0')}`;
  const receivedAt = new Date(yearBegins + random() * yearMs).toISOString();
  const kind = pick(kinds);
  // Some are in a hurry: they keep limits, and are given more time before one is missed.
  const days = pick([1, 12, 12]);
  const straight = random() < 0.3 ? pick([agency, agencyB]) : null;
  let walk = filed(receivedAt, { number, kind, agency: straight }, receivedAt, yearPolicy);
  for (const { at, office, successor } of mergers) {
    if (at <= walk.now) walk = joins(walk, office, successor);
  }
  let written = 0;
  const batches: Entry[][] = [];
  const questions = new Map<number, Question>();
  const gather = () => {
    if (walk.entries.length > written) batches.push(since(walk.entries, written));
    written = walk.entries.length;
    const asks = question(walk);
    if (asks) questions.set(batches.length - 1, asks);
  };
  for (let moves = 0; moves < 40 && !isOver(walk.case) && walk.now < yearBegins + yearMs; moves += 1) {
    walk = live(walk, days);
    if (random() < 0.6) gather();
  }
  gather();
  return { number, receivedAt, email: n % 4 === 0 ? `siti${n}@example.org` : null, batches, questions };
}
