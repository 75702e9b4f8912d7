// The pages of an office, in a chunk of their own.
import { Route, Switch } from 'wouter';
import { useKeptLanguage } from '../shared/state/kept-language.ts';
import { Part } from '../shared/page/error-boundary.tsx';
import { NotFoundPage } from '../shared/page/not-found-page.tsx';
import { WholePage } from '../shared/page/whole-page.tsx';
import { AccountPage } from './account/account-page.tsx';
import { DeskPage, deskPath } from './lists/desk-page.tsx';
import { DeskProvider } from './desk.tsx';
import { Sendings } from './deciding/sending/sendings.tsx';
import { FilingPage } from './filing/filing-page.tsx';
import { HelpDialog } from './frame/help-dialog.tsx';
import { OfficeLive } from './live.tsx';
import { OfficeBar } from './frame/office-bar.tsx';
import { TemplatesPage } from './templates/templates-page.tsx';
import { useTicking } from './frame/ticking.ts';
import { NotificationsPage } from './told/notifications-page.tsx';
import { WebhooksPage } from './webhooks/webhooks-page.tsx';
import '../shared/officers/frame/styles.ts';
import './office.css';

function Pages() {
  return (
    <WholePage>
      <Switch>
        <Route path={deskPath}>{({ number }) => <DeskPage number={number} />}</Route>
        <Route path="/kantor/baru" component={FilingPage} />
        <Route path="/kantor/pemberitahuan" component={NotificationsPage} />
        <Route path="/kantor/templat" component={TemplatesPage} />
        <Route path="/kantor/webhook" component={WebhooksPage} />
        <Route path="/kantor/sandi" component={AccountPage} />
        <Route component={NotFoundPage} />
      </Switch>
    </WholePage>
  );
}

export default function OfficePages() {
  useTicking();
  useKeptLanguage();
  return (
    <OfficeLive>
      <DeskProvider>
        <Part>
          <OfficeBar />
        </Part>
        <Pages />
        <Part>
          <Sendings />
        </Part>
        <Part>
          <HelpDialog />
        </Part>
      </DeskProvider>
    </OfficeLive>
  );
}
