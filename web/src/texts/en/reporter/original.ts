// The report that one follows, in English.
import type { original as indonesian } from '../../id/reporter/original.ts';

export const original: typeof indonesian = {
  title: 'The report that you follow',
  about: (number) => `Report ${number} about the same was taken up first.`,
  unread: 'It was answered. Its words are not for the public.',
  nothing: 'It has not been answered yet. You are told when there is news.',
  ended: (at) => `It ended on ${at}.`,
};
