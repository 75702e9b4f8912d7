// The console as a whole: what every page stands on, and which page an address shows.
import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { Route, Switch } from 'wouter';
import { queryClient } from './api/query-client.ts';
import { StartPage } from './public/start-page.tsx';
import { RequireSession } from './session.tsx';
import { Frame } from './shell/frame.tsx';
import { NotFoundPage } from './shared/page/not-found-page.tsx';
import { Loading } from './shared/messages/states.tsx';
import { WholePage } from './shared/page/whole-page.tsx';
import { type Language, type Texts, TextsProvider } from './texts/texts.tsx';
import { cssVariables, theme } from './theme.ts';

const FilingPages = lazy(() => import('./public/filing/filing-pages.tsx'));
const FollowingPage = lazy(() => import('./public/following/following-page.tsx'));
const ConfirmingPage = lazy(() => import('./public/confirming/confirming-page.tsx'));
const RatingPage = lazy(() => import('./public/rating/rating-page.tsx'));
const RegisterPage = lazy(() => import('./public/register/register-page.tsx'));
const EntryPage = lazy(() => import('./public/register/entry-page.tsx'));
const SignInPage = lazy(() => import('./shell/sign-in-page.tsx'));
const OfficePages = lazy(() => import('./office/pages.tsx'));
const OversightPages = lazy(() => import('./oversight/pages.tsx'));
const OperationsPages = lazy(() => import('./oversight/operations-pages.tsx'));
const colorSchemes = localStorageColorSchemeManager({ key: 'tuntas.scheme' });

function Pages() {
  return (
    <WholePage>
      <Suspense fallback={<Loading />}>
        <Switch>
          <Route path="/" component={StartPage} />
          <Route path="/lapor/*?" component={FilingPages} />
          <Route path="/ikuti/:number?" component={FollowingPage} />
          <Route path="/konfirmasi" component={ConfirmingPage} />
          <Route path="/nilai" component={RatingPage} />
          <Route path="/register" component={RegisterPage} />
          <Route path="/register/:number" component={EntryPage} />
          <Route path="/masuk" component={SignInPage} />
          <Route path="/kantor/*?">
            <RequireSession>
              <OfficePages />
            </RequireSession>
          </Route>
          <Route path="/pengawasan/*?">
            <RequireSession>
              <OversightPages />
            </RequireSession>
          </Route>
          <Route path="/operasi/*?">
            <RequireSession>
              <OperationsPages />
            </RequireSession>
          </Route>
          <Route component={NotFoundPage} />
        </Switch>
      </Suspense>
    </WholePage>
  );
}

export function App(start: { language: Language; texts: Texts }) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={colorSchemes}
      defaultColorScheme="auto"
    >
      <QueryClientProvider client={queryClient}>
        <TextsProvider {...start}>
          <WholePage>
            <Frame>
              <Pages />
            </Frame>
          </WholePage>
        </TextsProvider>
      </QueryClientProvider>
    </MantineProvider>
  );
}
