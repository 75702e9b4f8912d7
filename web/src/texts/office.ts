// The texts of the office pages, in both languages.
import { areaTexts } from './texts.tsx';
import { beyond as beyondEn } from './en/oversight/beyond.ts';
import { additions as additionsEn } from './en/office/additions.ts';
import { consultations as consultationsEn } from './en/office/consultations.ts';
import { deciding as decidingEn } from './en/office/deciding.ts';
import { desk as deskEn } from './en/office/desk.ts';
import { finding as findingEn } from './en/office/finding.ts';
import { frame as frameEn } from './en/office/frame.ts';
import { inbox as inboxEn } from './en/office/inbox.ts';
import { looks as looksEn } from './en/office/looks.ts';
import { report as reportEn } from './en/office/report.ts';
import { talk as talkEn } from './en/office/talk.ts';
import { words as wordsEn } from './en/office/words.ts';
import { beyond } from './id/oversight/beyond.ts';
import { additions } from './id/office/additions.ts';
import { consultations } from './id/office/consultations.ts';
import { deciding } from './id/office/deciding.ts';
import { desk } from './id/office/desk.ts';
import { finding } from './id/office/finding.ts';
import { frame } from './id/office/frame.ts';
import { inbox } from './id/office/inbox.ts';
import { looks } from './id/office/looks.ts';
import { report } from './id/office/report.ts';
import { talk } from './id/office/talk.ts';
import { words } from './id/office/words.ts';

const indonesian = {
  words,
  frame,
  inbox,
  deciding,
  report,
  desk,
  talk,
  additions,
  consultations,
  beyond,
  finding,
  looks,
};
export type OfficeTexts = typeof indonesian;

export const useOfficeTexts = areaTexts(indonesian, {
  words: wordsEn,
  frame: frameEn,
  inbox: inboxEn,
  deciding: decidingEn,
  report: reportEn,
  desk: deskEn,
  talk: talkEn,
  additions: additionsEn,
  consultations: consultationsEn,
  beyond: beyondEn,
  finding: findingEn,
  looks: looksEn,
});
