// The texts of what a reporter may do beside the report, in both languages; they come when they are needed.
import { areaTexts } from './texts.tsx';
import { contact as contactEn } from './en/reporter/contact.ts';
import { rating as ratingEn } from './en/reporter/rating.ts';
import { whoSees as whoSeesEn } from './en/reporter/who-sees.ts';
import { contact } from './id/reporter/contact.ts';
import { rating } from './id/reporter/rating.ts';
import { whoSees } from './id/reporter/who-sees.ts';

export const useRatingTexts = areaTexts(rating, ratingEn);
export const useContactTexts = areaTexts(contact, contactEn);
export const useWhoSeesTexts = areaTexts(whoSees, whoSeesEn);
