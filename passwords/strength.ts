// Whether a password that somebody chooses can be guessed: against common ones, Indonesian words and names, and what is known of its owner.
import type { ZxcvbnFactory } from '@zxcvbn-ts/core';

/** Of zxcvbn's 0 to 4: more than 10^8 guesses. */
const enough = 3;
/** What lies behind adds nothing but time. */
const lookedAt = 100;
/** Letters and digits that are no name of the owner or the product. */
const leastBesides = 8;
const product = ['tuntas', 'lapor', 'sp4n', 'sp4n-lapor', 'pengaduan'];

let loaded: Promise<ZxcvbnFactory> | undefined;

/** Its dictionaries take 11 MB: only a process that sets passwords has them. */
async function load(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory: Factory }, common, indonesian] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-id'),
  ]);
  return new Factory({
    dictionary: { ...common.dictionary, ...indonesian.dictionary },
    graphs: common.adjacencyGraphs,
    translations: indonesian.translations,
  });
}

/** How many letters and digits are left without these names. */
function besides(password: string, names: readonly string[]): number {
  const longest = names.map((name) => name.toLowerCase()).toSorted((a, b) => b.length - a.length);
  const rest = longest.reduce(
    (left, name) => (name.length < 3 ? left : left.replaceAll(name, '')),
    password.toLowerCase(),
  );
  return rest.replaceAll(/[^\p{L}\p{N}]/gu, '').length;
}

/** Why a password is too easy; undefined when it is not. `about`: names of its owner. */
export async function weakness(
  typed: string,
  about: readonly string[],
): Promise<{ id: string; en: string } | undefined> {
  loaded ??= load();
  // As it is hashed, and as names are kept.
  const password = typed.normalize('NFC');
  const known = [...about, ...about.flatMap((name) => name.split(/[^\p{L}\p{N}]+/u))].filter(Boolean);
  const names = [...product, ...known];
  const { score, feedback } = (await loaded).check(password.slice(0, lookedAt), names);
  if (score >= enough && besides(password, names) >= leastBesides) return undefined;
  const said = [
    'Kata sandi ini mudah ditebak.',
    feedback.warning ?? '',
    'Beberapa kata yang tidak berkaitan lebih aman.',
  ];
  return {
    id: said.filter(Boolean).join(' '),
    // What is weak about it the dictionaries say in Indonesian alone.
    en: 'This password is easily guessed. A few words that have nothing to do with each other are safer.',
  };
}
