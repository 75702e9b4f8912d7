// A misspelt field is an error: `Confidentiality: anonim` that was passed over would be filed in the open, a `duplicate_of` would reject for good.
import { invalidField } from '../http/problems.ts';
import { bulk } from '../../contract/desk.ts';
import { filing } from '../../contract/reporter/public.ts';

const plain = (name: string) => name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
const byPlainName = (shape: object) => new Map(Object.keys(shape).map((name) => [plain(name), name]));
const known = byPlainName(filing.shape);
const knownOfReporter = byPlainName(filing.shape.reporter.shape);
const knownOfDecision = byPlainName(bulk.shape.items.element.shape);

/**
 * Throws `invalid-fields` for a field that is one of a filing but for its capitals and signs. Others that nobody knows
 * are left alone: clients may send more than this release reads.
 */
export function refuseLookalikes(body: unknown): void {
  refuse(body, known, '');
  if (typeof body === 'object' && body !== null && 'reporter' in body)
    refuse(body.reporter, knownOfReporter, 'reporter.');
}

/** The same of a decision, alone or one of many; `prefix`: where it stands, before its fields. */
export function refuseLookalikesOfDecision(body: unknown, prefix = ''): void {
  refuse(body, knownOfDecision, prefix);
}

function refuse(fields: unknown, names: Map<string, string>, prefix: string): void {
  if (typeof fields !== 'object' || fields === null) return;
  for (const name of Object.keys(fields)) {
    const meant = names.get(plain(name));
    if (meant !== undefined && meant !== name)
      throw invalidField(`${prefix}${name}`, {
        id: `Tidak dikenal; maksud Anda "${prefix}${meant}"?`,
        en: `Not known; do you mean "${prefix}${meant}"?`,
      });
  }
}
