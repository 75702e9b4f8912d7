// The mail that a decision would bring its reporter, by the code that writes it when it is decided.
import type { Rules } from '../../db/rules/kept-rules.ts';
import { caseAfter } from '../../db/rules/moves.ts';
import type { Case } from '../../sop/case.ts';
import type { Entry } from '../../sop/entry.ts';
import { factsOf, reporterMessage } from '../../sop/notices/facts.ts';
import { letterOf } from '../../sop/notices/letter.ts';
import type { Language } from '../../sop/texts/language.ts';

/**
 * As it goes to a confirmed address, in the reporter's language, with what its links are called; null: the reporter is told nothing. `consoleUrl`:
 * where the console is reached.
 */
export function letterOfDecision(
  rules: Rules,
  {
    state,
    title,
    entries,
    language,
  }: { state: Case; title: string; entries: readonly Entry[]; language: Language },
  consoleUrl: string,
): { language: Language; subject: string; text: string } | null {
  const { number } = state;
  const after = caseAfter(rules, state, entries);
  const messages = entries.flatMap(
    (entry) => reporterMessage(entry, factsOf(entry, after, { number, title }, rules)) ?? [],
  );
  if (messages.length === 0) return null;
  const rated = messages.some(({ kind }) => kind === 'answer');
  const { subject, text } = letterOf(
    messages.map((message) => ({ number, ...message })),
    {
      is: 'reporter',
      language,
      confirmed: true,
      publicUrl: consoleUrl,
      confirmUrl: undefined,
      stopUrls: new Map(),
      rateUrls: new Map(rated ? [[number, new URL('/nilai', consoleUrl).href]] : []),
    },
  );
  return { language, subject, text };
}
