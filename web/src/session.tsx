// Who is signed in: asked of the API once somebody has signed in here before, or opens an office page.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { Redirect, useLocation, useSearch } from 'wouter';
import { ask, setCsrf } from './api/client.ts';
import { keys } from './api/keys.ts';
import { asProblem } from './api/problems.ts';
import type { Session, User } from './api/types.ts';
import { Failed, Loading } from './shared/messages/states.tsx';
import { stored } from './shared/state/stored.ts';

const signedInBefore = stored('tuntas.signed-in');

async function fetchSession(): Promise<Session | null> {
  try {
    return keepSession(await ask<Session>('/v1/session'));
  } catch (error) {
    if (asProblem(error).code !== 'unauthenticated') throw error;
    signedInBefore.clear();
    return null;
  }
}

/** What was just opened, or goes on as another: its changes carry its token from now on. */
export function keepSession(session: Session): Session {
  setCsrf(session.csrf);
  signedInBefore.write('1');
  return session;
}

const passwordPath = '/kantor/sandi';
const sessionQuery = { queryKey: keys.session, queryFn: fetchSession, staleTime: 5 * 60_000 };

/** As the API has it, also while it opens nothing yet; a citizen's browser never asks. */
export function useSession(): Session | null {
  const { data } = useQuery({ ...sessionQuery, enabled: signedInBefore.read() !== null });
  return data ?? null;
}

/** A password alone was given, and more is wanted. */
export function owesFactor({ secondFactor }: Session): boolean {
  return secondFactor === 'due' || secondFactor === 'to-add';
}

/** The signed-in officer, or null. */
export function useUser(): User | null {
  const session = useSession();
  return session && !owesFactor(session) ? session.user : null;
}

/** Signs out here, or everywhere; everything that was asked for is forgotten. */
export function useSignOut() {
  const client = useQueryClient();
  const [, navigate] = useLocation();
  return useMutation({
    mutationFn: (everywhere: boolean) =>
      ask<void>(everywhere ? '/v1/sessions' : '/v1/session', { method: 'DELETE' }),
    onSuccess: () => {
      setCsrf(undefined);
      signedInBefore.clear();
      navigate('/');
      client.clear();
    },
  });
}

/** Shows its children to signed-in officers; others sign in first, or give the second factor, and come back. */
export function RequireSession({ children }: { children: ReactNode }) {
  const { data, error, isPending, refetch } = useQuery(sessionQuery);
  const [location] = useLocation();
  const search = useSearch();
  const [wasSignedIn] = useState(() => signedInBefore.read() !== null);
  useEffect(() => {
    if (data) signedInBefore.write('1');
  }, [data]);
  if (isPending) return <Loading page />;
  if (error) return <Failed error={error} again={() => void refetch()} />;
  if (!data || owesFactor(data)) {
    const next = encodeURIComponent(location + (search && `?${search}`));
    const to = data ? '/faktor-kedua' : '';
    return <Redirect to={`/masuk${to}?next=${next}${!data && wasSignedIn ? '&berakhir=1' : ''}`} replace />;
  }
  if (data.mustChangePassword && location !== passwordPath) return <Redirect to={passwordPath} replace />;
  return children;
}
