// The texts of what stands beside a report for its reporter; they come when they are needed.
import { contact } from './id/reporter/contact.ts';
import { lookers } from './id/reporter/seen/lookers.ts';
import { original } from './id/reporter/original.ts';
import { whoSees } from './id/reporter/who-sees.ts';
import { besideTexts } from './texts.tsx';

export const useContactTexts = besideTexts('contact', contact);
export const useLookersTexts = besideTexts('lookers', lookers);
export const useOriginalTexts = besideTexts('original', original);
export const useWhoSeesTexts = besideTexts('whoSees', whoSees);
