// The console as a whole: which page an address shows.
import { lazy, Suspense, useState } from 'react';
import { Route, Switch } from 'wouter';
import { Providers, type Start } from './providers.tsx';
import { StartPage } from './public/start-page.tsx';
import { RequireSession } from './session.tsx';
import { Frame } from './shell/frame.tsx';
import { NotFoundPage } from './shared/page/not-found-page.tsx';
import { pageChunk } from './shared/page/page-chunk.tsx';
import { Loading } from './shared/messages/states.tsx';
import { Part } from './shared/page/error-boundary.tsx';
import { WholePage } from './shared/page/whole-page.tsx';
import { somethingWaits } from './shared/outbox/something-waits.ts';

const FilingPages = pageChunk(() => import('./public/filing/filing-pages.tsx'));
const FollowingPage = pageChunk(() => import('./public/following/following-page.tsx'));
const ConfirmingPage = lazy(() => import('./public/confirming/confirming-page.tsx'));
const RatingPage = lazy(() => import('./public/rating/rating-page.tsx'));
const RegisterPage = pageChunk(() => import('./public/register/register-page.tsx'));
const EntryPage = lazy(() => import('./public/register/entry-page.tsx'));
const PerformancePage = lazy(() => import('./public/performance/performance-page.tsx'));
const OutboxNotice = lazy(() => import('./public/outbox/outbox-notice.tsx'));
const SignInPage = lazy(() => import('./shell/sign-in-page.tsx'));
const OfficePages = lazy(() => import('./office/pages.tsx'));
const OversightPages = lazy(() => import('./oversight/pages.tsx'));
const OperationsPages = lazy(() => import('./oversight/operations-pages.tsx'));

/** Loads the page of an address that is drawn ahead, so that nothing else takes its place before it is there. */
export async function fetchPageOf(path: string): Promise<void> {
  const ahead = { lapor: FilingPages, ikuti: FollowingPage, register: RegisterPage };
  const [, name = ''] = path.split('/');
  // What fails fails again where it is drawn, and is told there.
  if (name in ahead) await ahead[name as keyof typeof ahead].fetch().catch(() => {});
}

function Pages() {
  return (
    <WholePage>
      <Suspense fallback={<Loading page />}>
        <Switch>
          <Route path="/" component={StartPage} />
          <Route path="/lapor/*?" component={FilingPages} />
          <Route path="/ikuti/:number?" component={FollowingPage} />
          <Route path="/konfirmasi" component={ConfirmingPage} />
          <Route path="/nilai" component={RatingPage} />
          <Route path="/register" component={RegisterPage} />
          <Route path="/register/:number" component={EntryPage} />
          <Route path="/kinerja" component={PerformancePage} />
          <Route path="/masuk/*?" component={SignInPage} />
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

/** Of reports that waited for the line when somebody was here last. */
function Outbox() {
  const [waits] = useState(() => somethingWaits.read() !== null);
  return (
    waits && (
      <Part>
        <Suspense>
          <OutboxNotice />
        </Suspense>
      </Part>
    )
  );
}

export function App(start: Start) {
  return (
    <Providers {...start}>
      <WholePage>
        <Frame>
          <Outbox />
          <Pages />
        </Frame>
      </WholePage>
    </Providers>
  );
}
