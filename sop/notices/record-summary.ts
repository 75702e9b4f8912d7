// What a step of the record is called in the Temporal UI: row, what happened, where the report stands then. Nobody's text.
import { entryNames } from '../texts/entry-names.ts';
import type { Entry } from '../entry.ts';
import { isOver, system } from '../case.ts';
import { clockNames, clockTerms, statusNameOf, statusNames } from '../terms.ts';

/** Of a batch that waited for the database, how many entries are named. */
const most = 5;

/** E.g. `SOP 3 · diterima → 4 Kementerian Contoh`, or `SOP 7 · respon kepada pelapor` where it stays. */
export function recordSummary(entries: readonly Entry[]): string {
  const named = entries.slice(0, most);
  const steps = [...new Set(named.map(({ step }) => step))];
  const rows = steps.map((step) => {
    const words = named.filter((entry) => entry.step === step).map(wordsOf);
    return `SOP ${step} · ${words.join(', ')}`;
  });
  const more = entries.length > most ? `, dan ${entries.length - most} lagi` : '';
  const last = entries.at(-1);
  const to = last && entries.some(moves) ? ` → ${whereIs(last)}` : '';
  return `${rows.join('; ')}${more}${to}`;
}

function wordsOf({ type, alert, undone, refused, binding }: Entry): string {
  const clock = alert?.clock ?? undone?.clock;
  const what = clock ? clockTerms[clock] : (refused?.code ?? (binding && bound));
  return `${lower(entryNames[type])}${what ? ` (${what})` : ''}`;
}

const bound = 'mengikat';

/** It went to another row or holder, or waits for the reporter, or no longer. */
function moves({ opens, ends, pauses, resumes, after }: Entry): boolean {
  return isOver(after) || [opens, ends, pauses, resumes].some((one) => one !== undefined);
}

function whereIs({ after, actor }: Entry): string {
  const { status, step, holder } = after;
  const state = lower(statusNames[statusNameOf({ status, closedBy: actor.role })]);
  if (isOver(after)) return `selesai: ${state}`;
  if (status === 'rejected') return 'belum tetap';
  return status === 'awaiting-completion' ? state : `${step} ${holder?.name ?? system.name}`;
}

function lower(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}

const any = (words: readonly string[]) => `(?:${words.join('|')})`;
const happened = any(Object.values(entryNames).map(lower));
const aside = ` \\((?:${any(clockNames.map((name) => clockTerms[name]))}|${bound}|[a-z-]{1,40})\\)`;
const list = `${happened}(?:${aside})?(?:, ${happened}(?:${aside})?)*`;
const row = `SOP \\d+ · ${list}`;

/** Its shape, which no words of anybody have. */
export const recordShape = new RegExp(`^${row}(?:; ${row})*(?:, dan \\d+ lagi)?(?: → [^·\\n]{1,200})?$`);
