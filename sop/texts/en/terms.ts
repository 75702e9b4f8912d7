// The procedure's nouns in English, beside the Indonesian ones of `terms.ts` and `procedure.ts`.
import type { Changes } from '../../case.ts';
import { procedure } from '../../procedure.ts';
import { changeNames, type ClockName, clockTerms, type Step } from '../../terms.ts';
import type { Words } from '../language.ts';

/** The rows' names. */
export const rowNames: Record<Step, string> = {
  1: 'Report comes in',
  2: 'Verify, identify, dispose to an agency',
  3: 'Agency receives the report',
  4: 'Agency verifies and identifies',
  5: 'Dispose to an echelon 1 unit',
  6: 'Echelon 1 receives the report and responds first',
  7: 'Echelon 1 verifies whose it is',
  8: 'Echelon 1 follows up',
  9: 'UPT receives the report',
  10: 'UPT follows up',
  11: 'Answered, waiting for the system to close it',
};

const limits: Record<ClockName, string> = {
  row: 'limit of the step',
  firstResponse: 'limit of the first response (respon awal)',
  whole: 'limit of the whole',
  completion: 'limit of the completion',
  rejection: 'limit for objecting to the rejection',
};

const changes: Record<keyof Changes, string> = {
  kind: 'kind',
  oversight: 'oversight (kadar pengawasan)',
  category: 'category',
  place: 'place',
  region: 'region',
  happenedOn: 'date of the event',
  title: 'title',
  confidentiality: 'confidentiality',
};

export function rowWords(step: Step): Words {
  return { id: procedure[step].name, en: rowNames[step] };
}

/** Without an article. */
export function clockWords(clock: ClockName): Words {
  return { id: clockTerms[clock], en: limits[clock] };
}

/** One after the other. */
export function changeWords(fields: readonly (keyof Changes)[]): Words {
  return {
    id: fields.map((field) => changeNames[field]).join(', '),
    en: fields.map((field) => changes[field]).join(', '),
  };
}
