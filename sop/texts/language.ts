// The languages in which people are written to, and what is said in each of them.

export const languages = ['id', 'en'] as const;
export type Language = (typeof languages)[number];

/** Of whoever chose none. */
export const usualLanguage: Language = 'id';

/** The same in each language. */
export type Words = Record<Language, string>;

/** A name, a number, or a line that was put together: it reads alike in each. */
export function alike(text: string): Words {
  return { id: text, en: text };
}
