// In which language an answer says what went wrong: as the caller prefers it.
import { type Language, languages, usualLanguage } from '../../sop/texts/language.ts';

/** The one of ours that `Accept-Language` prefers (RFC 9110, 12.5.4); Indonesian where it names none of them. */
export function languageAsked({
  headers,
}: {
  headers: { 'accept-language'?: string | undefined };
}): Language {
  const wished = (headers['accept-language'] ?? '').split(',').flatMap((part) => {
    const [tag = '', ...parameters] = part.toLowerCase().replaceAll(/\s/g, '').split(';');
    const weight = Number(parameters.find((one) => one.startsWith('q='))?.slice(2) ?? 1);
    const language = languages.find((one) => tag === one || tag.startsWith(`${one}-`));
    return language && weight > 0 ? [{ language, weight }] : [];
  });
  return wished.toSorted((a, b) => b.weight - a.weight)[0]?.language ?? usualLanguage;
}
