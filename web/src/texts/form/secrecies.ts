// The texts of who may see a report; they come when that is asked.
import { secrecies } from '../id/form/secrecies.ts';
import { besideTexts } from '../texts.tsx';

export const useSecrecies = besideTexts('secrecies', secrecies);
