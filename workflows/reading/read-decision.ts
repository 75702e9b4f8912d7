// What a decision must look like, by update and by signal. The API's own limits of length are no larger.
import type { Actor, Changes, Decision } from '../../sop/case.ts';
import { type Office, zoneIds } from '../../sop/offices.ts';
import { type Action, confidentialities, kinds, levels } from '../../sop/terms.ts';
import { regionPattern } from '../../sop/beside/region-code.ts';
import { lineFault, textFault, titleFault } from '../../sop/texts/text.ts';
import { isDate } from '../../sop/time/date.ts';
import type { SignalledDecision } from '../messages.ts';
import {
  count,
  type Fault,
  fields,
  flag,
  instant,
  never,
  nullable,
  oneOf,
  optional,
  type Reader,
  text,
  tryRead,
} from './read.ts';

const id = text(64);
const name = text(1_000, lineFault);
const roles = [...levels, 'reporter', 'system'] as const;
/** Whether it is one of ours is for the rules to say. */
const action = text(64) as Reader<Action>;

/** `YYYY-MM-DD`. */
const day = text(10, (value) => (isDate(value) ? undefined : 'no day'));

/** Whether there is one of that code is for the API to say, which has the list. */
const region = text(13, (value) => (regionPattern.test(value) ? undefined : 'no region'));

/** What is null is to be empty; what is absent stays. */
const emptied =
  <T>(read: Reader<T>): Reader<T | null | undefined> =>
  (value, field) =>
    value === undefined ? undefined : nullable(read)(value, field);

const changes = fields<Changes>({
  kind: optional(oneOf(kinds)),
  oversight: optional(flag),
  category: emptied(text(100, lineFault)),
  place: emptied(text(200, lineFault)),
  region: emptied(region),
  happenedOn: emptied(day),
  title: optional(text(200, titleFault)),
  confidentiality: optional(oneOf(confidentialities)),
});

const said = {
  action,
  reason: optional(text(5_000, textFault)),
  text: optional(text(20_000, textFault)),
  duplicateOf: optional(id),
  changes: optional(changes),
  expectedRevision: optional(count),
};

const office = fields<Office>({
  id,
  name,
  level: oneOf(levels),
  parentId: nullable(id),
  zone: oneOf(zoneIds),
});

const decision = fields<Decision>({
  ...said,
  actor: fields<Actor>({ role: oneOf(roles), officeId: nullable(id), name, via: never }),
  contactConfirmed: optional(flag),
  target: optional(office),
  under: optional(fields<NonNullable<Decision['under']>>({ key: text(200), request: text(200) })),
  validUntil: optional(instant),
});

const signalledActor = fields<SignalledDecision['actor']>({
  officeId: nullable(id),
  name,
  role: optional(text(64)),
});

const signalled = fields<SignalledDecision>({
  ...said,
  actor: signalledActor,
  officeId: optional(id),
  key: optional(text(200)),
});

/** What came under the name of an action, which need not say it again. */
export function saying(args: readonly unknown[], named: Action): unknown[] {
  const [said, ...more] = args;
  const unsaid = typeof said === 'object' && said !== null && !Object.hasOwn(said, 'action');
  return unsaid ? [{ ...said, action: named }, ...more] : [...args];
}

/** The arguments of the update; of one that bears an action's name, for that action. */
export function readDecision(
  args: readonly unknown[],
  named?: Action,
): { value: Decision } | { fault: Fault } {
  return args.length === 1 ? ofAction(tryRead(decision, args[0], 'decision'), named) : several();
}

/** The arguments of the signal, likewise. */
export function readSignalled(
  args: readonly unknown[],
  named?: Action,
): { value: SignalledDecision } | { fault: Fault } {
  return args.length === 1 ? ofAction(tryRead(signalled, args[0], 'decision'), named) : several();
}

/** A timeline that says one thing while another is done would be worse than one that says nothing. */
function ofAction<T extends { action: Action }>(
  read: { value: T } | { fault: Fault },
  named: Action | undefined,
): { value: T } | { fault: Fault } {
  const other = 'value' in read && named !== undefined && read.value.action !== named;
  return other ? { fault: { code: 'malformed', field: 'action' } } : read;
}

/** Of a signal that could not be read: what it was about, as far as that can be made out. */
export function aboutSignal([raw]: readonly unknown[]): {
  action: string;
  actor: SignalledDecision['actor'];
} {
  const own = new Map<string, unknown>(typeof raw === 'object' && raw !== null ? Object.entries(raw) : []);
  const what = tryRead(action, own.get('action'), 'action');
  const who = tryRead(signalledActor, own.get('actor'), 'actor');
  return {
    action: 'value' in what ? what.value : 'none',
    actor: 'value' in who ? who.value : { officeId: null, name: '' },
  };
}

const why = text(5_000);

/** Why deadlines are to be recomputed, from the arguments of that signal. */
export function readWhy(args: readonly unknown[]): { value: string } | { fault: Fault } {
  return args.length === 1 ? tryRead(why, args[0], 'why') : several();
}

/** The office that has ended, from the arguments of that signal. */
export function readEnded(args: readonly unknown[]): { value: string } | { fault: Fault } {
  return args.length === 1 ? tryRead(id, args[0], 'officeId') : several();
}

function several(): { fault: Fault } {
  return { fault: { code: 'malformed', field: 'arguments' } };
}
