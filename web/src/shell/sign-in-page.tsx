// Officers sign in, with an account of this system or through the ministry's identity provider.
import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { Redirect, useLocation, useSearchParams } from 'wouter';
import { ask, queryOf } from '../api/client.ts';
import { keys } from '../api/keys.ts';
import type { Session, SignInMethods } from '../api/types.ts';
import { keepSession, owesFactor, RequireSession, useSession, useUser } from '../session.tsx';
import { useSignInTexts } from '../texts/form/sign-in.ts';
import card from '../shared/page/card.module.css';
import { Notice } from '../shared/messages/notice.tsx';
import { Page } from '../shared/page/page.tsx';
import { Failed } from '../shared/messages/states.tsx';
import { homeOf, homePath } from './links.ts';
import { safePath } from './second-factor/safe-path.ts';
import { PasskeySignIn } from './second-factor/give-passkey.tsx';
import { SecondFactorPage, secondFactorPath } from './second-factor/second-factor-page.tsx';

function isReason<T extends object>(word: string, reasons: T): word is string & keyof T {
  return Object.hasOwn(reasons, word);
}

/** With name and password; the session is there when it resolves. */
function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (credentials: { username: string; password: string }) =>
      ask<Session>('/v1/sign-in', { method: 'POST', body: credentials }),
    onSuccess: (session) => client.setQueryData(keys.session, keepSession(session)),
  });
}

function LocalForm() {
  const texts = useSignInTexts();
  const signIn = useSignIn();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const missing = (value: string) => (tried && !value ? texts.required : undefined);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (username && password) signIn.mutate({ username, password });
  };
  return (
    <form className={card.card} onSubmit={submit} noValidate>
      <TextInput
        label={texts.username}
        name="username"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        value={username}
        error={missing(username)}
        onChange={({ currentTarget }) => setUsername(currentTarget.value)}
      />
      <PasswordInput
        label={texts.password}
        name="password"
        autoComplete="current-password"
        value={password}
        error={missing(password)}
        onChange={({ currentTarget }) => setPassword(currentTarget.value)}
      />
      {signIn.error && <Failed error={signIn.error} />}
      <Button type="submit" loading={signIn.isPending}>
        {texts.submit}
      </Button>
    </form>
  );
}

function SignInPage() {
  const texts = useSignInTexts();
  const [search] = useSearchParams();
  const session = useSession();
  const next = safePath(search.get('next'));
  const wrong = search.get('salah');
  const { data: methods } = useQuery({
    queryKey: keys.signInMethods,
    queryFn: ({ signal }) => ask<SignInMethods>('/v1/sign-in/methods', { signal }),
  });
  if (session) {
    const home = next ?? homeOf(session.user);
    return (
      <Redirect to={owesFactor(session) ? `${secondFactorPath}${queryOf({ next: home })}` : home} replace />
    );
  }
  const { oidc = null, local = true, passkey = false } = methods ?? {};
  return (
    <Page title={texts.title} lead={texts.lead}>
      {search.has('berakhir') && (
        <Notice tone="info" announce title={texts.ended}>
          <p>{texts.endedWhy}</p>
        </Notice>
      )}
      {wrong && (
        <Notice
          tone="bad"
          announce
          title={isReason(wrong, texts.failures) ? texts.failures[wrong] : texts.failed}
        />
      )}
      {oidc && (
        <Button component="a" href={`${oidc.url}${queryOf({ next: next ?? homePath })}`} variant="default">
          {texts.oidc(oidc.name)}
        </Button>
      )}
      {oidc && local && <p>{texts.or}</p>}
      {local && <LocalForm />}
      {passkey && <PasskeySignIn />}
    </Page>
  );
}

function Home() {
  return <Redirect to={homeOf(useUser())} replace />;
}

/** Whoever has signed in elsewhere comes back to their own pages. */
export default function SignInPages() {
  const [location] = useLocation();
  if (location === secondFactorPath) return <SecondFactorPage />;
  if (location !== homePath) return <SignInPage />;
  return (
    <RequireSession>
      <Home />
    </RequireSession>
  );
}
