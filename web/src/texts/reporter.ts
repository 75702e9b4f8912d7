// The texts of what a reporter may do beside the report, in both languages; they come when they are needed.
import { areaTexts } from './texts.tsx';
import { contact as contactEn } from './en/reporter/contact.ts';
import { rating as ratingEn } from './en/reporter/rating.ts';
import { contact } from './id/reporter/contact.ts';
import { rating } from './id/reporter/rating.ts';

export const useRatingTexts = areaTexts(rating, ratingEn);
export const useContactTexts = areaTexts(contact, contactEn);
