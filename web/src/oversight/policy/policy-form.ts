// A policy as it is typed: every limit as an amount and a unit; and back.
import type { Policy } from '../../api/types.ts';

export const units = ['officeMinutes', 'workingDays', 'seconds'] as const;
export type Unit = (typeof units)[number];

export interface LimitDraft {
  amount: string;
  unit: Unit;
}

export const stepNumbers = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11'] as const;
export const wholeKinds = ['informasi', 'aspirasi', 'pengaduan', 'oversight'] as const;
export const otherLimits = ['firstResponse', 'completion', 'escalateEvery'] as const;

/** As the API names the field in an error. */
export type LimitPath =
  | `rows.${(typeof stepNumbers)[number]}`
  | `whole.${(typeof wholeKinds)[number]}`
  | (typeof otherLimits)[number];

export const limitPaths: LimitPath[] = [
  ...stepNumbers.map((step) => `rows.${step}` as const),
  ...wholeKinds.map((kind) => `whole.${kind}` as const),
  ...otherLimits,
];

export interface PolicyDraft {
  name: string;
  limits: Record<LimitPath, LimitDraft>;
  warnPercent: string;
  returnsBeforeBinding: string;
  maxObjections: string;
  /** What the form does not show goes back as it came. */
  rest: Partial<Policy>;
}

type Limit = Policy['firstResponse'];

function limitAt(policy: Policy, path: LimitPath): Limit {
  const [group, name] = path.split('.') as [string, string | undefined];
  if (name === undefined) return policy[group as (typeof otherLimits)[number]];
  return (policy[group as 'rows' | 'whole'] as Record<string, Limit>)[name] as Limit;
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
    'returnsBeforeBinding',
    'maxObjections',
    ...otherLimits,
  ]);
  return Object.fromEntries(Object.entries(policy).filter(([name]) => !shown.has(name)));
}

export function draftOf(policy: Policy): PolicyDraft {
  const limits = limitPaths.map((path) => {
    const [[unit, amount]] = Object.entries(limitAt(policy, path)) as [[Unit, number]];
    return [path, { amount: String(amount), unit }];
  });
  return {
    name: policy.name,
    limits: Object.fromEntries(limits) as PolicyDraft['limits'],
    warnPercent: String(times(policy.warnAtFraction, 100)),
    returnsBeforeBinding: String(policy.returnsBeforeBinding),
    maxObjections: String(policy.maxObjections),
    rest: restOf(policy),
  };
}

/** With a decimal comma or point; NaN for what is no number. */
function numberOf(typed: string): number {
  return typed.trim() === '' ? Number.NaN : Number(typed.trim().replace(',', '.'));
}

export function policyOf({ name, limits, ...rest }: PolicyDraft): Policy {
  const limit = (path: LimitPath) => ({ [limits[path].unit]: numberOf(limits[path].amount) });
  const group = (prefix: string, names: readonly string[]) =>
    Object.fromEntries(names.map((part) => [part, limit(`${prefix}.${part}` as LimitPath)]));
  return {
    ...rest.rest,
    name: name.trim(),
    rows: group('rows', stepNumbers),
    firstResponse: limit('firstResponse'),
    whole: group('whole', wholeKinds),
    completion: limit('completion'),
    warnAtFraction: times(numberOf(rest.warnPercent), 0.01),
    escalateEvery: limit('escalateEvery'),
    returnsBeforeBinding: numberOf(rest.returnsBeforeBinding),
    maxObjections: numberOf(rest.maxObjections),
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
  for (const path of limitPaths) {
    const { amount, unit } = draft.limits[path];
    if (unit !== 'seconds') note(path, faultOfNumber(amount, 1, 'whole_'));
    else if (!(numberOf(amount) >= 0.1)) note(path, 'seconds');
  }
  const percent = numberOf(draft.warnPercent);
  if (!(percent > 0 && percent < 100)) note('warnAtFraction', 'percent');
  if (!draft.name.trim()) note('name', 'required');
  note('returnsBeforeBinding', faultOfNumber(draft.returnsBeforeBinding, 1, 'whole_'));
  note('maxObjections', faultOfNumber(draft.maxObjections, 0, 'nonnegative'));
  return faults;
}
