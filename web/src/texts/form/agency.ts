// The texts of the field for an agency; they come with it.
import { agency } from '../id/form/agency.ts';
import { besideTexts } from '../texts.tsx';

export const useAgencyTexts = besideTexts('agency', agency);
