// What the form calls each of its fields, wherever it speaks of one.
import type { Values } from '../../shared/forms/filing.ts';
import { useTexts } from '../../texts/texts.tsx';
import { useAskingTexts } from '../../texts/form/asking.ts';

export function useLabels(): Record<keyof Values, string> {
  const { filing, words } = useTexts();
  const asking = useAskingTexts();
  return {
    kind: filing.kind,
    title: filing.subject,
    description: words.description,
    region: words.place,
    place: words.place,
    point: words.place,
    happenedOn: words.happenedOn,
    category: words.category,
    agencyId: filing.agency,
    oversight: filing.oversight,
    confidentiality: filing.secrecy,
    name: filing.name,
    email: filing.email,
    phone: filing.phone,
    updates: asking.updates,
  };
}
