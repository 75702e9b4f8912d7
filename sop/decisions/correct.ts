// readings 19, 25: what is wrong about a report is put right, and its limits go by what it is; a holder is given more time.
import { limitKindOf } from '../terms.ts';
import { askAgain, type ClockRequest, ofKind } from '../time/clock.ts';
import type { Entry } from '../entry.ts';
import type { Transition } from '../transition.ts';
import { always, type Around, type Take } from '../rows/moves.ts';
import { changeWholes } from './whole.ts';

/** What there was stays in the record. */
export const correct: Take = (t, d, around) => {
  const c = t.next;
  const changes = { ...always(d.changes) };
  const kind = changes.kind ?? c.kind;
  // Only a pengaduan is berkadar pengawasan.
  const oversight = kind === 'pengaduan' && (changes.oversight ?? c.oversight);
  if (oversight !== c.oversight) changes.oversight = oversight;
  const before = limitKindOf(c);
  t.write('corrected', { reason: d.reason, changes }, (entry) => {
    c.kind = kind;
    c.oversight = oversight;
    if (limitKindOf(c) !== before) reckonAnew(t, entry, around);
  });
};

/** The limits of that kind, from their own beginnings; what went out stays out. An extension ends that it is not given. */
function reckonAnew(t: Transition, entry: Entry, { reckoning }: Around): void {
  const c = t.next;
  const kind = limitKindOf(c);
  const given = c.rules.extensions?.[kind];
  const anew = (request: ClockRequest): ClockRequest => {
    const { extension, limit: _, ...asked } = { limit: '', ...request };
    return {
      ...asked,
      ...ofKind(request, kind),
      ...(extension && given && { extension: given }),
      corrected: true,
      begins: t.at,
    };
  };
  const row = c.clocks.row ? askAgain(c.clocks.row) : reckoning;
  if (row) t.ask(entry, anew(row));
  changeWholes(t, entry, anew);
}

/** The present row and the whole end later. */
export const extend: Take = (t, d) => {
  const c = t.next;
  const extension = always(c.rules.extensions?.[limitKindOf(c)]);
  t.write('extended', { reason: d.reason }, (entry) => {
    c.extended = true;
    t.ask(entry, { ...askAgain(always(c.clocks.row)), extension, begins: t.at });
    changeWholes(t, entry, (request) =>
      request.officeId === c.wholeFor ? { ...request, extension } : request,
    );
  });
};
