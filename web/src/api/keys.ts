// The names under which answers are kept, so that one place can throw away what another has asked for.
export const keys = {
  session: ['session'] as const,
  signInMethods: ['sign-in-methods'] as const,
};
