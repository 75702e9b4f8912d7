// The texts of the page where officers sign in, in English.
import type { signIn as indonesian } from '../../id/form/sign-in.ts';

export const signIn: typeof indonesian = {
  title: 'Staff sign-in',
  lead: 'For national, agency, echelon 1 and UPT admins. Reporters need no account.',
  username: 'Username',
  password: 'Password',
  submit: 'Sign in',
  or: 'or',
  oidc: (name) => `Sign in with ${name}`,
  required: 'Required',
  ended: 'Your session has ended',
  endedWhy:
    'Sign in again to go on. Decisions and notes that you were writing are still kept in this browser.',
  failures: {
    'tidak-terdaftar': 'Your account is not registered here. Ask the admin of your office.',
    'penyedia-tidak-tersedia':
      'The identity provider cannot be reached. Try again in a moment, or sign in with a password.',
    'sistem-tidak-tersedia': 'The system is not available. Try again in a moment.',
    ditolak: 'The identity provider refused, or you cancelled.',
    kedaluwarsa: 'The time for signing in at the identity provider is over. Start once more.',
  },
  failed: 'Signing in with the identity provider did not work. Try again.',
  everywhere: 'Sign out of all devices',
};
