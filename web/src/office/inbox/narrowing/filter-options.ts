// What the filters of lists offer.
import { rows } from '../../../../../sop/procedure.ts';
import { channels, confidentialities, kinds, statuses } from '../../../../../sop/terms.ts';
import type { Colleagues } from '../../../api/types.ts';
import { named } from '../../../shared/forms/options.ts';
import type { OfficeTexts } from '../../../texts/office.ts';
import { ages, deadlines } from './filters.ts';

type Options = { value: string; label: string }[];

export interface OptionsOf {
  texts: OfficeTexts;
  colleagues: Colleagues['items'];
}

/** By the name of the filter. */
export function optionsOf({ texts, colleagues }: OptionsOf): Record<string, Options> {
  const { words, inbox, additions, beyond } = texts;
  const { filters } = inbox;
  const { notToday: _, ...offered } = deadlines;
  const steps = rows.map(({ step }) => ({ value: String(step), label: `${step}. ${words.rows[step]}` }));
  const ever = [
    { value: 'true', label: filters.ever },
    { value: 'false', label: filters.never },
  ];
  return {
    kind: named(words.kinds, kinds),
    status: named(words.statuses, statuses),
    step: steps,
    lateStep: steps,
    wasLate: ever,
    returned: ever,
    clock: named(filters.clocks, ['firstResponse', 'whole']),
    clockMet: [
      { value: 'true', label: filters.met },
      { value: 'false', label: filters.missed },
    ],
    closedBy: named(filters.closers, ['system', 'reporter', 'office']),
    deadline: named(filters.deadlines, Object.keys(offered) as (keyof typeof offered)[]),
    confidentiality: named(filters.confidentialities, confidentialities),
    channel: named(words.channels, channels),
    olderThan: ages.map((days) => ({ value: String(days), label: filters.older(days) })),
    rated: [
      { value: 'true', label: filters.isRated },
      { value: 'false', label: filters.notRated },
    ],
    score: Object.entries(additions.rating.scores).map(([score, label]) => ({
      value: score,
      label: `${score}. ${label}`,
    })),
    beyond: Object.entries(beyond).map(([value, label]) => ({ value, label })),
    open: [
      { value: 'true', label: filters.going },
      { value: 'false', label: filters.ended },
    ],
    assignee: [
      { value: 'me', label: filters.mine },
      { value: 'none', label: filters.nobody },
      ...colleagues.map(({ username, name }) => ({ value: username, label: name })),
    ],
  };
}
