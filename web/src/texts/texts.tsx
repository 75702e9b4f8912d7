// The texts of the console in the chosen language; Indonesian comes with the page, English when it is asked for.
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import type { Language } from '../../../sop/texts/language.ts';
import { stored } from '../shared/state/stored.ts';
import type { beside } from './en/beside.ts';
import { id } from './id.ts';

type Beside = typeof beside;
/** `beside` is of English alone, which comes all at once; Indonesian comes with what it stands in (`besideTexts`). */
export type Texts = typeof id & { beside?: Beside };

const kept = stored('tuntas.language');

/** What was chosen in this browser before; Indonesian first. */
export function storedLanguage(): Language {
  return kept.read() === 'en' ? 'en' : 'id';
}

export async function textsOf(language: Language): Promise<Texts> {
  return language === 'en' ? (await import('./en.ts')).en : id;
}

interface Spoken {
  language: Language;
  texts: Texts;
  speak: (language: Language) => Promise<void>;
}
const Context = createContext<Spoken | undefined>(undefined);

export function TextsProvider({
  children,
  ...start
}: {
  language: Language;
  texts: Texts;
  children: ReactNode;
}) {
  const [now, setNow] = useState(start);
  const speak = useCallback(async (language: Language) => {
    setNow({ language, texts: await textsOf(language) });
    kept.write(language);
    document.documentElement.lang = language;
  }, []);
  const value = useMemo(() => ({ ...now, speak }), [now, speak]);
  return <Context value={value}>{children}</Context>;
}

/** Language, texts, and how to change them. Throws outside the provider. */
export function useLanguage(): Spoken {
  const spoken = useContext(Context);
  if (!spoken) throw new Error('There is no TextsProvider above.');
  return spoken;
}

export function useTexts(): Texts {
  return useLanguage().texts;
}

/** The texts of a lazy part, kept in its own chunk: `export const useOfficeTexts = areaTexts(id, en)`. */
export function areaTexts<T>(indonesian: T, english: NoInfer<T>): () => T {
  return () => (useLanguage().language === 'en' ? english : indonesian);
}

/** The texts of a lazy part of the reporter's, kept in its own chunk without English, which few read on a slow line. */
export function besideTexts<Name extends keyof Beside>(
  name: Name,
  indonesian: Beside[Name],
): () => Beside[Name] {
  return () => useTexts().beside?.[name] ?? indonesian;
}
