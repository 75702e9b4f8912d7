// What went wrong, by code: also those whose Indonesian title comes from the API.
import { problemsInEnglish } from '../../../../contract/problems/english.ts';
import type { Texts } from '../texts.tsx';

export const problems: Texts['problems'] = {
  unreachable: 'The server cannot be reached. Check your internet connection, then try again.',
  timeout: 'The server took too long. Try again in a moment.',
  unreadable: 'The answer of the server cannot be read. Try again in a moment.',
  ...problemsInEnglish,
};
