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
    return keep(await ask<Session>('/v1/session'));
  } catch (error) {
    if (asProblem(error).code !== 'unauthenticated') throw error;
    signedInBefore.clear();
    return null;
  }
}

function keep(session: Session): Session {
  setCsrf(session.csrf);
  signedInBefore.write('1');
  return session;
}

const passwordPath = '/kantor/sandi';
const sessionQuery = { queryKey: keys.session, queryFn: fetchSession, staleTime: 5 * 60_000 };

/** The signed-in officer, or null; a citizen's browser never asks. */
export function useUser(): User | null {
  const { data } = useQuery({ ...sessionQuery, enabled: signedInBefore.read() !== null });
  return data?.user ?? null;
}

/** Whether the password is still the one that ops typed: nothing else opens before it is changed. */
export function useMustChangePassword(): boolean {
  const { data } = useQuery({ ...sessionQuery, enabled: signedInBefore.read() !== null });
  return data?.mustChangePassword ?? false;
}

/** Signs in with name and password; the session is there when it resolves. */
export function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (credentials: { username: string; password: string }) =>
      ask<Session>('/v1/sign-in', { method: 'POST', body: credentials }),
    onSuccess: (session) => client.setQueryData(keys.session, keep(session)),
  });
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

/** Shows its children to signed-in officers; others sign in first and come back. */
export function RequireSession({ children }: { children: ReactNode }) {
  const { data, error, isPending, refetch } = useQuery(sessionQuery);
  const [location] = useLocation();
  const search = useSearch();
  const [wasSignedIn] = useState(() => signedInBefore.read() !== null);
  useEffect(() => {
    if (data) signedInBefore.write('1');
  }, [data]);
  if (isPending) return <Loading />;
  if (error) return <Failed error={error} again={() => void refetch()} />;
  if (!data) {
    const next = encodeURIComponent(location + (search && `?${search}`));
    return <Redirect to={`/masuk?next=${next}${wasSignedIn ? '&berakhir=1' : ''}`} replace />;
  }
  if (data.mustChangePassword && location !== passwordPath) return <Redirect to={passwordPath} replace />;
  return children;
}
