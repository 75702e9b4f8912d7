// Officers among themselves: who has a report open, and who is named in a note.
import type * as indonesian from '../../id/office/talk.ts';

const names = (all: readonly string[]) =>
  all.length > 2 ? `${all.slice(0, 2).join(', ')} and ${all.length - 2} more` : all.join(' and ');

export const talk: typeof indonesian.talk = {
  presence: {
    who: (name, office) => (office ? `${name} (${office})` : name),
    reading: (all) => `${names(all)} ${all.length === 1 ? 'is' : 'are'} reading`,
    writing: (all) => `${names(all)} ${all.length === 1 ? 'is' : 'are'} writing`,
  },
  mentions: {
    hint: 'Type @ to mention another officer, who is notified.',
    list: 'Officers who may see this report',
    none: 'No officer of that name may see this report',
    found: (count) => `${count} ${count === 1 ? 'officer' : 'officers'} found`,
    told: (all) => `${names(all)} ${all.length === 1 ? 'was' : 'were'} notified.`,
  },
};
