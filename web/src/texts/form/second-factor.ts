// The texts of the second factor, at the sign-in and on the page of one's account, in both languages.
import { secondFactor as english } from '../en/form/second-factor.ts';
import { secondFactor } from '../id/form/second-factor.ts';
import { areaTexts } from '../texts.tsx';

export const useSecondFactorTexts = areaTexts(secondFactor, english);
