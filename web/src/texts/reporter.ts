// The texts of what a reporter may do beside the report; they come when they are needed.
import { contact } from './id/reporter/contact.ts';
import { rating } from './id/reporter/rating.ts';
import { whoSees } from './id/reporter/who-sees.ts';
import { besideTexts } from './texts.tsx';

export const useRatingTexts = besideTexts('rating', rating);
export const useContactTexts = besideTexts('contact', contact);
export const useWhoSeesTexts = besideTexts('whoSees', whoSees);
