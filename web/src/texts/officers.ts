// The words that all pages of officers share, in both languages.
import { officers as english } from './en/officers.ts';
import { officers } from './id/officers.ts';
import { areaTexts } from './texts.tsx';

export const useOfficersTexts = areaTexts(officers, english);
