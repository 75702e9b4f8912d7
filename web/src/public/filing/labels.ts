// What the form calls each of its fields and steps, wherever it speaks of one.
import type { Values } from '../../shared/forms/filing.ts';
import { useTexts } from '../../texts/texts.tsx';
import { useAskingTexts } from '../../texts/form/asking.ts';
import type { StepId } from './steps/steps.ts';

function useNames() {
  const { filing, words } = useTexts();
  return { filing, words, asking: useAskingTexts() };
}

export function useTitles(): Record<StepId, string> {
  const { filing, words, asking } = useNames();
  return {
    jenis: filing.title,
    isi: filing.content,
    tempat: asking.where,
    tujuan: asking.address,
    kerahasiaan: filing.secrecy,
    pelapor: filing.reporter,
    lampiran: `${filing.files} ${words.optional}`,
    periksa: asking.check,
  };
}

export function useLabels(): Record<keyof Values, string> {
  const { filing, words, asking } = useNames();
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
