// The texts of the form that its first page needs.
import { asking } from '../id/form/asking.ts';
import { besideTexts } from '../texts.tsx';

export const useAskingTexts = besideTexts('asking', asking);
