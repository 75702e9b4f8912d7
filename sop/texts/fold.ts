// Texts without what hides a word from a search for it: case, diacritics, width, look-alikes, invisible marks.

/** A text folded for comparing, and where each of its characters stood before. */
export interface Folded {
  text: string;
  /** Start in the original of each folded character; one more than those, for the end. */
  starts: number[];
}

/** Letters of other scripts, or without a decomposition, that pass for a Latin one. */
const lookAlikes = new Map(
  Object.entries({
    a: 'аαɑ',
    b: 'ьв',
    c: 'сϲ',
    d: 'ԁđð',
    e: 'еєεё',
    g: 'ɡ',
    h: 'һн',
    i: 'іιıӏɩ',
    j: 'јϳ',
    k: 'кκ',
    l: 'łⅼ',
    m: 'мⅿ',
    n: 'ոηп',
    o: 'оοσøօ',
    p: 'рρ',
    q: 'ԛ',
    r: 'г',
    s: 'ѕς',
    t: 'тτŧ',
    u: 'υսц',
    v: 'ѵν',
    w: 'ԝшω',
    x: 'хχ',
    y: 'уγү',
    z: 'ʐ',
    ae: 'æ',
    oe: 'œ',
    ss: 'ß',
    th: 'þ',
  }).flatMap(([latin, others]) => Array.from(others, (other) => [other, latin] as const)),
);
/** Written within words, or left out: Ma'ruf, Ma’ruf, Maruf. */
const apostrophes = /^['’‘ʼ‛`´ʻ]$/u;

/** One character as it is compared: nothing, one or more letters. */
function foldedOf(character: string): string {
  if (character < '\x80') return apostrophes.test(character) ? '' : character.toLowerCase();
  if (apostrophes.test(character)) return '';
  const plain = character
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase();
  return Array.from(plain, (one) => lookAlikes.get(one) ?? digitOf(one)).join('');
}

const digit = /\p{Nd}/u;

/** Any script's digit as ours; Unicode keeps the ten of a script together, from nought. */
function digitOf(character: string): string {
  if (!digit.test(character)) return character;
  const code = character.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && digit.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(code - zero);
}

export function fold(original: string): Folded {
  let text = '';
  const starts: number[] = [];
  let at = 0;
  for (const character of original) {
    const folded = foldedOf(character);
    for (let n = 0; n < folded.length; n += 1) starts.push(at);
    text += folded;
    at += character.length;
  }
  starts.push(at);
  return { text, starts };
}
