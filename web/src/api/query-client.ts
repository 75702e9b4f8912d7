// How answers are kept and asked for again; a session that ended signs the console out.
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { setCsrf } from './client.ts';
import { keys } from './keys.ts';
import { ApiProblem } from './problems.ts';

function forgetEndedSession(error: Error): void {
  if (!(error instanceof ApiProblem) || error.code !== 'unauthenticated') return;
  setCsrf(undefined);
  queryClient.setQueryData(keys.session, null);
}

const mayHelpToRetry = (error: Error) => error instanceof ApiProblem && error.uncertain;

export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: forgetEndedSession }),
  mutationCache: new MutationCache({ onError: forgetEndedSession }),
  defaultOptions: {
    queries: {
      // Without network the error is shown at once instead of waiting for the network.
      networkMode: 'always',
      staleTime: 10_000,
      retry: (failures, error) => failures < 2 && mayHelpToRetry(error),
    },
    mutations: { networkMode: 'always', retry: false },
  },
});
