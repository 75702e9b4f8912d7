// The texts of the page where officers sign in, in both languages.
import { signIn as english } from '../en/form/sign-in.ts';
import { signIn } from '../id/form/sign-in.ts';
import { areaTexts } from '../texts.tsx';

export const useSignInTexts = areaTexts(signIn, english);
