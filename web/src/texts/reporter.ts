// The texts of how satisfied a reporter is; they come when that is asked.
import { rating } from './id/reporter/rating.ts';
import { besideTexts } from './texts.tsx';

export const useRatingTexts = besideTexts('rating', rating);
