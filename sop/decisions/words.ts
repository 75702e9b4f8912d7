// reading 20: the reporter may always speak and be asked, which changes no clock, and before the answer withdraw.
import { dayIn } from '../time/local-time.ts';
import { publicZone } from '../offices.ts';
import { always, type Take } from '../rows/moves.ts';

const message: Take = (t, d) => {
  const c = t.next;
  const day = dayIn(t.at, publicZone);
  const before = c.messages?.day === day ? c.messages.count : 0;
  // While the report is with no office, to the one that rejected it (reading 22).
  t.write('messaged', { text: d.text, to: c.rejection?.office.id }, () => {
    c.messages = { day, count: before + 1 };
  });
};

/** reading 19: only the reporter lowers it; they may raise it, too. */
export const confidentiality: Take = (t, d) =>
  t.write('corrected', { changes: { confidentiality: always(d.changes?.confidentiality) } });

export const words = {
  ask: (t, d) => t.write('asked', { text: d.text }),
  message,
  confidentiality,
  withdrawal: (t, d) =>
    t.write('withdrawn', { ...(d.text && { text: d.text }) }, (entry) => t.end(entry, 'withdrawn')),
} satisfies Partial<Record<string, Take>>;
