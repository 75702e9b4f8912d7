// Who may see a report, and what that means, in English.
import type { secrecies as indonesian } from '../../id/form/secrecies.ts';

export const secrecies: typeof indonesian = {
  terbuka: [
    'Open',
    'Everybody can read it and its answer in the public reports, without your name and contacts. Write no personal data in it.',
  ],
  anonim: [
    'Anonymous',
    'Only the national admin sees your name and contacts, not the office that handles it. Not in the public reports.',
  ],
  rahasia: [
    'Secret',
    'Only the offices that handle it and those above them see the report and your identity. Not in the public reports.',
  ],
};
