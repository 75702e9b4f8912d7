// reading 13: an agency's whole limit is one deadline from its first arrival there, through whatever happens elsewhere.
import type { Case } from '../case.ts';
import { askAgain, type ClockRequest } from '../time/clock.ts';
import type { Entry } from '../entry.ts';
import type { Office } from '../offices.ts';
import { given, type Transition } from '../transition.ts';
import { limitKindOf } from '../terms.ts';

/** The report comes to an agency: its whole limit begins, or goes on. The one of another agency rings no more. */
export function arriveWhole(t: Transition, entry: Entry, agency: Office): void {
  const c = t.next;
  if (c.wholeFor === agency.id) return;
  putAside(c);
  c.wholeFor = agency.id;
  const known = c.wholes?.[agency.id];
  if (known) return t.ask(entry, { ...known.request, begins: t.at });
  const request = t.start(entry, { clock: 'whole', kind: limitKindOf(c) }, agency.id);
  c.wholes = { ...c.wholes, [agency.id]: { request } };
}

/** The reporter completes the report, or it is answered: every agency's whole limit stands still. */
export function stopWhole(t: Transition): void {
  const c = t.next;
  putAside(c);
  t.forget('whole');
  if (c.wholeFor) c.wholeStopped = t.at;
}

/** On with what remained, for each agency that it came to; the one that rings is asked for. */
export function resumeWhole(t: Transition, entry: Entry): void {
  const c = t.next;
  if (!c.wholeStopped) return;
  const pause = { from: c.wholeStopped, to: t.at };
  c.wholeStopped = null;
  c.wholes = Object.fromEntries(
    Object.entries(c.wholes ?? {}).map(([id, { request }]) => [
      id,
      { request: { ...request, pauses: [...(request.pauses ?? []), pause] } },
    ]),
  );
  const own = c.wholeFor ? c.wholes[c.wholeFor] : undefined;
  if (own) t.ask(entry, { ...own.request, begins: t.at });
}

/**
 * What agencies' whole limits are reckoned by becomes another; each that `change` gives another request for is reckoned anew.
 * The one that rings is asked for first: of clocks of one name the first that comes back is the one that runs.
 */
export function changeWholes(
  t: Transition,
  entry: Entry,
  change: (request: ClockRequest) => ClockRequest,
): void {
  const c = t.next;
  putAside(c);
  const atRest: ClockRequest[] = [];
  for (const [officeId, { request, due }] of Object.entries(c.wholes ?? {})) {
    const other = change(request);
    if (other === request) continue;
    const changed = { ...other, begins: t.at };
    c.wholes = { ...c.wholes, [officeId]: given({ request: changed, due }) };
    if (officeId === c.wholeFor && !c.wholeStopped) t.ask(entry, changed);
    else atRest.push(changed);
  }
  entry.requests.push(...atRest);
}

/** Keeps what became of the clock that runs. */
function putAside(c: Case): void {
  const { whole } = c.clocks;
  if (!whole) return;
  c.wholes = { ...c.wholes, [whole.request.officeId]: { request: askAgain(whole), due: whole.due } };
}
