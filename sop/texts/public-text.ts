// reading 14: texts as everybody may read them. Made once, when the text is written, so that erasure never unmasks.
import { contactsIn } from '../notices/contacts.ts';
import { fold, type Folded } from './fold.ts';
import { addressed } from './name-parts.ts';
import { type Word, wordsIn } from './name-words.ts';
import { labels, replaced, type Span } from './spans.ts';

/** Whom a public text must not give away. */
export interface Hidden {
  name: string;
  phone?: string | null;
}

/** The reporter's own words: without any part of their name (titles apart), without numbers and addresses to reach anybody. */
export function ownWords(text: string, who: Hidden): string {
  return masked(text, who, (words) => words.filter(({ parts }) => parts > 0).map(nameSpan));
}

/**
 * An office's words: without contacts, without the reporter's name of two words or more; one word of it only where it
 * is a form of address (Bapak, Ibu, Sdr.), for a name may be a word of everyday.
 */
export function officeWords(text: string, who: Hidden): string {
  return masked(text, who, (words, folded) =>
    runsOf(words, folded)
      .filter((run) => saysWho(run, folded, text))
      .map(([first, last]) => nameSpan({ from: first.from, to: last.to })),
  );
}

/** The text without those words or phrases too, wherever they stand and however they are written. */
export function withoutWords(text: string, phrases: readonly string[]): string {
  const folded = fold(text);
  const place = (at: number) => folded.starts[at] ?? text.length;
  const kept = [...text.matchAll(labels)].map(
    ({ 0: label, index }) => [index, index + label.length] as const,
  );
  const spans = phrases
    .flatMap((phrase) => [...folded.text.matchAll(patternOf(phrase))])
    .map(({ 0: found, index }) => ({
      from: index,
      to: index + found.length,
      label: '[disembunyikan]' as const,
    }));
  const free = spans.filter(
    ({ from, to }) => !kept.some(([start, end]) => place(from) < end && start < place(to)),
  );
  return replaced(text, folded, free);
}

/** Any blanks between its words; never a part of a longer word. */
function patternOf(phrase: string): RegExp {
  const words = fold(phrase).text.trim().split(/\s+/u);
  const plain = words
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`))
    .join(String.raw`\s+`);
  return new RegExp(plain === '' ? '(?!)' : String.raw`(?<![\p{L}\p{N}])${plain}(?![\p{L}\p{N}])`, 'gu');
}

function masked(text: string, who: Hidden, namesIn: (words: Word[], folded: Folded) => Span[]): string {
  const folded = fold(text);
  const names = namesIn(wordsIn(folded.text, who.name), folded);
  return replaced(text, folded, [...contactsIn(folded.text, who.phone), ...names]);
}

function nameSpan({ from, to }: { from: number; to: number }): Span {
  return { from, to, label: '[nama pelapor]' };
}

/** Words of the name that stand side by side: the first, the last, and how many parts they say. */
type Run = [first: Word, last: Word, parts: number];

function runsOf(words: Word[], { text }: Folded): Run[] {
  const runs: Run[] = [];
  for (const word of words.filter(({ parts }) => parts > 0)) {
    const run = runs.at(-1);
    if (run && /^[\s.,-]{1,3}$/u.test(text.slice(run[1].to, word.from))) {
      run[2] += word.text === run[1].text ? 0 : word.parts;
      run[1] = word;
    } else runs.push([word, word, word.parts]);
  }
  return runs;
}

/** What stands after `Bapak` in lower case and is no name there. */
const everyday = new Set(
  (
    'ada agar akan akibat apabila atas atau bahwa baru belum benar bila bisa boleh dalam dan dapat dari datang dengan di ' +
    'diminta harus hanya ini itu jika juga kami kepada ke lagi maupun melalui memang mohon namun oleh pada para perlu ' +
    'pernah pun saja sangat sebagai sebelum secara sedang sejak selaku semua seperti serta silakan sudah supaya tadi tahu ' +
    'tapi telah tentang terhadap tersebut tetap tidak untuk wajib yang'
  ).split(' '),
);

function saysWho([first, , parts]: Run, { text: folded, starts }: Folded, text: string): boolean {
  if (parts >= 2) return true;
  if (!addressed.test(folded.slice(Math.max(0, first.from - 60), first.from))) return false;
  const initial = text.charAt(starts[first.from] ?? 0);
  return !everyday.has(first.text) || initial !== initial.toLowerCase();
}
