// Which of the chosen files can go along.
import { endings, largestFile } from '../../../../contract/attachments/kinds.ts';
import type { Texts } from '../../texts/texts.tsx';

/** As the API takes them, in files a report. */
const most = 20;

/** A name without an ending says nothing; the API judges by the content. */
function hasOtherEnding(name: string): boolean {
  const [ending] = /\.[a-z\d]+$/i.exec(name) ?? [];
  return ending !== undefined && !endings.includes(ending.toLowerCase());
}

/** Adds to what is there already; `refused` says in words what cannot go along. */
export function choose(
  there: readonly File[],
  chosen: readonly File[],
  texts: Texts['filing'],
  taken = 0,
): { files: File[]; refused: string[] } {
  const files = [...there];
  const refused: string[] = [];
  for (const file of chosen) {
    const known = files.some(({ name, size }) => name === file.name && size === file.size);
    if (known) continue;
    if (hasOtherEnding(file.name)) refused.push(texts.wrongKind(file.name));
    else if (file.size > largestFile) refused.push(texts.tooLarge(file.name));
    else if (file.size === 0) refused.push(texts.emptyFile(file.name));
    else if (files.length + taken < most) files.push(file);
    else if (!refused.includes(texts.tooMany)) refused.push(texts.tooMany);
  }
  return { files, refused };
}
