// What superiors count besides the straight way (readings 18, 19, 23–25): each counts reports, for an office.
export const beyondFigures = [
  /** The office took them back (18). */
  'recalling',
  /** They were taken back from the office (18). */
  'recalled',
  /** The office put something right about them (19). */
  'correcting',
  /** The office was given more time for them (25). */
  'extending',
  /** The office asked others about them (24). */
  'consulting',
  /** The office was asked about them (24). */
  'consulted',
  /** It was asked, and its limit passed without an answer (24). */
  'consultedLate',
  /** An objection to the office's answer went to the office above (23). */
  'objectedUpward',
] as const;
export type BeyondFigure = (typeof beyondFigures)[number];
