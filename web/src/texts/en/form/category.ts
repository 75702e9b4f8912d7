// What a report is about, in English.
import type { category as indonesian } from '../../id/form/category.ts';

export const category: typeof indonesian = {
  found: (count) => (count === 1 ? '1 category' : `${count} categories`),
  own: 'Not in the list; a category of your own is taken as well.',
  kinds: {
    informasi: 'a request for information',
    aspirasi: 'an aspiration',
    pengaduan: 'a complaint',
    oversight: 'a complaint of an abuse of power',
  },
  usually: (kind, law) => `Reports of this category are usually ${kind}${law ? ` (${law})` : ''}.`,
  handledBy: (agency) => `Usually handled by ${agency}.`,
  address: 'Address it there',
};
