// The texts of the office pages, in both languages.
import { areaTexts } from '../texts/texts.tsx';
import { deciding as decidingEn } from './texts/en/deciding.ts';
import { desk as deskEn } from './texts/en/desk.ts';
import { frame as frameEn } from './texts/en/frame.ts';
import { inbox as inboxEn } from './texts/en/inbox.ts';
import { report as reportEn } from './texts/en/report.ts';
import { words as wordsEn } from './texts/en/words.ts';
import { deciding } from './texts/id/deciding.ts';
import { desk } from './texts/id/desk.ts';
import { frame } from './texts/id/frame.ts';
import { inbox } from './texts/id/inbox.ts';
import { report } from './texts/id/report.ts';
import { words } from './texts/id/words.ts';

const indonesian = { words, frame, inbox, deciding, report, desk };
export type OfficeTexts = typeof indonesian;

export const useOfficeTexts = areaTexts(indonesian, {
  words: wordsEn,
  frame: frameEn,
  inbox: inboxEn,
  deciding: decidingEn,
  report: reportEn,
  desk: deskEn,
});
