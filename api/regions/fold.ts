// Names as they are compared: small letters without marks, words apart by one blank.

/** Many names at once, each on a line of its own, where it may have a blank at either end. */
export function foldLines(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\u0300-\u036f'’ʼ"]/g, '')
    .replaceAll(/[^\p{L}\p{N}\n]+/gu, ' ');
}

/** The words of one. */
export function wordsOf(name: string): string[] {
  return foldLines(name).split(/[ \n]/).filter(Boolean);
}
