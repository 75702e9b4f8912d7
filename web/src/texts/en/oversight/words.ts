// The words that figures and rules share, in English.
import { zones } from '../../../../../sop/offices.ts';
import { hoursAndMinutes, type words as indonesian } from '../../id/oversight/words.ts';
import { clocks } from '../clocks.ts';
import { terms } from '../terms.ts';

export const words: typeof indonesian = {
  ...terms,
  steps: {
    1: 'Report comes in',
    2: 'National verification and disposition',
    3: 'Receipt by the agency',
    4: 'Verification by the agency',
    5: 'Disposition to Echelon 1',
    6: 'Receipt and first response by Echelon 1',
    7: 'Whose task, decided by Echelon 1',
    8: 'Follow-up by Echelon 1',
    9: 'Receipt by the UPT',
    10: 'Follow-up by the UPT',
    11: 'Finished, waiting to be closed',
  },
  zones: Object.fromEntries(
    Object.entries(zones).map(([zone, { name, hours }]) => [zone, `${name} (UTC+${hours})`]),
  ),
  clock: clocks,
  officeTime: (minutes) => hoursAndMinutes(minutes, 'h', 'min'),
};
