// The texts of another access key; they come when it is asked for, and no phone keeps them.
import { renewal } from '../id/reporter/renewal.ts';
import { besideTexts } from '../texts.tsx';

export const useRenewalTexts = besideTexts('renewal', renewal);
