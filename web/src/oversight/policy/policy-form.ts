// A policy as it is typed: every limit as an amount and a unit; and back.
import { firstResponseOf, lettersOf, rejectionLimit, usual } from '../../../../sop/terms.ts';
import type { Limit, Policy } from '../../api/types.ts';

export const units = ['officeMinutes', 'workingDays', 'days', 'seconds'] as const;
export type Unit = (typeof units)[number];

export interface LimitDraft {
  amount: string;
  unit: Unit;
}

export const stepNumbers = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11'] as const;
export const wholeKinds = ['informasi', 'aspirasi', 'pengaduan', 'oversight'] as const;
export type WholeKind = (typeof wholeKinds)[number];
export const otherLimits = [
  'firstResponse',
  'completion',
  'rejection',
  'consultation',
  'escalateEvery',
] as const;
/** Bare numbers, and the least of each. */
const leastOf = {
  returnsBeforeBinding: 1,
  maxObjections: 0,
  objectionsToSame: 0,
  completionsPerStay: 1,
  'letters.answer': 0,
  'letters.firstResponse': 0,
};
export type NumberPath = keyof typeof leastOf;
export const numberPaths = Object.keys(leastOf) as NumberPath[];

/** reading 29: a row's limit for one kind, beside the one for every other report. */
export type KindPath = `rows.${(typeof stepNumbers)[number]}.${(typeof wholeKinds)[number]}`;
/** reading 25: how much later a limit ends that is extended, where it may be. */
export type ExtensionPath = `extensions.${WholeKind}`;
/** A limit that need not be. */
export type OptionalPath = KindPath | ExtensionPath;
/** As the API names the field in an error. */
export type LimitPath =
  | `rows.${(typeof stepNumbers)[number]}`
  | OptionalPath
  | `whole.${(typeof wholeKinds)[number]}`
  | (typeof otherLimits)[number];

/** Of a step, by kind; of those there are. */
export function kindPathsOf(step: (typeof stepNumbers)[number], { limits }: PolicyDraft): KindPath[] {
  return wholeKinds.map((kind) => `rows.${step}.${kind}` as const).filter((path) => limits[path]);
}

/** Of those kinds whose limits may be extended. */
export function extensionPathsOf({ limits }: PolicyDraft): ExtensionPath[] {
  return wholeKinds.map((kind) => `extensions.${kind}` as const).filter((path) => limits[path]);
}

const always: Exclude<LimitPath, OptionalPath>[] = [
  ...stepNumbers.map((step) => `rows.${step}` as const),
  ...wholeKinds.map((kind) => `whole.${kind}` as const),
  ...otherLimits,
];

/** Each limit of the drafts, those of one kind after that of their row. */
export function limitPathsOf(...drafts: PolicyDraft[]): LimitPath[] {
  const byKind = (path: string) => {
    const step = stepNumbers.find((number) => path === `rows.${number}`);
    return step ? [...new Set(drafts.flatMap((draft) => kindPathsOf(step, draft)))] : [];
  };
  const extensions = [...new Set(drafts.flatMap(extensionPathsOf))];
  return [...always.flatMap((path): LimitPath[] => [path, ...byKind(path)]), ...extensions];
}

export interface PolicyDraft {
  name: string;
  limits: Record<Exclude<LimitPath, OptionalPath>, LimitDraft> & Partial<Record<OptionalPath, LimitDraft>>;
  numbers: Record<NumberPath, string>;
  warnPercent: string;
  /** Who owes the first response at first (reading 29). */
  firstResponseFrom: 'echelon1' | 'agency';
  /** One a line. */
  legalBasis: string;
  /** What the form does not show goes back as it came. */
  rest: Partial<Policy>;
}

const draftOfLimit = (limit: Limit): LimitDraft => {
  const [[unit, amount]] = Object.entries(limit) as [[Unit, number]];
  return { amount: String(amount), unit };
};

function limitsOf(policy: Policy): PolicyDraft['limits'] {
  const rows = stepNumbers.flatMap((step) => {
    const limit = policy.rows[step];
    if (!('default' in limit)) return [[`rows.${step}`, limit] as const];
    const own = wholeKinds.map((kind) => [`rows.${step}.${kind}`, limit[kind]] as const);
    return [[`rows.${step}`, limit.default] as const, ...own];
  });
  const whole = wholeKinds.map((kind) => [`whole.${kind}`, policy.whole[kind]] as const);
  const named = {
    ...usual,
    rejection: rejectionLimit(policy),
    ...policy,
    firstResponse: firstResponseOf(policy.firstResponse).limit,
  };
  const others = otherLimits.map((name) => [name, named[name]] as const);
  const extensions = wholeKinds.map((kind) => [`extensions.${kind}`, policy.extensions?.[kind]] as const);
  const known = [...rows, ...whole, ...others, ...extensions].flatMap(([path, limit]) =>
    limit ? [[path, draftOfLimit(limit)] as const] : [],
  );
  return Object.fromEntries(known) as unknown as PolicyDraft['limits'];
}

/** As they count, also those that the policy does not say. */
function numbersOf(policy: Policy): PolicyDraft['numbers'] {
  const { answer, firstResponse } = lettersOf(policy);
  const { objectionsToSame = usual.objectionsToSame } = policy;
  const { completionsPerStay = usual.completionsPerStay } = policy;
  return {
    returnsBeforeBinding: String(policy.returnsBeforeBinding),
    maxObjections: String(policy.maxObjections),
    objectionsToSame: String(objectionsToSame),
    completionsPerStay: String(completionsPerStay),
    'letters.answer': String(answer),
    'letters.firstResponse': String(firstResponse),
  };
}

/** Both ways without the noise of binary fractions. */
const times = (value: number, factor: number) => Number((value * factor).toFixed(6));

/** What no field of the form is for. */
function restOf(policy: Policy): Partial<Policy> {
  const shown = new Set([
    'name',
    'rows',
    'whole',
    'warnAtFraction',
    'extensions',
    'legalBasis',
    ...numberPaths.map((path) => path.split('.')[0]),
    ...otherLimits,
  ]);
  return Object.fromEntries(Object.entries(policy).filter(([name]) => !shown.has(name)));
}

export function draftOf(policy: Policy): PolicyDraft {
  return {
    name: policy.name,
    limits: limitsOf(policy),
    warnPercent: String(times(policy.warnAtFraction, 100)),
    numbers: numbersOf(policy),
    firstResponseFrom: firstResponseOf(policy.firstResponse).from,
    legalBasis: (policy.legalBasis ?? []).join('\n'),
    rest: restOf(policy),
  };
}

/** With a decimal comma or point; NaN for what is no number. */
function numberOf(typed: string): number {
  return typed.trim() === '' ? Number.NaN : Number(typed.trim().replace(',', '.'));
}

export function policyOf(draft: PolicyDraft): Policy {
  const { name, limits, numbers, ...rest } = draft;
  const limit = (path: LimitPath) => {
    const { unit = 'workingDays', amount = '' } = limits[path] ?? {};
    return { [unit]: numberOf(amount) };
  };
  const row = (step: (typeof stepNumbers)[number]) => {
    const own = kindPathsOf(step, draft);
    if (own.length === 0) return limit(`rows.${step}`);
    const byKind = own.map((path) => [path.split('.')[2], limit(path)]);
    return { default: limit(`rows.${step}`), ...Object.fromEntries(byKind) };
  };
  const group = (prefix: string, names: readonly string[]) =>
    Object.fromEntries(names.map((part) => [part, limit(`${prefix}.${part}` as LimitPath)]));
  const number = (path: NumberPath) => numberOf(numbers[path]);
  const extensions = extensionPathsOf(draft).map((path) => [path.split('.')[1], limit(path)]);
  const basis = rest.legalBasis
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  return {
    ...rest.rest,
    name: name.trim(),
    rows: Object.fromEntries(stepNumbers.map((step) => [step, row(step)])),
    firstResponse:
      rest.firstResponseFrom === 'agency'
        ? { limit: limit('firstResponse'), from: 'agency' }
        : limit('firstResponse'),
    whole: group('whole', wholeKinds),
    completion: limit('completion'),
    rejection: limit('rejection'),
    consultation: limit('consultation'),
    warnAtFraction: times(numberOf(rest.warnPercent), 0.01),
    escalateEvery: limit('escalateEvery'),
    returnsBeforeBinding: number('returnsBeforeBinding'),
    maxObjections: number('maxObjections'),
    objectionsToSame: number('objectionsToSame'),
    completionsPerStay: number('completionsPerStay'),
    letters: { answer: number('letters.answer'), firstResponse: number('letters.firstResponse') },
    ...(extensions.length > 0 && { extensions: Object.fromEntries(extensions) }),
    ...(basis.length > 0 && { legalBasis: basis }),
  } as Policy;
}

type Fault = 'required' | 'whole_' | 'seconds' | 'percent' | 'nonnegative';

function faultOfNumber(typed: string, least: number, fault: Fault): Fault | undefined {
  if (typed.trim() === '') return 'required';
  const value = numberOf(typed);
  return Number.isInteger(value) && value >= least ? undefined : fault;
}

/** What is wrong with it, by field, as the API would say. */
export function faultsOf(draft: PolicyDraft): Partial<Record<string, Fault>> {
  const faults: Partial<Record<string, Fault>> = {};
  const note = (path: string, fault: Fault | undefined) => {
    if (fault) faults[path] = fault;
  };
  for (const path of limitPathsOf(draft)) {
    const { amount = '', unit } = draft.limits[path] ?? {};
    if (unit !== 'seconds') note(path, faultOfNumber(amount, 1, 'whole_'));
    else if (!(numberOf(amount) >= 0.1)) note(path, 'seconds');
  }
  const percent = numberOf(draft.warnPercent);
  if (!(percent > 0 && percent < 100)) note('warnAtFraction', 'percent');
  if (!draft.name.trim()) note('name', 'required');
  for (const path of numberPaths) {
    const least = leastOf[path];
    note(path, faultOfNumber(draft.numbers[path], least, least === 0 ? 'nonnegative' : 'whole_'));
  }
  return faults;
}
