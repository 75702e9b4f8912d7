// The form one thing at a time, and what is mailed on wish.
import type { asking as indonesian } from '../../id/form/asking.ts';

export const asking: typeof indonesian = {
  where: 'Where and when?',
  address: 'What is it about, and whom is it for?',
  check: 'Check before you send',
  progress: (at, of) => `Step ${at} of ${of}`,
  next: 'Continue',
  back: 'Back',
  change: 'Change',
  checkAgain: 'Save and check again',
  notFilled: 'Not filled in',
  oversight: 'berkadar pengawasan',
  allAtOnce: 'Show all questions on one page',
  updates: 'Also e-mail me when …',
  oneByOne: 'Show one question a page',
};
